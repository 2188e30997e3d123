/** Days as whole numbers, so that spans can be compared. */
import type { TimeRange } from "../ontology/index.ts";

/** First and last day of a span, both included, as days since 1970-01-01. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of an ISO date or timestamp (its own calendar day); undefined where it is none. */
export function dayNumber(iso: string | undefined): number | undefined {
  if (iso === undefined) return undefined;
  const ms = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(ms) ? undefined : ms / DAY_MS;
}

export function spanOf(time: TimeRange | undefined): DaySpan | undefined {
  const from = dayNumber(time?.start);
  const to = dayNumber(time?.end);
  return from === undefined || to === undefined ? undefined : { from, to: Math.max(from, to) };
}

/** Days between two spans: 0 where they touch or overlap. */
export function gapDays(a: DaySpan, b: DaySpan): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}
