/** Finds the time expressions of a text: which words, and which pattern reads them. */
import type { Word } from "../text/words.ts";
import type { CompiledPattern, TimeLexicon } from "./lexicon.ts";
import { matchPattern, type PatternMatch, type SlotValue } from "./pattern.ts";

/** A time expression not yet set against a calendar; `start` and `end` index words. */
export interface TimeMatch {
  readonly start: number;
  readonly end: number;
  readonly compiled: CompiledPattern;
  readonly slots: ReadonlyMap<string, SlotValue>;
}

/**
 * Time expressions in text order, without overlap; at each word the longest match wins.
 * @param isClosed  whether a folded word is a closed-class word: what may follow « le 17 »
 */
export function findTimeMatches(
  words: readonly Word[],
  lexicon: TimeLexicon,
  isClosed: (key: string) => boolean,
): TimeMatch[] {
  const found: TimeMatch[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    if (word.glue === "" && at > 0) continue;
    let best: TimeMatch | undefined;
    for (const compiled of lexicon.patternsAt(word)) {
      const match = matchPattern(compiled.start, words, at, lexicon.read);
      if (
        !match ||
        (best && (match.end < best.end || (match.end === best.end && compiled.rank > best.compiled.rank)))
      )
        continue;
      if (words[match.end]?.glue === "") continue;
      const slots = lexicon.isMorning(words, at, match.end)
        ? new Map(match.slots).set("morning", { value: 0, length: 0 })
        : match.slots;
      const candidate: TimeMatch = { start: at, end: match.end, compiled, slots };
      if (accepts(candidate, words, lexicon, isClosed)) best = candidate;
    }
    if (!best) continue;
    found.push(best);
    at = best.end - 1;
  }
  return found;
}

function accepts(
  match: TimeMatch,
  words: readonly Word[],
  lexicon: TimeLexicon,
  isClosed: (key: string) => boolean,
): boolean {
  const { pattern } = match.compiled;
  if (pattern.plural && !unitIsPlural(match, words)) return false;
  if (!pattern.alone) return true;
  if (pattern.means === "part") {
    const phrase = words
      .slice(match.start, match.end)
      .map((word) => word.key)
      .join(" ");
    return !lexicon.notAlone.has(phrase);
  }
  const next = words[match.end];
  return !next || next.glue !== " " || isClosed(next.key);
}

/** « hours later », not « hour later »: without a count the unit is a plural. */
function unitIsPlural(match: TimeMatch, words: readonly Word[]): boolean {
  return words.slice(match.start, match.end).some((word) => /[^s]s$/.test(word.key));
}

/** The longest match of one of the language's dateline patterns at the word. */
export function matchDateline(
  words: readonly Word[],
  lexicon: TimeLexicon,
  at: number,
): PatternMatch | undefined {
  let best: PatternMatch | undefined;
  for (const dateline of lexicon.datelines) {
    const match = matchPattern(dateline, words, at, lexicon.read);
    if (match && match.end > (best?.end ?? 0)) best = match;
  }
  return best;
}
