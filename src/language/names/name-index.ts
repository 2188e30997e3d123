/** All names that the packs know, indexed for longest match over folded words. */
import type { EntityType, Language } from "../../ontology/index.ts";
import type { LanguageData, PackSet } from "../../packs/index.ts";
import { type CompiledNames, compileNames } from "./compile-names.ts";
import { type NamedEntity, type NameEntry, readEntry } from "./name-entry.ts";
import { nameKey } from "./name-key.ts";

/** What stands at the end of some words: the names that they are, and the words that lead on to longer ones. */
export interface NameNode {
  readonly next: Map<string, NameNode>;
  readonly entries: NameEntry[];
}

export class NameIndex {
  readonly #entities: readonly NamedEntity[];
  readonly #types: ReadonlyMap<string, EntityType>;
  readonly #packs: ReadonlyMap<string, string>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #variants: ReadonlyMap<string, string>;
  /** Read when first asked for: a text has few of the words that names begin with. */
  readonly #readNames = new Map<string, NameNode>();
  readonly #readVariants = new Map<string, readonly NameEntry[]>();

  constructor({ entities, names, variants }: CompiledNames) {
    this.#entities = entities;
    this.#types = new Map(entities.map(([id, type]) => [id, type]));
    this.#packs = new Map(entities.map(([id, , pack]) => [id, pack]));
    this.#names = new Map(names);
    this.#variants = new Map(variants);
  }

  static of(packs: PackSet, data: Readonly<Record<Language, LanguageData>>): NameIndex {
    return new NameIndex(compileNames(packs, data));
  }

  typeOf(entity: string): EntityType | undefined {
    return this.#types.get(entity);
  }

  /** The pack that defines an entity. */
  packOf(entity: string): string | undefined {
    return this.#packs.get(entity);
  }

  /** The names that begin with a folded word; undefined where none does. */
  from(word: string): NameNode | undefined {
    const lines = this.#names.get(word);
    if (lines === undefined) return undefined;
    let first = this.#readNames.get(word);
    if (!first) this.#readNames.set(word, (first = this.#nodeOf(lines)));
    return first;
  }

  /** Names whose consonants are those of the folded words. */
  variants(keys: readonly string[]): readonly NameEntry[] {
    const key = nameKey(keys);
    const lines = this.#variants.get(key);
    if (lines === undefined) return [];
    let entries = this.#readVariants.get(key);
    if (!entries) {
      entries = lines.split("\n").map((line) => readEntry(line, this.#entities).entry);
      this.#readVariants.set(key, entries);
    }
    return entries;
  }

  #nodeOf(lines: string): NameNode {
    const first = emptyNode();
    for (const line of lines.split("\n")) {
      const { words, entry } = readEntry(line, this.#entities);
      let current = first;
      for (const word of words.slice(1)) {
        let next = current.next.get(word);
        if (!next) current.next.set(word, (next = emptyNode()));
        current = next;
      }
      current.entries.push(entry);
    }
    return first;
  }
}

function emptyNode(): NameNode {
  return { next: new Map(), entries: [] };
}
