/** What the language stage gives: text with sentences, tokens, names, times, numbers, quotations and a parse. */
import type { EntityType, Language } from "../ontology/index.ts";
import type { SourceDocument } from "../documents/index.ts";

/** UTF-16 offsets into the document's text, end exclusive. */
export interface Offsets {
  readonly start: number;
  readonly end: number;
}

/**
 * A unit of analysis: a word, a punctuation mark, or several words taken as one (a name, a time expression).
 * `head` is the index in the sentence's `tokens` of the governor, -1 for the root or where there is no parse.
 */
export interface Token extends Offsets {
  readonly form: string;
  /** Lower case, apostrophes unified; accents kept. */
  readonly lower: string;
  readonly lemma: string;
  /** Universal POS, with a verb form after a dot where it matters: `VERB.Fin`, `VERB.Part`, `VERB.Inf`, `VERB.Ger`. */
  readonly pos: string;
  readonly head: number;
  readonly relation: string;
  /** Index into `AnnotatedDocument.names` or `.times` where the token stands for one; else undefined. */
  readonly name?: number;
  readonly time?: number;
  /** Nesting depth of quotation marks around the token. */
  readonly quoted: number;
}

export interface Sentence extends Offsets {
  readonly index: number;
  readonly paragraph: number;
  /** `boilerplate`: « Lire aussi » links, keywords, navigation: never extracted from. */
  readonly kind: "heading" | "body" | "boilerplate";
  readonly tokens: readonly Token[];
}

/** A name in the text: one that a pack knows (`candidates`, best first), or one that looks like a name (`proposed`). */
export interface NameSpan extends Offsets {
  readonly text: string;
  /** Entity ids. More than one where the name is ambiguous. */
  readonly candidates: readonly string[];
  readonly proposed?: { readonly type: EntityType; readonly name: string; readonly because: string };
  /** A nationality word: `candidates` holds the state first, then its forces. */
  readonly demonym?: boolean;
  /** Matched as a spelling variant of the candidates' names, not word for word. */
  readonly variant?: boolean;
}

export interface TimeSpan extends Offsets {
  readonly text: string;
  /** ISO days that enclose the moment; equal for one day. */
  readonly from: string;
  readonly to: string;
  readonly precision: "hour" | "day" | "week" | "month" | "year" | "vague";
}

export interface NumberSpan extends Offsets {
  readonly text: string;
  readonly min: number;
  /** Absent: no upper bound. */
  readonly max?: number;
  readonly approximate: boolean;
}

/** A quotation, marks included; it may run over sentences. */
export interface QuotationSpan extends Offsets {
  readonly depth: number;
}

export interface AnnotatedDocument {
  readonly doc: SourceDocument;
  readonly language: Language;
  /** The publishing day that relative dates count from, ISO; absent when unknown. */
  readonly anchor?: string;
  readonly sentences: readonly Sentence[];
  readonly names: readonly NameSpan[];
  readonly times: readonly TimeSpan[];
  readonly numbers: readonly NumberSpan[];
  readonly quotations: readonly QuotationSpan[];
  /** False where no parser model was given: tokens then carry POS guesses and no heads. */
  readonly parsed: boolean;
}

/** Tags and parses one sentence of forms. Deterministic. */
export interface SyntaxModel {
  readonly language: Language;
  /** Content hash of the weights, part of the extraction cache's key. */
  readonly hash: string;
  /**
   * POS tags of the forms, in the tag set of `Token.pos`.
   * @param isVerb  whether a form that training did not know can only be a verb, given the tag before it
   */
  tag(forms: readonly string[], isVerb?: (index: number, tagBefore: string | undefined) => boolean): string[];
  /** Heads (index, -1 for the root) and UD relations of the tagged forms. */
  parse(forms: readonly string[], tags: readonly string[]): { heads: number[]; relations: string[] };
}
