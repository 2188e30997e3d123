/**
 * What nodes and edges carry when the graph leaves Riposte: one flat, typed table, read by every file format, by
 * Neo4j and by the embedded engine, so that a property has one name and one type everywhere.
 */
import { isActor, isFactual, type StandardCodes } from "../ontology/index.ts";
import { sortedUnique } from "../shared/index.ts";
import { epochDay, firstDay, lastDay } from "./days.ts";
import type {
  ClaimNode,
  DocumentNode,
  EntityNode,
  EventNode,
  GraphEdge,
  GraphNode,
  StubNode,
} from "./types.ts";

/** `date` is an ISO day; `integer` fits a signed 32-bit number; a `strings` value is never absent, only empty. */
export type PropertyType = "string" | "integer" | "float" | "boolean" | "date" | "strings";
export type PropertyValue = string | number | boolean | readonly string[];

export interface Property<T> {
  readonly name: string;
  readonly type: PropertyType;
  /** Undefined where the item has no such value. */
  readonly read: (item: T) => PropertyValue | undefined;
}

type NodeOfKind<K extends GraphNode["kind"]> = Extract<GraphNode, { kind: K }>;

interface Dated {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** `day` and `endDay` repeat the dates as days since 1970-01-01: `b.day - a.day` is a lag in days on every engine. */
const DATES: readonly Property<Dated>[] = [
  { name: "date", type: "date", read: (item) => firstDay(item.start) },
  { name: "endDate", type: "date", read: (item) => lastDay(item.end) },
  { name: "day", type: "integer", read: (item) => epochDay(firstDay(item.start)) },
  { name: "endDay", type: "integer", read: (item) => epochDay(lastDay(item.end)) },
];

const CODES: readonly Property<{ readonly codes?: StandardCodes }>[] = [
  { name: "plover", type: "string", read: ({ codes }) => codes?.plover?.type },
  { name: "ploverMode", type: "string", read: ({ codes }) => codes?.plover?.mode },
  { name: "cameo", type: "strings", read: ({ codes }) => codes?.cameo ?? [] },
  { name: "acledEvent", type: "string", read: ({ codes }) => codes?.acled?.event },
  { name: "acledSubEvent", type: "string", read: ({ codes }) => codes?.acled?.subEvent },
];

const CERTAINTY: readonly Property<Pick<GraphEdge, "modality" | "confidence">>[] = [
  { name: "modality", type: "string", read: (item) => item.modality },
  { name: "factual", type: "boolean", read: (item) => isFactual(item.modality) },
  { name: "confidence", type: "float", read: (item) => item.confidence },
];

const POSITION: readonly Property<{ readonly latitude?: number; readonly longitude?: number }>[] = [
  { name: "latitude", type: "float", read: (item) => item.latitude },
  { name: "longitude", type: "float", read: (item) => item.longitude },
];

const ENTITY: readonly Property<EntityNode>[] = [
  { name: "type", type: "string", read: (node) => node.type },
  { name: "name", type: "string", read: (node) => node.name },
  { name: "nameFr", type: "string", read: (node) => node.names.fr },
  { name: "nameEn", type: "string", read: (node) => node.names.en },
  { name: "aliases", type: "strings", read: (node) => node.aliases },
  { name: "country", type: "string", read: (node) => node.country },
  { name: "wikidata", type: "string", read: (node) => node.wikidata },
  { name: "proposed", type: "boolean", read: (node) => node.proposed },
  ...POSITION,
];

const EVENT: readonly Property<EventNode>[] = [
  { name: "type", type: "string", read: (node) => node.type },
  { name: "subtype", type: "string", read: (node) => node.subtype },
  { name: "title", type: "string", read: (node) => node.title.fr },
  { name: "titleEn", type: "string", read: (node) => node.title.en },
  ...DATES,
  ...CERTAINTY,
  { name: "contested", type: "boolean", read: (node) => node.contested.length > 0 },
  { name: "contestedFields", type: "strings", read: (node) => node.contested },
  { name: "reports", type: "integer", read: (node) => node.reports },
  { name: "independentSources", type: "integer", read: (node) => node.independentSources },
  { name: "claims", type: "strings", read: (node) => node.claims },
  ...CODES,
  ...POSITION,
];

const CLAIM: readonly Property<ClaimNode>[] = [
  { name: "type", type: "string", read: (node) => node.type },
  { name: "subtype", type: "string", read: (node) => node.subtype },
  { name: "text", type: "string", read: (node) => node.text },
  { name: "startOffset", type: "integer", read: (node) => node.startOffset },
  { name: "endOffset", type: "integer", read: (node) => node.endOffset },
  ...DATES,
  ...CERTAINTY,
  { name: "rule", type: "string", read: (node) => node.rule },
];

const DOCUMENT: readonly Property<DocumentNode>[] = [
  { name: "title", type: "string", read: (node) => node.title },
  { name: "publisher", type: "string", read: (node) => node.publisher },
  { name: "published", type: "string", read: (node) => node.published },
  { name: "date", type: "date", read: (node) => firstDay(node.published) },
  { name: "day", type: "integer", read: (node) => epochDay(firstDay(node.published)) },
  { name: "language", type: "string", read: (node) => node.language },
  { name: "url", type: "string", read: (node) => node.url },
];

const STUB: readonly Property<StubNode>[] = [
  { name: "eventId", type: "string", read: (node) => node.eventId },
  { name: "side", type: "string", read: (node) => node.side },
];

const NODE_PROPERTIES: { readonly [K in GraphNode["kind"]]: readonly Property<NodeOfKind<K>>[] } = {
  entity: ENTITY,
  stub: STUB,
  event: EVENT,
  claim: CLAIM,
  document: DOCUMENT,
};

/** Kinds of node, in the order in which exports list their columns. */
export const NODE_KINDS: readonly GraphNode["kind"][] = ["entity", "event", "claim", "document", "stub"];

/** Properties of a node of the kind, besides its id and kind. */
export function nodeProperties<K extends GraphNode["kind"]>(kind: K): readonly Property<NodeOfKind<K>>[] {
  return NODE_PROPERTIES[kind];
}

/** Properties of every edge, besides its id, type, source and target. */
export const EDGE_PROPERTIES: readonly Property<GraphEdge>[] = [
  { name: "kind", type: "string", read: (edge) => edge.kind },
  { name: "claims", type: "strings", read: (edge) => edge.claims },
  { name: "documents", type: "strings", read: (edge) => edge.documents },
  { name: "eventId", type: "string", read: (edge) => edge.eventId },
  { name: "claimType", type: "string", read: (edge) => edge.claimType },
  { name: "subtype", type: "string", read: (edge) => edge.subtype },
  ...DATES,
  ...CERTAINTY,
  { name: "contested", type: "boolean", read: (edge) => edge.contested },
  { name: "inferred", type: "boolean", read: (edge) => edge.inferred },
  { name: "weight", type: "integer", read: (edge) => edge.weight },
  { name: "cue", type: "string", read: (edge) => edge.cue },
  ...CODES,
];

/** Name and type of every property that any node can carry, each once, in a fixed order. */
export const NODE_COLUMNS: readonly Pick<Property<never>, "name" | "type">[] = [
  ...new Map(
    NODE_KINDS.flatMap((kind) =>
      nodeProperties(kind).map(({ name, type }) => [name, { name, type }] as const),
    ),
  ).values(),
];

/** The values of a node by property name; absent ones are left out. */
export function readNode(node: GraphNode): Record<string, PropertyValue> {
  return readAll(nodeProperties(node.kind) as readonly Property<GraphNode>[], node);
}

/** The values of an edge by property name; absent ones are left out. */
export function readEdge(edge: GraphEdge): Record<string, PropertyValue> {
  return readAll(EDGE_PROPERTIES, edge);
}

function readAll<T>(properties: readonly Property<T>[], item: T): Record<string, PropertyValue> {
  const values: Record<string, PropertyValue> = {};
  for (const { name, read } of properties) {
    const value = read(item);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** Labels of a node in a property graph, without the base label. */
export function labelsOf(node: GraphNode): readonly string[] {
  const label = kindLabel(node.kind);
  if (node.kind !== "entity") return [label];
  return isActor(node.type) ? [label, "Actor", node.type] : [label, node.type];
}

const KIND_LABELS = {
  entity: "Entity",
  event: "Event",
  claim: "Claim",
  document: "Document",
  stub: "Stub",
} as const;

/** The label that all nodes of a kind share. */
export const kindLabel = (kind: GraphNode["kind"]): string => KIND_LABELS[kind];

/** What a person reads on the node: name, headline, sentence or title. */
export function captionOf(node: GraphNode, language: "fr" | "en" = "fr"): string {
  if (node.kind === "entity") return node.names[language] ?? node.name;
  if (node.kind === "event") return node.title[language];
  if (node.kind === "claim") return node.text;
  return node.kind === "document" ? (node.title ?? node.id) : "?";
}

/** Sorted names of all properties; what a query can ask for. */
export const PROPERTY_NAMES: readonly string[] = sortedUnique(
  [...NODE_COLUMNS, ...EDGE_PROPERTIES].map((property) => property.name),
);
