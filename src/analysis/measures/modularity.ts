import type { Csr } from "../csr.ts";

/**
 * Modularity of a division: the share of weight within communities, less what chance would put there.
 *
 *   Q = Σ_c [ W(c)/W − γ (K(c)/2W)² ]
 *
 * Between −0.5 and 1; 0 for a graph without weight. Source: Newman and Girvan 2004, weighted. O(arcs).
 * @param graph      undirected (see `undirected`)
 * @param community  number of its community for each node, below `nodeCount`
 * @param resolution γ; above 1 favours smaller communities
 */
export function modularity(graph: Csr, community: Uint32Array, resolution = 1): number {
  const strength = new Float64Array(graph.nodeCount);
  let within = 0;
  let total = 0;
  for (let v = 0; v < graph.nodeCount; v++) {
    for (let arc = graph.offsets[v]!; arc < graph.offsets[v + 1]!; arc++) {
      const weight = graph.weights[arc]!;
      total += weight;
      strength[community[v]!]! += weight;
      if (community[graph.targets[arc]!] === community[v]) within += weight;
    }
  }
  if (total === 0) return 0;
  return within / total - resolution * strength.reduce((sum, each) => sum + (each / total) ** 2, 0);
}
