/**
 * The event graph: one directed multigraph, plain arrays in a fixed order. Every view, export, query engine and
 * measure reads this and nothing else. `toGraphology` gives the same graph as a graphology instance.
 */
import type { ClaimType, EntityType, Modality, StandardCodes } from "../ontology/index.ts";

export interface EntityNode {
  readonly kind: "entity";
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly names: { readonly fr?: string | undefined; readonly en?: string | undefined };
  readonly aliases: readonly string[];
  readonly country?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly wikidata?: string;
  /** True for a name that no pack knows. */
  readonly proposed: boolean;
}

/** The unnamed side of one event: a hollow node of its own, never shared between events. */
export interface StubNode {
  readonly kind: "stub";
  readonly id: string;
  readonly eventId: string;
  readonly side: "agent" | "target" | "speaker";
}

export interface EventNode {
  readonly kind: "event";
  readonly id: string;
  readonly type: ClaimType;
  readonly subtype?: string;
  /** Short headline in each language, made from type, sides and place. */
  readonly title: { readonly fr: string; readonly en: string };
  /** ISO days. */
  readonly start?: string;
  readonly end?: string;
  readonly modality: Modality;
  readonly confidence: number;
  /** Names of the contested fields. */
  readonly contested: readonly string[];
  readonly reports: number;
  readonly independentSources: number;
  readonly claims: readonly string[];
  readonly codes: StandardCodes;
  readonly latitude?: number;
  readonly longitude?: number;
}

export interface ClaimNode {
  readonly kind: "claim";
  readonly id: string;
  readonly type: ClaimType;
  readonly subtype?: string;
  readonly text: string;
  readonly startOffset: number;
  readonly endOffset: number;
  readonly modality: Modality;
  readonly confidence: number;
  readonly start?: string;
  readonly end?: string;
  readonly rule: string;
}

export interface DocumentNode {
  readonly kind: "document";
  readonly id: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly language?: string;
  readonly url?: string;
}

export type GraphNode = EntityNode | StubNode | EventNode | ClaimNode | DocumentNode;

/**
 * - `action`: doer → other side, one per event and pair; what people explore first
 * - `statement`: speaker → other side (accused, threatened …), one per statement and pair
 * - `on-event`: speaker → event (CONFIRMED, DENIED …)
 * - `role`: event → entity (AGENT, TARGET, AT)
 * - `reply`: event → the event that it answers (RESPONSE_TO); `part`: event → event: the whole that it is
 *   a part of (PART_OF), or the strike before it in a series on one site or victim (SAME_SERIES)
 * - `standing`: entity → entity (LEADS, LOCATED_IN …)
 * - `provenance`: claim → event, document or entity; document → media
 */
export type EdgeKind =
  | "action"
  | "statement"
  | "on-event"
  | "role"
  | "reply"
  | "part"
  | "standing"
  | "provenance";

export interface GraphEdge {
  readonly id: string;
  readonly kind: EdgeKind;
  /** Relationship type, e.g. `ATTACKED`. */
  readonly type: string;
  readonly source: string;
  readonly target: string;
  /** Ids of the claims behind the edge; empty only for standing facts that a pack gives. */
  readonly claims: readonly string[];
  readonly eventId?: string;
  readonly claimType?: ClaimType;
  readonly subtype?: string;
  /** ISO days. */
  readonly start?: string;
  readonly end?: string;
  readonly modality: Modality;
  readonly confidence: number;
  readonly contested: boolean;
  /** True where a side is filled from context, or a reply is inferred from sequence. */
  readonly inferred: boolean;
  /** Number of independent sources behind the edge. */
  readonly weight: number;
  /** Ids of the documents that carry it. */
  readonly documents: readonly string[];
  readonly cue?: string;
  readonly codes?: StandardCodes;
}

/** Invariants: node and edge ids are unique; every edge's ends exist; nodes and edges are sorted by id. */
export interface EventGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
