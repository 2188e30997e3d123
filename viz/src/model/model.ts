/** The payload's columns, unpacked into typed arrays that filters and drawing read directly. */
import type { LayoutColumns, ViewerGraph, Vocabulary } from "../../../src/viewer/payload.ts";
import { FAMILIES, type Family, familyOf, type View, VIEWS, viewOfKind } from "./families.ts";

export type Language = "fr" | "en";

/** Day of an undated act; of something that holds always. Dated ones count days from `firstDay`. */
export const UNDATED = -1;
export const ALWAYS = -2;

export const NODE_ENTITY = 0;
export const NODE_STUB = 1;
export const NODE_EVENT = 2;

export interface Edges {
  readonly count: number;
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Row of `FAMILIES`. */
  readonly family: Uint8Array;
  /** Row of `VIEWS`, or 255 for none. */
  readonly view: Uint8Array;
  readonly kind: Uint8Array;
  readonly type: Uint8Array;
  readonly subtype: Uint8Array;
  /** First and last day, or `UNDATED` or `ALWAYS` in both. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly modality: Uint8Array;
  /** Per cent. */
  readonly confidence: Uint8Array;
  readonly contested: Uint8Array;
  readonly inferred: Uint8Array;
  readonly weight: Uint16Array;
  readonly publishers: Int32Array;
  /** Row of the event node, or -1. */
  readonly event: Int32Array;
}

/** What a node is drawn and filtered as: an entity type, an event, or an unnamed side. */
export type NodeKind = string;
export const EVENT_KIND = "event";
export const STUB_KIND = "unnamed";

export interface Nodes {
  readonly count: number;
  readonly id: readonly string[];
  readonly kind: Uint8Array;
  readonly type: Uint8Array;
  /** Row of `Model.nodeKinds`. */
  readonly drawnAs: Uint8Array;
  readonly proposed: Uint8Array;
}

export interface Model {
  readonly graph: ViewerGraph;
  readonly vocabulary: Vocabulary;
  readonly nodes: Nodes;
  readonly edges: Edges;
  /** Entity types of the ontology in lower case, then events and unnamed sides. */
  readonly nodeKinds: readonly NodeKind[];
  /** Edge rows by node, of all views: edges `incident[i]` for i from `offset[node]` to `offset[node + 1]`. */
  readonly incident: Int32Array;
  readonly offset: Int32Array;
  readonly rowOfNode: ReadonlyMap<string, number>;
}

export function decode(graph: ViewerGraph): Model {
  const { vocabulary } = graph;
  const nodeKinds = [...vocabulary.entityTypes.map((type) => kebab(type.id)), EVENT_KIND, STUB_KIND];
  const count = graph.nodes.id.length;
  const kind = Uint8Array.from(graph.nodes.kind);
  const type = Uint8Array.from(graph.nodes.type);
  const drawnAs = kind.map((value, row) =>
    value === NODE_ENTITY
      ? (type[row] ?? 0)
      : nodeKinds.indexOf(value === NODE_EVENT ? EVENT_KIND : STUB_KIND),
  );
  const proposed = new Uint8Array(count);
  for (const row of graph.nodes.proposed) proposed[row] = 1;
  const edges = decodeEdges(graph);
  const { incident, offset } = incidence(edges, count);
  return {
    graph,
    vocabulary,
    nodes: { count, id: graph.nodes.id, kind, type, drawnAs, proposed },
    edges,
    nodeKinds,
    incident,
    offset,
    rowOfNode: new Map(graph.nodes.id.map((id, row) => [id, row])),
  };
}

function decodeEdges(graph: ViewerGraph): Edges {
  const columns = graph.edges;
  const count = columns.kind.length;
  const source = new Int32Array(count);
  const start = new Int32Array(count);
  const end = new Int32Array(count);
  const family = new Uint8Array(count);
  const view = new Uint8Array(count).fill(255);
  let at = 0;
  for (let row = 0; row < count; row++) {
    at += columns.source[row] ?? 0;
    source[row] = at;
    const kind = graph.edgeKinds[columns.kind[row] ?? 0] ?? "provenance";
    const drawnFamily = familyOf(kind, columns.type[row] ?? 0, graph.vocabulary);
    family[row] = FAMILIES.indexOf(drawnFamily);
    const inView = viewOfKind(kind);
    if (inView) view[row] = VIEWS.indexOf(inView);
    const day = (columns.day[row] ?? 0) - 1;
    const timeless = day < 0 && (drawnFamily === "standing" || drawnFamily === "cites");
    start[row] = timeless ? ALWAYS : day;
    end[row] = timeless ? ALWAYS : day < 0 ? UNDATED : day + (columns.span[row] ?? 0);
  }
  return {
    count,
    source,
    target: Int32Array.from(columns.target),
    family,
    view,
    kind: Uint8Array.from(columns.kind),
    type: Uint8Array.from(columns.type),
    subtype: Uint8Array.from(columns.subtype),
    start,
    end,
    modality: Uint8Array.from(columns.modality),
    confidence: Uint8Array.from(columns.confidence),
    contested: Uint8Array.from(columns.flags, (flags) => flags & 1),
    inferred: Uint8Array.from(columns.flags, (flags) => (flags >> 1) & 1),
    weight: Uint16Array.from(columns.weight),
    publishers: Int32Array.from(columns.publishers),
    event: Int32Array.from(columns.event, (row) => row - 1),
  };
}

function incidence(edges: Edges, nodes: number): { incident: Int32Array; offset: Int32Array } {
  const offset = new Int32Array(nodes + 1);
  const ends = [edges.source, edges.target];
  for (const end of ends) for (const node of end) offset[node + 1] = (offset[node + 1] ?? 0) + 1;
  for (let node = 0; node < nodes; node++) offset[node + 1] = (offset[node + 1] ?? 0) + (offset[node] ?? 0);
  const next = offset.slice();
  const incident = new Int32Array(edges.count * 2);
  for (let row = 0; row < edges.count; row++) {
    for (const end of ends) {
      const node = end[row] ?? 0;
      const slot = next[node] ?? 0;
      incident[slot] = row;
      next[node] = slot + 1;
    }
  }
  return { incident, offset };
}

/** Edge rows at a node, of all views; a loop comes twice. */
export function edgesAt(model: Model, node: number): Int32Array {
  return model.incident.subarray(model.offset[node], model.offset[node + 1]);
}

export function otherEnd(model: Model, edge: number, node: number): number {
  const source = model.edges.source[edge] ?? 0;
  return source === node ? (model.edges.target[edge] ?? 0) : source;
}

export function familyAt(model: Model, edge: number): Family {
  return FAMILIES[model.edges.family[edge] ?? 0] ?? "standing";
}

export function viewAt(model: Model, edge: number): View | undefined {
  return VIEWS[model.edges.view[edge] ?? 255];
}

/**
 * Positions of a layout by node row; NaN where the layout does not have the node.
 * @param layout  undefined while it has not arrived: then nothing has a place
 */
export function positionsOf(
  model: Model,
  layout: LayoutColumns | undefined,
): { x: Float64Array; y: Float64Array } {
  const x = new Float64Array(model.nodes.count).fill(Number.NaN);
  const y = new Float64Array(model.nodes.count).fill(Number.NaN);
  const columns = layout ?? { node: [], x: [], y: [] };
  columns.node.forEach((row, i) => {
    x[row] = columns.x[i] ?? 0;
    y[row] = columns.y[i] ?? 0;
  });
  return { x, y };
}

const kebab = (id: string) => id.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
