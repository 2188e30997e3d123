/** What each kind of time expression means, set against the publishing day and the date last named. */
import { type Season, SEASONS, TIME_UNITS, type TimePattern, type TimeReading } from "../../packs/index.ts";
import type { TimeSpan } from "../types.ts";
import {
  addMonths,
  type DayRange,
  dayNumber,
  monthOf,
  monthPortion,
  monthRange,
  weekdayOf,
  weekPortion,
  yearOf,
  yearPortion,
  yearRange,
} from "./calendar.ts";
import type { TimeContext } from "./context.ts";
import { dateOf, DAYS_AHEAD, weekdayNear, yearOfMonth } from "./dates.ts";
import type { SlotValue } from "./pattern.ts";

export interface Reading extends DayRange {
  readonly precision: TimeSpan["precision"];
}

type Slots = ReadonlyMap<string, SlotValue>;
type Read = (slots: Slots, pattern: TimePattern, context: TimeContext) => Reading | undefined;

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

const value = (slots: Slots, name: string): number | undefined => slots.get(name)?.value;
const days = (from: number, to = from): Reading => ({ from, to, precision: "day" });
const oneDay = (day: number | undefined): Reading | undefined => (day === undefined ? undefined : days(day));

/** Days that a relative expression counts from. */
function base({ reference, anchor }: TimeContext): DayRange | undefined {
  return reference ?? (anchor === undefined ? undefined : { from: anchor, to: anchor });
}

