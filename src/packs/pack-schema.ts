/** Shapes of the files of a theatre pack, as people write them. graph-data/packs/README.md explains each field. */
import { z } from "zod";
import { ENTITY_TYPES, RELATION_TYPES } from "../ontology/index.ts";
import { POSITIONS } from "./positions.ts";

const name = z.string().trim().min(1);
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is kebab-case ASCII: lower-case letters, digits and hyphens");
const names = z.array(name);
const degrees = (limit: number) => z.number().min(-limit).max(limit);

/** A year, month or day; YAML reads a bare year as a number. */
const date = z
  .union([z.string(), z.int().transform(String)])
  .pipe(z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date is YYYY, YYYY-MM or YYYY-MM-DD"));

const aliasSchema = z.union([
  name,
  z.strictObject({
    name,
    language: z.enum(["fr", "en"]).optional(),
    usedBy: names.optional(),
    weak: z.boolean().optional(),
  }),
]);

const officeSchema = z.strictObject({
  position: z.enum(POSITIONS),
  at: id.optional(),
  from: date.optional(),
  to: date.optional(),
});

const namingFields = {
  also: z.array(aliasSchema).optional(),
  /** Short for `also` entries with `weak: true`. */
  weak: names.optional(),
  offices: z.array(officeSchema).optional(),
};

const entityFields = z.strictObject({
  id,
  names: z.strictObject({ fr: name, en: name }),
  type: z.enum(ENTITY_TYPES).optional(),
  country: id.optional(),
  within: id.optional(),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, "a Wikidata id is Q and a number")
    .optional(),
  /** Latitude, longitude. */
  at: z.tuple([degrees(90), degrees(180)]).optional(),
  /** How far a region reaches from `at`, in kilometres; towns and sites have none. */
  radius: z.number().positive().optional(),
  demonyms: z.strictObject({ fr: names, en: names }).optional(),
  forces: id.optional(),
  capital: id.optional(),
  ...namingFields,
});

/** Entities of one theme; `type`, `country` and `within` hold for each that does not say otherwise. */
const themeSchema = z.strictObject({
  theme: name,
  type: z.enum(ENTITY_TYPES).optional(),
  country: id.optional(),
  within: id.optional(),
  entities: z.array(entityFields).optional(),
  /** Names and offices added to entities of packs that this one builds on. */
  additions: z.array(z.strictObject({ id, ...namingFields })).optional(),
});

export const entitiesFileSchema = z.array(themeSchema);

/** Relations by type. Those that `within` and `offices` say already are not repeated here. */
export const relationsFileSchema = z.partialRecord(
  z.enum(RELATION_TYPES),
  z.array(
    z.strictObject({
      subject: z.union([id, z.array(id).min(1)]),
      object: id,
      from: date.optional(),
      to: date.optional(),
    }),
  ),
);

/** pack.yaml: what the pack is. */
export const manifestSchema = z.strictObject({
  title: z.strictObject({ fr: name, en: name }),
  /** Packs that this one refers to: names of shipped packs, or folders relative to this one. */
  buildsOn: names.optional(),
  /** Where the theatre lies, in degrees; coordinates outside are refused as slips. */
  area: z
    .strictObject({ south: degrees(90), west: degrees(180), north: degrees(90), east: degrees(180) })
    .optional(),
});

export type EntityFields = z.infer<typeof entityFields>;
export type Theme = z.infer<typeof themeSchema>;
export type NamingFields = Pick<EntityFields, "also" | "weak" | "offices">;
export type RelationsFile = z.infer<typeof relationsFileSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
