/** The lexicon compiled for look-up: trigger patterns by head word, noun classes, prepositions, weapons. */
import type { ClaimType, Instrument, Modality, RelationType, Subtype } from "../ontology/index.ts";
import type { Frame, FrameRole, Lexicon, Needs, TriggerEntry } from "../packs/index.ts";

/** One trigger entry in the form that is matched: its words in order, the head first. */
export interface TriggerPattern {
  readonly frameName: string;
  readonly frame: Frame;
  /** Head lemma and the words that must follow it, lower case. */
  readonly words: readonly string[];
  readonly reflexive: boolean;
  /** True where the words tell the act only under a negation (« ne pas céder »). */
  readonly negated: boolean;
  /** Role of the phrase after the last word, and the preposition that leads it. */
  readonly slot?: { readonly role: FrameRole | "source"; readonly preposition: string };
  readonly subtype?: Subtype | undefined;
  readonly needs?: Needs | undefined;
  readonly unless?: Needs | undefined;
  readonly modality?: Modality | undefined;
  readonly only?: "passive" | "active" | undefined;
  /** Position of its frame in frames.yaml: earlier frames win a tie. */
  readonly rank: number;
}

export type LightKind = "active" | "passive" | "occur";

/** A phrase of one or more words, as matched against tokens. */
type Phrase = readonly string[];

export interface LexiconIndex {
  readonly lexicon: Lexicon;
  readonly verbs: ReadonlyMap<string, readonly TriggerPattern[]>;
  readonly nouns: ReadonlyMap<string, readonly TriggerPattern[]>;
  /** The frame of a bare count of casualties (« six blessés »). */
  readonly casualties: TriggerPattern | undefined;
  /** The frame of an act that a pronoun stands for (« celles perpétrées en Irak »). */
  readonly actPronoun: TriggerPattern | undefined;
  /** The frame of a judgement without a verb of saying (« pour X, … »). */
  readonly opinion: TriggerPattern | undefined;
  readonly light: ReadonlyMap<string, readonly { readonly words: Phrase; readonly kind: LightKind }[]>;
  readonly nounClasses: ReadonlyMap<string, PhraseSet>;
  readonly prepositions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every preposition of several words, canonical; `longest` is the number of words of the longest. */
  readonly longPrepositions: { readonly set: ReadonlySet<string>; readonly longest: number };
  readonly instruments: PhraseMap<Instrument>;
  readonly kinds: PhraseMap<Subtype>;
  readonly shots: PhraseSet;
  readonly operators: {
    readonly verbs: ReadonlyMap<string, readonly { readonly words: Phrase; readonly modality: Modality }[]>;
    readonly nouns: ReadonlyMap<string, Modality>;
    readonly adverbs: PhraseMap<Modality>;
    readonly subordinators: PhraseMap<Modality>;
  };
  /** Functions that a person holds, with the relation to the body. */
  readonly offices: PhraseMap<RelationType>;
  readonly links: ReadonlyMap<string, Lexicon["relations"]["links"][number]>;
  readonly answers: PhraseSet;
  readonly lookingBack: PhraseSet;
  /** Single words among them. */
  readonly lookingBackWords: ReadonlySet<string>;
  readonly pastPerfect: ReadonlySet<string>;
  readonly sequence: PhraseSet;
  readonly circumstance: PhraseSet;
  readonly voice: PhraseSet;
  readonly distancing: PhraseSet;
  readonly toll: PhraseSet;
  /** « à l'en croire »: the account of whoever spoke last goes on. */
  readonly goingOn: PhraseSet;
  /** Words of what is said that settle the type of the statement. */
  readonly content: PhraseMap<ClaimType>;
}

