import type { WriteOptions, WriteProgress } from "../types.ts";

/** Rows done in one phase, with the rate and the seconds left by what this run itself has written. */
export class ProgressClock {
  private readonly started = performance.now();
  private readonly phase: WriteProgress["phase"];
  private readonly total: number;
  private readonly report: WriteOptions["onProgress"];
  private done = 0;
  private written = 0;

  constructor(phase: WriteProgress["phase"], total: number, report: WriteOptions["onProgress"]) {
    this.phase = phase;
    this.total = total;
    this.report = report;
  }

  /** Rows that an earlier run wrote: done, but no measure of this run's speed. */
  skip(rows: number): void {
    this.done += rows;
  }

  advance(rows: number): void {
    this.done += rows;
    this.written += rows;
    const rate = this.written / ((performance.now() - this.started) / 1000);
    const secondsLeft = (this.total - this.done) / rate;
    this.report?.({ phase: this.phase, done: this.done, total: this.total, rate, secondsLeft });
  }
}
