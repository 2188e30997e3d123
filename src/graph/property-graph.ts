/**
 * The event graph as property-graph databases hold it: the same rows for Neo4j, its bulk formats and the embedded
 * engine, so that one query means one thing on all of them.
 */
import { CLAIM_TYPE_TABLE, ENTITY_TYPES, RELATION_TABLE } from "../ontology/index.ts";
import { sha256, sortedUnique } from "../shared/index.ts";
import {
  EDGE_PROPERTIES,
  labelsOf,
  nodeProperties,
  PROPERTY_NAMES,
  type Property,
  type PropertyValue,
  readEdge,
  readNode,
} from "./properties.ts";
import type { GraphEdge, GraphNode } from "./types.ts";

/** The label that every node carries; its `id` is unique. */
export const BASE_LABEL = "Riposte";

export interface PropertyNode {
  /** The base label first, then from general to special. */
  readonly labels: readonly string[];
  readonly kind: GraphNode["kind"];
  readonly id: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
}

export interface PropertyEdge {
  readonly type: string;
  readonly id: string;
  /** Ids of the nodes as stored. */
  readonly source: string;
  readonly target: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
}

/** Longest id, in UTF-8 bytes, that is stored as it is: Neo4j's index refuses values of some 8,000 bytes. */
const MAX_ID_BYTES = 1000;
const KEPT_START = 200;

/**
 * The id under which a node or edge is stored: itself, or where a database index could not hold it, its beginning
 * and a digest. The whole id then stands in the property `fullId`.
 */
export function storedId(id: string): string {
  if (Buffer.byteLength(id, "utf8") <= MAX_ID_BYTES && id.isWellFormed()) return id;
  return `${id.slice(0, KEPT_START).toWellFormed()}…${sha256(JSON.stringify(id))}`;
}

/** The row of one node; its properties hold the id too. */
export function propertyNode(node: GraphNode): PropertyNode {
  const { id, properties } = storable(node.id, readNode(node));
  return { labels: [BASE_LABEL, ...labelsOf(node)], kind: node.kind, id, properties };
}

/** The row of one edge; its properties hold the id, not type and ends. */
export function propertyEdge(edge: GraphEdge): PropertyEdge {
  const { id, properties } = storable(edge.id, readEdge(edge));
  return { type: edge.type, id, source: storedId(edge.source), target: storedId(edge.target), properties };
}

function storable(
  givenId: string,
  values: Readonly<Record<string, PropertyValue>>,
): { id: string; properties: Record<string, PropertyValue> } {
  const id = storedId(givenId);
  const properties: Record<string, PropertyValue> = { id };
  if (id !== givenId) properties.fullId = givenId.toWellFormed();
  // Not Object.entries: exports call this for every row, and its pairs would cost as much as the rest.
  for (const name in values) properties[name] = wellFormed(values[name] as PropertyValue);
  return { id, properties };
}

/** Lone surrogates have no UTF-8 form: every database would store something else, each its own. */
function wellFormed(value: PropertyValue): PropertyValue {
  if (typeof value === "string") return value.toWellFormed();
  return typeof value === "object" ? value.map((item) => item.toWellFormed()) : value;
}

const IDS: readonly Pick<Property<never>, "name" | "type">[] = [
  { name: "id", type: "string" },
  { name: "fullId", type: "string" },
];

/** Name and type of every property that a stored node of the kind, or a stored edge, can have. */
export function storedColumns(
  kind: GraphNode["kind"] | "edge",
): readonly Pick<Property<never>, "name" | "type">[] {
  const own: readonly Pick<Property<never>, "name" | "type">[] =
    kind === "edge" ? EDGE_PROPERTIES : nodeProperties(kind);
  return [...IDS, ...own.map(({ name, type }) => ({ name, type }))];
}

/** What a query can name: every label, relationship type and property that Riposte ever writes. */
export const GRAPH_VOCABULARY: {
  readonly labels: readonly string[];
  readonly relationshipTypes: readonly string[];
  readonly properties: readonly string[];
} = {
  labels: [BASE_LABEL, "Entity", "Actor", ...ENTITY_TYPES, "Event", "Claim", "Document", "Stub"],
  relationshipTypes: sortedUnique([
    ...Object.values(CLAIM_TYPE_TABLE).flatMap((row: { relation: string; eventRelation?: string }) => [
      row.relation,
      ...(row.eventRelation ? [row.eventRelation] : []),
    ]),
    ...Object.values(RELATION_TABLE).map((row) => row.relation),
    "AGENT",
    "TARGET",
    "AT",
    "RESPONSE_TO",
    "PART_OF",
    "SAME_SERIES",
    "ABOUT",
    "IN",
    "ATTRIBUTED_TO",
    "PUBLISHED_BY",
  ]),
  properties: sortedUnique([...IDS.map((column) => column.name), ...PROPERTY_NAMES]),
};
