/**
 * The weights of a linear classifier over hashed features: per feature, only the classes that have a weight.
 * Scores are sums of integers, so they are the same on every machine.
 */
import { featureKey } from "./feature-hash.ts";

/**
 * Weights as a model file has them: features in rising order of key, and all their (class, weight) pairs in a row.
 * A weight beyond 8 bits is split over several pairs of the same class.
 */
export interface WeightTable {
  /** Per feature: see `featureKey`. */
  readonly keys: Int32Array;
  /** Per feature: how many pairs it has, from 1. */
  readonly counts: Uint8Array;
  /** Per pair. */
  readonly classes: Uint8Array;
  /** Per pair. */
  readonly weights: Int8Array;
}

/** Adds up the weights of features per class; shared by trained weights and those still in training. */
export interface Scorer {
  readonly classCount: number;
  /** Fills `scores` (length `classCount`) for the first `count` hashes of `features`. */
  score(features: Int32Array, count: number, scores: Int32Array): void;
}

/** More features than any classifier here looks at. */
const MAX_FEATURES = 256;

/** Trained weights: a hash table with open addressing into one array of pairs. */
export class SparseWeights implements Scorer {
  readonly classCount: number;
  /** Two numbers a slot: key + 1 (0: free), and the position of the feature's first pair times 256 plus its count. */
  readonly #slots: Int32Array;
  readonly #wrap: number;
  /** Weight times 256 plus class. */
  readonly #pairs: Int16Array;
  readonly #found = new Int32Array(MAX_FEATURES);

  constructor(classCount: number, table: WeightTable) {
    this.classCount = classCount;
    this.#pairs = new Int16Array(table.classes.length);
    for (let pair = 0; pair < this.#pairs.length; pair++) {
      this.#pairs[pair] = (table.weights[pair] as number) * 256 + (table.classes[pair] as number);
    }
    let size = 16;
    while (size < table.keys.length * 1.6) size *= 2;
    this.#slots = new Int32Array(2 * size);
    this.#wrap = this.#slots.length - 1;
    let position = 0;
    for (let feature = 0; feature < table.keys.length; feature++) {
      const key = table.keys[feature] as number;
      const count = table.counts[feature] as number;
      const slot = this.#slotOf(key);
      this.#slots[slot] = key + 1;
      this.#slots[slot + 1] = position * 256 + count;
      position += count;
    }
  }

  /** Index in `#slots` of the key, or of the free slot where it would stand. */
  #slotOf(key: number): number {
    let slot = (2 * key) & this.#wrap;
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== key + 1) slot = (slot + 2) & this.#wrap;
    return slot;
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    // Looking all features up first lets the processor wait for many memory reads at once.
    const found = this.#found;
    const slots = this.#slots;
    const pairs = this.#pairs;
    for (let i = 0; i < count; i++) {
      found[i] = slots[this.#slotOf(featureKey(features[i] as number)) + 1] as number;
    }
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      const range = found[i] as number;
      const end = (range >>> 8) + (range & 0xff);
      for (let at = range >>> 8; at < end; at++) {
        const pair = pairs[at] as number;
        const label = pair & 0xff;
        scores[label] = ((scores[label] as number) + (pair >> 8)) | 0;
      }
    }
  }
}
