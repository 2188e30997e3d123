import { jest } from "@jest/globals";
import { run } from "../../src/cli/program.ts";

export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

// The test runner forces colour on in its workers; what commands print is compared as text.
process.env.NO_COLOR = "1";

/** Runs one command line in this process and gives what it printed. */
export async function runCommand(...args: readonly string[]): Promise<CommandResult> {
  const written = { out: "", err: "" };
  const capture = (stream: "out" | "err") => (chunk: unknown) => {
    written[stream] += String(chunk);
    return true;
  };
  const out = jest.spyOn(process.stdout, "write").mockImplementation(capture("out"));
  const err = jest.spyOn(process.stderr, "write").mockImplementation(capture("err"));
  const codeBefore = process.exitCode;
  process.exitCode = undefined;
  try {
    const code = await run(args);
    return { code, ...written };
  } finally {
    process.exitCode = codeBefore;
    out.mockRestore();
    err.mockRestore();
  }
}
