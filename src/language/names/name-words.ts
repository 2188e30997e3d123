/** Words around names, of one language: what a preceding « base » or « général » tells of the name. */
import type { EntityType } from "../../ontology/index.ts";
import type { LanguageData } from "../../packs/index.ts";
import { fold } from "../../shared/index.ts";
import { PhraseSet } from "../text/phrase-set.ts";
import type { Word } from "../text/words.ts";

export interface Head {
  readonly type: EntityType;
  /** The head is part of the name that is proposed. */
  readonly keep: boolean;
}

/** Words between a head and its name, at most. */
const REACH = 3;
/** Letters of the shortest word whose ending tells a town. */
const SHORTEST_TOWN = 6;

export class NameWords {
  readonly titles: PhraseSet<true>;
  readonly offices: PhraseSet<true>;
  readonly heads: PhraseSet<Head>;
  readonly cited: PhraseSet<true>;
  readonly locatives: PhraseSet<"strong" | "weak">;
  /** Verbs whose object, where it is a name, is a place. */
  readonly placeVerbs: PhraseSet<true>;
  /** Words that tell the type of a name as a part of it only. */
  readonly parts: PhraseSet<EntityType>;
  /** Units of an army that go by numbers. */
  readonly units: PhraseSet<true>;
  /** Whether a name that belongs to a noun stands before it. */
  readonly namesBeforeNouns: boolean;
  readonly #placeEndings: readonly string[];
  readonly #givenNames: ReadonlySet<string>;
  readonly #things: ReadonlySet<string>;
  readonly #speech: ReadonlySet<string>;
  readonly #between: ReadonlySet<string>;
  readonly #particles: ReadonlySet<string>;
  readonly #ordinary: ReadonlySet<string>;
  readonly #everyday: ReadonlySet<string>;
  readonly #auxiliaries: ReadonlySet<string>;
  readonly #conjunctions: ReadonlySet<string>;
  readonly #determiners: ReadonlySet<string>;
  readonly #agents: ReadonlySet<string>;
  readonly #prefixes: ReadonlyMap<string, "pro" | "anti" | "none">;

  constructor({ names, text, morphology, everyday }: LanguageData) {
    this.titles = PhraseSet.of(names.titles);
    this.offices = PhraseSet.of(names.offices);
    this.heads = new PhraseSet(
      names.heads.flatMap(({ type, keep, words }) => words.map((word) => [word, { type, keep }] as const)),
    );
    this.cited = PhraseSet.of(names.cited);
    const weak = new Set(names.weakLocatives);
    this.locatives = new PhraseSet(
      names.locatives.map((word) => [word, weak.has(word) ? "weak" : "strong"] as const),
    );
    this.placeVerbs = PhraseSet.of(names.placeVerbs);
    this.parts = new PhraseSet(
      names.nameParts.flatMap(({ type, words }) => words.map((word) => [word, type] as const)),
    );
    this.units = PhraseSet.of(names.units);
    this.namesBeforeNouns = names.namesBeforeNouns;
    this.#placeEndings = names.placeEndings.map(fold);
    this.#givenNames = new Set(names.givenNames.map(fold));
    this.#things = new Set(names.things.map(fold));
    this.#speech = new Set(names.speech.map(fold));
    this.#between = new Set(names.between.map(fold));
    this.#particles = new Set(names.particles.map(fold));
    this.#ordinary = new Set(
      [...Object.values(text.closedClass).flat(), ...text.ordinary].map((word) =>
        fold(word).replace(/^'|'$/g, ""),
      ),
    );
    this.#everyday = new Set([
      ...everyday,
      ...[names.titles, names.offices, ...names.heads.map(({ words }) => words)].flat().map(fold),
    ]);
    this.#auxiliaries = new Set((text.closedClass["AUX"] ?? []).map(fold));
    this.#conjunctions = new Set((text.closedClass["CCONJ"] ?? []).map(fold));
    this.#determiners = new Set(
      [...(text.closedClass["DET"] ?? []), ...names.contractions].map((word) => fold(word).replace(/'$/, "")),
    );
    this.#agents = new Set(morphology.passiveAgents);
    this.#prefixes = new Map(Object.entries(names.demonymPrefixes));
  }

  isSpeech(key: string): boolean {
    return this.#speech.has(key);
  }

  isGivenName(key: string): boolean {
    return this.#givenNames.has(key);
  }

  /** « Katioucha », « opération », "Sunni": neither a name nor before one of what reports tell of. */
  isThing(key: string): boolean {
    return this.#things.has(key);
  }

  /** « -abad », « -ivka »: a word that ends like a town. */
  endsLikePlace(key: string): boolean {
    return key.length >= SHORTEST_TOWN && this.#placeEndings.some((ending) => key.endsWith(ending));
  }

  /** « par », "by": before the doer of a passive. */
  isAgentPreposition(key: string): boolean {
    return this.#agents.has(key);
  }

  isAuxiliary(key: string): boolean {
    return this.#auxiliaries.has(key);
  }

  /** « et », "and". */
  isConjunction(key: string): boolean {
    return this.#conjunctions.has(key);
  }

  /** « le », « cette », « du », "the". */
  isDeterminer(key: string): boolean {
    return this.#determiners.has(key);
  }

  isParticle(key: string): boolean {
    return this.#particles.has(key);
  }

  /** A word of everyday prose: its capital tells nothing. */
  isOrdinary(key: string): boolean {
    return this.#ordinary.has(key);
  }

  /** A frequent word in either number, which a headline may write with a capital: no misspelling of a name. */
  isEveryday(key: string): boolean {
    return this.#everyday.has(key) || this.#everyday.has(`${key}s`);
  }

  prefix(key: string): "pro" | "anti" | "none" | undefined {
    return this.#prefixes.get(key);
  }

  /** The head noun that the name at `start` follows, with the index of its first word. */
  headBefore(words: readonly Word[], start: number): { head: Head; at: number } | undefined {
    for (let at = start; at > 0 && at >= start - REACH; at--) {
      const previous = words[at - 1] as Word;
      const gap = (words[at] as Word).glue;
      if (gap !== " " && gap !== "'" && gap !== "?") return undefined;
      const head = this.heads.matchBefore(words, at);
      if (head) return { head: head.value, at: at - head.length };
      if (!this.#between.has(previous.key)) return undefined;
    }
    return undefined;
  }

  /** The head noun that follows the name (« the K1 base »). */
  headAfter(words: readonly Word[], end: number): Head | undefined {
    return words[end]?.glue === " " ? this.heads.match(words, end)?.value : undefined;
  }

  /** « à », « au nord de » before a name: a place. */
  placeHintAt(words: readonly Word[], start: number): EntityType | undefined {
    const gap = words[start]?.glue;
    const locative = gap === " " || gap === "'" ? this.locatives.matchBefore(words, start, 5) : undefined;
    return locative?.value === "strong" ? "Place" : undefined;
  }

  /** Type of a name that its neighbours tell. */
  hintAt(words: readonly Word[], start: number, end: number): EntityType | undefined {
    const before = this.headBefore(words, start)?.head.type;
    if (before) return before;
    const gap = words[start]?.glue;
    if ((gap === " " || gap === ".") && this.titles.matchBefore(words, start)) return "Person";
    return this.headAfter(words, end)?.type;
  }
}
