/** Sequences of capitalised words that no pack knows: where a new name may stand. */
import type { Word } from "../text/words.ts";
import type { NameWords } from "./name-words.ts";
import { isArticle } from "./name-key.ts";

/** `start` and `end` index words; `initial` where the capital may be due to the sentence. */
export interface CapitalRun {
  readonly start: number;
  readonly end: number;
  readonly initial: boolean;
  /** Whether capitals mean anything here: they do not in a headline. */
  readonly plain: boolean;
}

interface Limits {
  /** Whether the word stands in a line that writes most words with a capital. */
  readonly isHeadline: (at: number) => boolean;
  /** Whether the word belongs to a name, time or number already found. */
  readonly isTaken: (at: number) => boolean;
  /** Whether a sentence begins at the word. */
  readonly isInitial: (at: number) => boolean;
}

const LONGEST_RUN = 6;
const PERSONAL_PARTICLES = new Set([
  "ag",
  "bin",
  "ben",
  "ibn",
  "bint",
  "ould",
  "van",
  "von",
  "der",
  "abou",
  "abu",
  "oum",
  "umm",
]);

export function capitalRuns(
  text: string,
  words: readonly Word[],
  around: NameWords,
  { isTaken, isInitial, isHeadline }: Limits,
): CapitalRun[] {
  const runs: CapitalRun[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!opens(words, at, isTaken)) continue;
    let end = at + 1;
    while (end < words.length && end - at < LONGEST_RUN && !isTaken(end) && !isInitial(end)) {
      const step = extension(text, words, end, isTaken);
      if (step === 0) break;
      end += step;
    }
    const start = withoutOrdinary(words, at, end, around);
    const last = withoutTrailing(words, start, end, around);
    const title = around.titles.match(words, start, last - start)?.length === last - start;
    if (last > start && !title && isSubstantial(words.slice(start, last)))
      runs.push({ start, end: last, initial: isInitial(at) && start === at, plain: !isHeadline(start) });
    at = Math.max(at, end - 1);
  }
  return runs;
}

/** More than a letter or an article: « K1 », not « L ». */
function isSubstantial(run: readonly Word[]): boolean {
  return (
    run.filter((word) => !isArticle(word.key)).reduce((letters, word) => letters + word.form.length, 0) > 1
  );
}

const capital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.form);

function opens(words: readonly Word[], at: number, isTaken: (at: number) => boolean): boolean {
  if (isTaken(at)) return false;
  const word = words[at] as Word;
  if (word.glue === "" && at > 0) return false;
  if (capital(word)) return true;
  const next = words[at + 1];
  const joins = next?.glue === "-" || (next?.glue === " " && /^(?:al|el)$/.test(word.key));
  return isArticle(word.key) && joins && capital(next) && !isTaken(at + 1);
}

/** Words by which the run goes on at `at`; 0 where it ends. */
function extension(
  text: string,
  words: readonly Word[],
  at: number,
  isTaken: (at: number) => boolean,
): number {
  const word = words[at] as Word;
  const next = words[at + 1];
  const initialed = word.glue === "." && isInitialLetter(words[at - 1]);
  const joined = word.glue === " " || isHyphened(text, words, at) || word.glue === "'" || initialed;
  if (capital(word) && (joined || word.glue === "")) return 1;
  if (/^\p{N}{1,3}$/u.test(word.form) && (word.glue === "" || (word.glue === "-" && next?.glue !== "")))
    return 1;
  if (!joined || !next || isTaken(at + 1) || !capital(next)) return 0;
  if (isArticle(word.key) && next.glue === "-") return 2;
  return PERSONAL_PARTICLES.has(word.key) && next.glue === " " ? 2 : 0;
}

/** « S. Rahmonov », « J.-P. Kabwe »: the letter of a first name. */
const isInitialLetter = (word: Word | undefined): boolean =>
  word !== undefined && /^\p{Lu}$/u.test(word.form);

/** A hyphen joins words of a name; a dash parts names, as in "the Goma–Sake road". */
export const isHyphened = (text: string, words: readonly Word[], at: number): boolean =>
  words[at]?.glue === "-" && /^[-‐‑]$/.test(text.slice(words[at - 1]?.end, words[at].start));

/** A run does not begin with « Le », "The", « Mardi », nor with a title. */
function withoutOrdinary(words: readonly Word[], start: number, end: number, around: NameWords): number {
  let from = start;
  while (
    from < end &&
    around.isOrdinary((words[from] as Word).key) &&
    !isArticle((words[from] as Word).key) &&
    !(isInitialLetter(words[from]) && words[from + 1]?.glue === ".")
  )
    from++;
  from = afterTitles(words, from, end, around);
  // Behind an apostrophe (« L'Union ») the article is a word of its own.
  while (from < end && (words[from] as Word).form.length === 1 && words[from + 1]?.glue === "'") from++;
  return from;
}

/** "Home Minister X", "Provincial Police Chief Gen. X": titles, and everyday words before them, are no part of a name. */
function afterTitles(words: readonly Word[], start: number, end: number, around: NameWords): number {
  let from = start;
  for (let at = start; at < end - 1; at++) {
    const title = around.titles.match(words, at, end - at - 1);
    if (title) {
      at += title.length - 1;
      from = at + 1;
    } else if (!around.isEveryday((words[at] as Word).key) && !around.isOrdinary((words[at] as Word).key))
      break;
  }
  return from;
}

function withoutTrailing(words: readonly Word[], start: number, end: number, around: NameWords): number {
  let last = end;
  while (last > start && around.isOrdinary((words[last - 1] as Word).key)) {
    // "Islamic Freedom Fighters", "Green State": the kind of thing is a part of the name.
    if (
      last - start > 1 &&
      (around.heads.match(words, last - 1, 1) ?? around.parts.match(words, last - 1, 1))
    )
      break;
    last--;
  }
  return last;
}
