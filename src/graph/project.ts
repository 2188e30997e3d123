/** Views of the one graph: projections that keep some edges and the nodes they join. */
import { isFactual } from "../ontology/index.ts";
import type { EdgeKind, EventGraph, GraphEdge } from "./types.ts";

/** What users look at. Each names the kinds of edges that it keeps. */
export const VIEWS = {
  actors: ["action", "statement", "standing"],
  events: ["role", "on-event", "reply", "part"],
  provenance: ["provenance"],
  all: ["action", "statement", "on-event", "role", "reply", "part", "standing", "provenance"],
} as const satisfies Record<string, readonly EdgeKind[]>;

export type ViewName = keyof typeof VIEWS;

export interface GraphFilter {
  readonly view?: ViewName;
  /** Lowest confidence kept, in [0, 1]; default 0. */
  readonly minConfidence?: number;
  /** Keep asserted, reported and alleged only. Default false. */
  readonly factualOnly?: boolean;
  /** ISO days, inclusive. An undated edge is outside every period. */
  readonly from?: string;
  readonly to?: string;
  /** Relationship types to keep; default all. */
  readonly types?: readonly string[];
  readonly keep?: (edge: GraphEdge) => boolean;
}

/** The edges that pass the filter, and the nodes that they join. Order is kept. */
export function projectGraph(graph: EventGraph, filter: GraphFilter = {}): EventGraph {
  const kinds: ReadonlySet<EdgeKind> = new Set(VIEWS[filter.view ?? "all"]);
  const edges = graph.edges.filter((edge) => kinds.has(edge.kind) && passes(edge, filter));
  const used = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
  return { nodes: graph.nodes.filter((node) => used.has(node.id)), edges };
}

function passes(edge: GraphEdge, filter: GraphFilter): boolean {
  if (filter.minConfidence !== undefined && edge.confidence < filter.minConfidence) return false;
  if (filter.factualOnly && !isFactual(edge.modality)) return false;
  if (filter.types && !filter.types.includes(edge.type)) return false;
  if ((filter.from || filter.to) && !within(edge, filter)) return false;
  return filter.keep?.(edge) ?? true;
}

/** Standing facts hold unless their dates say otherwise; acts and statements need a date to be in a period. */
function within(edge: GraphEdge, { from, to }: GraphFilter): boolean {
  if (!edge.start && edge.kind !== "standing") return false;
  if (to && edge.start && edge.start > to) return false;
  return !(from && edge.end && edge.end < from);
}
