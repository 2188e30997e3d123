/**
 * Betweenness: how many shortest paths between others run through a node.
 *
 *   b(v) = Σ_{s ≠ v ≠ t} σ(s, t | v) / σ(s, t)
 *
 * σ counts shortest paths in arcs, weights are ignored. Raw values are numbers of pairs (each unordered pair counts
 * once on an undirected graph, each ordered pair on a directed one), not divided by their number.
 *
 * The graph is the collapsed simple one: rows hold no parallel arcs, loops lie on no shortest path. On a multigraph
 * parallel edges would multiply paths, and programs differ on that.
 *
 * Source: Brandes 2001, "A faster algorithm for betweenness centrality", O(nodes · arcs); trees are folded away first
 * (tree-folding.ts) and eight sources are searched at once (assembly/betweenness.ts).
 */
import type { Csr } from "../csr.ts";
import { accumulateDependencies } from "../kernels/kernel.ts";
import { foldTrees } from "./tree-folding.ts";

export interface BetweennessOptions {
  /** Whether arcs are one-way; else the graph must be undirected. Default false. */
  readonly directed?: boolean;
}

/** Exact betweenness of every node, in pairs. */
export function betweenness(graph: Csr, { directed = false }: BetweennessOptions = {}): Float64Array {
  if (directed)
    return accumulateDependencies(graph, ones(graph.nodeCount), allOf(graph), ones(graph.nodeCount));
  const { foldedPairs, core, coreVertices, coreWeights } = foldTrees(graph);
  const sums = accumulateDependencies(core, coreWeights, allOf(core), coreWeights);
  coreVertices.forEach((v, i) => {
    foldedPairs[v]! += sums[i]!;
  });
  return foldedPairs.map((pairs) => pairs / 2);
}

const ones = (length: number): Float64Array => new Float64Array(length).fill(1);
const allOf = (graph: Csr): Uint32Array => Uint32Array.from({ length: graph.nodeCount }, (_, v) => v);
