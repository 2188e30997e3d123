/** Gives every mention its entity, and makes the entity records of a case. */
import type { Mention } from "../../extraction/index.ts";
import type { Entity } from "../../ontology/index.ts";
import type { PackEntity, PackSet } from "../../packs/index.ts";
import { compareBy, fold, slug, sortedUnique } from "../../shared/index.ts";
import type { Linker } from "../claims.ts";
import type { DocumentExtraction } from "../types.ts";

export interface Linked {
  readonly link: Linker;
  /** Sorted by id; those that a claim or relation uses, and what contains them. */
  readonly entities: readonly Entity[];
}

const proposedId = ({ type, name }: { type: string; name: string }): string =>
  `new-${slug(`${type} ${name}`)}`;

export function linkEntities(extractions: readonly DocumentExtraction[], packs: PackSet): Linked {
  const link: Linker = ({ candidates, proposed }) =>
    candidates.find((id) => packs.byId.has(id)) ?? (proposed && proposedId(proposed));
  const used = new Map<string, Entity>();
  const see = (mention: Mention, document: string): void => {
    const id = link(mention, document, "agent");
    if (id === undefined || used.has(id)) return;
    const known = packs.byId.get(id);
    if (known) used.set(id, entityOf(known));
    else if (mention.proposed)
      used.set(id, {
        id,
        type: mention.proposed.type,
        name: mention.proposed.name,
        names: {},
        aliases: [],
        proposed: true,
        evidence: { document, start: mention.start, end: mention.end, text: mention.text },
      });
  };
  for (const { document, extraction } of extractions) {
    for (const { roles } of extraction.claims)
      for (const fillers of Object.values(roles)) for (const { mention } of fillers) see(mention, document);
    for (const { subject, object } of extraction.relations) {
      see(subject, document);
      see(object, document);
    }
  }
  for (const id of Array.from(used.keys()))
    for (
      let above = packs.byId.get(id)?.within;
      above !== undefined && !used.has(above);
      above = packs.byId.get(above)?.within
    ) {
      const parent = packs.byId.get(above);
      if (parent) used.set(above, entityOf(parent));
    }
  return { link, entities: [...used.values()].sort(compareBy((entity) => entity.id)) };
}

/** The record of an entity as its pack gives it. */
export function entityOf(pack: PackEntity): Entity {
  const usedBy = new Map<string, Set<string>>();
  for (const { name, usedBy: outlets } of pack.aliases) {
    const known = usedBy.get(name) ?? new Set();
    for (const outlet of outlets ?? []) known.add(outlet);
    usedBy.set(name, known);
  }
  return {
    id: pack.id,
    type: pack.type,
    name: pack.names.fr,
    names: { ...pack.names },
    aliases: [...usedBy]
      .map(([name, outlets]) => ({ name, usedBy: sortedUnique(outlets) }))
      .sort(
        compareBy(
          ({ name }) => fold(name),
          ({ name }) => name,
        ),
      ),
    ...(pack.country ? { country: pack.country } : {}),
    ...(pack.wikidata ? { wikidata: pack.wikidata } : {}),
    ...(pack.latitude === undefined ? {} : { latitude: pack.latitude }),
    ...(pack.longitude === undefined ? {} : { longitude: pack.longitude }),
    ...(pack.within ? { within: pack.within } : {}),
    ...(pack.offices.length > 0 ? { offices: [...pack.offices] } : {}),
  };
}
