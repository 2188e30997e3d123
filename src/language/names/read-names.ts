/** All names of a report: those of the packs, surnames of persons named in full, and proposals. */
import type { EntityType } from "../../ontology/index.ts";
import type { Offsets } from "../types.ts";
import type { Word } from "../text/words.ts";
import { capitalRuns } from "./capital-runs.ts";
import { type FoundName, findNames } from "./find-names.ts";
import type { NameIndex } from "./name-index.ts";
import type { NameWords } from "./name-words.ts";
import { numberedUnits } from "./numbered-units.ts";
import { proposeNames } from "./propose-names.ts";
import { addSurnames } from "./short-forms.ts";

/**
 * @param sentences  in text order
 * @param times  spans of time expressions, in text order: « Mardi » is no name
 * @returns names in text order, without overlap
 */
export function readNames(
  text: string,
  words: readonly Word[],
  sentences: readonly Offsets[],
  times: readonly Offsets[],
  index: NameIndex,
  around: NameWords,
  publisher: string | undefined,
): FoundName[] {
  const initial = initialWords(words, sentences);
  const isInitial = (at: number): boolean => initial.has(at);
  const known = findNames(text, words, index, around, isInitial, publisher);
  const isPerson = (name: FoundName): boolean =>
    name.proposed ? name.proposed.type === "Person" : index.typeOf(name.candidates[0] ?? "") === "Person";
  const withSurnames = addSurnames(words, known, isPerson);
  const taken = new Uint8Array(words.length);
  for (const { start, end } of withSurnames) taken.fill(1, start, end);
  markWords(words, times, taken);
  const isTaken = (at: number): boolean => taken[at] === 1;
  const units = numberedUnits(text, words, around, isTaken);
  for (const { start, end } of units) taken.fill(1, start, end);
  const headline = headlineWords(words, sentences, around);
  const isHeadline = (at: number): boolean => headline[at] === 1;
  const runs = capitalRuns(text, words, around, { isTaken, isInitial, isHeadline });
  const proposed = proposeNames(text, words, runs, around, {
    isTaken,
    typeAt: typesOf([...withSurnames, ...units], index),
  });
  const all = [...withSurnames, ...units, ...proposed].sort((a, b) => a.start - b.start);
  return addSurnames(words, all, (name) => name.proposed?.type === "Person");
}

function markWords(words: readonly Word[], spans: readonly Offsets[], taken: Uint8Array): void {
  let next = 0;
  words.forEach((word, at) => {
    while (next < spans.length && (spans[next] as Offsets).end <= word.start) next++;
    const span = spans[next];
    if (span && span.start <= word.start) taken[at] = 1;
  });
}

/** Type of the name that a word belongs to, of those found. */
function typesOf(found: readonly FoundName[], index: NameIndex): (at: number) => EntityType | undefined {
  const types = new Map<number, EntityType>();
  for (const { start, end, candidates, proposed, demonym } of found) {
    const type = proposed?.type ?? index.typeOf(candidates[0] ?? "");
    if (!type || demonym) continue;
    for (let at = start; at < end; at++) types.set(at, type);
  }
  return (at) => types.get(at);
}

/** Share of the everyday words of a line that have a capital, from which on capitals tell nothing. */
const HEADLINE = 0.7;
/** Letters of the words counted: articles and prepositions stay small in headlines. */
const SHORT = 3;

/** Marks the words of sentences that are written as headlines are: everyday words with a capital. */
function headlineWords(words: readonly Word[], sentences: readonly Offsets[], around: NameWords): Uint8Array {
  const marked = new Uint8Array(words.length);
  let at = 0;
  for (const { start, end } of sentences) {
    while (at < words.length && (words[at] as Word).start < start) at++;
    const from = at;
    while (at < words.length && (words[at] as Word).start < end) at++;
    const everyday = words
      .slice(from + 1, at)
      .filter(({ form, key }) => form.length > SHORT && (around.isEveryday(key) || around.isOrdinary(key)));
    const capitals = everyday.filter(({ form }) => /^\p{Lu}/u.test(form)).length;
    if (capitals > 1 && capitals > HEADLINE * everyday.length) marked.fill(1, from, at);
  }
  return marked;
}

/** Indices of the words that begin a sentence, or follow an opening quotation mark or colon. */
function initialWords(words: readonly Word[], sentences: readonly Offsets[]): Set<number> {
  const initial = new Set<number>();
  let at = 0;
  for (const { start } of sentences) {
    while (at < words.length && (words[at] as Word).start < start) at++;
    if (at < words.length) initial.add(at);
  }
  return initial;
}
