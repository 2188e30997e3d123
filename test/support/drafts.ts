/** Reports and what was read in them, by hand: input of resolution for tests. */
import type { SourceDocument } from "../../src/documents/index.ts";
import type { DraftClaim, Filler } from "../../src/extraction/index.ts";
import { type EntityType, type Role, ROLES } from "../../src/ontology/index.ts";
import type { PackEntity, PackSet } from "../../src/packs/index.ts";
import type { DocumentExtraction } from "../../src/resolution/index.ts";
import { compareBy } from "../../src/shared/index.ts";

/** A claim to be read, in a few words: roles name entities of the test pack, or new names as `?Type:Name`. */
export type Told = Partial<Omit<DraftClaim, "roles" | "evidence">> & {
  readonly [R in Role]?: readonly string[];
} & { readonly day?: string; readonly words?: string };

export interface Report {
  readonly document: SourceDocument;
  readonly extraction: DocumentExtraction;
}

function fillerOf(name: string, start: number): Filler {
  const [type, spelling] = name.startsWith("?") ? (name.slice(1).split(":") as [EntityType, string]) : [];
  const text = spelling ?? name;
  return {
    mention: {
      start,
      end: start + text.length,
      text,
      candidates: spelling === undefined ? [name] : [],
      ...(type && spelling ? { proposed: { type, name: spelling, because: "test" } } : {}),
    },
    inferred: false,
  };
}

/** A report whose sentences are its claims, one each; by default they have no word in common. */
export function report(id: string, told: readonly Told[], more: Partial<SourceDocument> = {}): Report {
  let text = "";
  const claims = told.map(({ day, words, ...rest }, at): DraftClaim => {
    const start = text.length;
    const sentence = words ?? `No ${at} of ${id}, as is`;
    text += `${sentence} `;
    const roles = Object.fromEntries(
      ROLES.flatMap((role) => {
        const names = rest[role];
        return names === undefined ? [] : [[role, names.map((name) => fillerOf(name, start))]];
      }),
    );
    return {
      type: "attack",
      ...(day ? { time: { start: day, end: day } } : {}),
      instrument: [],
      modality: "asserted",
      about: [],
      answers: [],
      rule: "test",
      confidence: 0.8,
      trace: [],
      ...Object.fromEntries(
        Object.entries(rest).filter(([field]) => !(ROLES as readonly string[]).includes(field)),
      ),
      evidence: { start, end: start + sentence.length, text: sentence },
      roles,
    };
  });
  return {
    document: {
      id,
      published: "2021-06-30",
      publisher: `outlet of ${id}`,
      language: "en",
      text,
      sha256: id,
      ...more,
    },
    extraction: { document: id, extraction: { claims, relations: [], skipped: [] } },
  };
}

/** Documents and extractions of several reports, as `resolve` takes them. */
export const inputOf = (reports: readonly Report[]) => ({
  documents: reports.map(({ document }) => document),
  extractions: reports.map(({ extraction }) => extraction),
});

const ENTITIES: readonly (Pick<PackEntity, "id" | "type"> & Partial<PackEntity>)[] = [
  { id: "land", type: "Country", forces: "army" },
  { id: "army", type: "MilitaryForce", country: "land" },
  { id: "militia", type: "ArmedGroup" },
  { id: "brigade", type: "ArmedGroup", within: "militia" },
  { id: "rebels", type: "ArmedGroup" },
  { id: "base", type: "Base", within: "province" },
  { id: "camp", type: "Base", within: "province" },
  { id: "province", type: "Place", within: "land" },
  { id: "far-town", type: "Place", within: "land", latitude: 30, longitude: 30 },
  { id: "near-town", type: "Place", within: "land", latitude: 36, longitude: 40 },
  { id: "general", type: "Person" },
  { id: "agency", type: "Media" },
  { id: "monitor", type: "Media" },
];

/** A pack for tests: a state with its army, a militia with a brigade, two bases, two towns far apart. */
export function testPack(
  more: readonly (Pick<PackEntity, "id" | "type"> & Partial<PackEntity>)[] = [],
): PackSet {
  const entities = [...ENTITIES, ...more]
    .map(
      (entity): PackEntity => ({
        names: { fr: entity.id, en: entity.id },
        aliases: [],
        offices: [],
        pack: "test",
        ...entity,
      }),
    )
    .sort(compareBy(({ id }) => id));
  return {
    names: ["test"],
    entities,
    relations: [],
    byId: new Map(entities.map((entity) => [entity.id, entity])),
    hash: "test",
  };
}
