/** New names that may be another spelling of somebody a pack knows: put to the user, never merged. */
import { nameKey } from "../../language/index.ts";
import type { Entity, Judgement } from "../../ontology/index.ts";
import type { PackSet } from "../../packs/index.ts";
import { compareText, sortedUnique } from "../../shared/index.ts";
import { nameWords, sameName } from "./new-names.ts";

/** One unsure judgement for each new name and each pack entity of its type with a name that sounds like it. */
export function lookAlikes(entities: readonly Entity[], packs: PackSet): Judgement[] {
  const proposed = entities.filter((entity) => entity.proposed);
  if (proposed.length === 0) return [];
  const byKey = new Map<string, { readonly id: string; readonly name: string }[]>();
  for (const { id, type, names, aliases } of packs.entities)
    for (const name of sortedUnique([names.fr, names.en, ...aliases.map((alias) => alias.name)])) {
      const key = `${type} ${nameKey(nameWords(name))}`;
      byKey.set(key, [...(byKey.get(key) ?? []), { id, name }]);
    }
  return proposed.flatMap((entity) => {
    const found = new Map<string, Judgement>();
    for (const name of [entity.name, ...entity.aliases.map((alias) => alias.name)])
      for (const other of byKey.get(`${entity.type} ${nameKey(nameWords(name))}`) ?? []) {
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
