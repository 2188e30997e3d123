/** Who calls whom what: the names that reports use, by publisher. One outlet's « Résistance » is another's militia. */
import type { SourceDocument } from "../../documents/index.ts";
import type { Mention } from "../../extraction/index.ts";
import type { Alias } from "../../ontology/index.ts";
import { compareBy, fold, sortedUnique } from "../../shared/index.ts";

/** Longer wordings describe; they do not name. */
const LONGEST_NAME = 60;

/** A wording names where it has a capital beyond its first letter: « le groupe » and « Ils » do not. */
const isName = (text: string): boolean =>
  text.length <= LONGEST_NAME &&
  (/[\s'’-]\p{Lu}|^\p{Lu}{2}|^\p{Lu}\p{Ll}+$/u.test(text) || /^\p{Lu}[\p{L}-]+ \p{L}/u.test(text));

export class NamesInUse {
  /** The name in a wording met before; undefined where it only describes. */
  readonly #names = new Map<string, string | undefined>();
  readonly #uses = new Map<string, Map<string, Set<string>>>();

  record(entity: string, { text }: Mention, { publisher }: SourceDocument): void {
    const name = this.#nameIn(text);
    if (name === undefined) return;
    let names = this.#uses.get(entity);
    if (!names) this.#uses.set(entity, (names = new Map()));
    let outlets = names.get(name);
    if (!outlets) names.set(name, (outlets = new Set()));
    if (publisher !== undefined) outlets.add(publisher);
  }

  #nameIn(text: string): string | undefined {
    if (this.#names.has(text)) return this.#names.get(text);
    const wording = text.replace(/\s+/gu, " ").trim();
    const name = isName(wording) ? wording : undefined;
    this.#names.set(text, name);
    return name;
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
      .map(([name, outlets]) => ({ name, usedBy: sortedUnique(outlets) }))
      .sort(
        compareBy(
          ({ name }) => fold(name),
          ({ name }) => name,
        ),
      );
  }
}
