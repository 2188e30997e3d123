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
import type { Random } from "../random.ts";
import { foldTrees } from "./tree-folding.ts";

export interface BetweennessOptions {
  /** Whether arcs are one-way; else the graph must be undirected. Default false. */
  readonly directed?: boolean;
}

/** Exact betweenness of every node, in pairs. */
export function betweenness(graph: Csr, { directed = false }: BetweennessOptions = {}): Float64Array {
  if (directed)
    return accumulateDependencies(graph, ones(graph.nodeCount), allOf(graph), ones(graph.nodeCount)).sums;
  const { foldedPairs, core, coreVertices, coreWeights } = foldTrees(graph);
  const { sums } = accumulateDependencies(core, coreWeights, allOf(core), coreWeights);
  coreVertices.forEach((v, i) => {
    foldedPairs[v]! += sums[i]!;
  });
  return foldedPairs.map((pairs) => pairs / 2);
}

export interface SampledBetweenness {
  /** Unbiased estimates of `betweenness`, in pairs. */
  readonly values: Float64Array;
  /**
   * Half-widths, in pairs: with probability at least `confidence`, every true value lies within its own half-width of
   * its estimate, all at once.
   */
  readonly halfWidths: Float64Array;
  readonly samples: number;
  readonly confidence: number;
}

export interface SamplingOptions {
  /** Sources drawn, at least 2. */
  readonly samples: number;
  readonly random: Random;
  /** Default 0.95. */
  readonly confidence?: number;
}

/**
 * Betweenness of an undirected graph estimated from random sources (Brandes and Pich 2007), drawn with replacement,
 * each standing for the tree folded into it. What trees contribute is exact; only the core is estimated.
 *
 * Error: the empirical Bernstein bound of Maurer and Pontil 2009 (theorem 4) for each node, with the failure
 * probability split evenly over nodes and sides. A source's dependency on a node lies in [0, nodes − 2].
 */
export function sampledBetweenness(
  graph: Csr,
  { samples, random, confidence = 0.95 }: SamplingOptions,
): SampledBetweenness {
  const { foldedPairs, core, coreVertices, coreWeights } = foldTrees(graph);
  const values = foldedPairs.map((pairs) => pairs / 2);
  const halfWidths = new Float64Array(graph.nodeCount);
  if (core.nodeCount === 0) return { values, halfWidths, samples, confidence };

  const { sources, multiplicities, total } = drawByWeight(coreWeights, samples, random);
  const { sums, squares } = accumulateDependencies(core, coreWeights, sources, multiplicities);
  const range = graph.nodeCount - 2;
  const logTerm = Math.log((4 * core.nodeCount) / (1 - confidence));
  coreVertices.forEach((v, i) => {
    const mean = sums[i]! / samples;
    const variance = Math.max(0, (squares[i]! - samples * mean * mean) / (samples - 1));
    const bound = Math.sqrt((2 * variance * logTerm) / samples) + (7 * range * logTerm) / (3 * (samples - 1));
    values[v]! += (total * mean) / 2;
    halfWidths[v] = (total * bound) / 2;
  });
  return { values, halfWidths, samples, confidence };
}

/** Draws with replacement in proportion to whole-number weights; repeated draws become a multiplicity. */
function drawByWeight(weights: Float64Array, draws: number, random: Random) {
  const cumulative = new Float64Array(weights.length);
  let total = 0;
  weights.forEach((weight, i) => {
    total += weight;
    cumulative[i] = total;
  });
  const times = new Map<number, number>();
  for (let draw = 0; draw < draws; draw++) {
    const point = random.next() * total;
    let low = 0;
    let high = weights.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (cumulative[middle]! > point) high = middle;
      else low = middle + 1;
    }
    times.set(low, (times.get(low) ?? 0) + 1);
  }
  const sources = Uint32Array.from(times.keys()).sort();
  return { sources, multiplicities: Float64Array.from(sources, (source) => times.get(source)!), total };
}

const ones = (length: number): Float64Array => new Float64Array(length).fill(1);
const allOf = (graph: Csr): Uint32Array => Uint32Array.from({ length: graph.nodeCount }, (_, v) => v);
