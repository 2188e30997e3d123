/** What each kind of time expression means, set against the publishing day and the date last named. */
import type { TimePattern, TimeReading } from "../../packs/index.ts";
import type { TimeSpan } from "../types.ts";
import {
  addMonths,
  type DayRange,
  dayNumber,
  dayOfMonth,
  monthOf,
  monthRange,
  portionOf,
  weekdayOf,
  yearOf,
  yearRange,
} from "./calendar.ts";
import { SEASONS, UNITS } from "./lexicon.ts";
import type { SlotValue } from "./pattern.ts";

export interface TimeContext {
  /** Publishing day. */
  readonly anchor: number | undefined;
  /** Day that « la veille », « deux jours plus tard » count from: the date last named. */
  readonly reference: number | undefined;
  /** Day of the nearest other date in the same sentence, before or behind. */
  readonly beside: number | undefined;
  /** A future verb stands beside the expression. */
  readonly future: boolean;
}

export interface Reading extends DayRange {
  readonly precision: TimeSpan["precision"];
}

type Slots = ReadonlyMap<string, SlotValue>;
type Read = (slots: Slots, pattern: TimePattern, context: TimeContext) => Reading | undefined;

const day = (from: number, to = from): Reading => ({ from, to, precision: "day" });
const vague = (range: DayRange): Reading => ({ ...range, precision: "vague" });

/** Readings that need the date last named; all others need the publishing day at most. */
export const RELATIVE_READINGS: ReadonlySet<TimeReading> = new Set<TimeReading>([
  "same-day",
  "context-shift",
  "offset",
  "day-of-month",
  "part",
]);

/** @returns undefined where the expression needs a day that is not known, or names one that does not exist */
export function readTime(slots: Slots, pattern: TimePattern, context: TimeContext): Reading | undefined {
  const reading = READ[pattern.means](slots, pattern, context);
  if (!reading) return undefined;
  return slots.has("clock") && reading.precision === "day" ? { ...reading, precision: "hour" } : reading;
}

