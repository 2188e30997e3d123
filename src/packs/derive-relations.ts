/** Standing relations that entities carry in their own fields, so that no pack states a fact twice. */
import { isLocation } from "../ontology/index.ts";
import { type Position, relationOf } from "./positions.ts";
import type { PackEntity, PackRelation } from "./types.ts";

/**
 * `within` gives `located-in` for what lies somewhere and `part-of` for what belongs to somebody; an office held at an
 * organisation gives `leads`, `spokesperson-of` or `position-at`, with its dates.
 */
export function derivedRelations(entity: PackEntity): PackRelation[] {
  const { id, type, within, offices, pack } = entity;
  const relations: PackRelation[] = [];
  if (within)
    relations.push({ subject: id, type: isLocation(type) ? "located-in" : "part-of", object: within, pack });
  for (const { position, organization, from, to } of offices) {
    if (organization === undefined) continue;
    relations.push({
      subject: id,
      // The schema of packs lets only known positions through.
      type: relationOf(position as Position),
      object: organization,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      pack,
    });
  }
  return relations;
}
