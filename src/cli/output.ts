/**
 * Where words go: results to stdout, progress and notices to stderr, colour only on a terminal that wants it.
 * Machine-readable output never mixes with what a person reads.
 */
import pc from "picocolors";

export interface OutputOptions {
  readonly quiet?: boolean;
  readonly json?: boolean;
}

export class Output {
  readonly color = pc.createColors(wantsColor());
  readonly quiet: boolean;
  readonly json: boolean;
  private progressShown = false;

  constructor(options: OutputOptions = {}) {
    this.quiet = options.quiet ?? false;
    this.json = options.json ?? false;
  }

  /** A line of the result. */
  result(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  /** The result as JSON, indented for a terminal and in one line for a pipe. */
  data(value: unknown): void {
    this.result(process.stdout.isTTY ? JSON.stringify(value, null, 2) : JSON.stringify(value));
  }

  /** A line for the person watching; silent with `--quiet`. */
  notice(line: string): void {
    if (this.quiet) return;
    this.clearProgress();
    process.stderr.write(`${line}\n`);
  }

  /** One line that replaces itself, on a terminal only. */
  progress(done: number, total: number, what: string): void {
    if (this.quiet || !process.stderr.isTTY) return;
    const width = 24;
    const filled = total === 0 ? width : Math.round((done / total) * width);
    const bar = `${"━".repeat(filled)}${this.color.dim("━".repeat(width - filled))}`;
    process.stderr.write(`\r\u001B[2K${bar} ${done}/${total} ${what}`);
    this.progressShown = true;
  }

  clearProgress(): void {
    if (!this.progressShown) return;
    process.stderr.write("\r\u001B[2K");
    this.progressShown = false;
  }

  /** The one line of an error that was expected. */
  error(code: string, message: string): void {
    this.clearProgress();
    process.stderr.write(`${this.color.red("error")} ${this.color.bold(code)}: ${message}\n`);
  }
}

/** Colour is for a person at a terminal: never in a file, a pipe or a build log, unless it is asked for. */
function wantsColor(): boolean {
  if (process.env.NO_COLOR) return false;
  return Boolean(process.env.FORCE_COLOR) || (process.stdout.isTTY && process.stderr.isTTY);
}
