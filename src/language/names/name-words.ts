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

export class NameWords {
  readonly titles: PhraseSet<true>;
  readonly offices: PhraseSet<true>;
  readonly heads: PhraseSet<Head>;
  readonly cited: PhraseSet<true>;
  readonly locatives: PhraseSet<"strong" | "weak">;
  readonly #speech: ReadonlySet<string>;
  readonly #between: ReadonlySet<string>;
  readonly #particles: ReadonlySet<string>;
  readonly #ordinary: ReadonlySet<string>;
  readonly #everyday: ReadonlySet<string>;
  readonly #auxiliaries: ReadonlySet<string>;
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
    this.#agents = new Set(morphology.passiveAgents);
    this.#prefixes = new Map(Object.entries(names.demonymPrefixes));
  }

  isSpeech(key: string): boolean {
    return this.#speech.has(key);
  }

  /** « par », "by": before the doer of a passive. */
  isAgentPreposition(key: string): boolean {
    return this.#agents.has(key);
  }

  isAuxiliary(key: string): boolean {
    return this.#auxiliaries.has(key);
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
