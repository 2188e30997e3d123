/** What leads a phrase or clause: its preposition or conjunction, of one word or several. */
import type { PhraseSet } from "./lexicon-index.ts";
import type { SentenceView } from "./sentence-view.ts";

/** Whether one of the phrases stands as preposition or conjunction before what `at` heads. */
export function isIntroducedBy(view: SentenceView, at: number, phrases: PhraseSet): boolean {
  const start = view.phraseStart(at);
  const marks = view.kids(at, "mark", "case", "advmod").filter((k) => k < at);
  const first = Math.min(start, ...marks);
  for (let k = Math.max(0, first - 4); k < start; k++) {
    const hit = view.match(phrases, k);
    if (
      hit &&
      k + hit.length >= Math.min(first, start) &&
      k + hit.length <= start + 1 &&
      k + hit.length >= start - 1
    )
      return true;
    if (hit && marks.includes(k)) return true;
  }
  return false;
}
