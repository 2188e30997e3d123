import type { Scorer } from "./sparse-weights.ts";
import { TaggerFeatures, type TagLexicon } from "./tagger-features.ts";

/** Index of the highest score; the first of equals. */
export function argmax(scores: Int32Array): number {
  let best = 0;
  for (let i = 1; i < scores.length; i++) if ((scores[i] as number) > (scores[best] as number)) best = i;
  return best;
}

/**
 * Part-of-speech tagger: a linear classifier from left to right, each word seeing the tags given before it.
 * Time is linear in the number of words.
 */
export class Tagger {
  readonly #tagSet: readonly string[];
  readonly #weights: Scorer;
  readonly #features: TaggerFeatures;
  readonly #scores: Int32Array;

  constructor(tagSet: readonly string[], lexicon: TagLexicon, weights: Scorer) {
    this.#tagSet = tagSet;
    this.#weights = weights;
    this.#features = new TaggerFeatures(lexicon);
    this.#scores = new Int32Array(weights.classCount);
  }

  tag(forms: readonly string[]): string[] {
    const tags = new Int32Array(forms.length);
    this.#features.prepare(forms);
    for (let i = 0; i < forms.length; i++) {
      this.#features.extract(i, tags);
      this.#weights.score(this.#features.features, TaggerFeatures.count, this.#scores);
      tags[i] = argmax(this.#scores);
    }
    return Array.from(tags, (tag) => this.#tagSet[tag] as string);
  }
}
