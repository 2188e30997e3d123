/** Edges that show reporting itself: which outlet reports which event, and whom it cites. */
import type { EventGraph, GraphEdge } from "../graph/index.ts";
import { compareText, sortedUnique } from "../shared/index.ts";
import type { ViewerEdgeKind } from "./payload.ts";

/** A graph edge as the viewer draws it; `reports` and `cites` exist nowhere else. */
export type DrawnEdge = Omit<GraphEdge, "kind"> & { readonly kind: ViewerEdgeKind };

/**
 * Made from the provenance edges: outlet → event for each outlet with a claim of the event, and outlet → entity for
 * each entity that its claims are attributed to. `weight` counts the claims behind the edge.
 */
export function sourceEdges(graph: EventGraph): DrawnEdge[] {
  const outletOfDocument = new Map<string, string>();
  const documentOfClaim = new Map<string, string>();
  const confidence = new Map<string, number>();
  for (const node of graph.nodes) if (node.kind === "claim") confidence.set(node.id, node.confidence);
  for (const edge of graph.edges) {
    if (edge.type === "PUBLISHED_BY") outletOfDocument.set(edge.source, edge.target);
    else if (edge.type === "IN") documentOfClaim.set(edge.source, edge.target);
  }
  const found = new Map<string, { edge: DrawnEdge; claims: string[]; documents: string[] }>();
  const add = (kind: "reports" | "cites", claim: string, target: string, base: Partial<DrawnEdge>) => {
    const document = documentOfClaim.get(claim);
    const outlet = document && outletOfDocument.get(document);
    if (!document || !outlet || outlet === target) return;
    const type = kind === "reports" ? "REPORTED" : "CITED";
    const id = `${outlet}|${type}|${target}`;
    let entry = found.get(id);
    if (!entry) {
      const shared = { modality: "asserted", contested: false, inferred: false } as const;
      const rest = { confidence: 0, weight: 0, claims: [], documents: [] };
      entry = {
        edge: { ...shared, ...rest, ...base, id, kind, type, source: outlet, target },
        claims: [],
        documents: [],
      };
      found.set(id, entry);
    }
    entry.claims.push(claim);
    entry.documents.push(document.replace(/^doc:/, ""));
  };
  for (const node of graph.nodes) {
    if (node.kind !== "event") continue;
    const base = {
      eventId: node.id,
      claimType: node.type,
      modality: node.modality,
      ...(node.start && { start: node.start }),
      ...(node.end && { end: node.end }),
    };
    for (const claim of node.claims) add("reports", claim, node.id, base);
  }
  for (const edge of graph.edges) {
    if (edge.type === "ATTRIBUTED_TO") add("cites", edge.source, edge.target, {});
  }
  return [...found.values()]
    .map(({ edge, claims, documents }) => ({
      ...edge,
      claims,
      documents: sortedUnique(documents),
      weight: claims.length,
      confidence: claims.reduce((best, id) => Math.max(best, confidence.get(id) ?? 0), 0),
    }))
    .sort((a, b) => compareText(a.id, b.id));
}
