import type { WeightTable } from "../../src/language/syntax/sparse-weights.ts";

/** Real-valued weights in training: feature key to class to weight. */
export type FeatureAverages = ReadonlyMap<number, ReadonlyMap<number, number>>;

export interface Rounding {
  /** Unit of the stored weights. */
  readonly step: number;
  /** Weights nearer to 0 are dropped: they cost space and decide nothing. */
  readonly threshold: number;
}

const MIN_WEIGHT = -128;
const MAX_WEIGHT = 127;
const MAX_PAIRS = 255;

/**
 * The mean of several trainings of one classifier, rounded. Linear classifiers over the same features vote by the sum
 * of their scores, so the mean of their weights is their vote at the cost of one.
 */
export function meanTable(trainings: readonly FeatureAverages[], rounding: Rounding): WeightTable {
  const sums = new Map<number, Map<number, number>>();
  for (const training of trainings) {
    for (const [key, perClass] of training) {
      const sum = sums.get(key) ?? new Map<number, number>();
      sums.set(key, sum);
      for (const [label, weight] of perClass) sum.set(label, (sum.get(label) ?? 0) + weight);
    }
  }
  const keys: number[] = [];
  const counts: number[] = [];
  const classes: number[] = [];
  const weights: number[] = [];
  for (const [key, perClass] of [...sums].sort((a, b) => a[0] - b[0])) {
    const before = classes.length;
    for (const [label, sum] of [...perClass].sort((a, b) => a[0] - b[0])) {
      const weight = sum / trainings.length;
      if (Math.abs(weight) < rounding.threshold) continue;
      for (const part of byteParts(Math.round(weight / rounding.step))) {
        classes.push(label);
        weights.push(part);
      }
    }
    const count = classes.length - before;
    if (count === 0) continue;
    if (count > MAX_PAIRS)
      throw new RangeError(`feature ${key} has ${count} weights, more than a byte can count`);
    keys.push(key);
    counts.push(count);
  }
  return {
    keys: Int32Array.from(keys),
    counts: Uint8Array.from(counts),
    classes: Uint8Array.from(classes),
    weights: Int8Array.from(weights),
  };
}

/** A weight as a sum of bytes; nothing for 0. */
function byteParts(weight: number): number[] {
  const parts: number[] = [];
  for (let rest = weight; rest !== 0; ) {
    const part = Math.max(MIN_WEIGHT, Math.min(MAX_WEIGHT, rest));
    parts.push(part);
    rest -= part;
  }
  return parts;
}
