import { type Csr, transpose } from "../csr.ts";

export interface Hits {
  /** Hub scores: who aims at much-aimed-at others (initiators). Sum 1, or all 0 without weight. */
  readonly initiators: Float64Array;
  /** Authority scores: whom active initiators aim at (targets). Sum 1, or all 0 without weight. */
  readonly targets: Float64Array;
}

export interface HitsOptions {
  /** Stops when the scores of both kinds together change less than this in one round. Default 1e-10. */
  readonly tolerance?: number;
  /** Default 1000. */
  readonly maxRounds?: number;
  /** The transpose of the graph, where it is at hand: saves making it. */
  readonly incoming?: Csr;
}

/**
 * Hubs and authorities: h = A a, a = Aᵀ h, with weighted arcs from doer to other side.
 * Source: Kleinberg 1999; power iteration, O(arcs) a round. Scores of each kind are scaled to sum 1.
 */
export function hits(
  graph: Csr,
  { tolerance = 1e-10, maxRounds = 1000, incoming = transpose(graph) }: HitsOptions = {},
): Hits {
  const { nodeCount } = graph;
  let initiators = new Float64Array(nodeCount).fill(1 / nodeCount);
  const targets = new Float64Array(nodeCount);
  let next = new Float64Array(nodeCount);
  for (let round = 0; round < maxRounds; round++) {
    if (gather(incoming, initiators, targets) === 0) {
      return { initiators: new Float64Array(nodeCount), targets: new Float64Array(nodeCount) };
    }
    gather(graph, targets, next);
    let change = 0;
    for (let v = 0; v < nodeCount; v++) change += Math.abs(next[v]! - initiators[v]!);
    [initiators, next] = [next, initiators];
    if (change < tolerance) break;
  }
  gather(incoming, initiators, targets);
  return { initiators, targets };
}

/** into(v) = Σ over the row of v of weight · from, scaled to sum 1; returns the sum before scaling. */
function gather(rows: Csr, from: Float64Array, into: Float64Array): number {
  const { nodeCount, offsets, targets, weights } = rows;
  let total = 0;
  for (let v = 0; v < nodeCount; v++) {
    let sum = 0;
    for (let arc = offsets[v]!, end = offsets[v + 1]!; arc < end; arc++) {
      sum += from[targets[arc]!]! * weights[arc]!;
    }
    into[v] = sum;
    total += sum;
  }
  if (total > 0) for (let v = 0; v < nodeCount; v++) into[v]! /= total;
  return total;
}
