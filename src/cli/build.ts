import type { Command } from "commander";
import type { BuildProgress } from "../build/index.ts";
import { summaryLines } from "./build-summary.ts";
import { DEFAULT_CASE } from "./case-argument.ts";
import { interruptible } from "./interrupt.ts";
import type { Output } from "./output.ts";
import { outputOf } from "./program-output.ts";
import { readStdin } from "./stdin.ts";

interface BuildCommandOptions {
  readonly case: string;
  readonly pack: readonly string[];
}

/** `riposte build REPORTS…`: reports → case, progress on a terminal, then a summary. */
export function addBuild(program: Command): void {
  program
    .command("build")
    .description("Reads reports into a case: files, folders, or - for standard input.")
    .argument("<reports...>", "files and folders (.txt, .md, .jsonl)")
    .option("--case <folder>", "folder of the case", DEFAULT_CASE)
    .option("--pack <name...>", "theatre packs by name, or folders of your own", ["all"])
    .action(async (reports: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<BuildCommandOptions>();
      const output = outputOf(command);
      // Loaded here: the stages bring models and packs that no other command needs.
      const { buildCase } = await import("../build/index.ts");
      const result = await interruptible((signal) =>
        buildCase(
          reports,
          {
            caseFolder: options.case,
            packs: options.pack,
            signal,
            onProgress: (progress) => showProgress(output, progress),
          },
          readStdin,
        ),
      );
      output.clearProgress();
      if (output.json) {
        output.data({
          case: options.case,
          files: result.manifest.files,
          fromCache: result.fromCache,
          skipped: result.skipped,
        });
        return;
      }
      for (const line of summaryLines(result, options.case, output)) output.result(line);
      output.notice(`\nLook at it: riposte view ${options.case}`);
    });
}

const PHASES: Record<BuildProgress["phase"], string> = {
  reading: "finding reports",
  extracting: "reading",
  resolving: "joining accounts",
  saving: "saving",
};

/** One line of progress on a terminal. */
export function showProgress(output: Output, { phase, done, total, document }: BuildProgress): void {
  output.progress(
    phase === "extracting" ? done : total,
    total,
    document ? `${PHASES[phase]} ${document}` : PHASES[phase],
  );
}
