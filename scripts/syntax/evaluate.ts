import type { SyntaxModel } from "../../src/language/index.ts";
import type { TreebankSentence } from "./treebank.ts";

/** Shares of all tokens, punctuation included, given the treebank's tokens. */
export interface ParsingScores {
  /** Right universal part of speech. */
  readonly upos: number;
  /** Right tag, verb form included. */
  readonly tags: number;
  /** Right head. */
  readonly uas: number;
  /** Right head and relation, subtypes ignored. */
  readonly las: number;
  readonly tokens: number;
}

const universal = (name: string | undefined) => name?.split(/[.:]/)[0];

/** Scores tagging, and parsing with the tags so predicted. */
export function scoreParsing(
  model: Pick<SyntaxModel, "tag" | "parse">,
  sentences: readonly TreebankSentence[],
): ParsingScores {
  const right = { upos: 0, tags: 0, heads: 0, arcs: 0 };
  let tokens = 0;
  for (const sentence of sentences) {
    const tags = model.tag(sentence.forms);
    const { heads, relations } = model.parse(sentence.forms, tags);
    sentence.forms.forEach((_, i) => {
      tokens++;
      if (tags[i] === sentence.tags[i]) right.tags++;
      if (universal(tags[i]) === universal(sentence.tags[i])) right.upos++;
      if (heads[i] !== sentence.heads[i]) return;
      right.heads++;
      if (universal(relations[i]) === universal(sentence.relations[i])) right.arcs++;
    });
  }
  return {
    upos: right.upos / tokens,
    tags: right.tags / tokens,
    uas: right.heads / tokens,
    las: right.arcs / tokens,
    tokens,
  };
}
