/**
 * The entities of a gold annotation as a pack, with what the theatre's own packs know of them: where a place lies, what
 * contains it, who acts for whom. Gold gives ids of its own, so the two meet by id or by a name in common.
 */
import { plainText } from "../src/evaluation/compare.ts";
import type { PackEntity, PackRelation, PackSet } from "../src/packs/index.ts";
import { compareBy } from "../src/shared/index.ts";
import type { Gold } from "./gold-extraction.ts";

const namesOf = ({ id, names, aliases }: PackEntity): string[] => [
  id,
  names.fr,
  names.en,
  ...aliases.filter(({ weak }) => !weak).map(({ name }) => name),
];

/** Gold id of each pack entity that gold names: same type, same id or a name in common; the first by id wins. */
function meetings(gold: Gold, theatre: PackSet): Map<string, string> {
  const byName = new Map<string, string>();
  for (const { id, type, name, aliases = [] } of gold.entities)
    for (const one of [id, name, ...aliases]) {
      const key = `${type} ${plainText(one)}`;
      if (!byName.has(key)) byName.set(key, id);
    }
  const met = new Map<string, string>();
  const taken = new Set<string>();
  for (const entity of theatre.entities) {
    const hits = namesOf(entity).flatMap((name) => byName.get(`${entity.type} ${plainText(name)}`) ?? []);
    const own = hits.find((id) => id === entity.id) ?? hits[0];
    if (own === undefined || taken.has(own)) continue;
    taken.add(own);
    met.set(entity.id, own);
  }
  return met;
}

/** Gold's entities and containment first; what they leave open, and everything around them, from the packs. */
export function packOf(gold: Gold, theatre: PackSet): PackSet {
  const goldIdOf = meetings(gold, theatre);
  const idOf = (id: string): string => goldIdOf.get(id) ?? id;
  const types = new Map(gold.entities.map((entity) => [entity.id, entity.type]));
  const within = new Map<string, string>();
  for (const { subject, type, object } of gold.relations)
    if (
      (type === "located-in" || type === "part-of") &&
      types.has(object) &&
      !within.has(subject) &&
      !isAbove(within, subject, object)
    )
      within.set(subject, object);
  const known = new Map(theatre.entities.map((entity) => [idOf(entity.id), entity]));
  const own = gold.entities.map((entity): PackEntity => {
    const {
      latitude,
      longitude,
      radius,
      country,
      forces,
      offices,
      within: above,
    } = known.get(entity.id) ?? {};
    const home = entity.country ?? (country && idOf(country));
    const container = within.get(entity.id) ?? (above && idOf(above));
    return {
      id: entity.id,
      type: entity.type,
      names: { fr: entity.name, en: entity.name },
      aliases: (entity.aliases ?? []).map((name) => ({ name })),
      ...(home ? { country: home } : {}),
      ...(container ? { within: container } : {}),
      ...(latitude === undefined || longitude === undefined ? {} : { latitude, longitude }),
      ...(radius === undefined ? {} : { radius }),
      ...(forces ? { forces: idOf(forces) } : {}),
      offices: (offices ?? []).map((office) =>
        office.organization ? { ...office, organization: idOf(office.organization) } : office,
      ),
      pack: "gold",
    };
  });
  const around = theatre.entities
    .filter(({ id }) => !goldIdOf.has(id) && !types.has(id))
    .map((entity): PackEntity => {
      const { country, within: above } = entity;
      return {
        ...entity,
        ...(country ? { country: idOf(country) } : {}),
        ...(above ? { within: idOf(above) } : {}),
      };
    });
  const entities = [...own, ...around].sort(compareBy((entity) => entity.id));
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const relations = [
    ...gold.relations.map(
      ({ subject, type, object }): PackRelation => ({ subject, type, object, pack: "gold" }),
    ),
    ...theatre.relations.map((relation) => ({
      ...relation,
      subject: idOf(relation.subject),
      object: idOf(relation.object),
    })),
  ].filter(({ subject, object }) => byId.has(subject) && byId.has(object));
  return { names: ["gold"], entities, relations, byId, hash: "gold" };
}

/** Whether `above` already lies within `subject`: taking the pair would close a cycle. */
function isAbove(within: ReadonlyMap<string, string>, subject: string, above: string): boolean {
  for (let at: string | undefined = above; at !== undefined; at = within.get(at))
    if (at === subject) return true;
  return false;
}
