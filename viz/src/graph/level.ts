/** How much detail is drawn, by the number of edges that pass the filters. Steps down are announced, never silent. */

export const LEVELS = ["full", "lines", "dense"] as const;
export type Level = (typeof LEVELS)[number];

export interface Detail {
  readonly level: Level;
  /** Curves with heads and dashes; else plain lines. */
  readonly curved: boolean;
  readonly fans: boolean;
  readonly labels: number;
  readonly glyphs: boolean;
  readonly marks: boolean;
}

/** Edges up to which everything is drawn, and up to which each edge still is. */
export const FULL_LIMIT = 1_500;
export const LINES_LIMIT = 100_000;

const DETAILS: Readonly<Record<Level, Detail>> = {
  full: { level: "full", curved: true, fans: true, labels: 80, glyphs: true, marks: true },
  lines: { level: "lines", curved: false, fans: false, labels: 60, glyphs: true, marks: false },
  dense: { level: "dense", curved: false, fans: false, labels: 40, glyphs: false, marks: false },
};

/** @param dropped  steps that slow frames have cost so far */
export function detailFor(edges: number, dropped = 0): Detail {
  const natural = edges <= FULL_LIMIT ? 0 : edges <= LINES_LIMIT ? 1 : 2;
  const level = LEVELS[Math.min(LEVELS.length - 1, natural + dropped)] ?? "dense";
  return DETAILS[level];
}

const SLOW_MS = 50;
const FRAMES = 5;

/** Watches frames while something moves; says when five in a row (by their median) were slow. */
export class FrameWatch {
  private times: number[] = [];

  /** @returns whether detail should drop; the watch then starts anew */
  add(milliseconds: number): boolean {
    this.times.push(milliseconds);
    if (this.times.length < FRAMES) return false;
    const median = [...this.times].sort((a, b) => a - b)[Math.floor(FRAMES / 2)] ?? 0;
    this.times = this.times.slice(1);
    if (median <= SLOW_MS) return false;
    this.times = [];
    return true;
  }
}
