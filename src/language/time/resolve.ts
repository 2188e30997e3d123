/** Sets the time expressions of a text against the calendar, sentence by sentence. */
import type { Offsets, TimeSpan } from "../types.ts";
import type { Word } from "../text/words.ts";
import { type DayRange, isoDay } from "./calendar.ts";
import type { TimeLexicon } from "./lexicon.ts";
import type { TimeMatch } from "./match.ts";
import type { TimeContext } from "./context.ts";
import { type Reading, readTime, RELATIVE_READINGS } from "./readings.ts";

/** A time expression; `span` is absent where its day cannot be known. */
export interface ResolvedTime extends Offsets {
  readonly span?: TimeSpan;
}

/** What is known of the day on which a report appeared. */
export interface PublishingDay {
  /** The day itself, as a day number. */
  readonly day?: number;
  /** Only a period is known (« janvier 2022 »). */
  readonly period?: DayRange;
  /** Only a day near it is known. */
  readonly near?: number;
}

interface Surroundings {
  readonly text: string;
  readonly words: readonly Word[];
  readonly lexicon: TimeLexicon;
  /** Folded auxiliaries of past tenses: a future verb behind one does not reach the expression. */
  readonly isPast: (key: string) => boolean;
  /** Folded verbs of saying: « a annoncé samedi » dates the announcement, not what is told. */
  readonly isSpeech: (key: string) => boolean;
}

/** Words on either side in which a verb tells the direction of time. */
const TENSE_WINDOW = 4;
/** Words before an expression in which a verb of saying takes it. */
const SPEECH_WINDOW = 2;

/** @param sentences  in text order */
export function resolveTimes(
  matches: readonly TimeMatch[],
  sentences: readonly Offsets[],
  published: PublishingDay,
  around: Surroundings,
): ResolvedTime[] {
  const { words } = around;
  const known = { anchor: published.day, near: published.near ?? published.period?.to };
  const absolute = matches.map((match) => {
    if (RELATIVE_READINGS.has(match.compiled.pattern.means)) return undefined;
    const context: TimeContext = {
      ...known,
      reference: undefined,
      beside: undefined,
      future: isFuture(match, around),
    };
    return readTime(match.slots, match.compiled.pattern, context) ?? within(match, published.period);
  });
  const moves = matches.map((match, index) => movesAccount(match, absolute[index], published.day, around));
  // Until a day is named, « la veille » counts from the first that will be.
  let reference: DayRange | undefined = absolute[moves.indexOf(true)];
  const sentenceOf = sentenceIndices(matches, words, sentences);
  return matches.map((match, index) => {
    const beside = nearestOther(absolute, sentenceOf, index);
    const context: TimeContext = { ...known, reference, beside, future: isFuture(match, around) };
    const reading = absolute[index] ?? readTime(match.slots, match.compiled.pattern, context);
    if (reading && (moves[index] || (!absolute[index] && followsAccount(match, reading, around))))
      reference = reading;
    return toResolved(match, reading, around);
  });
}

/** Where only the month of publishing is known, « mardi » is some day of it. */
function within(match: TimeMatch, period: DayRange | undefined): Reading | undefined {
  const { means } = match.compiled.pattern;
  if (!period || (means !== "weekday" && means !== "shift" && means !== "window" && means !== "overnight"))
    return undefined;
  return { ...period, precision: "vague" };
}

function toResolved(
  match: TimeMatch,
  reading: Reading | undefined,
  { text, words }: Surroundings,
): ResolvedTime {
  const start = (words[match.start] as Word).start;
  const end = (words[match.end - 1] as Word).end;
  if (!reading) return { start, end };
  const { from, to, precision } = reading;
  return {
    start,
    end,
    span: { start, end, text: text.slice(start, end), from: isoDay(from), to: isoDay(to), precision },
  };
}

const isDay = (reading: Reading): boolean => reading.precision === "day" || reading.precision === "hour";

/** Whether the account moves to the day: not by the day of an announcement, of another event, or one still to come. */
function movesAccount(
  match: TimeMatch,
  reading: Reading | undefined,
  anchor: number | undefined,
  around: Surroundings,
): boolean {
  if (!reading || !isDay(reading) || reading.to > (anchor ?? reading.to)) return false;
  const { words, lexicon, isSpeech } = around;
  if (lexicon.isAttributive(words, match.start)) return false;
  for (let at = match.start - 1; at >= Math.max(0, match.start - SPEECH_WINDOW); at--) {
    if (isSpeech((words[at] as Word).key)) return false;
    if ((words[at + 1] as Word).glue !== " ") break;
  }
  return true;
}

/** « deux jours plus tard » carries the account on; « dix jours plus tôt » looks back from where it stands. */
function followsAccount(match: TimeMatch, reading: Reading, { words, lexicon }: Surroundings): boolean {
  const { means, sign = 1, event = false } = match.compiled.pattern;
  if (!isDay(reading) || lexicon.isAttributive(words, match.start)) return false;
  return means !== "offset" || (sign > 0 && !event);
}

function sentenceIndices(
  matches: readonly TimeMatch[],
  words: readonly Word[],
  sentences: readonly Offsets[],
): number[] {
  let sentence = 0;
  return matches.map((match) => {
    const { start } = words[match.start] as Word;
    while (sentence < sentences.length - 1 && (sentences[sentence] as Offsets).end <= start) sentence++;
    return sentence;
  });
}

function nearestOther(
  readings: readonly (Reading | undefined)[],
  sentenceOf: readonly number[],
  index: number,
): DayRange | undefined {
  const sentence = sentenceOf[index];
  for (let distance = 1; distance < readings.length; distance++) {
    const [after, before] = [index + distance, index - distance];
    const inside = sentenceOf[after] === sentence || sentenceOf[before] === sentence;
    if (!inside) return undefined;
    for (const at of [after, before]) {
      const reading = sentenceOf[at] === sentence ? readings[at] : undefined;
      if (reading && isDay(reading)) return reading;
    }
  }
  return undefined;
}

/** Whether the verb nearest to the expression is in the future. */
function isFuture(match: TimeMatch, { words, lexicon, isPast }: Surroundings): boolean {
  for (let at = match.start - 1; at >= Math.max(0, match.start - TENSE_WINDOW); at--) {
    const word = words[at] as Word;
    if (isPast(word.key)) return false;
    if (lexicon.isFuture(word.key)) return true;
    if (endsClause(words[at + 1])) break;
  }
  for (let at = match.end; at < Math.min(words.length, match.end + TENSE_WINDOW); at++) {
    const word = words[at] as Word;
    if (endsClause(word) || isPast(word.key)) return false;
    if (lexicon.isFuture(word.key)) return true;
  }
  return false;
}

const endsClause = (word: Word | undefined): boolean => word !== undefined && /[?.\n]/.test(word.glue);