const READ: Readonly<Record<TimeReading, Read>> = {
  date: (slots, _pattern, context) => oneDay(dateOf(slots, "", context)),
  weekday: (slots, pattern, { anchor, future }) => {
    const weekday = value(slots, "weekday");
    if (weekday === undefined || anchor === undefined) return undefined;
    return days(weekdayNear(weekday, anchor, pattern.which ?? (future ? "next" : undefined)));
  },
  night,
  overnight: (_slots, _pattern, { anchor }) => (anchor === undefined ? undefined : days(anchor - 1, anchor)),
  days: (slots, _pattern, context) => {
    const month = slots.get("month2") ?? slots.get("month");
    const [first, last, year] = [value(slots, "day"), slots.get("day2"), slots.get("year")];
    if (!month || !last || first === undefined) return undefined;
    const to = dateOf(
      new Map([["day", last], ["month", month], ...(year ? ([["year", year]] as const) : [])]),
      "",
      context,
    );
    if (to === undefined) return undefined;
    const firstMonth = value(slots, "month") ?? month.value;
    const from = dayNumber(yearOf(to) - (firstMonth > month.value ? 1 : 0), firstMonth, first);
    return from === undefined || from > to ? undefined : days(from, to);
  },
  "day-of-month": (slots, _pattern, context) => {
    const wanted = value(slots, "day");
    const near = base(context)?.to;
    if (wanted === undefined || near === undefined) return undefined;
    return oneDay(dayOfMonthNear(wanted, near, (context.anchor ?? near) + DAYS_AHEAD));
  },
  shift: (_slots, pattern, { anchor }) =>
    anchor === undefined ? undefined : days(anchor + (pattern.days ?? 0)),
  "same-day": (_slots, _pattern, context) => {
    const same = base(context);
    return same && { ...same, precision: "day" };
  },
  "context-shift": (_slots, pattern, context) => {
    const from = base(context);
    return from && days(from.from + (pattern.days ?? 0), from.to + (pattern.days ?? 0));
  },
  offset: (slots, pattern, context) => {
    // « deux jours après l'attaque »: the expression dates the attack, before the day of the sentence.
    const near = pattern.event || isClockUnit(slots) ? (context.beside ?? base(context)) : base(context);
    // What lies days after a night lies days after its morning.
    const from = near && !isClockUnit(slots) ? { from: near.to, to: near.to } : near;
    return from && shifted(from, slots, pattern.event ? -1 : (pattern.sign ?? 1));
  },
  ago: (slots, _pattern, { anchor }) =>
    anchor === undefined ? undefined : shifted({ from: anchor, to: anchor }, slots, -1),
  ahead: (slots, _pattern, { anchor }) => {
    if (anchor === undefined) return undefined;
    const reading = shifted({ from: anchor, to: anchor }, slots, 1);
    return reading && { from: anchor, to: reading.to, precision: "vague" };
  },
  window: (slots, _pattern, { anchor }) => {
    if (anchor === undefined) return undefined;
    const reading = shifted({ from: anchor, to: anchor }, slots, -1);
    return reading && { ...reading, to: anchor };
  },
  calendar: (_slots, pattern, { anchor }) => {
    if (anchor === undefined) return undefined;
    const { shift = 0, unit = "week" } = pattern;
    const range = calendarRange(unit, shift, anchor, pattern.portion);
    const precision = unit === "year" ? "year" : unit === "month" ? "month" : "week";
    // « ce mois-ci » goes as far as the report can know.
    return {
      from: range.from,
      to: shift === 0 && range.from <= anchor ? Math.min(range.to, anchor) : range.to,
      precision,
    };
  },
  weekend: (_slots, pattern, { anchor }) => {
    if (anchor === undefined) return undefined;
    const inside = weekdayOf(anchor) >= 6;
    const saturday = weekdayNear(6, inside && pattern.shift !== 0 ? anchor - 2 : anchor, undefined);
    return days(saturday, saturday + 1);
  },
  month: (slots, pattern, context) => {
    const month = value(slots, "month");
    const year = value(slots, "year") ?? (month === undefined ? undefined : yearOfMonth(month, context));
    if (month === undefined || year === undefined) return undefined;
    const range = pattern.portion ? monthPortion(year, month, pattern.portion) : monthRange(year, month);
    return { ...range, precision: "month" };
  },
  year: (slots, pattern) => {
    const year = value(slots, "year");
    if (year === undefined) return undefined;
    return { ...(pattern.portion ? yearPortion(year, pattern.portion) : yearRange(year)), precision: "year" };
  },
  season: (slots) => {
    const year = value(slots, "year");
    const season = SEASONS[(value(slots, "season") ?? 0) - 1];
    return year === undefined || season === undefined ? undefined : seasonOf(season, year);
  },
  part: (slots, _pattern, context) => {
    const same = base(context);
    return same && { from: slots.has("morning") ? same.to : same.from, to: same.to, precision: "hour" };
  },
};

const isClockUnit = (slots: Slots): boolean =>
  /^(?:hour|minute)$/.test(TIME_UNITS[(value(slots, "unit") ?? 0) - 1] ?? "");

/** The day of that number in the month of a day, or in the month before where it would lie after the latest possible. */
function dayOfMonthNear(wanted: number, near: number, latest: number): number | undefined {
  const same = dayNumber(yearOf(near), monthOf(near), wanted);
  if (same !== undefined && same <= latest) return same;
  const before = addMonths(monthRange(yearOf(near), monthOf(near)).from, -1);
  return dayNumber(yearOf(before), monthOf(before), wanted);
}

/** « dans la nuit de lundi à mardi »: the evening's day and the morning's. */
function night(slots: Slots, _pattern: TimePattern, context: TimeContext): Reading | undefined {
  const { anchor } = context;
  const morning = slots.has("day2") ? morningOf(slots, context) : undefined;
  if (morning !== undefined) return days(morning - 1, morning);
  const second = value(slots, "weekday2");
  if (second !== undefined && anchor !== undefined) {
    const to = weekdayNear(second, anchor, undefined);
    return days(to - 1, to);
  }
  const first = value(slots, "weekday");
  const evening = slots.has("month")
    ? dateOf(slots, "", context)
    : first !== undefined && anchor !== undefined
      ? weekdayNear(first, anchor, undefined)
      : undefined;
  return evening === undefined ? undefined : days(evening, evening + 1);
}

