/**
 * Sentences of a report, by rule.
 *
 * The cases that general segmenters get wrong and reports are full of: abbreviations (« M. », « gén. », "U.S."),
 * sentences glued together (« chose.Selon »), closing marks that stand apart (« . » »), headings and datelines
 * without a full stop, links to other texts.
 */
import { fold } from "../../shared/index.ts";
import type { TextData } from "../../packs/index.ts";
import type { Offsets, Sentence } from "../types.ts";
import { trim } from "./paragraphs.ts";

export interface SentenceSpan extends Offsets {
  readonly paragraph: number;
  readonly kind: Sentence["kind"];
}

/** A sentence is cut at a space after so many characters, so that what reads it stays linear. */
const LONGEST_SENTENCE = 3000;
/** A paragraph of so few words without a full stop is a heading. */
const HEADING_WORDS = 22;
/** « Pentagone. Dans un communiqué… »: a run-in heading. */
const RUN_IN_WORDS = 3;

const TERMINATOR = /[.!?…]+/g;
const CLOSER = /[»”"’')\]*_]/;
const BULLET = /^(?:[•▪▫◦‣·●○■□►▶→*#>–—-]+|\d{1,2}[.)])[ \u00A0\t]+/;
const MARKUP = /^[*_#]+/;
/** « KIRKOUK (Irak) – », "BAGHDAD, Jan 3 (Agency) -", « NIAMEY, 12 déc. — » */
const DATELINE =
  /^\p{Lu}[\p{Lu}\p{M}'’ .-]{2,40}(?:\s*\([^)\n]{1,40}\))?(?:,\s*[^–—\n]{1,30}?)?(?:\s*\([^)\n]{1,30}\))?\s*[–—-]+\s+(?=\S)/u;

/**
 * @param paragraphs  as `paragraphs()` gives them, in order
 * @returns sentences in order, none empty, none overlapping; what lies between them is white space, a bullet or markup
 */
export function splitSentences(text: string, paragraphs: readonly Offsets[], data: TextData): SentenceSpan[] {
  const abbreviations = new Set(data.sentences.abbreviations.map(fold));
  const boilerplate = data.sentences.boilerplate.map(fold);
  const found: SentenceSpan[] = [];
  paragraphs.forEach((paragraph, index) => {
    let { start, end } = withoutBullet(text, paragraph);
    if (start >= end) return;
    const opening = fold(text.slice(start, Math.min(end, start + 60))).replace(MARKUP, "");
    if (
      boilerplate.some(
        (phrase) => opening.startsWith(phrase) && !/^[a-z0-9]/.test(opening.slice(phrase.length)),
      )
    ) {
      found.push({ start, end, paragraph: index, kind: "boilerplate" });
      return;
    }
    const dateline = DATELINE.exec(text.slice(start, Math.min(end, start + 120)));
    if (dateline && start + dateline[0].length < end) {
      const trimmed = trim(text, start, start + dateline[0].length);
      found.push({ ...trimmed, paragraph: index, kind: "boilerplate" });
      start = trimmed.end + (dateline[0].length - (trimmed.end - trimmed.start));
    }
    const spans = cutLong(text, cut(text, start, end, abbreviations));
    const alone = spans.length === 1;
    spans.forEach((span, position) => {
      found.push({ ...span, paragraph: index, kind: kindOf(text, span, alone, position === 0) });
    });
  });
  return found;
}

function withoutBullet(text: string, { start, end }: Offsets): Offsets {
  const bullet = BULLET.exec(text.slice(start, Math.min(end, start + 12)));
  return bullet ? trim(text, start + bullet[0].length, end) : { start, end };
}

function kindOf(text: string, { start, end }: Offsets, alone: boolean, first: boolean): Sentence["kind"] {
  const sentence = text.slice(start, Math.min(end, start + 400));
  const words =
    end - start > 400 ? Number.POSITIVE_INFINITY : (sentence.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
  if (words === 0) return "boilerplate";
  const finished = /[.!?…:;][»”"’')\]*_\s]*$/u.test(sentence);
  if (alone && !finished && words <= HEADING_WORDS) return "heading";
  const marked = /[*_]/.test(text[start - 1] ?? "") && /[*_]/.test(text[end] ?? "");
  if (first && !alone && (marked || (words <= RUN_IN_WORDS && /^[\p{L}\s'’-]+\.$/u.test(sentence))))
    return "heading";
  return "body";
}

/** « **Inata.** » → « Inata. » */
function withoutMarkup(text: string, { start, end }: Offsets): Offsets {
  let from = start;
  let to = end;
  while (from < to && /[*_#]/.test(text[from] as string)) from++;
  while (to > from && /[*_#]/.test(text[to - 1] as string)) to--;
  return trim(text, from, to);
}

/** Cuts a paragraph at the ends of its sentences. */
function cut(text: string, start: number, end: number, abbreviations: ReadonlySet<string>): Offsets[] {
  const spans: Offsets[] = [];
  let from = start;
  const add = (to: number): void => {
    const trimmed = withoutMarkup(text, trim(text, from, to));
    if (trimmed.end > trimmed.start) spans.push(trimmed);
    from = to;
  };
  TERMINATOR.lastIndex = start;
  for (let match = TERMINATOR.exec(text); match && match.index < end; match = TERMINATOR.exec(text)) {
    const after = match.index + match[0].length;
    if (after < from) continue;
    const to = boundary(text, from, match.index, after, end, match[0], abbreviations);
    if (to !== undefined) add(to);
  }
  add(end);
  return spans;
}

/** Offset at which the sentence that the terminator may end does end; undefined where it goes on. */
function boundary(
  text: string,
  from: number,
  at: number,
  after: number,
  end: number,
  mark: string,
  abbreviations: ReadonlySet<string>,
): number | undefined {
  if (after >= end) return end;
  const next = text[after] as string;
  const glued = !/[\s»”"’')\]*_]/.test(next);
  if (glued) return gluedBoundary(text, at, after, mark);
  const { to, closed } = pastClosers(text, from, after, end);
  if (to >= end) return end;
  const following = firstVisible(text, to, end);
  if (following >= end) return end;
  const character = text[following] as string;
  if (/[,;:)\]]/.test(character)) return undefined;
  if (mark === "." && !closed && isAbbreviation(text, from, at, abbreviations, character)) return undefined;
  if (/\p{Ll}/u.test(character)) return undefined;
  return to;
}

/** « chose.Selon », « Taji !Trois »: two sentences without a space. Not "U.S.A", "3.5", "site.com". */
function gluedBoundary(text: string, at: number, after: number, mark: string): number | undefined {
  const next = text.slice(after, after + 2);
  if (!/^\p{Lu}[\p{Ll}\s'’]/u.test(next)) return undefined;
  if (mark !== ".") return after;
  return /[\p{L}\p{N}][\p{Ll}\p{Lu}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) ? after : undefined;
}

/** Moves past closing marks, also past one behind a space where its quotation is still open. */
function pastClosers(
  text: string,
  from: number,
  after: number,
  end: number,
): { to: number; closed: boolean } {
  let to = after;
  let closed = false;
  for (;;) {
    const character = text[to];
    if (to >= end || character === undefined) break;
    if (CLOSER.test(character)) {
      if (character === '"' && to > after && !openStraightQuote(text, from, to)) break;
      to++;
      closed = true;
      continue;
    }
    const ahead = firstVisible(text, to, Math.min(end, to + 3));
    const distant = text[ahead];
    if (ahead === to || distant === undefined) break;
    if (distant === "»" || distant === "”" || (distant === '"' && openStraightQuote(text, from, ahead))) {
      to = ahead + 1;
      closed = true;
      continue;
    }
    break;
  }
  return { to, closed };
}

function openStraightQuote(text: string, from: number, to: number): boolean {
  let open = false;
  for (let at = text.indexOf('"', from); at >= 0 && at < to; at = text.indexOf('"', at + 1)) open = !open;
  return open;
}

function firstVisible(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(text[at] as string)) at++;
  return at;
}

function isAbbreviation(
  text: string,
  from: number,
  at: number,
  abbreviations: ReadonlySet<string>,
  next: string,
): boolean {
  const word = /[\p{L}\p{M}][\p{L}\p{M}.-]*$/u.exec(text.slice(Math.max(from, at - 12), at))?.[0];
  if (word === undefined) return false;
  if (abbreviations.has(fold(word))) return true;
  // An initial (« W. Bush »), or letters with full stops ("U.S. Army"): ends a sentence only before no capital.
  if (/^\p{Lu}$/u.test(word)) return /\p{Lu}/u.test(next);
  return /^(?:\p{L}\.)+\p{L}$/u.test(word) && /[\p{L}\d]/u.test(next);
}

function cutLong(text: string, spans: readonly Offsets[]): Offsets[] {
  return spans.flatMap(({ start, end }) => {
    const parts: Offsets[] = [];
    let from = start;
    while (end - from > LONGEST_SENTENCE) {
      const space = text.lastIndexOf(" ", from + LONGEST_SENTENCE);
      const to = space > from + LONGEST_SENTENCE / 2 ? space : from + LONGEST_SENTENCE;
      const part = trim(text, from, to);
      if (part.end > part.start) parts.push(part);
      from = to;
    }
    const rest = trim(text, from, end);
    if (rest.end > rest.start) parts.push(rest);
    return parts;
  });
}
