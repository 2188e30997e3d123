/** Words of a passage as resolution compares them. Each passage is taken apart once. */
import type { Span } from "../ontology/index.ts";
import { fold, once } from "../shared/index.ts";

type Passage = Pick<Span, "text">;

const foldedWords = once(({ text }: Passage): readonly string[] => fold(text).match(/\p{L}{4,}/gu) ?? []);

/** Folded words of four letters and more. */
export const wordsOf = once((passage: Passage): ReadonlySet<string> => new Set(foldedWords(passage)));

/** What words of one family have in common, roughly: « bombardé » and « bombardement », "strike" and "strikes". */
const STEM_LETTERS = 5;

/** Stems of the words of four letters and more. */
export const stemsOf = once(
  (passage: Passage): ReadonlySet<string> =>
    new Set(foldedWords(passage).map((word) => word.slice(0, STEM_LETTERS))),
);

const NAME_WORD = /(?=[\p{L}\p{N}-]*[\p{Lu}\p{N}])[\p{L}\p{N}]{2,}/gu;

/** Words with a capital or a digit, folded. */
export const nameWordsIn = (text: string): readonly string[] => (text.match(NAME_WORD) ?? []).map(fold);

/** Words with a capital or a digit, folded, of a passage that is asked for again and again. */
export const nameWordsOf = once(({ text }: Passage) => nameWordsIn(text));
