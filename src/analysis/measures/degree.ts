import type { Csr } from "../csr.ts";

/** Number of neighbours along arcs; a loop counts once. O(nodes). For those that point here, give the transpose. */
export function degrees(graph: Csr): Uint32Array {
  return Uint32Array.from({ length: graph.nodeCount }, (_, v) => graph.offsets[v + 1]! - graph.offsets[v]!);
}

/** Sum of the weights of the arcs of each node, in the unit of the weights (events or sources). O(arcs). */
export function strengths(graph: Csr): Float64Array {
  const sums = new Float64Array(graph.nodeCount);
  for (let v = 0; v < graph.nodeCount; v++) {
    for (let arc = graph.offsets[v]!; arc < graph.offsets[v + 1]!; arc++) sums[v]! += graph.weights[arc]!;
  }
  return sums;
}
