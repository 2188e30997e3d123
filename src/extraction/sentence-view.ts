/** One sentence as the reading rules see it: tokens with a tree over them, and the questions that rules ask of it. */
import type { AnnotatedDocument, NameSpan, Sentence, Token } from "../language/index.ts";
import type { LexiconIndex, PhraseMap, PhraseSet } from "./lexicon-index.ts";

/** Heads and relations of a sentence's tokens: the parser's, or those of the surface reading. */
export interface Tree {
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

export class SentenceView {
  readonly doc: AnnotatedDocument;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly index: LexiconIndex;
  readonly #heads: number[];
  readonly #relations: string[];
  readonly #children: number[][];
  #words: ReadonlySet<string> | undefined;
  /** What `preposition` answered before: rules and features ask for the same tokens again and again. */
  readonly #prepositions: (string | undefined)[] = [];

  constructor(doc: AnnotatedDocument, sentence: Sentence, index: LexiconIndex, tree: Tree) {
    this.doc = doc;
    this.sentence = sentence;
    this.tokens = sentence.tokens;
    this.index = index;
    this.#heads = [...tree.heads];
    this.#relations = [...tree.relations];
    this.#children = this.tokens.map(() => []);
    this.#heads.forEach((head, i) => {
      if (head >= 0) this.#children[head]?.push(i);
    });
    // A time expression is never a participant, whatever the parser made of it.
    this.tokens.forEach((token, i) => {
      if (token.time !== undefined && /^(nsubj|obj)/.test(this.relation(i))) this.#relations[i] = "advmod";
    });
  }

  get length(): number {
    return this.tokens.length;
  }

  lower(i: number): string {
    return this.tokens[i]?.lower ?? "";
  }

  lemma(i: number): string {
    return this.tokens[i]?.lemma ?? "";
  }

  pos(i: number): string {
    return this.tokens[i]?.pos ?? "";
  }

  head(i: number): number {
    return this.#heads[i] ?? -1;
  }

  relation(i: number): string {
    return this.#relations[i] ?? "";
  }

  name(i: number): NameSpan | undefined {
    const at = this.tokens[i]?.name;
    return at === undefined ? undefined : this.doc.names[at];
  }

  isTime(i: number): boolean {
    return this.tokens[i]?.time !== undefined;
  }

  isVerb(i: number): boolean {
    return /^(VERB|AUX)/.test(this.pos(i)) && this.tokens[i]?.name === undefined;
  }

  isFinite(i: number): boolean {
    return this.isVerb(i) && /Fin/.test(this.pos(i));
  }

  isParticiple(i: number): boolean {
    return /Part/.test(this.pos(i));
  }

  /** A token that can head a participant: a noun, a name, a number or a pronoun. */
  isNominal(i: number): boolean {
    return this.isNoun(i) || (/^(PRON|NUM)/.test(this.pos(i)) && !this.isTime(i));
  }

  /** A common or proper noun (no pronoun). */
  isNoun(i: number): boolean {
    if (this.isTime(i)) return false;
    return (
      /^(NOUN|PROPN)/.test(this.pos(i)) || this.tokens[i]?.name !== undefined || this.isNominalAdjective(i)
    );
  }

  /** « l'exécutif », "the wounded": an adjective behind an article with no noun after it. */
  private isNominalAdjective(i: number): boolean {
    if (!this.pos(i).startsWith("ADJ") || !/^(nsubj|obj|obl|nmod|root)/.test(this.relation(i))) return false;
    return this.pos(i - 1).startsWith("DET") && !/^(NOUN|PROPN|ADJ)/.test(this.pos(i + 1));
  }

  isPunctuation(i: number): boolean {
    return this.pos(i) === "PUNCT" || /^[\p{P}]+$/u.test(this.lower(i));
  }

  /** A nationality word used as a noun (« les Américains », "No American"), not as an adjective of one. */
  isNominalDemonym(i: number): boolean {
    if (!this.name(i)?.demonym) return false;
    const led = i > 0 && /^(DET|NUM|ADP)/.test(this.pos(i - 1));
    return led && !/^(NOUN|PROPN|ADJ)/.test(this.pos(i + 1));
  }

  /** Children of `i` in the tree, by relation; a relation without a colon also matches its subtypes. */
  kids(i: number, ...relations: readonly string[]): number[] {
    const all = this.#children[i] ?? [];
    if (relations.length === 0) return [...all];
    return all.filter((k) => matchesRelation(this.relation(k), relations));
  }

  /** `i` and all that hangs from it, in text order; branches whose relation is in `stop` are left out. */
  subtree(i: number, ...stop: readonly string[]): number[] {
    const out: number[] = [];
    const stack = [i];
    const seen = new Set<number>();
    while (stack.length > 0) {
      const at = stack.pop();
      if (at === undefined || seen.has(at)) continue;
      seen.add(at);
      out.push(at);
      for (const k of this.#children[at] ?? []) if (!matchesRelation(this.relation(k), stop)) stack.push(k);
    }
    return out.sort((a, b) => a - b);
  }

  /** Whether `i` hangs, however deep, from `ancestor`. */
  isUnder(i: number, ancestor: number): boolean {
    let at = i;
    for (let steps = 0; at >= 0 && steps <= this.length; steps++) {
      if (at === ancestor) return true;
      at = this.head(at);
    }
    return false;
  }

  /** First token of the noun phrase headed by `i`, its preposition left out. */
  phraseStart(i: number): number {
    let start = i;
    while (start > 0) {
      const before = start - 1;
      const pos = this.pos(before);
      const inside =
        /^(DET|ADJ|NUM)/.test(pos) ||
        (pos.startsWith("ADV") && this.head(before) === i && !this.isTime(before));
      if (!inside || this.isTime(before) || this.isCase(before)) break;
      start = before;
    }
    return start;
  }

  /** The preposition that leads the phrase headed by `i`, canonical (« du » → « de »); empty where there is none. */
  preposition(i: number): string {
    const known = this.#prepositions[i];
    if (known !== undefined) return known;
    const found = this.#findPreposition(i);
    if (i >= 0) this.#prepositions[i] = found;
    return found;
  }

  #findPreposition(i: number): string {
    const start = this.phraseStart(i);
    const { set, longest } = this.index.longPrepositions;
    for (let n = Math.min(longest, start); n >= 2; n--) {
      const words = this.canonical(start - n, start);
      if (set.has(words)) return words;
    }
    if (start > 0 && this.isCase(start - 1)) return this.canonical(start - 1, start);
    const own = this.kids(i, "case").filter((k) => k < i);
    const last = own.at(-1);
    return last === undefined ? "" : this.canonical(last, last + 1);
  }

  /** Whether the phrase headed by `i` is led by a preposition of the set named in the grammar. */
  isLedBy(i: number, setName: string): boolean {
    const preposition = this.preposition(i);
    return preposition !== "" && (this.index.prepositions.get(setName)?.has(preposition) ?? false);
  }

  /** Where the phrase headed by `i` ends: the last token that hangs from it before a new clause. */
  phraseEnd(i: number): number {
    const inside = this.subtree(i, "acl", "conj", "appos", "parataxis", "punct", "advcl", "cc");
    return inside.at(-1) ?? i;
  }

  /** The tokens `from` up to `to`, elided and contracted forms replaced by the word they stand for. */
  canonical(from: number, to: number): string {
    const { contractions } = this.index.lexicon.grammar;
    let text = "";
    for (let i = from; i < to; i++) {
      const word = this.lower(i);
      text += `${i > from ? " " : ""}${contractions[word] ?? word}`;
    }
    return text;
  }

  /** The spellings under which a token is looked up: form and lemma. */
  spellings(i: number): readonly string[] {
    const token = this.tokens[i];
    if (!token) return [];
    return token.lower === token.lemma ? [token.lower] : [token.lower, token.lemma];
  }

  /** Whether token `i` is the word: as form, lemma, canonical form, or a French participle in another gender or number. */
  isWord(i: number, word: string): boolean {
    return (
      this.spellings(i).includes(word) ||
      this.canonical(i, i + 1) === word ||
      masculineSingular(this.lower(i)) === word
    );
  }

  /** Whether the word, in the sense of `isWord`, stands anywhere in the sentence. */
  holds(word: string): boolean {
    if (!this.#words) {
      const { contractions } = this.index.lexicon.grammar;
      this.#words = new Set(
        this.tokens.flatMap(({ lower, lemma }) => [
          lower,
          lemma,
          contractions[lower] ?? lower,
          masculineSingular(lower),
        ]),
      );
    }
    return this.#words.has(word);
  }

  /** The longest phrase of a lexicon list that stands at token `i`. */
  match<T>(phrases: PhraseMap<T>, i: number): { value: T; length: number } | undefined {
    return phrases.at(i, (k) => this.spellings(k));
  }

  isOfClass(i: number, nounClass: string): boolean {
    return this.lengthOfClass(i, nounClass) > 0;
  }

  /** How many tokens the longest phrase of a noun class that stands at token `i` has; 0 where none does. */
  lengthOfClass(i: number, nounClass: string): number {
    const set: PhraseSet | undefined = this.index.nounClasses.get(nounClass);
    if (set === undefined || this.tokens[i]?.name !== undefined) return 0;
    return this.match(set, i)?.length ?? 0;
  }

  /** The article or demonstrative before the phrase headed by `i`: `definite`, `demonstrative`, or neither. */
  determiner(i: number): "definite" | "demonstrative" | undefined {
    const start = this.phraseStart(i);
    const { definite, demonstrative } = this.index.lexicon.grammar;
    for (let k = Math.max(0, start - 1); k < i; k++) {
      const word = this.lower(k);
      if (demonstrative.includes(word)) return "demonstrative";
      if (definite.includes(word)) return "definite";
    }
    return undefined;
  }

  /** Characters `start..end` of the document that the tokens `from..to` (inclusive) cover. */
  span(from: number, to: number): { start: number; end: number; text: string } {
    const start = this.tokens[from]?.start ?? this.sentence.start;
    const end = this.tokens[to]?.end ?? this.sentence.end;
    return { start, end, text: this.doc.doc.text.slice(start, end) };
  }

  private isCase(i: number): boolean {
    return this.pos(i).startsWith("ADP") && !/^(nsubj|obj)/.test(this.relation(i));
  }
}

function matchesRelation(relation: string, wanted: readonly string[]): boolean {
  return wanted.some((w) => relation === w || (!w.includes(":") && relation.startsWith(`${w}:`)));
}

const masculineSingular = (participle: string): string => participle.replace(/(?<=é)(?:e|s|es)$/u, "");
