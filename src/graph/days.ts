/** Days as the records give them: whole ISO days, date-times, and for standing facts also years and months. */

const DAY_MS = 86_400_000;
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|T)/;

/** First day of a year, month, day or date-time, as an ISO day; undefined for anything else. */
export function firstDay(text: string | undefined): string | undefined {
  const [, year, month = "01", day = "01"] = (text && PARTIAL.exec(text)) || [];
  return year && realDay(`${year}-${month}-${day}`);
}

/** Last day of a year, month, day or date-time, as an ISO day; undefined for anything else. */
export function lastDay(text: string | undefined): string | undefined {
  const [, year, month, day] = (text && PARTIAL.exec(text)) || [];
  if (!year) return undefined;
  if (day) return realDay(`${year}-${month}-${day}`);
  const after = month ? Date.UTC(Number(year), Number(month), 1) : Date.UTC(Number(year) + 1, 0, 1);
  return isoDay(after / DAY_MS - 1);
}

/** Days since 1970-01-01 of an ISO day. */
export function epochDay(day: string | undefined): number | undefined {
  return day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The ISO day that lies `epoch` days after 1970-01-01. */
export function isoDay(epoch: number): string {
  return new Date(epoch * DAY_MS).toISOString().slice(0, 10);
}

/** The day itself where the calendar has it (30 February is none). */
function realDay(day: string): string | undefined {
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8));
  const length = month === 2 && isLeap(Number(day.slice(0, 4))) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
  return date >= 1 && date <= length ? day : undefined;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
