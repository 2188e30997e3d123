/** Signs that a capitalised sequence is a person: titles, offices, ages, verbs of saying, the shape of a full name. */
import type { Word } from "../text/words.ts";
import type { CapitalRun } from "./capital-runs.ts";
import { isArticle } from "./name-key.ts";
import type { NameWords } from "./name-words.ts";
import { type RunReading, slice } from "./run-reading.ts";

/** Two to four words, none of them an acronym or figure; Arabic articles count for nothing. */
export function isPersonal(words: readonly Word[], { start, end }: CapitalRun): boolean {
  const inside = words.slice(start, end);
  const bearing = inside.filter((word) => !isArticle(word.key)).length;
  return bearing >= 2 && bearing <= 4 && !inside.some((word) => /^\p{N}|^\p{Lu}{2,}$/u.test(word.form));
}

/** « le général X », « le secrétaire d'État américain X », "M. X"; before a comma only for a full name. */
export function titleBefore(reading: RunReading, start: number, personal: boolean): string | undefined {
  const { words, around } = reading;
  const gap = words[start]?.glue;
  if (gap !== " " && gap !== "." && !(gap === "," && personal)) return undefined;
  const direct = around.titles.matchBefore(words, start);
  if (direct) {
    // « il l'a dit. Kazimi… »: only a short title takes a full stop.
    const long = gap === "." && (words[start - 1] as Word).form.length > LONGEST_ABBREVIATION;
    return long ? undefined : slice(reading, start - direct.length, start);
  }
  const adjective = words[start - 1];
  if (
    !personal ||
    !adjective ||
    adjective.glue !== " " ||
    !/^\p{Ll}/u.test(adjective.form) ||
    around.isOrdinary(adjective.key)
  )
    return undefined;
  const distant = around.titles.matchBefore(words, start - 1);
  return distant && slice(reading, start - 1 - distant.length, start);
}

const LONGEST_ABBREVIATION = 4;

/** « le chef du gouvernement sortant, X »: an office a few words back, in the same phrase. */
export function officeBefore(reading: RunReading, start: number): string | undefined {
  const { words, around } = reading;
  for (let at = start - 1; at >= Math.max(0, start - APPOSITION_REACH); at--) {
    const word = words[at] as Word;
    const office = around.offices.match(words, at);
    if (office) return slice(reading, at, at + office.length);
    if (around.isAuxiliary(word.key) || around.isSpeech(word.key)) return undefined;
    if (word.glue !== " " && word.glue !== "'" && word.glue !== "-") return undefined;
  }
  return undefined;
}

/** « X, le patron de… », "X, a nurse": an office behind a comma, with or without an article. */
export function hasOfficeBehind(words: readonly Word[], end: number, around: NameWords): boolean {
  if (words[end]?.glue !== ",") return false;
  if (around.offices.match(words, end)) return true;
  for (let at = end; at < end + OFFICE_REACH && words[at + 1]?.glue.match(/^[ '-]$/); at++) {
    const key = (words[at] as Word).key;
    if (at === end && !around.isOrdinary(key)) return false;
    if (around.offices.match(words, at + 1)) return true;
  }
  return false;
}

/** Words between the comma and the office: an article and two adjectives. */
const OFFICE_REACH = 3;

/** « X, 42 ans, », "X, 51,". */
export const hasAge = (words: readonly Word[], end: number): boolean =>
  words[end]?.glue === "," &&
  /^[1-9]\d$/.test(words[end].form) &&
  (words[end + 1]?.glue === "," || words[end + 1]?.key === "ans");

/** « X a reporté », « par X ». */
export function acts(words: readonly Word[], { start, end }: CapitalRun, around: NameWords): boolean {
  if (words[end]?.glue === " " && around.isAuxiliary(words[end].key)) return true;
  return words[start]?.glue === " " && around.isAgentPreposition(words[start - 1]?.key ?? "");
}

/** « X a déclaré », "X said", « a déclaré X »: on which side of the verb the name stands. */
export function speaks(
  words: readonly Word[],
  { start, end }: CapitalRun,
  around: NameWords,
): "after" | "before" | undefined {
  let at = end;
  if (words[at]?.glue === "," || words[at]?.glue === " ") {
    if (around.isAuxiliary(words[at]?.key ?? "")) at++;
    if (words[at] && around.isSpeech((words[at] as Word).key) && words[at]?.glue === " ")
      return words[end]?.glue === " " ? "after" : "before";
  }
  return words[start]?.glue === " " && around.isSpeech(words[start - 1]?.key ?? "") ? "before" : undefined;
}

/** « selon X », « cité par l'Écho »: a lone capital without an article may be a surname, a town or a word. */
export function isCited(words: readonly Word[], run: CapitalRun, around: NameWords): boolean {
  const article = articleBefore(words, run.start, around);
  if (run.end - run.start < 2 && (!article || around.isEveryday(words[run.start]?.key ?? ""))) return false;
  return around.cited.matchBefore(words, article ? run.start - 1 : run.start) !== undefined;
}

/** « l'Écho », « Le Phénicien »: what goes by an article is no person. */
export const hasArticle = (words: readonly Word[], { start }: CapitalRun, around: NameWords): boolean =>
  articleBefore(words, start, around) ||
  ((words[start]?.form.length ?? 0) < LONGEST_ARTICLE + 1 && around.isParticle(words[start]?.key ?? ""));

function articleBefore(words: readonly Word[], start: number, around: NameWords): boolean {
  const before = words[start - 1];
  const joined = words[start]?.glue === " " || words[start]?.glue === "'";
  return (
    joined && before !== undefined && before.form.length <= LONGEST_ARTICLE && around.isParticle(before.key)
  );
}

/** Letters of the longest article (« les », "the"): particles of Arabic names are told apart by `isPersonal`. */
const LONGEST_ARTICLE = 3;

/** Words between an office and the name in apposition to it. */
const APPOSITION_REACH = 8;
