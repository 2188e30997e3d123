import type { ParsedSentence, Parser } from "./parser.ts";

/** The sentence's tree with the words in reverse order. */
export function reversedTree(tree: {
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}): ParsedSentence {
  const last = tree.heads.length - 1;
  return {
    heads: tree.heads.map((head) => (head < 0 ? -1 : last - head)).reverse(),
    relations: [...tree.relations].reverse(),
  };
}

/**
 * Parses a sentence from its end, then from its beginning with the first tree as a guide: so each decision knows
 * something of the words on both sides. After Attardi and Dell'Orletta (2009), « Reverse revision and linear tree
 * combination for dependency parsing »; there the second pass is the one from the end.
 */
export class TwoWayParser {
  readonly #backward: Parser;
  readonly #forward: Parser;

  /** `forward` must be a guided parser. */
  constructor(backward: Parser, forward: Parser) {
    this.#backward = backward;
    this.#forward = forward;
  }

  parse(forms: readonly string[], tags: readonly string[]): ParsedSentence {
    const guide = reversedTree(this.#backward.parse([...forms].reverse(), [...tags].reverse()));
    return this.#forward.parse(forms, tags, guide);
  }
}
