/** New names that may be another spelling of somebody a pack knows: put to the user, never merged. */
import { nameKey } from "../../language/index.ts";
import type { Entity, EntityType, Judgement } from "../../ontology/index.ts";
import type { PackSet } from "../../packs/index.ts";
import { compareText, sortedUnique } from "../../shared/index.ts";
import { nameWords, sameName } from "./new-names.ts";

interface KnownName {
  readonly id: string;
  readonly name: string;
}

const keyOf = (type: EntityType, name: string): string => `${type} ${nameKey(nameWords(name))}`;

export type NamesByKey = readonly (readonly [key: string, names: readonly KnownName[]])[];

/** Names of the packs by type and key: what `lookAlikes` looks for. */
export function namesByKey(packs: PackSet): NamesByKey {
  const known = new Map<string, KnownName[]>();
  for (const { id, type, names, aliases } of packs.entities)
    for (const name of sortedUnique([names.fr, names.en, ...aliases.map((alias) => alias.name)])) {
      const same = known.get(keyOf(type, name));
      if (same) same.push({ id, name });
      else known.set(keyOf(type, name), [{ id, name }]);
    }
  return [...known];
}

/**
 * One unsure judgement for each new name and each pack entity of its type with a name that sounds like it.
 * @param ofPacks  asked for only where there are new names
 */
export function lookAlikes(entities: readonly Entity[], ofPacks: () => NamesByKey): Judgement[] {
  const proposed = entities.filter((entity) => entity.proposed);
  if (proposed.length === 0) return [];
  const known = new Map(ofPacks());
  return proposed.flatMap((entity) => {
    const found = new Map<string, Judgement>();
    for (const name of [entity.name, ...entity.aliases.map((alias) => alias.name)])
      for (const other of known.get(keyOf(entity.type, name)) ?? []) {
        if (found.has(other.id) || other.id === entity.id || !sameName(name, other.name)) continue;
        const why = `« ${name} » / « ${other.name} »`;
        found.set(other.id, {
          kind: "entity",
          a: entity.id,
          b: other.id,
          verdict: "unsure",
          score: 0,
          features: [{ name: "name: sounds alike", value: 1, weight: 0, why }],
          by: "rules",
        });
      }
    return [...found.values()].sort((x, y) => compareText(x.b, y.b));
  });
}
