/** Names that a person adds to a case: other names of known entities, and entities that no pack has. */
import type { EntityType } from "../ontology/index.ts";
import { compareBy } from "../shared/index.ts";
import type { PackEntity, PackSet } from "./types.ts";

export interface AddedNames {
  readonly aliases: readonly { readonly entity: string; readonly name: string }[];
  readonly entities: readonly { readonly id: string; readonly type: EntityType; readonly name: string }[];
}

export const NO_NAMES: AddedNames = { aliases: [], entities: [] };

/** What `PackEntity.pack` says of an entity that a person added. */
const BY_DECISION = "decisions";

/**
 * The packs with these names in them. An entity that a pack already has stays as it is; an alias of an entity that
 * neither the packs nor the additions know is left out. The hash stays that of the packs: what the names change depends
 * on whether a report can hold them, which those who keep readings have to see to.
 */
export function withNames(packs: PackSet, added: AddedNames): PackSet {
  if (added.aliases.length === 0 && added.entities.length === 0) return packs;
  const byId = new Map(packs.byId);
  for (const { id, type, name } of added.entities) {
    if (byId.has(id)) continue;
    byId.set(id, { id, type, names: { fr: name, en: name }, aliases: [], offices: [], pack: BY_DECISION });
  }
  for (const { entity, name } of added.aliases) {
    const known = byId.get(entity);
    if (known && !hasName(known, name)) byId.set(entity, { ...known, aliases: [...known.aliases, { name }] });
  }
  return {
    ...packs,
    entities: [...byId.values()].sort(compareBy(({ id }) => id)),
    byId,
  };
}

const hasName = ({ names, aliases }: PackEntity, name: string): boolean =>
  names.fr === name || names.en === name || aliases.some((alias) => alias.name === name && !alias.weak);
