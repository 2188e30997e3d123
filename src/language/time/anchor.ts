/**
 * The publishing day, where a report's metadata have none.
 *
 * In order: a date line; then the year in which weekdays and dates of the text agree (« lundi 28 juin » is 2021, 2010
 * or 2027), the nearest to the years that the text names. Reports speak of the last few days, so the day is then the
 * latest date of the text, moved on to the weekday that the text writes without a date.
 */
import { TIME_UNITS } from "../../packs/index.ts";
import type { Offsets } from "../types.ts";
import { firstWordFrom, type Word } from "../text/words.ts";
import { addMonths, dayNumber, monthRange, weekdayOf, yearOf } from "./calendar.ts";
import type { TimeLexicon } from "./lexicon.ts";
import { matchDateline, type TimeMatch } from "./match.ts";
import type { SlotValue } from "./pattern.ts";
import type { PublishingDay } from "./resolve.ts";

/** Lines at the beginning and end of a text in which a date line may stand, and the words it holds besides the date. */
const DATELINE_LINES = 4;
const DATELINE_WORDS = 6;
/** Years on either side of those named that are tried. */
const YEARS_AROUND = 8;
/** Days by which the weekday of publishing may follow the latest date. */
const DAYS_ON = 5;

interface DatedMention {
  readonly day: number;
  readonly month: number;
  readonly weekday: number | undefined;
  readonly year: number | undefined;
}

/**
 * @param lexicons  of all languages, the text's own first: a site's date line may be in another language
 * @param around  a day that the report is known to lie near, where the caller knows one (other reports of a case)
 */
export function inferPublished(
  text: string,
  words: readonly Word[],
  lines: readonly Offsets[],
  matches: readonly TimeMatch[],
  lexicons: readonly [TimeLexicon, ...TimeLexicon[]],
  around?: number,
): PublishingDay {
  const slots = dateline(text, words, lines, lexicons);
  if (slots) return datelineDay(slots);
  const [lexicon] = lexicons;
  const told = matches.filter((match) => !lexicon.isTerm(words, match.start));
  const mentions = told.flatMap(dateMention);
  const year = agreeingYear(mentions, yearsNamed(words, mentions, around));
  const day = year === undefined ? undefined : latestDay(mentions, told, year);
  if (day !== undefined) return { day };
  return around === undefined ? {} : { near: around };
}

/** A date line is a line that holds a date and little else, or says that it is one (« Publié le… », « date 2022-01 »). */
function dateline(
  text: string,
  words: readonly Word[],
  lines: readonly Offsets[],
  lexicons: readonly TimeLexicon[],
): ReadonlyMap<string, SlotValue> | undefined {
  const last = lines.slice(Math.max(DATELINE_LINES, lines.length - DATELINE_LINES));
  for (const line of [...lines.slice(0, DATELINE_LINES), ...last]) {
    const from = firstWordFrom(words, line.start);
    const to = firstWordFrom(words, line.end);
    if (from === to) continue;
    for (const lexicon of lexicons) {
      const match = matchDateline(words, lexicon, from);
      if (!match || match.end > to) continue;
      const says = lexicon.datelineWords.has((words[from] as Word).key);
      const sentence = /[.!?]["»)]*$/.test(text.slice(line.start, line.end));
      if (says || (to - match.end <= DATELINE_WORDS && !sentence)) return match.slots;
    }
  }
  return undefined;
}

function datelineDay(slots: ReadonlyMap<string, SlotValue>): PublishingDay {
  const year = slots.get("year")?.value;
  const month = slots.get("month")?.value;
  const day = slots.get("day")?.value;
  if (year === undefined || month === undefined) return {};
  const exact = day === undefined ? undefined : dayNumber(year, month, day);
  return exact === undefined ? { period: monthRange(year, month) } : { day: exact };
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

/** The year, nearest to the latest of those named, in which the most dates fall on the weekday written beside them. */
function agreeingYear(mentions: readonly DatedMention[], years: readonly number[]): number | undefined {
  if (years.length === 0 || mentions.length === 0) return undefined;
  const latest = Math.max(...years);
  const checked = mentions.filter((mention) => mention.year === undefined && mention.weekday !== undefined);
  let best = latest;
  let most = 0;
  for (let step = 0; step <= YEARS_AROUND * 2; step++) {
    const year = latest + (step % 2 === 0 ? -step / 2 : (step + 1) / 2);
    const agreeing = checked.filter(({ day, month, weekday }) => {
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
  let latest = Math.max(...days, ...daysSince(matches, year));
  for (const match of matches) {
    const weekday = match.slots.get("weekday")?.value;
    if (match.compiled.pattern.means !== "weekday" || weekday === undefined) continue;
    const following = latest + ((weekday - weekdayOf(latest) + 7) % 7);
    if (following - latest <= DAYS_ON) latest = following;
  }
  return latest;
}

/** « un mois et demi après l'attaque du 20 octobre »: a day reckoned from the next date. */
function daysSince(matches: readonly TimeMatch[], year: number): number[] {
  return matches.flatMap((match, index) => {
    const next = matches[index + 1];
    const [mention] = next ? dateMention(next) : [];
    const count = match.slots.get("count");
    const unit = TIME_UNITS[(match.slots.get("unit")?.value ?? 0) - 1];
    if (!match.compiled.pattern.event || !mention || !count || count.vague) return [];
    const from = dayNumber(mention.year ?? year, mention.month, mention.day);
    if (from === undefined) return [];
    const half = match.slots.has("half");
    if (unit === "month") return [addMonths(from, count.value) + (half ? 15 : 0)];
    if (unit === "day") return [from + count.value];
    return unit === "week" ? [from + count.value * 7] : [];
  });
}
