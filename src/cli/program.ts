/** The command line: which commands exist, and what becomes of their errors. */
import { inspect } from "node:util";
import { Command, CommanderError } from "commander";
import { EXIT, RiposteError, VERSION } from "../shared/index.ts";
import { Output } from "./output.ts";

/** Adds one command to the program. Each lives in a file of its own. */
export type CommandModule = (program: Command) => void;

/** Loaded when called for: a rebuild should not wait for a database driver, nor a query for the parser. */
const COMMANDS: Readonly<Record<string, () => Promise<CommandModule>>> = {
  demo: async () => (await import("./demo.ts")).addDemo,
  build: async () => (await import("./build.ts")).addBuild,
  view: async () => (await import("./view.ts")).addView,
  explain: async () => (await import("./explain/index.ts")).addExplain,
  report: async () => (await import("./report.ts")).addReport,
  query: async () => (await import("./query.ts")).addQuery,
  export: async () => (await import("./export.ts")).addExport,
  review: async () => (await import("./review.ts")).addReview,
  evaluate: async () => (await import("./evaluate.ts")).addEvaluate,
  doctor: async () => (await import("./doctor.ts")).addDoctor,
};

/** The command that the line names; all of them where help is asked for, or none is named rightly. */
async function commandsFor(args: readonly string[]): Promise<readonly CommandModule[]> {
  const named = args.find((arg) => !arg.startsWith("-"));
  const load = named === undefined ? undefined : COMMANDS[named];
  const modules: CommandModule[] = [];
  for (const each of load ? [load] : Object.values(COMMANDS)) modules.push(await each());
  return modules;
}

/**
 * Runs one command line.
 * @param args  without `node` and the script's name
 * @returns the process exit code (see docs/guide/errors.md)
 */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command("riposte")
    .description(
      "Reads conflict reports and builds a graph of who did what to whom, who says so, and what answered what.",
    )
    .version(VERSION)
    .option("--quiet", "no progress and notices")
    .option("--json", "machine-readable output")
    .option("--debug", "show where an error comes from")
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true });
  for (const add of await commandsFor(args)) add(program);
  try {
    await program.parseAsync(args, { from: "user" });
    return typeof process.exitCode === "number" ? process.exitCode : EXIT.ok;
  } catch (error) {
    return report(error, args.includes("--debug"));
  }
}

function report(error: unknown, debug: boolean): number {
  // Commander has printed its own line (usage errors), or was asked for help or the version.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const output = new Output();
  if (error instanceof RiposteError) {
    output.error(error.code, error.message);
    if (debug) process.stderr.write(`${inspect(error)}\n`);
    return error.exitCode;
  }
  output.error(
    "internal/unexpected",
    `${error instanceof Error ? error.message : String(error)} (run again with --debug and report it)`,
  );
  if (debug) process.stderr.write(`${inspect(error)}\n`);
  return EXIT.failed;
}
