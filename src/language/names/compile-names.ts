/** Names of the packs, taken apart into words once, in a form that can be kept as JSON. */
import type { Language } from "../../ontology/index.ts";
import type { LanguageData, PackEntity, PackSet } from "../../packs/index.ts";
import { compareText, fold } from "../../shared/index.ts";
import { scanWords, type Word } from "../text/words.ts";
import { demonymForms } from "./demonyms.ts";
import { type CaseRule, type NamedEntity, type NameEntry, writeEntry } from "./name-entry.ts";
import { isArticle, nameKey, variantKeys } from "./name-key.ts";

/**
 * Names by what finds them, as JSON. A text asks for few of them, so each stays a line (`writeEntry`) until it is
 * asked for.
 */
export interface CompiledNames {
  readonly entities: readonly NamedEntity[];
  /** Lines by first word; those of one name in the order of their entities. */
  readonly names: readonly (readonly [word: string, lines: string])[];
  /** Lines by consonant key (`nameKey`). */
  readonly variants: readonly (readonly [key: string, lines: string])[];
}

/** Longest name of the index that is looked for, in words. */
const LONGEST_NAME = 14;

/** All names of the entities of packs, with the forms of nationality words in every language. */
export function compileNames(
  packs: PackSet,
  data: Readonly<Record<Language, Pick<LanguageData, "names">>>,
): CompiledNames {
  const compiler = new NameCompiler();
  for (const entity of packs.entities) {
    const names = new Map<string, { weak: boolean; usedBy: readonly string[] }>();
    const plain = { weak: false, usedBy: [] };
    for (const name of [entity.names.fr, entity.names.en]) names.set(name, plain);
    for (const { name, weak = false, usedBy = [] } of entity.aliases)
      if (!names.has(name)) names.set(name, { weak, usedBy: usedBy.map(fold) });
    for (const [name, how] of names) compiler.addName(entity, name, how);
    for (const language of Object.keys(data) as Language[])
      for (const word of entity.demonyms?.[language] ?? [])
        for (const form of demonymForms(word, data[language].names)) compiler.addDemonym(entity, form);
  }
  const entities = packs.entities.map(
    ({ id, type, pack, forces }): NamedEntity =>
      forces === undefined ? [id, type, pack] : [id, type, pack, forces],
  );
  const placeOf = new Map(entities.map(([id], at) => [id, at]));
  const names = new Map<string, string[]>();
  for (const [words, entries] of compiler.names) {
    const first = words.split(" ", 1).join();
    const lines = entries.map((entry) => writeEntry(words, entry, placeOf));
    names.set(first, [...(names.get(first) ?? []), ...lines]);
  }
  return {
    entities,
    names: [...names].map(([word, lines]) => [word, lines.join("\n")]),
    variants: [...compiler.variants].map(([key, entries]) => [
      key,
      entries.map((entry) => writeEntry(entry.keys.join(" "), entry, placeOf)).join("\n"),
    ]),
  };
}

class NameCompiler {
  readonly names = new Map<string, NameEntry[]>();
  readonly variants = new Map<string, NameEntry[]>();

  addName(
    entity: PackEntity,
    name: string,
    { weak, usedBy }: { weak: boolean; usedBy: readonly string[] },
  ): void {
    const words = withoutArticle(scanWords(name));
    if (words.length === 0 || words.length > LONGEST_NAME) return;
    const keys = nameKeys(words);
    const entry: NameEntry = {
      entity: entity.id,
      type: entity.type,
      caseRule: caseRuleOf(words),
      weak,
      usedBy,
      demonym: false,
      keys,
    };
    this.#add(keys, entry);
    if (entry.caseRule === "acronym") this.#add(lettersOf(keys), entry);
    if (entry.caseRule !== "capital" || weak) return;
    const variant = { ...entry, keys: variantKeys(words) };
    const key = nameKey(variant.keys);
    const same = this.variants.get(key);
    if (!same) this.variants.set(key, [variant]);
    else if (
      !same.some(
        (other) => other.entity === variant.entity && other.keys.join(" ") === variant.keys.join(" "),
      )
    )
      same.push(variant);
  }

  addDemonym(entity: PackEntity, form: string): void {
    const words = scanWords(form);
    const keys = nameKeys(words);
    if (keys.length === 0) return;
    const acronym = caseRuleOf(words) === "acronym";
    const entry: NameEntry = {
      entity: entity.id,
      type: entity.type,
      caseRule: acronym ? "acronym" : "any",
      weak: false,
      usedBy: [],
      demonym: true,
      ...(entity.forces && { forces: entity.forces }),
      keys,
    };
    this.#add(keys, entry);
    if (acronym) this.#add(lettersOf(keys), entry);
  }

  #add(keys: readonly string[], entry: NameEntry): void {
    const words = keys.join(" ");
    const entries = this.names.get(words);
    if (!entries) {
      this.names.set(words, [entry]);
      return;
    }
    const twin = entries.some(
      (other) =>
        other.entity === entry.entity && other.demonym === entry.demonym && other.caseRule === entry.caseRule,
    );
    if (twin) return;
    entries.push(entry);
    entries.sort((a, b) => compareText(a.entity, b.entity));
  }
}

/** Letters of an acronym, as words: "U.S." is read as two. */
function lettersOf([acronym = ""]: readonly string[]): string[] {
  return acronym.split("");
}

/** Keys of words, with every form of the Arabic article before a hyphen or space made « al ». */
function nameKeys(words: readonly Word[]): string[] {
  return words.map((word, index) => indexKey(word, words[index + 1]));
}

/** Key of one word: an article joined to the next word is « al » in whatever form. */
export function indexKey(word: Word, next: Word | undefined): string {
  if (next?.glue === "-" && isArticle(word.key)) return "al";
  return word.key === "el" ? "al" : word.key;
}

const LEADING_ARTICLES = new Set(["le", "la", "les", "l", "the", "des", "du"]);

function withoutArticle(words: readonly Word[]): readonly Word[] {
  const first = words[0];
  const drop = words.length > 1 && first && LEADING_ARTICLES.has(first.key) && words[1]?.glue !== "-";
  return drop ? words.slice(1) : words;
}

const LONGEST_ACRONYM = 6;

function caseRuleOf(words: readonly Word[]): CaseRule {
  const [only] = words;
  if (words.length === 1 && only && only.form.length <= LONGEST_ACRONYM && /^\p{Lu}{2,}$/u.test(only.form))
    return "acronym";
  return words.some((word) => /^\p{Lu}/u.test(word.form)) ? "capital" : "any";
}
