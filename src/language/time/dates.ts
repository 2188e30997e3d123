/** Dates that leave something out: the year, the month, or all but the weekday. */
import { dayNumber, dayOfMonth, monthOf, weekdayOf, yearOf } from "./calendar.ts";
import type { SlotValue } from "./pattern.ts";
import type { TimeContext } from "./context.ts";

/** A date without a year may lie so many days ahead before the year before is likelier. */
export const DAYS_AHEAD = 45;
/** Years searched for one in which weekday and date agree. */
const YEARS_BACK = 12;
/** Days ahead and back searched for « vendredi 16 ». */
const SEARCH_AHEAD = 20;
const SEARCH_BACK = 400;

type Nearby = Pick<TimeContext, "anchor" | "near" | "reference" | "future">;

const nearestKnown = ({ anchor, near, reference }: Nearby): number | undefined =>
  anchor ?? reference?.to ?? near;

/** Day of the slots `day<suffix>`, `month<suffix>`, `year`, `weekday<suffix>`; a missing month or year is found. */
export function dateOf(
  slots: ReadonlyMap<string, SlotValue>,
  suffix: string,
  context: Nearby,
): number | undefined {
  const value = (name: string): number | undefined => slots.get(name)?.value;
  const wanted = value(`day${suffix}`);
  const month = value(`month${suffix}`);
  const weekday = value(`weekday${suffix}`);
  const year = value(`year${suffix}`) ?? value("year");
  const near = nearestKnown(context);
  if (wanted === undefined) return undefined;
  if (month === undefined) return near === undefined ? undefined : dayWithWeekday(wanted, weekday, near);
  if (year !== undefined) return dayNumber(year, month, wanted);
  if (near === undefined) return undefined;
  const candidates: number[] = [];
  for (let back = -1; back <= (weekday === undefined ? 1 : YEARS_BACK); back++) {
    const candidate = dayNumber(yearOf(near) - back, month, wanted);
    if (candidate !== undefined) candidates.push(candidate);
  }
  const agreeing = candidates.filter(
    (candidate) => weekday === undefined || weekdayOf(candidate) === weekday,
  );
  // A weekday that fits no year near is a slip of the pen: the date stands.
  return nearest(agreeing.length > 0 ? agreeing : candidates, near, context.future);
}

/** « vendredi 16 »: the day of that number and weekday nearest before. */
function dayWithWeekday(wanted: number, weekday: number | undefined, near: number): number | undefined {
  if (weekday === undefined) return undefined;
  for (let back = -SEARCH_AHEAD; back < SEARCH_BACK; back++) {
    const candidate = near - back;
    if (dayOfMonth(candidate) === wanted && weekdayOf(candidate) === weekday) return candidate;
  }
  return undefined;
}

/** The candidate nearest to the day; one ahead counts its distance several times, unless the verb is in the future. */
function nearest(candidates: readonly number[], near: number, future: boolean): number | undefined {
  const aversion = future ? 0.5 : (365 - DAYS_AHEAD) / DAYS_AHEAD;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = candidate > near ? (candidate - near) * aversion : near - candidate;
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** The day of that weekday nearest to the publishing day: before it (that day included), or strictly before or after. */
export function weekdayNear(weekday: number, anchor: number, which: "last" | "next" | undefined): number {
  const back = (weekdayOf(anchor) - weekday + 7) % 7;
  if (which === "next") return anchor + (7 - back);
  if (which === "last") return anchor - (back === 0 ? 7 : back);
  return anchor - back;
}

/** Year of a month named alone: the last such month, or with a future verb the next. */
export function yearOfMonth(month: number, context: Nearby): number | undefined {
  const near = nearestKnown(context);
  if (near === undefined) return undefined;
  if (context.future) return month >= monthOf(near) ? yearOf(near) : yearOf(near) + 1;
  return month <= monthOf(near) ? yearOf(near) : yearOf(near) - 1;
}
