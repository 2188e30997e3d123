/**
 * What the viewer reads: the event graph in columns, and the words behind it in chunks that are fetched on demand.
 *
 * Columns of one table have the same length; row numbers stand for nodes, edges, claims and publishers everywhere.
 * Edges are sorted by source, then target, and their `source` column holds differences, which compress well. The
 * `graph` part alone is enough to draw; `layouts` and `links` follow, claims and events come in chunks.
 *
 * This file holds types alone: it is the one file of src/ that viz/ imports.
 */
import type { EdgeKind } from "../graph/index.ts";

export interface Localized {
  readonly fr: string;
  readonly en: string;
}

export interface Term {
  readonly id: string;
  readonly label: Localized;
}

/** Kinds of edges that only the viewer's source view has, made from provenance: outlet → event, outlet → cited. */
export type ViewerEdgeKind = EdgeKind | "reports" | "cites";

export type LayoutName = "actors" | "events" | "sources" | "map";

export interface Vocabulary {
  readonly entityTypes: readonly Term[];
  readonly claimTypes: readonly (Term & { readonly statement: boolean })[];
  readonly subtypes: readonly Term[];
  readonly relations: readonly Term[];
  readonly modalities: readonly (Term & { readonly factual: boolean })[];
  readonly roles: readonly Term[];
}

export interface NodeColumns {
  readonly id: readonly string[];
  /** 0 entity, 1 unnamed side of an event, 2 event. */
  readonly kind: readonly number[];
  /** Entity: entity type. Unnamed side: 0 agent, 1 target, 2 speaker. Event: claim type. */
  readonly type: readonly number[];
  /** Main name of an entity; empty for other kinds. */
  readonly name: readonly string[];
  /** Names and event headlines where they differ from `name`, by row. */
  readonly fr: Readonly<Record<number, string>>;
  readonly en: Readonly<Record<number, string>>;
  readonly country: Readonly<Record<number, number>>;
  readonly wikidata: Readonly<Record<number, string>>;
  /** Rows of entities that no pack knows. */
  readonly proposed: readonly number[];
  /** Latitude and longitude in degrees, by row. */
  readonly place: Readonly<Record<number, readonly [number, number]>>;
  /** Event of an unnamed side, by row. */
  readonly event: Readonly<Record<number, number>>;
  readonly community?: readonly number[];
}

export interface EdgeColumns {
  /** Index into `ViewerGraph.edgeKinds`. */
  readonly kind: readonly number[];
  /** Claim type; for standing facts the relation; 0 elsewhere. */
  readonly type: readonly number[];
  /** Subtype + 1; 0 for none. */
  readonly subtype: readonly number[];
  /** Difference to the row before. */
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** Days since `firstDay` + 1; 0 for undated. */
  readonly day: readonly number[];
  /** Days from start to end. */
  readonly span: readonly number[];
  readonly modality: readonly number[];
  /** Per cent. */
  readonly confidence: readonly number[];
  /** Bit 1 contested, bit 2 inferred. */
  readonly flags: readonly number[];
  /** Independent sources behind it. */
  readonly weight: readonly number[];
  /** Index into `publisherSets`. */
  readonly publishers: readonly number[];
  /** Row of the event node + 1; 0 for none. */
  readonly event: readonly number[];
}

export interface LayoutColumns {
  readonly node: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  /**
   * Of the map: Web Mercator radians × `scale` + `x`, `y` gives layout units. Absent where no place has coordinates.
   * `placed` are the rows that stand at theirs; places very far from the others stand around the map with the rest.
   */
  readonly projection?: {
    readonly scale: number;
    readonly x: number;
    readonly y: number;
    readonly placed: readonly number[];
  };
}

export interface ViewerGraph {
  readonly format: "riposte-viewer/1";
  readonly generator: string;
  readonly title: string;
  /** Shown on every page and picture where present, e.g. that the reports are not a source. */
  readonly notice?: Localized;
  /** First 8 hexadecimal digits of the SHA-256 of the content: tells whether a link was made on the same graph. */
  readonly hash: string;
  /** ISO day that `day` counts from. */
  readonly firstDay: string;
  readonly days: number;
  readonly reports: number;
  /** Lowest confidence, per cent, shown unless asked otherwise. */
  readonly minConfidence: number;
  readonly vocabulary: Vocabulary;
  readonly edgeKinds: readonly ViewerEdgeKind[];
  readonly publishers: readonly string[];
  readonly publisherSets: readonly (readonly number[])[];
  readonly nodes: NodeColumns;
  readonly edges: EdgeColumns;
  /** Positions of the view that opens first; the others come in a part of their own. */
  readonly actors: LayoutColumns;
  readonly claims: number;
}

export interface ViewerDocument {
  readonly id: string;
  readonly title?: string;
  /** Index into `publishers`, or absent. */
  readonly publisher?: number;
  readonly published?: string;
  readonly language?: string;
  readonly url?: string;
}

/** Positions of the views that open later. */
export type ViewerLayouts = Readonly<Record<Exclude<LayoutName, "actors">, LayoutColumns>>;

/** Other names, ids of edges, and what stands behind them. */
export interface ViewerLinks {
  /** Other names of entities, by node row. */
  readonly aliases: Readonly<Record<number, readonly string[]>>;
  readonly edgeIds: readonly string[];
  /** Claim rows by edge. */
  readonly edgeClaims: readonly (readonly number[])[];
  readonly claimIds: readonly string[];
  readonly documents: readonly ViewerDocument[];
  /** Node row, alias, publishers that use it. */
  readonly aliasUse: readonly (readonly [number, string, readonly number[]])[];
  /** Former event ids → node row, so that old links still open. */
  readonly formerIds: Readonly<Record<string, number>>;
}

export interface ClaimDetail {
  readonly document: number;
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** Words to mark in `text`: start, end (UTF-16, end exclusive), role. */
  readonly marks: readonly (readonly [number, number, number])[];
  readonly type: number;
  readonly subtype: number;
  readonly modality: number;
  readonly confidence: number;
  readonly rule: string;
  /** Node rows. */
  readonly speaker: readonly number[];
  readonly source: readonly number[];
  readonly sourceText?: string;
  readonly speakerText?: string;
}

export type DetailValue =
  | { readonly node: number }
  | { readonly text: string }
  | { readonly min: number; readonly max?: number; readonly approximate: boolean; readonly text: string };

export interface FieldDetail {
  readonly name: string;
  readonly contested: boolean;
  readonly shown: number;
  readonly why?: string;
  readonly values: readonly {
    readonly value: DetailValue;
    readonly claims: readonly number[];
    readonly publishers: readonly number[];
  }[];
}

export interface EventDetail {
  /** Row of the event node. */
  readonly node: number;
  readonly claims: readonly number[];
  readonly documents: readonly number[];
  readonly fields: readonly FieldDetail[];
}

export interface ViewerPayload {
  readonly graph: ViewerGraph;
  readonly layouts: ViewerLayouts;
  readonly links: ViewerLinks;
  /** Chunk k holds claims 1000·k to 1000·k + 999. */
  readonly claims: readonly (readonly ClaimDetail[])[];
  /** Event details, in order of node row; chunk boundaries by position as for claims. */
  readonly events: readonly (readonly EventDetail[])[];
}
