import type { SentenceView } from "./sentence-view.ts";

/** The head of the noun phrase that starts after token `i`. */
export function nounAfter(view: SentenceView, i: number): number | undefined {
  for (let k = i + 1; k < Math.min(view.length, i + 7); k++) {
    if (view.isNoun(k)) return view.relation(k) === "compound" && view.head(k) > k ? view.head(k) : k;
    if (view.isFinite(k) || /^[.;:!?]$/.test(view.lower(k))) return undefined;
  }
  return undefined;
}
