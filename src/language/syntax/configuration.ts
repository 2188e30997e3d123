/**
 * A state of arc-hybrid dependency parsing (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, a buffer and the
 * arcs made so far. Words count from 1; 0 stands for « none »; the artificial root is `size + 1` and comes last in
 * the buffer, as in Ballesteros and Nivre (2013).
 */

import { mix } from "./feature-hash.ts";

export const SHIFT = 0;
/** The stack's top becomes a dependent of the buffer's front. */
export const LEFT_ARC = 1;
/** The stack's top becomes a dependent of the word below it. */
export const RIGHT_ARC = 2;
export type Move = typeof SHIFT | typeof LEFT_ARC | typeof RIGHT_ARC;

/** Labels whose word (a preposition, a conjunction) tells how its head is joined to the rest. */
export interface MarkerLabels {
  readonly case: number;
  readonly mark: number;
}

export class Configuration {
  /** Number of words. */
  size = 0;
  stackSize = 0;
  /** First word of the buffer; `root` when only the root is left. */
  front = 1;
  stack = new Int32Array(0);
  /** Per word; 0 while it has none. */
  head = new Int32Array(0);
  label = new Int32Array(0);
  /** Outermost and second outermost dependents on either side, 0 where there is none. */
  left1 = new Int32Array(0);
  left2 = new Int32Array(0);
  right1 = new Int32Array(0);
  right2 = new Int32Array(0);
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);
  /** Hash of the labels of the dependents on either side, whatever their order. */
  leftLabels = new Int32Array(0);
  rightLabels = new Int32Array(0);
  /** First dependent of a word that is a marker, 0 if none. */
  marker = new Int32Array(0);
  readonly #markers: MarkerLabels;

  constructor(markers: MarkerLabels) {
    this.#markers = markers;
  }

  /** Starts a sentence of `size` words. */
  reset(size: number): void {
    this.size = size;
    this.stackSize = 0;
    this.front = 1;
    const length = size + 2;
    if (this.stack.length < length) {
      const capacity = Math.max(64, 2 * length);
      this.stack = new Int32Array(capacity);
      this.head = new Int32Array(capacity);
      this.label = new Int32Array(capacity);
      this.left1 = new Int32Array(capacity);
      this.left2 = new Int32Array(capacity);
      this.right1 = new Int32Array(capacity);
      this.right2 = new Int32Array(capacity);
      this.leftCount = new Int32Array(capacity);
      this.rightCount = new Int32Array(capacity);
      this.leftLabels = new Int32Array(capacity);
      this.rightLabels = new Int32Array(capacity);
      this.marker = new Int32Array(capacity);
      return;
    }
    for (const perWord of [this.head, this.label, this.left1, this.left2, this.right1, this.right2])
      perWord.fill(0, 0, length);
    for (const perWord of [this.leftCount, this.rightCount, this.leftLabels, this.rightLabels, this.marker]) {
      perWord.fill(0, 0, length);
    }
  }

  get root(): number {
    return this.size + 1;
  }

  /** True when every word has its head. */
  get done(): boolean {
    return this.stackSize === 0 && this.front === this.root;
  }

  /** The word `depth` places below the stack's top, 0 if the stack is not that deep. */
  stackAt(depth: number): number {
    return depth < this.stackSize ? (this.stack[this.stackSize - 1 - depth] as number) : 0;
  }

  /** Whether the move keeps a tree with one root possible: the root takes only the last word left on the stack. */
  allows(move: Move): boolean {
    if (move === SHIFT) return this.front < this.root;
    if (move === LEFT_ARC) return this.stackSize > 0 && (this.front < this.root || this.stackSize === 1);
    return this.stackSize > 1;
  }

  apply(move: Move, label: number): void {
    if (move === SHIFT) {
      this.stack[this.stackSize++] = this.front++;
      return;
    }
    this.stackSize--;
    const dependent = this.stack[this.stackSize] as number;
    this.#addArc(
      move === LEFT_ARC ? this.front : (this.stack[this.stackSize - 1] as number),
      dependent,
      label,
    );
  }

  #addArc(head: number, dependent: number, label: number): void {
    this.head[dependent] = head;
    this.label[dependent] = label;
    if (dependent < head) {
      this.left2[head] = this.left1[head] as number;
      this.left1[head] = dependent;
      this.leftCount[head] = (this.leftCount[head] as number) + 1;
      this.leftLabels[head] = (this.leftLabels[head] as number) + mix(LEFT_ARC, label);
    } else {
      this.right2[head] = this.right1[head] as number;
      this.right1[head] = dependent;
      this.rightCount[head] = (this.rightCount[head] as number) + 1;
      this.rightLabels[head] = (this.rightLabels[head] as number) + mix(RIGHT_ARC, label);
    }
    if ((label === this.#markers.case || label === this.#markers.mark) && this.marker[head] === 0) {
      this.marker[head] = dependent;
    }
  }
}
