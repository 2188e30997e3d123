/** Verbal idioms: expressions of several words, with others between them. */
import type { TriggerPattern } from "./lexicon-index.ts";
import type { SentenceView } from "./sentence-view.ts";

/** How many words may stand between two words of a verbal idiom. */
const IDIOM_GAP = 3;

/** Written in an idiom where a whole phrase stands between its words: « présenter … comme une réponse ». */
const LONG_GAP = "…";
const LONG_REACH = 24;

/** Where the next word of an idiom stands behind token `at`, with at most `gap` words between; articles count for none. */
function nextWord(view: SentenceView, word: string, at: number, gap: number): number | undefined {
  const { articles } = view.index.lexicon.grammar;
  let crossed = false;
  for (let k = at + 1, between = 0; k < view.length && between <= gap; k++) {
    // "takes aim at corruption in X" takes nothing in: no preposition stands between a verb and its particle.
    if (view.isWord(k, word)) return crossed && view.pos(k).startsWith("ADP") ? undefined : k;
    crossed ||=
      view.pos(k).startsWith("ADP") && !view.index.prepositions.get("of")?.has(view.canonical(k, k + 1));
    if (view.isFinite(k) || /Inf/.test(view.pos(k)) || /^[.;:!?]$/.test(view.lower(k))) return undefined;
    if (!articles.includes(view.lower(k))) between++;
  }
  return undefined;
}

/** Where the idiom that starts at `i` ends, and its words behind the first; undefined where it is not met. */
export function matchIdiom(
  view: SentenceView,
  pattern: TriggerPattern,
  i: number,
): { readonly end: number; readonly inner: readonly number[] } | undefined {
  // Most idioms of a verb are not in the sentence at all.
  if (pattern.words.some((word, k) => k > 0 && word !== LONG_GAP && !view.holds(word))) return undefined;
  const turned = matchTurned(view, pattern, i);
  if (turned) return turned;
  let at = i;
  const inner: number[] = [];
  // « être la cible », but not « a été prise pour cible ».
  let gap = view.pos(i).startsWith("AUX") ? 1 : IDIOM_GAP;
  for (const word of pattern.words.slice(1)) {
    if (word === LONG_GAP) {
      gap = LONG_REACH;
      continue;
    }
    const found = nextWord(view, word, at, gap);
    gap = IDIOM_GAP;
    if (found === undefined) return undefined;
    at = found;
    inner.push(at);
  }
  if (pattern.slot?.preposition) {
    for (let k = at + 1; k <= Math.min(view.length - 1, at + 1 + IDIOM_GAP); k++)
      if (view.canonical(k, k + 1) === pattern.slot.preposition) return { end: k, inner };
    return undefined;
  }
  return { end: at, inner };
}

/** « une plainte a été déposée », « les couloirs ouverts par X »: the idiom's object stands before its participle. */
function matchTurned(
  view: SentenceView,
  { words, slot }: TriggerPattern,
  i: number,
): { readonly end: number; readonly inner: readonly number[] } | undefined {
  const [, object, ...rest] = words;
  if (object === undefined || slot || words.includes(LONG_GAP) || !view.isParticiple(i)) return undefined;
  const heads = /^acl$/.test(view.relation(i)) ? [view.head(i)] : view.kids(i, "nsubj:pass");
  const start = heads.find((k) => k < i && view.isNoun(k) && view.isWord(k, object));
  if (start === undefined) return undefined;
  const inner = [start];
  for (const word of rest) {
    const found = nextWord(view, word, inner.at(-1) ?? start, IDIOM_GAP);
    if (found === undefined || found >= i) return undefined;
    inner.push(found);
  }
  return { end: i, inner };
}
