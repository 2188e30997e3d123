/** Theatre packs and language data as the stages use them, after validation. */
import type { EntityType, Office, RelationType } from "../ontology/index.ts";

/** A name of an entity. `usedBy` lists outlets that use it where it is theirs alone (« la Résistance »). */
export interface PackAlias {
  readonly name: string;
  readonly language?: "fr" | "en";
  readonly usedBy?: readonly string[];
  /** True for a name that is right only in context: it proposes the entity, and never wins against another. */
  readonly weak?: boolean;
}

export interface PackEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly names: { readonly fr: string; readonly en: string };
  readonly aliases: readonly PackAlias[];
  readonly country?: string;
  readonly wikidata?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  /** How far a region reaches from its centre, in kilometres; absent for towns and sites. */
  readonly radius?: number;
  /** The entity that contains it: a brigade's umbrella, a base's province. */
  readonly within?: string;
  readonly offices: readonly Office[];
  /** For a country: its nationality words per language (`américain`, `US`), and the id of its armed forces. */
  readonly demonyms?: { readonly fr: readonly string[]; readonly en: readonly string[] };
  readonly forces?: string;
  /** Name of the pack that defines it. */
  readonly pack: string;
}

export interface PackRelation {
  readonly subject: string;
  readonly type: RelationType;
  readonly object: string;
  readonly from?: string;
  readonly to?: string;
  readonly pack: string;
}

/** Several packs merged: ids are unique, references resolve. */
export interface PackSet {
  readonly names: readonly string[];
  /** Sorted by id. */
  readonly entities: readonly PackEntity[];
  readonly relations: readonly PackRelation[];
  readonly byId: ReadonlyMap<string, PackEntity>;
  /** Content hash of everything in it, part of the extraction cache's key. */
  readonly hash: string;
}
