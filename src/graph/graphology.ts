import { MultiDirectedGraph } from "graphology";
import type { EventGraph, GraphEdge, GraphNode } from "./types.ts";

/** The same graph as a graphology instance: a directed multigraph whose attributes are the records themselves. */
export function toGraphology(graph: EventGraph): MultiDirectedGraph<GraphNode, GraphEdge> {
  const result = new MultiDirectedGraph<GraphNode, GraphEdge>();
  for (const node of graph.nodes) result.addNode(node.id, node);
  for (const edge of graph.edges) result.addDirectedEdgeWithKey(edge.id, edge.source, edge.target, edge);
  return result;
}
