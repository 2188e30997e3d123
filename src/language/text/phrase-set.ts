/** Sets of phrases found by longest match over folded words. */
import { phraseKeys, type Word } from "./words.ts";

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value?: T;
}

/** Gaps over which a phrase of several words still is one. */
const JOINS = new Set(["", " ", "-", "'"]);

/** A set of phrases with values; `match` costs at most the length of the longest phrase. */
export class PhraseSet<T> {
  readonly #root: Node<T> = { next: new Map() };

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) this.#add(phraseKeys(phrase), value);
  }

  static of(phrases: readonly string[]): PhraseSet<true> {
    return new PhraseSet(phrases.map((phrase) => [phrase, true] as const));
  }

  #add(keys: readonly string[], value: T): void {
    if (keys.length === 0) return;
    let node = this.#root;
    for (const key of keys) {
      let next = node.next.get(key);
      if (!next) {
        next = { next: new Map() };
        node.next.set(key, next);
      }
      node = next;
    }
    node.value ??= value;
  }

  /** First words of the phrases, folded. */
  firstKeys(): string[] {
    return [...this.#root.next.keys()];
  }

  /** The longest phrase that starts at word `at`, at most `longest` words long. */
  match(
    words: readonly Word[],
    at: number,
    longest = Number.POSITIVE_INFINITY,
  ): { value: T; length: number } | undefined {
    let node = this.#root.next.get(words[at]?.key ?? "");
    let best: { value: T; length: number } | undefined;
    for (let length = 1; node; length++) {
      if (node.value !== undefined) best = { value: node.value, length };
      const word = words[at + length];
      if (!word || length === longest || !JOINS.has(word.glue)) break;
      node = node.next.get(word.key);
    }
    return best;
  }

  /** The longest phrase that ends just before word `at`, at most `reach` words long. */
  matchBefore(words: readonly Word[], at: number, reach = 4): { value: T; length: number } | undefined {
    for (let length = Math.min(reach, at); length > 0; length--) {
      const found = this.match(words, at - length, length);
      if (found?.length === length) return found;
    }
    return undefined;
  }
}
