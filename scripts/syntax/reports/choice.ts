/** Random choices of a grammar. */
import type { Random } from "../random.ts";

const ONSETS = ["b", "d", "k", "m", "n", "r", "s", "t", "z", "sh", "kh", "g", "l", "j", "ba", "al-", "v"];
const MIDDLES = ["a", "o", "i", "u", "e", "ar", "an", "ou", "il"];
const ENDS = ["r", "n", "d", "k", "ra", "si", "no", "m", "bad", "iya", "ov", "ka", "le", ""];

export class Choice {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  chance(share: number): boolean {
    return this.#random.next() < share;
  }

  of<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random.next() * items.length)] as T;
  }

  /** One of the items, each as often as its weight among all. */
  weighted<T>(items: readonly (readonly [weight: number, item: T])[]): T {
    let left = this.#random.next() * items.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, item] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return (items.at(-1) as readonly [number, T])[1];
  }

  /** An invented name of one or more words, as the product has it: one token. */
  name(words: number): string {
    return Array.from({ length: words }, () => this.#nameWord()).join(" ");
  }

  #nameWord(): string {
    const syllables = this.chance(0.6) ? 2 : 1;
    let text = "";
    for (let i = 0; i < syllables; i++) text += this.of(ONSETS) + this.of(MIDDLES);
    text += this.of(ENDS);
    return text.slice(0, 1).toUpperCase() + text.slice(1);
  }
}