const READ: Readonly<Record<TimeReading, Read>> = {
  date: (slots, _pattern, context) => {
    const date = dateOf(slots, "", context);
    return date === undefined ? undefined : day(date);
  },
  weekday: (slots, pattern, context) => {
    const weekday = value(slots, "weekday");
    if (weekday === undefined || context.anchor === undefined) return undefined;
    const which = pattern.which ?? (context.future ? "next" : undefined);
    return day(weekdayNear(weekday, context.anchor, which));
  },
  night: (slots, _pattern, context) => {
    const morning = slots.has("day2") ? dateOf(slots, "2", context) : undefined;
    if (morning !== undefined) return day(morning - 1, morning);
    const second = value(slots, "weekday2");
    if (second !== undefined && context.anchor !== undefined) {
      const to = weekdayNear(second, context.anchor, undefined);
      return day(to - 1, to);
    }
    const evening = slots.has("month") ? dateOf(slots, "", context) : undefined;
    const weekday = value(slots, "weekday");
    const from =
      evening ??
      (weekday !== undefined && context.anchor !== undefined
        ? weekdayNear(weekday, context.anchor, undefined)
        : undefined);
    return from === undefined ? undefined : day(from, from + 1);
  },
  overnight: (_slots, _pattern, { anchor }) => (anchor === undefined ? undefined : day(anchor - 1, anchor)),
  days: (slots, _pattern, context) => {
    const month = slots.get("month2") ?? slots.get("month");
    if (!month) return undefined;
    const year = slots.get("year");
    const last = new Map<string, SlotValue>([
      ["day", slots.get("day2") as SlotValue],
      ["month", month],
      ...(year ? ([["year", year]] as const) : []),
    ]);
    const to = dateOf(last, "", context);
    const first = value(slots, "day");
    if (to === undefined || first === undefined) return undefined;
    const firstMonth = slots.get("month")?.value ?? month.value;
    const from = dayNumber(yearOf(to) - (firstMonth > month.value ? 1 : 0), firstMonth, first);
    return from === undefined || from > to ? undefined : day(from, to);
  },
  "day-of-month": (slots, _pattern, { anchor, reference }) => {
    const wanted = value(slots, "day");
    const near = reference ?? anchor;
    if (wanted === undefined || near === undefined) return undefined;
    const same = dayNumber(yearOf(near), monthOf(near), wanted);
    if (same !== undefined && (anchor === undefined || same <= anchor + DAYS_AHEAD)) return day(same);
    const earlier = addMonths(monthRange(yearOf(near), monthOf(near)).from, -1);
    const before = dayNumber(yearOf(earlier), monthOf(earlier), wanted);
    return before === undefined ? undefined : day(before);
  },
  shift: (_slots, pattern, { anchor }) =>
    anchor === undefined ? undefined : day(anchor + (pattern.days ?? 0)),
  "same-day": (_slots, _pattern, { reference, anchor }) => {
    const same = reference ?? anchor;
    return same === undefined ? undefined : day(same);
  },
  "context-shift": (_slots, pattern, { reference, anchor }) => {
    const base = reference ?? anchor;
    return base === undefined ? undefined : day(base + (pattern.days ?? 0));
  },
  offset: (slots, pattern, context) => {
    const base = pattern.event
      ? (context.beside ?? context.reference ?? context.anchor)
      : (context.reference ?? context.anchor);
    if (base === undefined) return undefined;
    // « deux jours après l'attaque » tells the day of the attack from that of the sentence.
    return shifted(
      base,
      slots,
      pattern.event && context.beside !== undefined ? -1 : pattern.event ? -1 : (pattern.sign ?? 1),
    );
  },
  ago: (slots, _pattern, { anchor }) => (anchor === undefined ? undefined : shifted(anchor, slots, -1)),
  ahead: (slots, _pattern, { anchor }) => {
    if (anchor === undefined) return undefined;
    const reading = shifted(anchor, slots, 1);
    return reading && vague({ from: anchor, to: reading.to });
  },
  window: (slots, _pattern, { anchor }) => {
    if (anchor === undefined) return undefined;
    const reading = shifted(anchor, slots, -1);
    return (
      reading && {
        from: reading.from,
        to: anchor,
        precision: reading.precision === "vague" ? "vague" : reading.precision,
      }
    );
  },
  calendar: (_slots, pattern, { anchor }) => {
    if (anchor === undefined) return undefined;
    const shift = pattern.shift ?? 0;
    const range = calendarRange(pattern.unit ?? "week", shift, anchor);
    const portioned = pattern.portion ? portionOf(range, pattern.portion) : range;
    const capped =
      shift === 0 && portioned.from <= anchor
        ? { from: portioned.from, to: Math.min(portioned.to, anchor) }
        : portioned;
    return {
      ...capped,
      precision: pattern.unit === "year" ? "year" : pattern.unit === "month" ? "month" : "week",
    };
  },
  weekend: (_slots, pattern, { anchor }) => {
    if (anchor === undefined) return undefined;
    const current = weekdayOf(anchor) >= 6 && pattern.shift === 0;
    const saturday = current
      ? anchor - (weekdayOf(anchor) - 6)
      : weekdayNear(6, anchor - (weekdayOf(anchor) >= 6 ? 2 : 0), undefined);
    return day(saturday, saturday + 1);
  },
  month: (slots, pattern, context) => {
    const month = value(slots, "month");
    if (month === undefined) return undefined;
    const year = value(slots, "year") ?? yearOfMonth(month, context);
    if (year === undefined) return undefined;
    const range = monthRange(year, month);
    return { ...(pattern.portion ? portionOf(range, pattern.portion) : range), precision: "month" };
  },
  year: (slots, pattern) => {
    const year = value(slots, "year");
    if (year === undefined) return undefined;
    const range = yearRange(year);
    return { ...(pattern.portion ? portionOf(range, pattern.portion) : range), precision: "year" };
  },
  season: (slots) => {
    const year = value(slots, "year");
    const season = SEASONS[(value(slots, "season") ?? 0) - 1];
    if (year === undefined || season === undefined) return undefined;
    const first = { spring: 3, summer: 6, autumn: 9, winter: 12 }[season];
    const from = monthRange(year, first).from;
    return { from, to: addMonths(from, 3) - 1, precision: "month" };
  },
  part: (_slots, _pattern, { reference, anchor }) => {
    const same = reference ?? anchor;
    return same === undefined ? undefined : { from: same, to: same, precision: "hour" };
  },
};

const value = (slots: Slots, name: string): number | undefined => slots.get(name)?.value;

/** A date without a year may lie so many days ahead before the year before is likelier. */
const DAYS_AHEAD = 45;
/** Years searched for one in which weekday and date agree. */
const YEARS_BACK = 12;

