/** Sets the time expressions of a text against the calendar, sentence by sentence. */
import type { Offsets, TimeSpan } from "../types.ts";
import type { Word } from "../text/words.ts";
import { isoDay } from "./calendar.ts";
import type { TimeLexicon } from "./lexicon.ts";
import type { TimeMatch } from "./match.ts";
import { type Reading, readTime, RELATIVE_READINGS, type TimeContext } from "./readings.ts";

/** A time expression; `span` is absent where its day cannot be known. */
export interface ResolvedTime extends Offsets {
  readonly span?: TimeSpan;
}

interface Surroundings {
  readonly text: string;
  readonly words: readonly Word[];
  readonly lexicon: TimeLexicon;
  /** Folded auxiliaries of past tenses: a future verb behind one does not reach the expression. */
  readonly isPast: (key: string) => boolean;
}

/** Words on either side in which a verb tells the direction of time. */
const TENSE_WINDOW = 4;

/**
 * @param sentences  in text order
 * @param anchor  the publishing day as a day number, where known
 */
export function resolveTimes(
  matches: readonly TimeMatch[],
  sentences: readonly Offsets[],
  anchor: number | undefined,
  around: Surroundings,
): ResolvedTime[] {
  const { words } = around;
  const resolved: ResolvedTime[] = [];
  let reference: number | undefined;
  let next = 0;
  for (const sentence of [...sentences, { start: 0, end: Number.POSITIVE_INFINITY }]) {
    const inside: TimeMatch[] = [];
    while (next < matches.length && (words[(matches[next] as TimeMatch).start] as Word).start < sentence.end)
      inside.push(matches[next++] as TimeMatch);
    if (inside.length === 0) continue;
    const absolute = inside.map((match) => {
      if (RELATIVE_READINGS.has(match.compiled.pattern.means)) return undefined;
      const context: TimeContext = { anchor, reference, beside: undefined, future: isFuture(match, around) };
      return readTime(match.slots, match.compiled.pattern, context);
    });
    inside.forEach((match, index) => {
      const own = absolute[index];
      const beside = nearestOther(absolute, index);
      const reading =
        own ?? readTime(match.slots, match.compiled.pattern, { anchor, reference, beside, future: false });
      resolved.push(toResolved(match, reading, around));
      if (reading && movesReference(reading, anchor)) reference = reading.to;
    });
  }
  return resolved;
}

function toResolved(
  match: TimeMatch,
  reading: Reading | undefined,
  { text, words }: Surroundings,
): ResolvedTime {
  const start = (words[match.start] as Word).start;
  const end = (words[match.end - 1] as Word).end;
  if (!reading) return { start, end };
  const span: TimeSpan = {
    start,
    end,
    text: text.slice(start, end),
    from: isoDay(reading.from),
    to: isoDay(reading.to),
    precision: reading.precision,
  };
  return { start, end, span };
}

/** Only a day names a point that « la veille » can count from; and not one still to come. */
function movesReference(reading: Reading, anchor: number | undefined): boolean {
  if (reading.precision !== "day" && reading.precision !== "hour") return false;
  return anchor === undefined || reading.to <= anchor;
}

function nearestOther(readings: readonly (Reading | undefined)[], index: number): number | undefined {
  for (let distance = 1; distance < readings.length; distance++) {
    const reading = readings[index + distance] ?? readings[index - distance];
    if (reading && (reading.precision === "day" || reading.precision === "hour")) return reading.to;
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
