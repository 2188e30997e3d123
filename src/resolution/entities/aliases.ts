/** Who calls whom what: the names that reports use, by publisher. One outlet's « Résistance » is another's militia. */
import type { Alias } from "../../ontology/index.ts";
import { compareBy, fold, sortedUnique } from "../../shared/index.ts";

/** Longer wordings describe; they do not name. */
const LONGEST_NAME = 60;

/** A wording names where it has a capital beyond its first letter: « le groupe » and « Ils » do not. */
const isName = (text: string): boolean =>
  text.length <= LONGEST_NAME &&
  (/[\s'’-]\p{Lu}|^\p{Lu}{2}|^\p{Lu}\p{Ll}+$/u.test(text) || /^\p{Lu}[\p{L}-]+ \p{L}/u.test(text));

/** The name in a wording; undefined where it only describes. */
export function nameInUse(text: string): string | undefined {
  const wording = text.replace(/\s+/gu, " ").trim();
  return isName(wording) ? wording : undefined;
}

export class NamesInUse {
  readonly #uses = new Map<string, Map<string, Set<string>>>();

  /** @param publisher  of the report that uses the names */
  record(entity: string, names: readonly string[], publisher: string | undefined): void {
    let known = this.#uses.get(entity);
    if (!known) this.#uses.set(entity, (known = new Map()));
    for (const name of names) {
      let outlets = known.get(name);
      if (!outlets) known.set(name, (outlets = new Set()));
      if (publisher !== undefined) outlets.add(publisher);
    }
  }

  /** The aliases of an entity with those read in reports added; sorted by name. */
  aliasesOf(entity: string, known: readonly Alias[]): Alias[] {
    const aliases = new Map(known.map(({ name, usedBy }) => [name, new Set(usedBy)]));
    for (const [name, outlets] of this.#uses.get(entity) ?? []) {
      const same = aliases.get(name) ?? new Set();
      for (const outlet of outlets) same.add(outlet);
      aliases.set(name, same);
    }
    return [...aliases]
      .map(([name, outlets]) => ({ key: fold(name), alias: { name, usedBy: sortedUnique(outlets) } }))
      .sort(
        compareBy(
          ({ key }) => key,
          ({ alias }) => alias.name,
        ),
      )
      .map(({ alias }) => alias);
  }
}
