import type { Csr } from "../csr.ts";

export interface EigenvectorOptions {
  /** Stops when the largest change in one round is below this. Default 1e-9. */
  readonly tolerance?: number;
  /** Default 1000. */
  readonly maxRounds?: number;
}

/**
 * Eigenvector centrality: tied to those who are themselves well tied. The leading eigenvector of the weighted
 * adjacency matrix, scaled to a largest value of 1; a graph without weight gives zeros.
 *
 *   λ x(v) = Σ_{u – v} w(u, v) · x(u)
 *
 * Source: Bonacich 1972. Power iteration on A + cI, which has the same eigenvectors and does not swing on bipartite
 * graphs; c is half the mean strength, so that the shift is felt without slowing the rounds. O(arcs) a round. Where a
 * graph falls into parts, the values live in the part with the largest eigenvalue, and fade towards 0 elsewhere.
 * @param graph  undirected (see `undirected`); rows of a directed graph give the right eigenvector
 */
export function eigenvectorCentrality(
  graph: Csr,
  { tolerance = 1e-9, maxRounds = 1000 }: EigenvectorOptions = {},
): Float64Array {
  const { nodeCount, offsets, targets, weights } = graph;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return new Float64Array(nodeCount);
  const shift = total / nodeCount / 2;
  let values = new Float64Array(nodeCount).fill(1);
  let next = new Float64Array(nodeCount);
  for (let round = 0; round < maxRounds; round++) {
    let largest = 0;
    for (let v = 0; v < nodeCount; v++) {
      let sum = shift * values[v]!;
      for (let arc = offsets[v]!, end = offsets[v + 1]!; arc < end; arc++) {
        sum += values[targets[arc]!]! * weights[arc]!;
      }
      next[v] = sum;
      if (sum > largest) largest = sum;
    }
    let change = 0;
    for (let v = 0; v < nodeCount; v++) {
      next[v]! /= largest;
      change = Math.max(change, Math.abs(next[v]! - values[v]!));
    }
    [values, next] = [next, values];
    if (change < tolerance) break;
  }
  return values;
}
