/** The event graph → the columns that the viewer draws from. */
import type { EventGraph, GraphNode } from "../graph/index.ts";
import { epochDay, isoDay } from "../graph/index.ts";
import {
  CLAIM_TYPES,
  ENTITY_TYPES,
  MODALITIES,
  RELATION_TABLE,
  RELATION_TYPES,
  SUBTYPES,
} from "../ontology/index.ts";
import { compareBy, compareText, invariant } from "../shared/index.ts";
import type { EdgeColumns, NodeColumns, ViewerEdgeKind } from "./payload.ts";
import { type DrawnEdge, sourceEdges } from "./source-edges.ts";

/** Order of the `kind` column of edges. */
export const EDGE_KINDS: readonly ViewerEdgeKind[] = [
  "action",
  "statement",
  "on-event",
  "role",
  "reply",
  "part",
  "standing",
  "reports",
  "cites",
];

type DrawnNode = Extract<GraphNode, { kind: "entity" | "stub" | "event" }>;
const STUB_SIDES = ["agent", "target", "speaker"];

/** Nodes and edges in the order of their rows, with what turns ids into rows. */
export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly rowOf: ReadonlyMap<string, number>;
}

/** Keeps what the viewer draws: entities, unnamed sides and events, and every edge between them. */
export function drawnGraph(graph: EventGraph): DrawnGraph {
  const edges = [
    ...graph.edges.filter(
      (edge): edge is typeof edge & { kind: ViewerEdgeKind } => edge.kind !== "provenance",
    ),
    ...sourceEdges(graph),
  ];
  const used = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
  const nodes = graph.nodes.filter(
    (node): node is DrawnNode => node.kind !== "claim" && node.kind !== "document" && used.has(node.id),
  );
  const rowOf = new Map(nodes.map((node, row) => [node.id, row]));
  const row = (id: string) => rowOf.get(id) ?? -1;
  edges.sort(
    compareBy<DrawnEdge>(
      (edge) => row(edge.source),
      (edge) => row(edge.target),
      (edge) => edge.id,
    ),
  );
  return { nodes, edges, rowOf };
}

export function encodeNodes(drawn: DrawnGraph, communities?: ReadonlyMap<string, number>): NodeColumns {
  const columns = {
    id: [] as string[],
    kind: [] as number[],
    type: [] as number[],
    name: [] as string[],
    fr: {} as Record<number, string>,
    en: {} as Record<number, string>,
    country: {} as Record<number, number>,
    wikidata: {} as Record<number, string>,
    proposed: [] as number[],
    place: {} as Record<number, readonly [number, number]>,
    event: {} as Record<number, number>,
  };
  // An outlet of the reports is known by them, whether a pack has it or not.
  const outlets = new Set(drawn.edges.flatMap(({ kind, source }) => (kind === "reports" ? [source] : [])));
  for (const [row, node] of drawn.nodes.entries()) {
    columns.id.push(node.id);
    if (node.kind === "stub") {
      columns.kind.push(1);
      columns.type.push(STUB_SIDES.indexOf(node.side));
      columns.name.push("");
      const event = drawn.rowOf.get(node.eventId);
      if (event !== undefined) columns.event[row] = event;
      continue;
    }
    if (node.latitude !== undefined && node.longitude !== undefined)
      columns.place[row] = [rounded(node.latitude), rounded(node.longitude)];
    if (node.kind === "event") {
      columns.kind.push(2);
      columns.type.push(CLAIM_TYPES.indexOf(node.type));
      columns.name.push("");
      columns.fr[row] = node.title.fr;
      columns.en[row] = node.title.en;
      continue;
    }
    columns.kind.push(0);
    columns.type.push(ENTITY_TYPES.indexOf(node.type));
    columns.name.push(node.name);
    if (node.names.fr && node.names.fr !== node.name) columns.fr[row] = node.names.fr;
    if (node.names.en && node.names.en !== node.name) columns.en[row] = node.names.en;
    const country = node.country === undefined ? undefined : drawn.rowOf.get(node.country);
    if (country !== undefined) columns.country[row] = country;
    if (node.wikidata) columns.wikidata[row] = node.wikidata;
    if (node.proposed && !outlets.has(node.id)) columns.proposed.push(row);
  }
  if (!communities) return columns;
  return { ...columns, community: drawn.nodes.map((node) => communities.get(node.id) ?? -1) };
}

export interface EncodedEdges {
  readonly columns: EdgeColumns;
  readonly publisherSets: readonly (readonly number[])[];
  readonly firstDay: string;
  readonly days: number;
}

/**
 * @param publishersOf  publisher rows of an edge's documents
 */
