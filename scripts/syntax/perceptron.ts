import type { Scorer, WeightTable } from "../../src/language/syntax/sparse-weights.ts";
import { featureKey } from "../../src/language/syntax/feature-hash.ts";

/**
 * Averaged perceptron (Collins 2002) over hashed features with few classes each. As in Goldberg and Elhadad (2011), a
 * feature scores only once it was updated `minUpdates` times, and only such features are kept: most of the others
 * are noise, and the model is several times smaller without them.
 */
export class AveragedPerceptron implements Scorer {
  readonly classCount: number;
  readonly #minUpdates: number;
  /** Pairs (key + 1, row); a free slot has 0. */
  #slots = new Int32Array(2 << 16);
  #rowCount = 0;
  /** Per row: its key, place in the pool, number of classes, room for classes, and number of updates. */
  #keys = new Int32Array(1 << 15);
  #start = new Int32Array(1 << 15);
  #length = new Int32Array(1 << 15);
  #room = new Int32Array(1 << 15);
  #updates = new Int32Array(1 << 15);
  /** The pool: class, weight, and sum of updates times the number of examples seen before them. */
  #poolSize = 0;
  #classes = new Int32Array(1 << 18);
  #weights = new Int32Array(1 << 18);
  #sums = new Float64Array(1 << 18);
  #examples = 0;

  constructor(classCount: number, minUpdates: number) {
    this.classCount = classCount;
    this.#minUpdates = minUpdates;
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    scores.fill(0);
    for (let i = 0; i < count; i++) {
      const slot = this.#slotOf(featureKey(features[i] as number));
      if (this.#slots[slot] === 0) continue;
      const row = this.#slots[slot + 1] as number;
      if ((this.#updates[row] as number) < this.#minUpdates) continue;
      const end = (this.#start[row] as number) + (this.#length[row] as number);
      for (let entry = this.#start[row] as number; entry < end; entry++) {
        const label = this.#classes[entry] as number;
        scores[label] = (scores[label] as number) + (this.#weights[entry] as number);
      }
    }
  }

  /** Counts one decision, right or wrong: averages are taken over decisions. */
  countExample(): void {
    this.#examples++;
  }

  /** Makes the right class score higher and the wrong one lower for these features. */
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let i = 0; i < count; i++) {
      const row = this.#rowOf(featureKey(features[i] as number));
      this.#updates[row] = (this.#updates[row] as number) + 1;
      this.#add(row, right, 1);
      this.#add(row, wrong, -1);
    }
  }

  /** Averaged weights in units of `step`, rounded; those that round to 0 are dropped. */
  averaged(step: number): WeightTable {
    const rows: number[] = [];
    for (let row = 0; row < this.#rowCount; row++) {
      if ((this.#updates[row] as number) >= this.#minUpdates) rows.push(row);
    }
    rows.sort((a, b) => (this.#keys[a] as number) - (this.#keys[b] as number));
    const table = {
      keys: [] as number[],
      counts: [] as number[],
      classes: [] as number[],
      weights: [] as number[],
    };
    for (const row of rows) {
      const before = table.classes.length;
      for (const [label, weight] of this.#averagedRow(row)) {
        const rounded = Math.round(weight / step);
        if (rounded === 0) continue;
        table.classes.push(label);
        table.weights.push(Math.max(-32768, Math.min(32767, rounded)));
      }
      const count = table.classes.length - before;
      if (count === 0) continue;
      table.keys.push(this.#keys[row] as number);
      table.counts.push(count);
    }
    return {
      keys: Int32Array.from(table.keys),
      counts: Int32Array.from(table.counts),
      classes: Int32Array.from(table.classes),
      weights: Int32Array.from(table.weights),
    };
  }

  /** (class, averaged weight) pairs by rising class. */
  #averagedRow(row: number): [number, number][] {
    const start = this.#start[row] as number;
    return Array.from({ length: this.#length[row] as number }, (_, i): [number, number] => [
      this.#classes[start + i] as number,
      (this.#weights[start + i] as number) - (this.#sums[start + i] as number) / this.#examples,
    ]).sort((a, b) => a[0] - b[0]);
  }

  #slotOf(key: number): number {
    const slots = this.#slots;
    const wrap = slots.length - 1;
    let slot = (2 * key) & wrap;
    while (slots[slot] !== 0 && slots[slot] !== key + 1) slot = (slot + 2) & wrap;
    return slot;
  }

  #rowOf(key: number): number {
    const slot = this.#slotOf(key);
    if (this.#slots[slot] !== 0) return this.#slots[slot + 1] as number;
    const row = this.#rowCount++;
    if (row === this.#keys.length) {
      this.#keys = grown(this.#keys);
      this.#start = grown(this.#start);
      this.#length = grown(this.#length);
      this.#room = grown(this.#room);
      this.#updates = grown(this.#updates);
    }
    this.#keys[row] = key;
    this.#slots[slot] = key + 1;
    this.#slots[slot + 1] = row;
    if (this.#rowCount * 4 > this.#slots.length) this.#rehash();
    return row;
  }

  #rehash(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let row = 0; row < this.#rowCount; row++) {
      const slot = this.#slotOf(this.#keys[row] as number);
      this.#slots[slot] = (this.#keys[row] as number) + 1;
      this.#slots[slot + 1] = row;
    }
  }

  #add(row: number, label: number, change: number): void {
    const entry = this.#entryOf(row, label);
    this.#weights[entry] = (this.#weights[entry] as number) + change;
    this.#sums[entry] = (this.#sums[entry] as number) + change * this.#examples;
  }

  #entryOf(row: number, label: number): number {
    const start = this.#start[row] as number;
    const length = this.#length[row] as number;
    for (let entry = start; entry < start + length; entry++) if (this.#classes[entry] === label) return entry;
    if (length === this.#room[row]) this.#moveToLargerRoom(row);
    const entry = (this.#start[row] as number) + length;
    this.#classes[entry] = label;
    this.#length[row] = length + 1;
    return entry;
  }

  /** Doubles a row's room at the pool's end; its old place stays unused. */
  #moveToLargerRoom(row: number): void {
    const room = Math.max(2, 2 * (this.#room[row] as number));
    while (this.#poolSize + room > this.#classes.length) {
      this.#classes = grown(this.#classes);
      this.#weights = grown(this.#weights);
      const sums = new Float64Array(2 * this.#sums.length);
      sums.set(this.#sums);
      this.#sums = sums;
    }
    const from = this.#start[row] as number;
    const to = this.#poolSize;
    const end = from + (this.#length[row] as number);
    this.#classes.copyWithin(to, from, end);
    this.#weights.copyWithin(to, from, end);
    this.#sums.copyWithin(to, from, end);
    this.#start[row] = to;
    this.#room[row] = room;
    this.#poolSize += room;
  }
}

/** A copy of twice the length. */
function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(2 * array.length);
  copy.set(array);
  return copy;
}