/** « du 13 au 14 » and « du lundi 13 au mardi 14 mars »: a month that is left out is that of the report. */
function morningOf(slots: Slots, context: TimeContext): number | undefined {
  const [day, near] = [value(slots, "day2"), context.anchor];
  if (slots.has("month2") || slots.has("weekday2") || day === undefined || near === undefined)
    return dateOf(slots, "2", context);
  return dayOfMonthNear(day, near, near + 1);
}

/** First days of the seasons of the northern hemisphere, as a calendar has them. */
const SEASON_START: Readonly<Record<Season, readonly [month: number, day: number]>> = {
  spring: [3, 20],
  summer: [6, 21],
  autumn: [9, 22],
  winter: [12, 21],
};

function seasonOf(season: Season, year: number): Reading | undefined {
  const next = SEASONS[(SEASONS.indexOf(season) + 1) % SEASONS.length] as Season;
  const [month, day] = SEASON_START[season];
  const [nextMonth, nextDay] = SEASON_START[next];
  const from = dayNumber(year, month, day);
  const after = dayNumber(season === "winter" ? year + 1 : year, nextMonth, nextDay);
  return from === undefined || after === undefined ? undefined : { from, to: after - 1, precision: "month" };
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

function shifted(from: DayRange, slots: Slots, sign: 1 | -1): Reading | undefined {
  const unit = TIME_UNITS[(value(slots, "unit") ?? 0) - 1];
  if (unit === undefined) return undefined;
  const move = (near: number, far: number, precision: Reading["precision"]): Reading =>
    sign < 0
      ? { from: from.from - far, to: from.to - near, precision }
      : { from: from.from + near, to: from.to + far, precision };
  const counted = slots.get("count");
  if (!counted || counted.vague) {
    const [near, far] = VAGUE_SPAN[unit];
    return move(near, far, unit === "hour" || unit === "minute" ? "hour" : "vague");
  }
  const count = counted.value + (slots.has("half") ? 0.5 : 0);
  switch (unit) {
    case "minute":
      return move(0, 0, "hour");
    case "hour": {
      const whole = Math.floor(count / 24);
      // Half a day or more may well cross midnight: both days enclose it.
      return move(whole, count % 24 >= 12 ? whole + 1 : whole, "hour");
    }
    case "day":
      return move(Math.floor(count), Math.floor(count), "day");
    case "week":
      return move(Math.round(count * 7), Math.round(count * 7), "week");
    case "fortnight":
      return move(Math.round(count * 14), Math.round(count * 14), "week");
    case "month":
      return months(from, sign, count, "month");
    case "year":
      break;
  }
  return months(from, sign, count * 12, "year");
}

/** Whole months by the calendar, what is left of one by its mean length. */
function months(from: DayRange, sign: 1 | -1, count: number, precision: Reading["precision"]): Reading {
  const rest = sign * Math.round((count % 1) * 30.4);
  const move = (day: number): number => addMonths(day, sign * Math.floor(count)) + rest;
  return { from: move(from.from), to: move(from.to), precision };
}

function calendarRange(
  unit: NonNullable<TimePattern["unit"]>,
  shift: number,
  anchor: number,
  portion: TimePattern["portion"],
): DayRange {
  if (unit === "year") {
    const year = yearOf(anchor) + shift;
    return portion ? yearPortion(year, portion) : yearRange(year);
  }
  if (unit === "month") {
    const first = addMonths(monthRange(yearOf(anchor), monthOf(anchor)).from, shift);
    return portion
      ? monthPortion(yearOf(first), monthOf(first), portion)
      : monthRange(yearOf(first), monthOf(first));
  }
  const monday = anchor - (weekdayOf(anchor) - 1) + shift * 7;
  const week = { from: monday, to: monday + 6 };
  return portion ? weekPortion(week, portion) : week;
}