export function encodeEdges(
  drawn: DrawnGraph,
  publishersOf: (documents: readonly string[]) => readonly number[],
): EncodedEdges {
  const { first, days } = dayRange(drawn.edges);
  const sets = new Map<string, number>([["", 0]]);
  const publisherSets: (readonly number[])[] = [[]];
  const setRow = (publishers: readonly number[]) => {
    const key = publishers.join(",");
    const known = sets.get(key);
    if (known !== undefined) return known;
    sets.set(key, publisherSets.length);
    return publisherSets.push(publishers) - 1;
  };
  const columns: { [K in keyof EdgeColumns]: number[] } = {
    kind: [],
    type: [],
    subtype: [],
    source: [],
    target: [],
    day: [],
    span: [],
    modality: [],
    confidence: [],
    flags: [],
    weight: [],
    publishers: [],
    event: [],
  };
  let before = 0;
  for (const edge of drawn.edges) {
    const source = drawn.rowOf.get(edge.source);
    const target = drawn.rowOf.get(edge.target);
    invariant(source !== undefined && target !== undefined, `edge ${edge.id} joins a node that is not drawn`);
    columns.source.push(source - before);
    before = source;
    columns.target.push(target);
    columns.kind.push(EDGE_KINDS.indexOf(edge.kind));
    columns.type.push(typeRow(edge));
    columns.subtype.push(edge.subtype ? SUBTYPES.findIndex((subtype) => subtype === edge.subtype) + 1 : 0);
    const { day, span } = encodeDays(edge, first, days);
    columns.day.push(day);
    columns.span.push(span);
    columns.modality.push(MODALITIES.indexOf(edge.modality));
    columns.confidence.push(Math.round(edge.confidence * 100));
    columns.flags.push((edge.contested ? 1 : 0) + (edge.inferred ? 2 : 0));
    columns.weight.push(edge.weight);
    columns.publishers.push(setRow(publishersOf(edge.documents)));
    columns.event.push((edge.eventId === undefined ? -1 : (drawn.rowOf.get(edge.eventId) ?? -1)) + 1);
  }
  return { columns, publisherSets, firstDay: isoDay(first), days };
}

const RELATION_ROW = new Map<string, number>(
  RELATION_TYPES.map((type, row) => [RELATION_TABLE[type].relation, row]),
);

function typeRow(edge: DrawnEdge): number {
  if (edge.kind === "standing") return RELATION_ROW.get(edge.type) ?? 0;
  if (edge.kind === "role") return Math.max(0, ["AGENT", "TARGET", "AT"].indexOf(edge.type));
  return edge.claimType ? CLAIM_TYPES.indexOf(edge.claimType) : 0;
}

/** The days that acts and statements cover; standing facts may reach back decades and do not count. */
function dayRange(edges: readonly DrawnEdge[]): { first: number; days: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const edge of edges) {
    if (edge.kind === "standing") continue;
    const start = epochDay(edge.start);
    if (start === undefined) continue;
    first = Math.min(first, start);
    last = Math.max(last, epochDay(edge.end) ?? start);
  }
  return first > last ? { first: 0, days: 0 } : { first, days: last - first + 1 };
}

/** A standing fact is cut to the days that the graph covers; one without dates holds always. */
function encodeDays(edge: DrawnEdge, first: number, days: number): { day: number; span: number } {
  const start = epochDay(edge.start);
  const end = epochDay(edge.end);
  if (edge.kind !== "standing")
    return start === undefined
      ? { day: 0, span: 0 }
      : { day: start - first + 1, span: Math.max(0, (end ?? start) - start) };
  if (start === undefined && end === undefined) return { day: 0, span: 0 };
  const from = Math.min(Math.max(start ?? first, first), first + days);
  const to = Math.max(from, Math.min(end ?? first + days, first + days));
  return { day: from - first + 1, span: to - from };
}

/** Five decimals of a degree are about a metre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

/** Publisher names of the graph's documents, sorted, and the row of each document's publisher. */
export function publisherRows(graph: EventGraph): {
  readonly names: readonly string[];
  readonly rowOfDocument: ReadonlyMap<string, number>;
} {
  const named = graph.nodes.flatMap((node) =>
    node.kind === "document" && node.publisher
      ? [{ id: node.id.replace(/^doc:/, ""), name: node.publisher }]
      : [],
  );
  const names = [...new Set(named.map((document) => document.name))].sort(compareText);
  const rows = new Map(names.map((name, row) => [name, row]));
  return { names, rowOfDocument: new Map(named.map(({ id, name }) => [id, rows.get(name) ?? 0])) };
}
