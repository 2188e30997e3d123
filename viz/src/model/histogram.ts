/** Relations over time, stacked by family. */
import { dayNumber } from "./days.ts";
import { FAMILIES, VIEWS } from "./families.ts";
import { type Model, UNDATED } from "./model.ts";
import { type Filters, passesBeforePeriod } from "../state/filters.ts";

export interface Histogram {
  /** Counts by bin, then by family. */
  readonly bins: readonly (readonly number[])[];
  readonly highest: number;
  /** Relations that pass all else and have no date. */
  readonly undated: number;
}

/** Relations by the day they start, under every filter but the period. */
export function histogram(model: Model, filters: Filters, count: number): Histogram {
  const { edges, graph } = model;
  const bins = Array.from({ length: Math.max(1, Math.min(count, graph.days)) }, () => FAMILIES.map(() => 0));
  const view = VIEWS.indexOf(filters.view);
  let undated = 0;
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.view[edge] !== view) continue;
    const start = edges.start[edge] ?? UNDATED;
    if (start < UNDATED || passesBeforePeriod(model, edge, filters)) continue;
    if (start === UNDATED) {
      undated++;
      continue;
    }
    if (FAMILIES[edges.family[edge] ?? 0] === "standing") continue;
    const bin = bins[Math.min(bins.length - 1, Math.floor((start / graph.days) * bins.length))];
    const family = edges.family[edge] ?? 0;
    if (bin) bin[family] = (bin[family] ?? 0) + 1;
  }
  const highest = bins.reduce(
    (most, bin) =>
      Math.max(
        most,
        bin.reduce((sum, value) => sum + value, 0),
      ),
    1,
  );
  return { bins, highest, undated };
}

/** First days of months (or of every second, third, sixth month, year …), at most `limit` of them. */
export function monthTicks(firstDay: string, days: number, limit: number): number[] {
  const months: { day: number; month: number }[] = [];
  const [year = 0, month = 1] = firstDay.split("-").map(Number);
  for (let i = 0; ; i++) {
    const at = new Date(Date.UTC(year, month - 1 + i, 1)).toISOString().slice(0, 10);
    const day = dayNumber(at, firstDay);
    if (day >= days) break;
    if (day >= 0) months.push({ day, month: year * 12 + month - 1 + i });
  }
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 600].find((every) => months.length / every <= limit) ?? 600;
  return months.filter(({ month: number }) => number % step === 0).map(({ day }) => day);
}
