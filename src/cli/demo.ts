import { spawn } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { packagePath } from "../shared/index.ts";
import { summaryLines } from "./build-summary.ts";
import { showProgress } from "./build.ts";
import { interruptible } from "./interrupt.ts";
import { outputOf } from "./program-output.ts";
import { startViewer, untilStopped } from "./view.ts";

interface DemoOptions {
  readonly open: boolean;
  readonly port: string;
}

/** `riposte demo`: builds the bundled corpus and opens it. What `npm start` runs. */
export function addDemo(program: Command): void {
  program
    .command("demo")
    .description("Builds the bundled demonstration corpus and opens its graph in the browser.")
    .option("--no-open", "only print the address")
    .option("--port <number>", "port on 127.0.0.1; 0 takes any free one", "0")
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<DemoOptions>();
      const output = outputOf(command);
      const caseFolder = join(cacheFolder(), "demo");
      const { buildCase } = await import("../build/index.ts");
      const result = await interruptible((signal) =>
        buildCase([packagePath("graph-data/corpus/levant")], {
          caseFolder,
          packs: ["levant"],
          signal,
          onProgress: (progress) => showProgress(output, progress),
        }),
      );
      output.clearProgress();
      for (const line of summaryLines(result, caseFolder, output)) output.notice(line);
      const viewer = await startViewer(caseFolder, { port: Number(options.port) || 0, title: "Levant" });
      output.notice("\nDemonstration reports written for this project; not a source.\n");
      output.result(viewer.url);
      if (options.open) openInBrowser(viewer.url);
      output.notice("Ctrl-C ends it.");
      await interruptible(untilStopped);
      await viewer.close();
    });
}

/** Where a user's rebuildable files go, by the conventions of each system. */
function cacheFolder(): string {
  const own = process.env.XDG_CACHE_HOME ?? process.env.LOCALAPPDATA;
  return join(own ?? join(homedir(), ".cache"), "riposte");
}

/** Asks the desktop to open a page. Where there is none the printed address has to do. */
function openInBrowser(url: string): void {
  const [program, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  if (!program || (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY))
    return;
  spawn(program, args, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
