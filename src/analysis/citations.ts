/** Who cites whom: outlet → cited source, one edge for each claim that a report attributes to somebody. */
import type { ClaimNode, EventGraph, GraphEdge } from "../graph/index.ts";

/** What the graph puts before a document's id to make its node's. */
const DOCUMENT_PREFIX = "doc:";

/**
 * Citation edges in the order of the graph. Certainty, confidence and dates are those of the claim; the type is that
 * of the provenance edge. A report without a known outlet gives none.
 */
export function citationEdges(graph: EventGraph): GraphEdge[] {
  const claims = new Map(
    graph.nodes.flatMap((node): [string, ClaimNode][] => (node.kind === "claim" ? [[node.id, node]] : [])),
  );
  const outletOf = new Map<string, string>();
  const documentOf = new Map<string, string>();
  for (const { type, source, target } of graph.edges) {
    if (type === "PUBLISHED_BY") outletOf.set(source, target);
    if (type === "IN") documentOf.set(source, target);
  }
  return graph.edges.flatMap((edge): GraphEdge[] => {
    const claim = edge.type === "ATTRIBUTED_TO" ? claims.get(edge.source) : undefined;
    const document = documentOf.get(edge.source);
    const outlet = document && outletOf.get(document);
    if (!claim || !document || !outlet) return [];
    const { start, end, modality, confidence, type: claimType } = claim;
    return [
      {
        ...edge,
        source: outlet,
        claimType,
        modality,
        confidence,
        documents: [document.slice(DOCUMENT_PREFIX.length)],
        ...(start && { start }),
        ...(end && { end }),
      },
    ];
  });
}
