import { type Csr, transpose } from "../csr.ts";

export interface PageRankOptions {
  /** Probability of following an arc. Default 0.85. */
  readonly damping?: number;
  /** Stops when the sum of all changes in one round is below this. Default 1e-10. */
  readonly tolerance?: number;
  /** Default 200. */
  readonly maxRounds?: number;
  /** The transpose of the graph, where it is at hand: saves making it. */
  readonly incoming?: Csr;
}

/**
 * PageRank: where a walker is found who follows arcs in proportion to their weight and now and then starts anew
 * anywhere. On an arc from doer to other side, a high rank means being aimed at by those who are themselves aimed at.
 *
 *   x(v) = (1 − d)/n + d · (Σ_{u → v} x(u) · w(u, v) / W(u) + Σ_{u without arcs} x(u)/n)
 *
 * Values are probabilities and sum to 1. A node whose arcs all weigh zero counts as one without arcs.
 * Source: Brin and Page 1998; power iteration, O(arcs) a round.
 */
export function pageRank(
  graph: Csr,
  { damping = 0.85, tolerance = 1e-10, maxRounds = 200, incoming = transpose(graph) }: PageRankOptions = {},
): Float64Array {
  const { nodeCount } = graph;
  const { offsets, targets, weights } = incoming;
  const outWeights = new Float64Array(nodeCount);
  for (let arc = 0; arc < targets.length; arc++) outWeights[targets[arc]!]! += weights[arc]!;
  let ranks = new Float64Array(nodeCount).fill(1 / nodeCount);
  let next = new Float64Array(nodeCount);
  const shares = new Float64Array(nodeCount);
  for (let round = 0; round < maxRounds; round++) {
    let stranded = 0;
    for (let v = 0; v < nodeCount; v++) {
      if (outWeights[v] === 0) stranded += ranks[v]!;
      shares[v] = outWeights[v] === 0 ? 0 : ranks[v]! / outWeights[v]!;
    }
    const base = (1 - damping + damping * stranded) / nodeCount;
    let change = 0;
    for (let v = 0; v < nodeCount; v++) {
      let sum = 0;
      for (let arc = offsets[v]!, end = offsets[v + 1]!; arc < end; arc++) {
        sum += shares[targets[arc]!]! * weights[arc]!;
      }
      const rank = base + damping * sum;
      change += Math.abs(rank - ranks[v]!);
      next[v] = rank;
    }
    [ranks, next] = [next, ranks];
    if (change < tolerance) break;
  }
  return ranks;
}
