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

/** Names of the packs by type and key. */
function namesByKey(packs: PackSet): ReadonlyMap<string, readonly KnownName[]> {
  const known = new Map<string, KnownName[]>();
  for (const { id, type, names, aliases } of packs.entities)
    for (const name of sortedUnique([names.fr, names.en, ...aliases.map((alias) => alias.name)])) {
      const key = keyOf(type, name);
      const same = known.get(key);
      if (same) same.push({ id, name });
      else known.set(key, [{ id, name }]);
    }
  return known;
}

/**
 * One unsure judgement for each new name and each pack entity of its type with a name that sounds like it.
 * @param remember  gives the judgements on an entity, made anew where they are not known
 */
export function lookAlikes(
  entities: readonly Entity[],
  packs: PackSet,
  remember: (entity: Entity, make: () => readonly Judgement[]) => readonly Judgement[],
): Judgement[] {
  let known: ReturnType<typeof namesByKey> | undefined;
  return entities
    .filter((entity) => entity.proposed)
    .flatMap((entity) => remember(entity, () => alikeOf(entity, (known ??= namesByKey(packs)))));
}

function alikeOf(entity: Entity, known: ReturnType<typeof namesByKey>): Judgement[] {
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
}
