import { run } from "../../src/cli/program.ts";

export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in this process and gives what it printed. */
export async function runCommand(...args: readonly string[]): Promise<CommandResult> {
  const written = { out: "", err: "" };
  const { write: writeOut } = process.stdout;
  const { write: writeErr } = process.stderr;
  const capture = (stream: "out" | "err") => (chunk: unknown) => {
    written[stream] += String(chunk);
    return true;
  };
  process.stdout.write = capture("out") as typeof process.stdout.write;
  process.stderr.write = capture("err") as typeof process.stderr.write;
  const codeBefore = process.exitCode;
  process.exitCode = undefined;
  try {
    const code = await run(args);
    return { code, ...written };
  } finally {
    process.exitCode = codeBefore;
    process.stdout.write = writeOut;
    process.stderr.write = writeErr;
  }
}
