import { type EventGraph, isoDay } from "../../graph/index.ts";
import { compareBy } from "../../shared/index.ts";
import { type EdgeSelection, reasonToLeaveOut } from "../projection.ts";
import type { Happening } from "./happenings.ts";

export type BinUnit = "day" | "week" | "month" | "year";

export interface ActivitySeries {
  /** Entity id, or the two ids of a pair. */
  readonly ids: readonly string[];
  readonly total: number;
  /** Acts in each bin. */
  readonly counts: readonly number[];
}

export interface Activity {
  readonly unit: BinUnit;
  /** First ISO day of each bin; bins follow on each other without a gap. */
  readonly bins: readonly string[];
  readonly all: readonly number[];
  /** Acts done, by doer; most active first. An act with two doers counts for both. */
  readonly byDoer: readonly ActivitySeries[];
  /** Acts by doer and other side, as far as the claims that join the two are kept; most frequent first. */
  readonly byPair: readonly ActivitySeries[];
  /** Acts in which nobody is named as the doer. */
  readonly unattributed: readonly number[];
  /** Acts without a date: they stand in no bin. */
  readonly undated: number;
}

export type PairTest = (event: string, doer: string, other: string) => boolean;

/**
 * The pairs that a selection takes, as networks count them: an event may be sure enough while the one claim that joins
 * two of its sides is not.
 */
export function pairsWithin(graph: EventGraph, selection: EdgeSelection): PairTest {
  const kept = new Set(
    graph.edges
      .filter(({ kind }) => kind === "action")
      .filter((edge) => reasonToLeaveOut(edge, selection) === undefined)
      .map(({ eventId, source, target }) => `${eventId}\t${source}\t${target}`),
  );
  return (event, doer, other) => kept.has(`${event}\t${doer}\t${other}`);
}

/**
 * Acts over time, each in the bin of its first day. Bins are days up to 45 days in all, weeks (from Monday) up to a
 * year, months up to ten years, then years.
 * @param within  whether an event joins two entities (`pairsWithin`)
 */
export function activityOf(happenings: readonly Happening[], within: PairTest): Activity {
  const dated = happenings.filter((each) => each.firstDay !== undefined);
  const days = dated.map((each) => each.firstDay ?? 0);
  const first = days.reduce((low, day) => Math.min(low, day), Number.POSITIVE_INFINITY);
  const last = days.reduce((high, day) => Math.max(high, day), Number.NEGATIVE_INFINITY);
  const unit = unitFor(last - first);
  const bins = dated.length === 0 ? [] : binsBetween(first, last, unit);
  const numberOf = new Map(bins.map((bin, number) => [bin, number]));
  const doers = new Map<string, ActivitySeries & { counts: number[]; total: number }>();
  const pairs: typeof doers = new Map();
  const all = bins.map(() => 0);
  const unattributed = bins.map(() => 0);
  for (const { event, firstDay = 0, doers: by, others } of dated) {
    const bin = numberOf.get(startOf(firstDay, unit)) ?? 0;
    const count = (counts: number[]) => {
      counts[bin] = (counts[bin] ?? 0) + 1;
    };
    const add = (series: typeof doers, ids: readonly string[]) => {
      const key = ids.join("\t");
      const known = series.get(key) ?? { ids, total: 0, counts: bins.map(() => 0) };
      known.total++;
      count(known.counts);
      series.set(key, known);
    };
    count(all);
    if (by.length === 0) count(unattributed);
    for (const doer of by) {
      add(doers, [doer]);
      for (const other of others) {
        if (other !== doer && within(event.id, doer, other)) add(pairs, [doer, other]);
      }
    }
  }
  const mostFirst = compareBy<ActivitySeries>(
    ({ total }) => -total,
    ({ ids }) => ids.join("\t"),
  );
  return {
    unit,
    bins,
    all,
    byDoer: [...doers.values()].sort(mostFirst),
    byPair: [...pairs.values()].sort(mostFirst),
    unattributed,
    undated: happenings.length - dated.length,
  };
}

function unitFor(spanDays: number): BinUnit {
  if (spanDays <= 45) return "day";
  if (spanDays <= 366) return "week";
  return spanDays <= 3653 ? "month" : "year";
}

/** First ISO day of the bin that holds a day. */
function startOf(day: number, unit: BinUnit): string {
  if (unit === "day") return isoDay(day);
  // 1970-01-01 was a Thursday.
  if (unit === "week") return isoDay(day - ((((day + 3) % 7) + 7) % 7));
  return unit === "month" ? `${isoDay(day).slice(0, 7)}-01` : `${isoDay(day).slice(0, 4)}-01-01`;
}

function binsBetween(first: number, last: number, unit: BinUnit): string[] {
  const bins: string[] = [];
  for (let day = first; day <= last; day++) {
    const bin = startOf(day, unit);
    if (bins.at(-1) !== bin) bins.push(bin);
  }
  return bins;
}
