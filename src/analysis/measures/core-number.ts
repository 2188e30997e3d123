import type { Csr } from "../csr.ts";

/**
 * Core numbers: the largest k such that the node belongs to a group whose members each have k neighbours within it.
 * Weights are ignored. Source: Batagelj and Zaveršnik 2003, bucket queue, O(nodes + arcs).
 * @param graph  undirected and simple (see `undirected`)
 */
export function coreNumbers(graph: Csr): Uint32Array {
  const { nodeCount, offsets, targets } = graph;
  const degrees = new Uint32Array(nodeCount);
  let highest = 0;
  for (let v = 0; v < nodeCount; v++) {
    degrees[v] = offsets[v + 1]! - offsets[v]!;
    if (degrees[v]! > highest) highest = degrees[v]!;
  }
  /** Position in `byDegree` of the first vertex of each degree. */
  const bucket = new Uint32Array(highest + 2);
  for (let v = 0; v < nodeCount; v++) bucket[degrees[v]! + 1]!++;
  for (let degree = 0; degree <= highest; degree++) bucket[degree + 1]! += bucket[degree]!;
  const byDegree = new Uint32Array(nodeCount);
  const position = new Uint32Array(nodeCount);
  const next = bucket.slice();
  for (let v = 0; v < nodeCount; v++) {
    position[v] = next[degrees[v]!]!++;
    byDegree[position[v]!] = v;
  }
  for (let i = 0; i < nodeCount; i++) {
    const v = byDegree[i]!;
    for (let arc = offsets[v]!; arc < offsets[v + 1]!; arc++) {
      const neighbour = targets[arc]!;
      const degree = degrees[neighbour]!;
      if (degree <= degrees[v]!) continue;
      // The neighbour changes places with the first of its bucket, whose start then moves past it.
      const first = bucket[degree]!;
      const other = byDegree[first]!;
      byDegree[position[neighbour]!] = other;
      position[other] = position[neighbour]!;
      byDegree[first] = neighbour;
      position[neighbour] = first;
      bucket[degree]!++;
      degrees[neighbour]!--;
    }
  }
  return degrees;
}
