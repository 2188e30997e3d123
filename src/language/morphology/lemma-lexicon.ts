/**
 * A lexicon of lemmas looked up by inflected form, tolerant of one misprint in verbs (« rirer » for « tirer »).
 *
 * Misprints are found by deletions: two words within one edit share a form with at most one letter left out of each
 * (the symmetric delete method of W. Garbe's SymSpell). Unlike there, swaps of neighbours count as one edit as well.
 */
import { editDistance } from "../edit-distance.ts";
import { coarse, type Lemmatizer } from "./lemmatizer.ts";

/** Letters of a lemma below which a misprint is not looked for. */
const SHORTEST_MISPRINT = 5;

export interface LemmaMatch {
  readonly lemma: string;
  /** The form is one edit away from an inflected form of the lemma. */
  readonly misprint: boolean;
}

export class LemmaLexicon {
  readonly #lemmatizer: Lemmatizer;
  readonly #lemmas: ReadonlySet<string>;
  readonly #deletions = new Map<string, string[]>();
  readonly #onlyVerb = new Map<string, boolean>();

  /** @param lemmas  single words, lower case */
  constructor(lemmatizer: Lemmatizer, lemmas: Iterable<string>) {
    this.#lemmatizer = lemmatizer;
    this.#lemmas = new Set(lemmas);
    for (const lemma of this.#lemmas) {
      if (lemma.length < SHORTEST_MISPRINT) continue;
      for (const shortened of deletions(lemma)) {
        const list = this.#deletions.get(shortened);
        if (list) list.push(lemma);
        else this.#deletions.set(shortened, [lemma]);
      }
    }
  }

  /** Whether the form can be one of a verb of the lexicon, and of no noun of it. */
  isOnlyVerb(form: string): boolean {
    let known = this.#onlyVerb.get(form);
    if (known === undefined) {
      const has = (pos: string) =>
        this.#lemmatizer.candidates(form, pos).some((lemma) => this.#lemmas.has(lemma));
      known = has("VERB") && !has("NOUN");
      this.#onlyVerb.set(form, known);
    }
    return known;
  }

  /** Lemmas of the lexicon that the form can be an inflection of, best first; misprints only where nothing else fits. */
  find(form: string, pos: string): readonly LemmaMatch[] {
    const candidates = this.#lemmatizer.candidates(form, pos);
    const exact = candidates.filter((lemma) => this.#lemmas.has(lemma));
    if (exact.length > 0) return exact.map((lemma) => ({ lemma, misprint: false }));
    if (coarse(pos) !== "VERB" || candidates.some((lemma) => this.#lemmatizer.isVerb(lemma))) return [];
    const near = new Set<string>();
    for (const candidate of candidates) {
      if (candidate.length < SHORTEST_MISPRINT) continue;
      for (const shortened of deletions(candidate))
        for (const lemma of this.#deletions.get(shortened) ?? [])
          if (editDistance(candidate, lemma, 1) === 1) near.add(lemma);
    }
    return [...near].map((lemma) => ({ lemma, misprint: true }));
  }
}

/** The word, and the word with each one of its letters left out. */
function deletions(word: string): Set<string> {
  const forms = new Set([word]);
  for (let at = 0; at < word.length; at++) forms.add(word.slice(0, at) + word.slice(at + 1));
  return forms;
}
