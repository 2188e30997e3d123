/** What the tagger looks at: the word, its beginning and end, its shape, its neighbours, and the two tags before. */
import { hashText } from "./feature-hash.ts";
import { FeatureTemplates } from "./feature-templates.ts";
import { isPhrase, normalizeForm, wordShape } from "./word-form.ts";

const ATOM_GROUPS = [
  ["form"],
  ["word-2", "word-1", "word", "word+1", "word+2"],
  ["suffix1", "suffix2", "suffix3", "suffix4", "suffix5"],
  ["prefix1", "prefix2", "prefix3"],
  ["shape-1", "shape", "shape+1", "initial"],
  ["ending-1", "ending+1"],
  ["known-1", "known", "known+1", "known+2"],
  ["tag-2", "tag-1"],
] as const;
type Atom = (typeof ATOM_GROUPS)[number][number];
const ATOMS: readonly Atom[] = ATOM_GROUPS.flat();

const TEMPLATES = new FeatureTemplates<Atom>(
  ATOMS,
  [
    ["form", "word", "word-1", "word+1", "word-2", "word+2"],
    ["suffix1", "suffix2", "suffix3", "suffix4", "suffix5", "prefix1", "prefix2", "prefix3"],
    ["shape", "shape initial", "shape+1", "shape-1", "ending+1", "ending-1"],
    ["word word+1", "word-1 word", "suffix3 word-1", "suffix3 word+1"],
    ["known", "known-1 known", "known known+1", "known+1", "known+2", "known+1 known+2"],
    [
      "tag-1",
      "tag-2 tag-1",
      "tag-1 word",
      "tag-2 word",
      "tag-1 word+1",
      "tag-1 suffix3",
      "tag-2 tag-1 suffix3",
    ],
  ].flat(),
);

/** Index of each atom. */
const AT = Object.fromEntries(ATOMS.map((atom, index) => [atom, index])) as Record<Atom, number>;

/** Values that stand outside the sentence, and for tags not yet given. */
const BEFORE = 11;
const AFTER = 13;

/**
 * Which tags a word had in the training data: key of the word (see `lexiconKey`) to a number from 1 for the set
 * of its tags. Words seen once are left out.
 */
export type TagLexicon = ReadonlyMap<number, number>;

/** Key of a word in a `TagLexicon`. */
export function lexiconKey(form: string): number {
  return hashText(normalizeForm(form)) >>> 0;
}

interface WordAtoms {
  readonly form: number;
  readonly word: number;
  readonly known: number;
  readonly shape: number;
  /** Hashes of the last 1 to 5 characters. */
  readonly suffixes: readonly number[];
  /** Hashes of the first 1 to 3 characters. */
  readonly prefixes: readonly number[];
}

function wordAtoms(form: string, lexicon: TagLexicon): WordAtoms {
  const word = isPhrase(form) ? "<phrase>" : normalizeForm(form);
  const part = (text: string, length: number, seed: number) =>
    word.length < length ? seed : hashText(text, seed);
  return {
    form: hashText(isPhrase(form) ? word : form),
    word: hashText(word),
    known: lexicon.get(hashText(word) >>> 0) ?? 0,
    shape: hashText(wordShape(form)),
    suffixes: [1, 2, 3, 4, 5].map((length) => part(word.slice(-length), length, 7)),
    prefixes: [1, 2, 3].map((length) => part(word.slice(0, length), length, 77)),
  };
}

/** Feature extraction over one sentence; one object serves many sentences in turn. */
export class TaggerFeatures {
  static readonly count = TEMPLATES.count;
  /** The features of the last `extract`. */
  readonly features = new Int32Array(TEMPLATES.count);
  readonly #lexicon: TagLexicon;
  readonly #values = new Int32Array(ATOMS.length);
  #words: readonly WordAtoms[] = [];

  constructor(lexicon: TagLexicon) {
    this.#lexicon = lexicon;
  }

  /** Starts a sentence. */
  prepare(forms: readonly string[]): void {
    this.#words = forms.map((form) => wordAtoms(form, this.#lexicon));
  }

  /** Whether the word at `index` was met in training more than once. */
  isKnown(index: number): boolean {
    return this.#words[index]?.known !== 0;
  }

  /** Fills `features` for the word at `index`, given the numbers of the tags of all words before it. */
  extract(index: number, tags: Int32Array): void {
    const words = this.#words;
    const values = this.#values;
    const here = words[index] as WordAtoms;
    const previous = words[index - 1];
    const next = words[index + 1];
    values[AT.form] = here.form;
    values[AT["word-2"]] = words[index - 2]?.word ?? BEFORE;
    values[AT["word-1"]] = previous?.word ?? BEFORE;
    values[AT.word] = here.word;
    values[AT["word+1"]] = next?.word ?? AFTER;
    values[AT["word+2"]] = words[index + 2]?.word ?? AFTER;
    for (let i = 0; i < 5; i++) values[AT.suffix1 + i] = here.suffixes[i] as number;
    for (let i = 0; i < 3; i++) values[AT.prefix1 + i] = here.prefixes[i] as number;
    values[AT["shape-1"]] = previous?.shape ?? BEFORE;
    values[AT.shape] = here.shape;
    values[AT["shape+1"]] = next?.shape ?? AFTER;
    values[AT.initial] = index === 0 ? 1 : 0;
    values[AT["ending-1"]] = previous?.suffixes[2] ?? BEFORE;
    values[AT["ending+1"]] = next?.suffixes[2] ?? AFTER;
    values[AT["known-1"]] = previous?.known ?? BEFORE;
    values[AT.known] = here.known;
    values[AT["known+1"]] = next?.known ?? AFTER;
    values[AT["known+2"]] = words[index + 2]?.known ?? AFTER;
    const before = index > 0 ? (tags[index - 1] as number) : -1;
    values[AT["tag-1"]] = before;
    values[AT["tag-2"]] = index > 1 ? (tags[index - 2] as number) : -1;
    TEMPLATES.evaluate(values, this.features);
  }
}
