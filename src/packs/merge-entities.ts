/** Entities of several packs put together: one entity an id, every reference checked. */
import type { EntityType, Office } from "../ontology/index.ts";
import { compareBy, RiposteError } from "../shared/index.ts";
import type { EntityFields, Manifest, NamingFields } from "./pack-schema.ts";
import type { Located, RawPack } from "./read-pack.ts";
import type { PackAlias, PackEntity } from "./types.ts";

type Raw = Located<EntityFields & { readonly type: EntityType }>;
type Reference = "country" | "within" | "forces" | "capital";

/** Types that a reference may point to; any type where none is said. */
const REFERENCES: Readonly<Record<Reference, EntityType | undefined>> = {
  country: "Country",
  within: undefined,
  forces: "MilitaryForce",
  capital: "Place",
};

/**
 * Merges the entities of packs, sorted by id.
 * @throws {RiposteError} `pack/duplicate-id`, `pack/unknown-reference` or `pack/bad-field` (a reference to the wrong
 *   type, coordinates outside the theatre, `within` in a circle), with file and line
 */
export function mergeEntities(packs: readonly RawPack[]): PackEntity[] {
  const raw = new Map<string, Raw>();
  const packOf = new Map<string, string>();
  for (const pack of packs)
    for (const entity of pack.entities) {
      const { id } = entity.item;
      const other = raw.get(id);
      if (other)
        throw new RiposteError(
          "pack/duplicate-id",
          `${entity.where("id")}: "${id}" is already defined at ${other.where("id")}`,
        );
      checkArea(entity, pack.manifest.area);
      raw.set(id, entity);
      packOf.set(id, pack.name);
    }
  for (const entity of raw.values()) checkReferences(entity, raw);
  const additions = additionsById(packs, raw);
  return [...raw.values()]
    .map((entity) => {
      const { id } = entity.item;
      return packEntity(
        entity.item,
        packOf.get(id) ?? "",
        additions.get(id) ?? [],
        capitalNames(entity.item, raw),
      );
    })
    .sort(compareBy(({ id }) => id));
}

function checkArea({ item, where }: Raw, area: Manifest["area"]): void {
  if (!item.at || !area) return;
  const [latitude, longitude] = item.at;
  const inside =
    latitude >= area.south && latitude <= area.north && longitude >= area.west && longitude <= area.east;
  if (!inside)
    throw new RiposteError(
      "pack/bad-field",
      `${where("at")}: "${item.id}" lies outside the area of pack.yaml (write latitude, then longitude)`,
    );
}

function checkReferences(entity: Raw, raw: ReadonlyMap<string, Raw>): void {
  const { item, where } = entity;
  for (const [field, type] of Object.entries(REFERENCES) as [Reference, EntityType | undefined][]) {
    const id = item[field];
    if (id === undefined) continue;
    const target = known(id, raw, () => where(field), `${field} of "${item.id}"`);
    if (type && target.item.type !== type)
      throw new RiposteError(
        "pack/bad-field",
        `${where(field)}: ${field} of "${item.id}" is "${id}", a ${target.item.type}, not a ${type}`,
      );
  }
  checkOffices(entity, raw);
  const above = new Set([item.id]);
  for (let next = item.within; next !== undefined; next = raw.get(next)?.item.within) {
    if (above.has(next))
      throw new RiposteError(
        "pack/bad-field",
        `${where("within")}: within of "${item.id}" goes round in a circle`,
      );
    above.add(next);
  }
}

function checkOffices(
  { item, where }: Located<NamingFields & { id: string }>,
  raw: ReadonlyMap<string, Raw>,
): void {
  item.offices?.forEach(({ at }, index) => {
    if (at !== undefined) known(at, raw, () => where("offices", index, "at"), `office of "${item.id}"`);
  });
}

function known(id: string, raw: ReadonlyMap<string, Raw>, where: () => string, what: string): Raw {
  const found = raw.get(id);
  if (!found)
    throw new RiposteError("pack/unknown-reference", `${where()}: ${what}: "${id}" is in none of the packs`);
  return found;
}

function additionsById(
  packs: readonly RawPack[],
  raw: ReadonlyMap<string, Raw>,
): Map<string, NamingFields[]> {
  const byId = new Map<string, NamingFields[]>();
  for (const addition of packs.flatMap(({ additions }) => additions)) {
    const { item, where } = addition;
    known(item.id, raw, () => where("id"), "additions");
    checkOffices(addition, raw);
    const list = byId.get(item.id);
    if (list) list.push(item);
    else byId.set(item.id, [item]);
  }
  return byId;
}

/** A capital's own names stand for its state too (« Moscou accuse… »), where nothing says that the city is meant. */
function capitalNames({ capital }: EntityFields, raw: ReadonlyMap<string, Raw>): PackAlias[] {
  const place = capital === undefined ? undefined : raw.get(capital)?.item;
  if (!place) return [];
  return [place.names.fr, place.names.en, ...aliasesOf(place).map(({ name }) => name)].map((name) => ({
    name,
    weak: true,
  }));
}

function aliasesOf({ also = [], weak = [] }: NamingFields): PackAlias[] {
  return [
    ...also.map((alias) => {
      if (typeof alias === "string") return { name: alias };
      const { name, ...rest } = alias;
      return { name, ...withoutUndefined(rest) };
    }),
    ...weak.map((name) => ({ name, weak: true })),
  ];
}

function packEntity(
  fields: EntityFields & { readonly type: EntityType },
  pack: string,
  additions: readonly NamingFields[],
  capital: readonly PackAlias[],
): PackEntity {
  const { id, type, names, country, within, wikidata, at, radius, demonyms, forces } = fields;
  const own = [fields, ...additions];
  return {
    id,
    type,
    names,
    aliases: distinctAliases([...own.flatMap(aliasesOf), ...capital], names),
    offices: own.flatMap(({ offices = [] }) => offices.map(officeOf)),
    ...withoutUndefined({
      country,
      within,
      wikidata,
      demonyms,
      forces,
      latitude: at?.[0],
      longitude: at?.[1],
      radius,
    }),
    pack,
  };
}

function officeOf({ position, at, from, to }: NonNullable<NamingFields["offices"]>[number]): Office {
  return { position, ...withoutUndefined({ organization: at, from, to }) };
}

/** The first of each spelling; names themselves are not repeated among the aliases. */
function distinctAliases(aliases: readonly PackAlias[], names: PackEntity["names"]): PackAlias[] {
  const seen = new Set([names.fr, names.en]);
  return aliases.filter(({ name }) => {
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(record: T): Defined<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Defined<T>;
}
