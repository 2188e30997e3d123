/** One name of an entity as the index has it, and its line of text in the compiled form. */
import type { EntityType } from "../../ontology/index.ts";

/** What a name's letters ask of the text: `acronym` exact capitals, `capital` a capital somewhere, `any` nothing. */
export type CaseRule = "acronym" | "capital" | "any";

export interface NameEntry {
  readonly entity: string;
  readonly type: EntityType;
  readonly caseRule: CaseRule;
  readonly weak: boolean;
  /** Folded names of the outlets that use it; empty where all may. */
  readonly usedBy: readonly string[];
  readonly demonym: boolean;
  /** Country of a demonym: its armed forces. */
  readonly forces?: string;
  /** Folded words, for the second look of a spelling variant. */
  readonly keys: readonly string[];
}

/** What entries say of their entity: its id, its type, the pack that defines it, and its armed forces. */
export type NamedEntity = readonly [id: string, type: EntityType, pack: string, forces?: string];

const CASE_RULES: readonly CaseRule[] = ["acronym", "capital", "any"];

/**
 * One line: words, place of the entity, case rule, weak, demonym; then outlets and keys where they are not the usual.
 * @param words   by which it is found, joined by spaces
 * @param placeOf  place of an entity in the table of all
 */
export function writeEntry(words: string, entry: NameEntry, placeOf: ReadonlyMap<string, number>): string {
  const keys = entry.keys.join(" ");
  const flags = `${CASE_RULES.indexOf(entry.caseRule)}${Number(entry.weak)}${Number(entry.demonym)}`;
  const outlets = entry.usedBy.length > 0 ? JSON.stringify(entry.usedBy) : "";
  const fields = [words, placeOf.get(entry.entity), flags, outlets, keys === words ? "" : keys];
  return fields.join("\t").trimEnd();
}

/** The words and the entry of a line. */
export function readEntry(
  line: string,
  entities: readonly NamedEntity[],
): { readonly words: readonly string[]; readonly entry: NameEntry } {
  const [text = "", place, flags = "", outlets, keys] = line.split("\t");
  const [entity, type, , forces] = entities[Number(place)] as NamedEntity;
  const demonym = flags[2] === "1";
  const words = text.split(" ");
  const entry = {
    entity,
    type,
    caseRule: CASE_RULES[Number(flags[0])] as CaseRule,
    weak: flags[1] === "1",
    usedBy: outlets ? (JSON.parse(outlets) as string[]) : [],
    demonym,
    ...(demonym && forces && { forces }),
    keys: keys ? keys.split(" ") : words,
  };
  return { words, entry };
}
