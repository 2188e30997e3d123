/**
 * The publishing day, where a report's metadata have none.
 *
 * In order: a date line in the first or last lines; then the year in which weekdays and dates of the text agree
 * (« lundi 28 juin » is 2021, 2010 or 2027), the nearest to the years that the text names. Reports speak of the last
 * few days, so the day is then the latest date of the text, moved on to the weekday that the text calls today's or
 * writes without a date.
 */
import type { Offsets } from "../types.ts";
import { firstWordFrom, type Word } from "../text/words.ts";
import { dayNumber, monthRange, weekdayOf, yearOf } from "./calendar.ts";
import type { TimeLexicon } from "./lexicon.ts";
import { findDateline, type TimeMatch } from "./match.ts";
import type { SlotValue } from "./pattern.ts";

/** Words at the beginning and end of a text in which a date line may stand. */
const DATELINE_WORDS = 40;
/** Years on either side of those named that are tried. */
const YEARS_AROUND = 8;

interface DatedMention {
  readonly day: number;
  readonly month: number;
  readonly weekday: number | undefined;
  readonly year: number | undefined;
}

/**
 * @param around  a day that the report is known to lie near, where the caller knows one (other reports of a case)
 * @returns a day number, or undefined where the text does not tell
 */
export function inferAnchor(
  words: readonly Word[],
  matches: readonly TimeMatch[],
  firstLine: Offsets | undefined,
  lexicon: TimeLexicon,
  around?: number,
): number | undefined {
  const head = firstLine ? firstWordFrom(words, firstLine.end) : 0;
  const slots =
    findDateline(words, lexicon, 0, Math.min(head, DATELINE_WORDS)) ??
    findDateline(words, lexicon, Math.max(head, words.length - DATELINE_WORDS), words.length);
  const dated = slots && datelineDay(slots);
  if (dated !== undefined) return dated;
  const mentions = matches.flatMap(dateMention);
  const years = yearsNamed(words, mentions, around);
  const year = agreeingYear(mentions, years);
  return year === undefined ? undefined : latestDay(mentions, matches, year);
}

function datelineDay(slots: ReadonlyMap<string, SlotValue>): number | undefined {
  const year = slots.get("year")?.value;
  const month = slots.get("month")?.value;
  const day = slots.get("day")?.value;
  if (year === undefined || month === undefined) return undefined;
  // A month alone: its last day, so that every day of it lies before.
  return day === undefined ? monthRange(year, month).to : dayNumber(year, month, day);
}

function dateMention(match: TimeMatch): DatedMention[] {
  const day = match.slots.get("day")?.value;
  const month = match.slots.get("month")?.value;
  if (match.compiled.pattern.means !== "date" || day === undefined || month === undefined) return [];
  return [{ day, month, weekday: match.slots.get("weekday")?.value, year: match.slots.get("year")?.value }];
}

function yearsNamed(
  words: readonly Word[],
  mentions: readonly DatedMention[],
  around: number | undefined,
): number[] {
  if (around !== undefined) return [yearOf(around)];
  const dated = mentions.flatMap((mention) => mention.year ?? []);
  if (dated.length > 0) return dated;
  return words.flatMap((word) => (/^(?:19|20)\d\d$/.test(word.form) ? Number(word.form) : []));
}

/** The year, nearest to those named, in which the most dates fall on the weekday written beside them. */
function agreeingYear(mentions: readonly DatedMention[], years: readonly number[]): number | undefined {
  if (years.length === 0) return undefined;
  const middle = Math.max(...years);
  const undated = mentions.filter((mention) => mention.year === undefined);
  const withWeekday = undated.filter((mention) => mention.weekday !== undefined);
  if (withWeekday.length === 0) return undated.length > 0 || mentions.length > 0 ? middle : undefined;
  let best: number | undefined;
  let most = 0;
  for (let step = 0; step <= YEARS_AROUND * 2; step++) {
    const year = middle + (step % 2 === 0 ? -step / 2 : (step + 1) / 2);
    const agreeing = withWeekday.filter(({ day, month, weekday }) => {
      const date = dayNumber(year, month, day);
      return date !== undefined && weekdayOf(date) === weekday;
    }).length;
    if (agreeing > most) {
      most = agreeing;
      best = year;
    }
  }
  return best;
}

function latestDay(
  mentions: readonly DatedMention[],
  matches: readonly TimeMatch[],
  year: number,
): number | undefined {
  const days = mentions.flatMap(
    (mention) => dayNumber(mention.year ?? year, mention.month, mention.day) ?? [],
  );
  if (days.length === 0) return undefined;
  let latest = Math.max(...days);
  for (const match of matches) {
    const weekday = match.slots.get("weekday")?.value;
    if (match.compiled.pattern.means !== "weekday" || weekday === undefined) continue;
    const following = latest + ((weekday - weekdayOf(latest) + 7) % 7);
    if (following - latest <= 5) latest = following;
  }
  return latest;
}
