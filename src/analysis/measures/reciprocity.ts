import { type Csr, hasArc } from "../csr.ts";

export interface Reciprocity {
  /** Arcs whose reverse exists, over all arcs; loops aside; 0 without arcs. */
  readonly share: number;
  /** Weight that is answered, Σ min(w(u,v), w(v,u)), over all weight; loops aside; 0 without weight. */
  readonly weightedShare: number;
  /** Unordered pairs joined both ways, and one way. */
  readonly mutualPairs: number;
  readonly oneWayPairs: number;
}

/**
 * How far what is done one way is also done the other way.
 * Sources: Newman, Forrest and Balthrop 2002; weighted: Squartini et al. 2013. O(arcs · log row).
 * @param graph  directed
 */
export function reciprocity(graph: Csr): Reciprocity {
  const { nodeCount, offsets, targets, weights } = graph;
  let arcs = 0;
  let mutualArcs = 0;
  let weight = 0;
  let answered = 0;
  for (let v = 0; v < nodeCount; v++) {
    for (let arc = offsets[v]!; arc < offsets[v + 1]!; arc++) {
      const target = targets[arc]!;
      if (target === v) continue;
      arcs++;
      weight += weights[arc]!;
      if (!hasArc(graph, target, v)) continue;
      mutualArcs++;
      answered += Math.min(weights[arc]!, arcWeight(graph, target, v));
    }
  }
  return {
    share: arcs === 0 ? 0 : mutualArcs / arcs,
    weightedShare: weight === 0 ? 0 : answered / weight,
    mutualPairs: mutualArcs / 2,
    oneWayPairs: arcs - mutualArcs,
  };
}

function arcWeight(graph: Csr, source: number, target: number): number {
  const row = graph.targets.subarray(graph.offsets[source], graph.offsets[source + 1]);
  return graph.weights[graph.offsets[source]! + row.indexOf(target)]!;
}
