/** The command line: which commands exist, and what becomes of their errors. */
import { inspect } from "node:util";
import { Command, CommanderError } from "commander";
import { EXIT, RiposteError, VERSION } from "../shared/index.ts";
import { addBuild } from "./build.ts";
import { addDemo } from "./demo.ts";
import { addDoctor } from "./doctor.ts";
import { addEvaluate } from "./evaluate.ts";
import { addExplain } from "./explain/index.ts";
import { addExport } from "./export.ts";
import { Output } from "./output.ts";
import { addQuery } from "./query.ts";
import { addReport } from "./report.ts";
import { addReview } from "./review.ts";
import { addView } from "./view.ts";

/** Adds one command to the program. Each lives in a file of its own. */
export type CommandModule = (program: Command) => void;

const COMMANDS: readonly CommandModule[] = [
  addDemo,
  addBuild,
  addExplain,
  addReport,
  addReview,
  addView,
  addExport,
  addQuery,
  addEvaluate,
  addDoctor,
];

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
  for (const add of COMMANDS) add(program);
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