/** What may stand before the verb of a French idiom: « ne pas céder », « s'en prendre à », « y voir une agression ». */
const CLITICS = /^((?:ne pas )?(?:se |s['’])?(?:en |y )?)(\S.*)$/u;

const SLOT = /^(AGENT|TARGET|SPEAKER|PLACE|ORIGIN|DESTINATION|SOURCE)$/;

/** Phrases keyed by their first word, for matching at a position in time independent of the lexicon's size. */
export class PhraseMap<T> {
  readonly #byFirst = new Map<string, { words: Phrase; value: T }[]>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [phrase, value] of entries) {
      const words = splitWords(phrase);
      const first = words[0];
      if (first === undefined) continue;
      const list = this.#byFirst.get(first) ?? [];
      list.push({ words, value });
      this.#byFirst.set(first, list);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  /** The longest phrase whose words stand at `start`; `word(i)` gives the spellings of the i-th word there. */
  at(start: number, word: (index: number) => readonly string[]): { value: T; length: number } | undefined {
    for (const spelling of word(start)) {
      for (const entry of this.#byFirst.get(spelling) ?? []) {
        if (entry.words.every((w, k) => k === 0 || word(start + k).includes(w)))
          return { value: entry.value, length: entry.words.length };
      }
    }
    return undefined;
  }
}

export class PhraseSet extends PhraseMap<true> {
  constructor(phrases: Iterable<string>) {
    super([...phrases].map((phrase) => [phrase, true] as const));
  }
}

/** Compiles a lexicon. Pure: the same lexicon gives the same index. */
export function indexLexicon(lexicon: Lexicon): LexiconIndex {
  const ranks = new Map([...lexicon.frames.keys()].map((name, rank) => [name, rank]));
  const compile = (
    classes: Readonly<Record<string, readonly TriggerEntry[]>>,
    articles: readonly string[],
  ) => {
    const index = new Map<string, TriggerPattern[]>();
    for (const [frameName, entries] of Object.entries(classes)) {
      const frame = lexicon.frames.get(frameName);
      if (!frame) continue;
      for (const entry of entries) {
        const pattern = compileTrigger(
          entry,
          frameName,
          frame,
          ranks.get(frameName) ?? 0,
          lexicon.grammar.contractions,
          articles,
        );
        const head = pattern.words[0] ?? "";
        const list = index.get(head) ?? [];
        list.push(pattern);
        index.set(head, list);
      }
    }
    for (const list of index.values())
      list.sort((a, b) => specificity(b) - specificity(a) || a.rank - b.rank);
    return index;
  };
  const { grammar, modality, weapons, attribution } = lexicon;
  const prepositions = new Map(
    Object.entries(grammar.prepositions).map(([name, list]) => [
      name,
      new Set(list.map((p) => canonicalPhrase(grammar.contractions, p))),
    ]),
  );
  const long = new Set([...prepositions.values()].flatMap((set) => [...set]).filter((p) => p.includes(" ")));
  return {
    lexicon,
    verbs: compile(lexicon.triggers.verbs, grammar.articles),
    nouns: compile(lexicon.triggers.nouns, []),
    casualties: bareFrame(lexicon, "cause-harm"),
    actPronoun: bareFrame(lexicon, "strike"),
    opinion: bareFrame(lexicon, "say"),
    light: groupByHead(byWord(lexicon.triggers.light), (words, kind: LightKind) => ({ words, kind })),
    nounClasses: new Map(Object.entries(lexicon.nouns).map(([name, list]) => [name, new PhraseSet(list)])),
    prepositions,
    longPrepositions: { set: long, longest: Math.max(1, ...[...long].map((p) => p.split(" ").length)) },
    instruments: new PhraseMap(byWord(weapons.instruments)),
    kinds: new PhraseMap(byWord(weapons.kinds)),
    shots: new PhraseSet(weapons.shots),
    operators: {
      verbs: groupByHead(byWord(modality.operators), (words, value: Modality) => ({
        words,
        modality: value,
      })),
      nouns: new Map(byWord(modality.nouns)),
      adverbs: new PhraseMap(byWord(modality.adverbs)),
      subordinators: new PhraseMap(byWord(modality.subordinators)),
    },
    offices: new PhraseMap(byWord(lexicon.relations.offices)),
    links: new Map(lexicon.relations.links.flatMap((link) => link.words.map((w) => [w, link] as const))),
    answers: new PhraseSet(modality.answers),
    lookingBack: new PhraseSet(grammar.lookingBack),
    lookingBackWords: new Set(grammar.lookingBack.filter((phrase) => !phrase.includes(" "))),
    pastPerfect: new Set(grammar.pastPerfect),
    sequence: new PhraseSet(grammar.sequence),
    circumstance: new PhraseSet(grammar.circumstance),
    voice: new PhraseSet(attribution.voice),
    distancing: new PhraseSet(attribution.distancing),
    toll: new PhraseSet(attribution.toll),
    goingOn: new PhraseSet(attribution.goingOn),
    content: new PhraseMap(byWord(attribution.content)),
  };
}

function compileTrigger(
  entry: TriggerEntry,
  frameName: string,
  frame: Frame,
  rank: number,
  contractions: Readonly<Record<string, string>>,
  articles: readonly string[],
): TriggerPattern {
  const map = typeof entry === "string" ? { use: entry } : entry;
  const { use, ...conditions } = map;
  const [, clitics = "", verbOn = use] = CLITICS.exec(use) ?? [];
  const marks = { reflexive: /\bs(?:e |['’])/u.test(clitics), negated: clitics.startsWith("ne pas ") };
  const all = splitWords(verbOn, true);
  // « couper l'eau » is met by « coupe leur eau »: which article stands there says nothing.
  const words = all.filter((word, k) => k === 0 || !articles.includes(word));
  const last = words.at(-1) ?? "";
  if (!SLOT.test(last)) return { frameName, frame, words, ...marks, rank, ...conditions };
  const kept = words.slice(0, -1);
  const preposition = kept.length > 1 ? canonicalPhrase(contractions, kept.at(-1) ?? "") : "";
  const body = preposition ? kept.slice(0, -1) : kept;
  const slot = { role: last.toLowerCase() as FrameRole | "source", preposition };
  return { frameName, frame, words: body, ...marks, slot, rank, ...conditions };
}

/** Pairs of a listed phrase and the key that it is listed under. */
const byWord = <T extends string>(
  record: Readonly<Partial<Record<T, readonly string[]>>>,
): (readonly [string, T])[] =>
  (Object.entries(record) as [T, readonly string[]][]).flatMap(([value, list]) =>
    list.map((word) => [word, value] as const),
  );

/** A pattern that stands for a frame without a word of its own. */
function bareFrame(lexicon: Lexicon, frameName: string): TriggerPattern | undefined {
  const frame = lexicon.frames.get(frameName);
  return frame && { frameName, frame, words: ["count"], reflexive: false, negated: false, rank: 0 };
}

const withoutClitics = (phrase: string): string => CLITICS.exec(phrase)?.[2] ?? phrase;

/** Longer patterns and those with conditions are tried first. */
const specificity = (p: TriggerPattern): number =>
  p.words.length * 4 +
  (p.slot ? 2 : 0) +
  (p.reflexive ? 2 : 0) +
  (p.needs || p.unless || p.frame.needs ? 1 : 0);

function groupByHead<V, T>(
  entries: readonly (readonly [string, V])[],
  make: (words: Phrase, value: V) => T,
): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const [phrase, value] of entries) {
    const words = splitWords(withoutClitics(phrase));
    const head = words[0] ?? "";
    index.set(head, [...(index.get(head) ?? []), make(words, value)]);
  }
  return index;
}

/** Splits at spaces and after apostrophes, as the tokeniser does: « d'assaut » → `d'`, `assaut`. */
export function splitWords(phrase: string, keepCase = false): string[] {
  const text = keepCase ? phrase : phrase.toLowerCase();
  return text
    .replace(/’/g, "'")
    .replace(/(\p{L}')(?=\p{L})/gu, "$1 ")
    .replace(/aujourd' hui/g, "aujourd'hui")
    .split(/\s+/)
    .filter(Boolean);
}

/** One spelling for contracted and elided forms, so that « du » meets « de » and « aux » meets « à ». */
export const canonicalPhrase = (contractions: Readonly<Record<string, string>>, phrase: string): string =>
  splitWords(phrase)
    .map((word) => contractions[word] ?? word)
    .join(" ");

/** Every single word of the lexicon that inflects: what forms of a text are looked up under, misprints included. */
export function lexiconLemmas(lexicon: Lexicon): ReadonlySet<string> {
  const { triggers, nouns, weapons, modality, relations } = lexicon;
  const entries = [...Object.values(triggers.verbs), ...Object.values(triggers.nouns)].flat();
  const phrases = [
    ...entries.map((entry) => (typeof entry === "string" ? entry : entry.use)),
    ...Object.values(triggers.light).flat(),
    ...Object.values(nouns).flat(),
    ...Object.values(weapons.instruments).flat(),
    ...weapons.shots,
    ...Object.values(modality.operators).flat(),
    ...relations.links.flatMap((link) => link.words),
  ];
  const first = phrases.map((phrase) => splitWords(withoutClitics(phrase))[0] ?? "");
  return new Set(first.filter((word) => /^\p{L}+$/u.test(word)));
}
