import type { Scorer } from "./sparse-weights.ts";
import { TaggerFeatures, type TagLexicon } from "./tagger-features.ts";

/** Index of the highest score, among those given or all; the first of equals. */
export function argmax(scores: Int32Array, among?: readonly number[]): number {
  let best = among?.[0] ?? 0;
  for (const i of among ?? scores.keys()) if ((scores[i] as number) > (scores[best] as number)) best = i;
  return best;
}

/** Whether a word can only be a verb, by what is known of words besides the training data. */
export type IsVerb = (index: number, tagBefore: string | undefined) => boolean;

/**
 * Part-of-speech tagger: a linear classifier from left to right, each word seeing the tags given before it.
 * Time is linear in the number of words.
 */
export class Tagger {
  readonly #tagSet: readonly string[];
  readonly #weights: Scorer;
  readonly #features: TaggerFeatures;
  readonly #scores: Int32Array;
  readonly #verbTags: readonly number[];

  constructor(tagSet: readonly string[], lexicon: TagLexicon, weights: Scorer) {
    this.#tagSet = tagSet;
    this.#verbTags = [...tagSet.keys()].filter((tag) => tagSet[tag]?.startsWith("VERB"));
    this.#weights = weights;
    this.#features = new TaggerFeatures(lexicon);
    this.#scores = new Int32Array(weights.classCount);
  }

  /** @param isVerb  asked for words that training did not know, whose endings mislead (« dément », « nie ») */
  tag(forms: readonly string[], isVerb?: IsVerb): string[] {
    const tags = new Int32Array(forms.length);
    this.#features.prepare(forms);
    for (let i = 0; i < forms.length; i++) {
      this.#features.extract(i, tags);
      this.#weights.score(this.#features.features, TaggerFeatures.count, this.#scores);
      const mustBeVerb =
        isVerb !== undefined &&
        !this.#features.isKnown(i) &&
        isVerb(i, i > 0 ? this.#tagSet[tags[i - 1] as number] : undefined);
      tags[i] = argmax(this.#scores, mustBeVerb ? this.#verbTags : undefined);
    }
    return Array.from(tags, (tag) => this.#tagSet[tag] as string);
  }
}
