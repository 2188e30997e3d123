/** All names that the packs know, indexed for longest match over folded words. */
import type { EntityType, Language } from "../../ontology/index.ts";
import type { LanguageData, PackSet } from "../../packs/index.ts";
import { type CompiledNames, compileNames, type NameEntry } from "./compile-names.ts";
import { nameKey } from "./name-key.ts";

export interface NameNode {
  readonly next: Map<string, NameNode>;
  entries: readonly NameEntry[];
}

export class NameIndex {
  readonly root: NameNode = node();
  readonly #variants: ReadonlyMap<string, readonly NameEntry[]>;
  readonly #types: ReadonlyMap<string, EntityType>;

  constructor({ types, names, variants }: CompiledNames) {
    this.#types = new Map(types);
    this.#variants = new Map(variants);
    for (const [words, entries] of names) {
      let current = this.root;
      for (const word of words.split(" ")) {
        let next = current.next.get(word);
        if (!next) current.next.set(word, (next = node()));
        current = next;
      }
      current.entries = entries;
    }
  }

  static of(packs: PackSet, data: Readonly<Record<Language, LanguageData>>): NameIndex {
    return new NameIndex(compileNames(packs, data));
  }

  typeOf(entity: string): EntityType | undefined {
    return this.#types.get(entity);
  }

  /** Names whose consonants are those of the folded words. */
  variants(keys: readonly string[]): readonly NameEntry[] {
    return this.#variants.get(nameKey(keys)) ?? [];
  }
}

function node(): NameNode {
  return { next: new Map(), entries: [] };
}
