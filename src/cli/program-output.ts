import type { Command } from "commander";
import { Output, type OutputOptions } from "./output.ts";

/** The output that a command writes to, as the global options ask. */
export function outputOf(command: Command): Output {
  return new Output(command.optsWithGlobals<OutputOptions>());
}
