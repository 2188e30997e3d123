import { featureKey } from "../../src/language/syntax/feature-hash.ts";
import type { Scorer } from "../../src/language/syntax/sparse-weights.ts";
import type { FeatureAverages } from "./weight-table.ts";

/** Fields of a row in `#rows`; they lie together because scoring needs them together. */
const KEY = 0;
const START = 1;
const LENGTH = 2;
const ROOM = 3;
const UPDATES = 4;
const ROW_FIELDS = 8;

/**
 * Averaged perceptron (Collins 2002) over hashed features with few classes each. As in Goldberg and Elhadad (2011), a
 * feature scores only once it was updated `minUpdates` times, and only such features are kept: most of the others
 * are noise, and the model is several times smaller without them.
 */
export class AveragedPerceptron implements Scorer {
  readonly classCount: number;
  readonly #minUpdates: number;
  /** Hash table: position of a row in `#rows` plus 1; a free slot has 0. */
  #slots = new Int32Array(1 << 17);
  #rowsEnd = 0;
  /** One row a feature: its key, its entries in the pool (first, number, room for), its number of updates. */
  #rows = new Int32Array(ROW_FIELDS << 15);
  #poolEnd = 0;
  /** Entries: class, weight. */
  #pool = new Int32Array(2 << 17);
  /** Per entry: sum of its changes times the number of examples seen before each. */
  #sums = new Float64Array(1 << 17);
  #examples = 0;

  constructor(classCount: number, minUpdates: number) {
    this.classCount = classCount;
    this.#minUpdates = minUpdates;
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    scores.fill(0);
    const rows = this.#rows;
    const pool = this.#pool;
    for (let i = 0; i < count; i++) {
      const row = this.#find(featureKey(features[i] as number));
      if (row < 0 || (rows[row + UPDATES] as number) < this.#minUpdates) continue;
      const start = 2 * (rows[row + START] as number);
      const end = start + 2 * (rows[row + LENGTH] as number);
      for (let entry = start; entry < end; entry += 2) {
        const label = pool[entry] as number;
        scores[label] = (scores[label] as number) + (pool[entry + 1] as number);
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
      const row = this.#findOrAdd(featureKey(features[i] as number));
      this.#rows[row + UPDATES] = (this.#rows[row + UPDATES] as number) + 1;
      this.#change(row, right, 1);
      this.#change(row, wrong, -1);
    }
  }

  /** Weights averaged over all decisions, of the features updated often enough. */
  averages(): FeatureAverages {
    const averages = new Map<number, Map<number, number>>();
    for (let row = 0; row < this.#rowsEnd; row += ROW_FIELDS) {
      if ((this.#rows[row + UPDATES] as number) < this.#minUpdates) continue;
      const perClass = new Map<number, number>();
      const start = this.#rows[row + START] as number;
      for (let entry = start; entry < start + (this.#rows[row + LENGTH] as number); entry++) {
        const weight = this.#pool[2 * entry + 1] as number;
        perClass.set(
          this.#pool[2 * entry] as number,
          weight - (this.#sums[entry] as number) / this.#examples,
        );
      }
      averages.set(this.#rows[row + KEY] as number, perClass);
    }
    return averages;
  }

  /** Slot of the key, or the free slot where it would stand. */
  #slotOf(key: number): number {
    const wrap = this.#slots.length - 1;
    let slot = key & wrap;
    for (;;) {
      const row = (this.#slots[slot] as number) - 1;
      if (row < 0 || this.#rows[row + KEY] === key) return slot;
      slot = (slot + 1) & wrap;
    }
  }

  /** The row of a key; -1 if it has none. */
  #find(key: number): number {
    return (this.#slots[this.#slotOf(key)] as number) - 1;
  }

  #findOrAdd(key: number): number {
    const slot = this.#slotOf(key);
    if (this.#slots[slot] !== 0) return (this.#slots[slot] as number) - 1;
    const row = this.#rowsEnd;
    this.#rowsEnd += ROW_FIELDS;
    if (this.#rowsEnd > this.#rows.length) this.#rows = grown(this.#rows);
    this.#rows[row + KEY] = key;
    this.#slots[slot] = row + 1;
    if ((this.#rowsEnd / ROW_FIELDS) * 2 > this.#slots.length) this.#rehash();
    return row;
  }

  #rehash(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let row = 0; row < this.#rowsEnd; row += ROW_FIELDS) {
      this.#slots[this.#slotOf(this.#rows[row + KEY] as number)] = row + 1;
    }
  }

  #change(row: number, label: number, change: number): void {
    const entry = this.#entryOf(row, label);
    this.#pool[2 * entry + 1] = (this.#pool[2 * entry + 1] as number) + change;
    this.#sums[entry] = (this.#sums[entry] as number) + change * this.#examples;
  }

  #entryOf(row: number, label: number): number {
    const start = this.#rows[row + START] as number;
    const length = this.#rows[row + LENGTH] as number;
    for (let entry = start; entry < start + length; entry++)
      if (this.#pool[2 * entry] === label) return entry;
    if (length === this.#rows[row + ROOM]) this.#moveToLargerRoom(row);
    const entry = (this.#rows[row + START] as number) + length;
    this.#pool[2 * entry] = label;
    this.#rows[row + LENGTH] = length + 1;
    return entry;
  }

  /** Doubles a row's room, at the pool's end; its old place stays unused. */
  #moveToLargerRoom(row: number): void {
    const room = Math.max(2, 2 * (this.#rows[row + ROOM] as number));
    while (this.#poolEnd + room > this.#sums.length) {
      this.#pool = grown(this.#pool);
      const sums = new Float64Array(2 * this.#sums.length);
      sums.set(this.#sums);
      this.#sums = sums;
    }
    const from = this.#rows[row + START] as number;
    const end = from + (this.#rows[row + LENGTH] as number);
    this.#pool.copyWithin(2 * this.#poolEnd, 2 * from, 2 * end);
    this.#sums.copyWithin(this.#poolEnd, from, end);
    this.#rows[row + START] = this.#poolEnd;
    this.#rows[row + ROOM] = room;
    this.#poolEnd += room;
  }
}

/** A copy of twice the length. */
function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(2 * array.length);
  copy.set(array);
  return copy;
}
