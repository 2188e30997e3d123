/** Days of the proleptic Gregorian calendar as day numbers: 0 is 1970-01-01, a Thursday. */

/** A span of whole days, both ends included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const MS_PER_DAY = 86_400_000;

/** @returns undefined for a day that does not exist (30 February) */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.getTime() / MS_PER_DAY;
}

/** Day number of an ISO date; what follows the day (time, zone) is left aside. */
export function parseDay(iso: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** ISO date of a day number. */
export function isoDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

export function monthOf(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCMonth() + 1;
}

export function dayOfMonth(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCDate();
}

export function monthRange(year: number, month: number): DayRange {
  const from = Date.UTC(year, month - 1, 1) / MS_PER_DAY;
  return { from, to: Date.UTC(year, month, 1) / MS_PER_DAY - 1 };
}

export function yearRange(year: number): DayRange {
  return { from: Date.UTC(year, 0, 1) / MS_PER_DAY, to: Date.UTC(year, 11, 31) / MS_PER_DAY };
}

/** The same day of the month `months` later, or the last day of a shorter month. */
export function addMonths(day: number, months: number): number {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  const { from, to } = monthRange(year, month);
  return Math.min(from + dayOfMonth(day) - 1, to);
}

export type Portion = "begin" | "middle" | "end";

/** « début juin » is its first ten days, « mi-juin » the next, « fin juin » from the 25th. */
export function monthPortion(year: number, month: number, portion: Portion): DayRange {
  const { from, to } = monthRange(year, month);
  if (portion === "begin") return { from, to: from + 9 };
  return portion === "middle" ? { from: from + 10, to: from + 19 } : { from: from + 24, to };
}

/** « début 2020 » is January and February, « fin 2020 » November and December. */
export function yearPortion(year: number, portion: Portion): DayRange {
  const [first, last] = portion === "begin" ? [1, 2] : portion === "middle" ? [5, 8] : [11, 12];
  return { from: monthRange(year, first).from, to: monthRange(year, last).to };
}

/** The first two, middle three or last two days of a week. */
export function weekPortion({ from, to }: DayRange, portion: Portion): DayRange {
  if (portion === "begin") return { from, to: from + 1 };
  return portion === "middle" ? { from: from + 2, to: from + 4 } : { from: to - 1, to };
}
