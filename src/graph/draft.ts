/** A graph in the making: every id once, and at the end no edge without both its nodes. */
import { compareText, invariant } from "../shared/index.ts";
import type { EventGraph, GraphEdge, GraphNode } from "./types.ts";

/** Nodes and edges as they are added, in any order. */
export class GraphDraft {
  readonly #nodes = new Map<string, GraphNode>();
  readonly #edges = new Map<string, GraphEdge>();

  hasNode(id: string): boolean {
    return this.#nodes.has(id);
  }

  /** An edge that says where a record comes from. */
  addProvenance(type: string, source: string, target: string, claims: readonly string[]): void {
    this.addEdge({
      id: `${source}|${type}|${target}`,
      kind: "provenance",
      type,
      source,
      target,
      claims,
      modality: "asserted",
      confidence: 1,
      contested: false,
      inferred: false,
      weight: 1,
      documents: [],
    });
  }

  /** The hollow node of an unnamed side, one for each happening. */
  stub(owner: string, eventId: string, side: "agent" | "target" | "speaker"): string {
    const id = `stub:${owner}:${side}`;
    if (!this.#nodes.has(id)) this.addNode({ kind: "stub", id, eventId, side });
    return id;
  }

  /** @throws {RiposteError} `internal/broken-invariant` where the id occurs twice */
  addNode(node: GraphNode): void {
    invariant(!this.#nodes.has(node.id), `node id ${node.id} occurs twice`);
    this.#nodes.set(node.id, node);
  }

  /** @throws {RiposteError} `internal/broken-invariant` where the id occurs twice */
  addEdge(edge: GraphEdge): void {
    invariant(!this.#edges.has(edge.id), `edge id ${edge.id} occurs twice`);
    this.#edges.set(edge.id, edge);
  }

  /**
   * The graph, nodes and edges sorted by id.
   *
   * @throws {RiposteError} `internal/broken-invariant` where an edge's end does not exist
   */
  finish(): EventGraph {
    this.#checkEnds();
    return {
      nodes: [...this.#nodes.values()].sort((a, b) => compareText(a.id, b.id)),
      edges: [...this.#edges.values()].sort((a, b) => compareText(a.id, b.id)),
    };
  }

  #checkEnds(): void {
    for (const edge of this.#edges.values()) {
      invariant(this.#nodes.has(edge.source), `edge ${edge.id} starts at ${edge.source}, which is no node`);
      invariant(this.#nodes.has(edge.target), `edge ${edge.id} ends at ${edge.target}, which is no node`);
    }
  }
}
