/** All names of a report: those of the packs, surnames of persons named in full, and proposals. */
import type { Offsets } from "../types.ts";
import type { Word } from "../text/words.ts";
import { capitalRuns } from "./capital-runs.ts";
import { type FoundName, findNames } from "./find-names.ts";
import type { NameIndex } from "./name-index.ts";
import type { NameWords } from "./name-words.ts";
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
  const runs = capitalRuns(words, around, { isTaken, isInitial });
  const proposed = proposeNames(text, words, runs, around, isTaken);
  const all = [...withSurnames, ...proposed].sort((a, b) => a.start - b.start);
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
