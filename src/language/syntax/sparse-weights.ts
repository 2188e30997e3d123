/**
 * The weights of a linear classifier over hashed features: per feature, only the classes that have a weight.
 * Scores are sums of integers, so they are the same on every machine.
 */
import { featureKey } from "./feature-hash.ts";

/** Weights as a model file has them: features in rising order of key, and all their (class, weight) pairs in a row. */
export interface WeightTable {
  /** Per feature: see `featureKey`. */
  readonly keys: Int32Array;
  /** Per feature: how many pairs it has. */
  readonly counts: Int32Array;
  /** Per pair. */
  readonly classes: Int32Array;
  /** Per pair; none is 0, each fits 16 bits. */
  readonly weights: Int32Array;
}

/** Adds up the weights of features per class; shared by trained weights and those still in training. */
export interface Scorer {
  readonly classCount: number;
  /** Fills `scores` (length `classCount`) for the first `count` hashes of `features`. */
  score(features: Int32Array, count: number, scores: Int32Array): void;
}

/** Trained weights in a hash table with open addressing: two typed arrays, no object per feature. */
export class SparseWeights implements Scorer {
  readonly classCount: number;
  /** Pairs (key + 1, position in `pool`); 0 marks a free slot. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** Per feature: its number of classes, then (class, weight) pairs. Position 0 is unused. */
  readonly #pool: Int16Array;

  constructor(classCount: number, table: WeightTable) {
    this.classCount = classCount;
    let size = 16;
    while (size < table.keys.length * 1.6) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(2 * size);
    this.#pool = new Int16Array(1 + table.keys.length + 2 * table.classes.length);
    let position = 1;
    let pair = 0;
    for (let feature = 0; feature < table.keys.length; feature++) {
      const key = table.keys[feature] as number;
      const slot = this.#slotOf(key);
      this.#slots[slot] = key + 1;
      this.#slots[slot + 1] = position;
      const count = table.counts[feature] as number;
      this.#pool[position++] = count;
      for (const end = pair + count; pair < end; pair++) {
        this.#pool[position++] = table.classes[pair] as number;
        this.#pool[position++] = table.weights[pair] as number;
      }
    }
  }

  /** Index in `#slots` of the key, or of the free slot where it would stand. */
  #slotOf(key: number): number {
    const slots = this.#slots;
    let slot = (key & this.#mask) * 2;
    while (slots[slot] !== 0 && slots[slot] !== key + 1) slot = (slot + 2) & (2 * this.#mask + 1);
    return slot;
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    scores.fill(0);
    const pool = this.#pool;
    for (let i = 0; i < count; i++) {
      let position = this.#slots[this.#slotOf(featureKey(features[i] as number)) + 1] as number;
      if (position === 0) continue;
      const end = position + 2 * (pool[position] as number);
      while (position < end) {
        const label = pool[position + 1] as number;
        scores[label] = (scores[label] as number) + (pool[position + 2] as number);
        position += 2;
      }
    }
  }
}
