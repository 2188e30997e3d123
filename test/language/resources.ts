/** Language data as shipped, and a small pack of invented and well-known names for the tests of this folder. */
import { existsSync } from "node:fs";
import {
  type AnnotatedDocument,
  annotate,
  type LanguageResources,
  NameIndex,
} from "../../src/language/index.ts";
import type { Language } from "../../src/ontology/index.ts";
import { loadLanguageData, type PackEntity, type PackSet } from "../../src/packs/index.ts";

export const data = loadLanguageData();

type Entity = Pick<PackEntity, "id" | "type"> & Partial<PackEntity> & { readonly name: string };

const entity = ({ name, ...rest }: Entity): PackEntity => ({
  names: { fr: name, en: name },
  aliases: [],
  offices: [],
  pack: "test",
  ...rest,
});

export function packOf(entities: readonly Entity[]): PackSet {
  const all = entities.map(entity);
  return {
    names: ["test"],
    entities: all,
    relations: [],
    byId: new Map(all.map((each) => [each.id, each])),
    hash: "test",
  };
}

export const pack = packOf([
  {
    id: "united-states",
    type: "Country",
    name: "États-Unis",
    aliases: [{ name: "Washington" }, { name: "USA" }],
    demonyms: { fr: ["américain", "US"], en: ["American", "US"] },
    forces: "us-armed-forces",
  },
  {
    id: "us-armed-forces",
    type: "MilitaryForce",
    name: "forces américaines",
    aliases: [{ name: "US Army" }],
  },
  {
    id: "iraq",
    type: "Country",
    name: "Irak",
    demonyms: { fr: ["irakien"], en: ["Iraqi"] },
    forces: "iraqi-army",
  },
  { id: "iraqi-army", type: "MilitaryForce", name: "armée irakienne" },
  { id: "iran", type: "Country", name: "Iran", demonyms: { fr: ["iranien"], en: ["Iranian"] } },
  { id: "kataib", type: "ArmedGroup", name: "Kataëb Hezbollah", aliases: [{ name: "Kataëb" }] },
  { id: "hezbollah", type: "ArmedGroup", name: "Hezbollah" },
  { id: "al-qaim", type: "Place", name: "al-Qaïm" },
  { id: "mayadin", type: "Place", name: "Mayadin" },
  { id: "al-mayadeen", type: "Media", name: "al-Mayadeen" },
  { id: "tanf-base", type: "Base", name: "al-Tanf" },
  { id: "soleimani", type: "Person", name: "Qassem Soleimani" },
  { id: "who", type: "Institution", name: "OMS", aliases: [{ name: "ON" }] },
  {
    id: "resistance",
    type: "ArmedGroup",
    name: "Résistance du Nord",
    aliases: [{ name: "la Résistance", usedBy: ["Canal Nord"] }],
  },
  { id: "green-zone", type: "Place", name: "zone verte" },
]);

export const resources: LanguageResources = { data, names: NameIndex.of(pack, data) };

export interface Report {
  readonly language?: Language;
  readonly published?: string;
  readonly publisher?: string;
}

export function read(
  text: string,
  report: Report = {},
  with_: LanguageResources = resources,
): AnnotatedDocument {
  return annotate({ id: "test", text, sha256: "", ...report }, with_);
}

/** Treebanks lie beside the project where it is developed; tests on them are skipped elsewhere. */
export const treebank = (name: string): string => `../shared/treebanks/${name}.conllu`;
export const hasTreebanks = existsSync(treebank("fr-gsd-dev"));
