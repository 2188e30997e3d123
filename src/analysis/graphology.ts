/** Measures on any graphology graph: a thin adapter to the typed arrays that the measures read. */
import type { AbstractGraph, Attributes } from "graphology-types";
import { type Csr, csrFromArcs } from "./csr.ts";

export interface AdaptedGraph {
  readonly graph: Csr;
  /** Key of each node number, in the order of the graphology graph. */
  readonly keys: readonly string[];
}

/**
 * Rows of a graphology graph. An undirected edge gives both arcs; parallel edges become one with their summed weight.
 * @param weightOf  default 1 for each edge (graphology's own metrics take the attribute `weight` unless told not to)
 * @throws {RiposteError} `analysis/bad-graph` for a weight that is negative or not finite
 */
export function fromGraphology<N extends Attributes, E extends Attributes>(
  graph: AbstractGraph<N, E>,
  weightOf: (attributes: E) => number = () => 1,
): AdaptedGraph {
  const keys = graph.nodes();
  const numberOf = new Map(keys.map((key, number) => [key, number]));
  const sources: number[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  graph.forEachEdge((_edge, attributes, source, target, _source, _target, isUndirected) => {
    const ends = [numberOf.get(source) ?? 0, numberOf.get(target) ?? 0] as const;
    for (const [from, to] of isUndirected && source !== target
      ? [ends, [ends[1], ends[0]] as const]
      : [ends]) {
      sources.push(from);
      targets.push(to);
      weights.push(weightOf(attributes));
    }
  });
  return {
    graph: csrFromArcs(
      keys.length,
      Uint32Array.from(sources),
      Uint32Array.from(targets),
      Float64Array.from(weights),
    ),
    keys,
  };
}

/** Values by node number as a map by key. */
export function byKey(keys: readonly string[], values: ArrayLike<number>): Map<string, number> {
  return new Map(keys.map((key, number) => [key, values[number] ?? 0]));
}