/** Day of the slots `day<suffix>`, `month<suffix>`, `year`, `weekday<suffix>`; a missing month or year is found. */
function dateOf(
  slots: Slots,
  suffix: string,
  { anchor, reference, future }: TimeContext,
): number | undefined {
  const wanted = value(slots, `day${suffix}`);
  const month = value(slots, `month${suffix}`);
  const weekday = value(slots, `weekday${suffix}`);
  const year = value(slots, `year${suffix}`) ?? value(slots, "year");
  const near = anchor ?? reference;
  if (month === undefined)
    return near === undefined || wanted === undefined ? undefined : dayWithWeekday(wanted, weekday, near);
  if (year !== undefined) return wanted === undefined ? undefined : dayNumber(year, month, wanted);
  if (near === undefined || wanted === undefined) return undefined;
  const candidates: number[] = [];
  for (let back = -1; back <= YEARS_BACK; back++) {
    const candidate = dayNumber(yearOf(near) - back, month, wanted);
    if (candidate === undefined) continue;
    if (back > 1 && weekday === undefined) break;
    candidates.push(candidate);
  }
  const agreeing =
    weekday === undefined ? candidates : candidates.filter((candidate) => weekdayOf(candidate) === weekday);
  return nearest(agreeing.length > 0 ? agreeing : candidates.slice(0, 3), near, future);
}

/** « vendredi 16 »: the day of that number and weekday nearest before. */
function dayWithWeekday(wanted: number, weekday: number | undefined, near: number): number | undefined {
  if (weekday === undefined) return undefined;
  for (let back = -20; back < 400; back++) {
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

function weekdayNear(weekday: number, anchor: number, which: "last" | "next" | undefined): number {
  const back = (weekdayOf(anchor) - weekday + 7) % 7;
  if (which === "next") return anchor + (7 - back);
  if (which === "last") return anchor - (back === 0 ? 7 : back);
  return anchor - back;
}

function yearOfMonth(month: number, { anchor, reference, future }: TimeContext): number | undefined {
  const near = anchor ?? reference;
  if (near === undefined) return undefined;
  if (future) return month >= monthOf(near) ? yearOf(near) : yearOf(near) + 1;
  return month <= monthOf(near) ? yearOf(near) : yearOf(near) - 1;
}

/** Lengths in days of what an inexact count of a unit stands for: « quelques jours », « ces derniers mois ». */
const VAGUE_SPAN = {
  minute: [0, 0],
  hour: [0, 0],
  day: [2, 6],
  week: [14, 35],
  fortnight: [14, 35],
  month: [61, 150],
  year: [730, 1825],
} as const;

function shifted(base: number, slots: Slots, sign: 1 | -1): Reading | undefined {
  const unit = UNITS[(value(slots, "unit") ?? 0) - 1];
  if (unit === undefined) return undefined;
  const counted = slots.get("count");
  if (!counted || counted.vague) {
    const [near, far] = VAGUE_SPAN[unit];
    const range = sign < 0 ? { from: base - far, to: base - near } : { from: base + near, to: base + far };
    return { ...range, precision: unit === "hour" || unit === "minute" ? "hour" : "vague" };
  }
  const count = counted.value;
  switch (unit) {
    case "minute":
      return { from: base, to: base, precision: "hour" };
    case "hour": {
      const days = Math.floor(count / 24);
      // Part of a day may or may not cross midnight: both days enclose it.
      const [near, far] = [days, count % 24 >= 12 ? days + 1 : days];
      return sign < 0
        ? { from: base - far, to: base - near, precision: "hour" }
        : { from: base + near, to: base + far, precision: "hour" };
    }
    case "day":
      return day(base + sign * count);
    case "week":
      return { from: base + sign * count * 7, to: base + sign * count * 7, precision: "week" };
    case "fortnight":
      return { from: base + sign * count * 14, to: base + sign * count * 14, precision: "week" };
    case "month": {
      const to = addMonths(base, sign * count);
      return { from: to, to, precision: "month" };
    }
    case "year": {
      const to = addMonths(base, sign * count * 12);
      return { from: to, to, precision: "year" };
    }
  }
}

function calendarRange(unit: NonNullable<TimePattern["unit"]>, shift: number, anchor: number): DayRange {
  if (unit === "year") return yearRange(yearOf(anchor) + shift);
  if (unit === "month") {
    const first = addMonths(monthRange(yearOf(anchor), monthOf(anchor)).from, shift);
    return monthRange(yearOf(first), monthOf(first));
  }
  const monday = anchor - (weekdayOf(anchor) - 1) + shift * 7;
  return { from: monday, to: monday + 6 };
}
