/**
 * Betweenness estimated from random shortest paths, for networks too large to search from every node.
 *
 * Source: Riondato and Kornaropoulos 2016, "Fast approximation of betweenness centrality through sampling": both ends
 * are drawn, then one of the shortest paths between them, each equally likely; b(v) is the share of paths that v lies
 * within. Deviations: paths are found from both ends at once (path-sampler.ts); trees are folded away first and
 * what they contribute is exact, so that ends are drawn in proportion to the vertices folded into them; and the error
 * bound is not theirs, which is one for all nodes, but Chernoff's for each node.
 */
import type { Csr } from "../csr.ts";
import type { Random } from "../random.ts";
import { PathSampler } from "./path-sampler.ts";
import { foldTrees } from "./tree-folding.ts";

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
  /** Pairs of ends drawn, at least 1. */
  readonly samples: number;
  readonly random: Random;
  /** Default 0.95. */
  readonly confidence?: number;
}

/**
 * Betweenness of an undirected graph, estimated.
 *
 * Error: whether a drawn path runs through v is a coin with some unknown bias p. Chernoff's bound in its sharp form
 * (Hoeffding 1963, theorem 1) gives the interval of all p with samples · kl(estimate, p) ≤ log(2 · nodes / failure), the
 * failure probability being split evenly over nodes and sides. It is narrow for the many nodes on few paths.
 */
export function sampledBetweenness(
  graph: Csr,
  { samples, random, confidence = 0.95 }: SamplingOptions,
): SampledBetweenness {
  const { foldedPairs, core, coreVertices, coreWeights } = foldTrees(graph);
  const values = foldedPairs.map((pairs) => pairs / 2);
  const halfWidths = new Float64Array(graph.nodeCount);
  if (core.nodeCount === 0) return { values, halfWidths, samples, confidence };

  const { counts, pairs } = countPaths(core, coreWeights, samples, random);
  const limit = Math.log((2 * core.nodeCount) / (1 - confidence)) / samples;
  const halfWidthOf = new Map<number, number>();
  coreVertices.forEach((v, i) => {
    const count = counts[i]!;
    const halfWidth = halfWidthOf.get(count) ?? chernoffHalfWidth(count / samples, limit);
    halfWidthOf.set(count, halfWidth);
    values[v]! += (pairs * count) / samples;
    halfWidths[v] = pairs * halfWidth;
  });
  return { values, halfWidths, samples, confidence };
}

/** How many drawn paths run through each vertex, and how many pairs of ends there are to draw from. */
function countPaths(core: Csr, weights: Float64Array, samples: number, random: Random) {
  const cumulative = new Float64Array(weights.length);
  let total = 0;
  weights.forEach((weight, i) => {
    total += weight;
    cumulative[i] = total;
  });
  const counts = new Uint32Array(core.nodeCount);
  const sampler = new PathSampler(core, random);
  const count = (vertex: number) => {
    counts[vertex]!++;
  };
  for (let sample = 0; sample < samples; sample++) {
    sampler.forEachInner(drawIndex(cumulative, random), drawIndex(cumulative, random), count);
  }
  return { counts, pairs: total ** 2 / 2 };
}

/** A position, in proportion to the steps of its cumulative weights. */
function drawIndex(cumulative: Float64Array, random: Random): number {
  const point = random.next() * cumulative[cumulative.length - 1]!;
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cumulative[middle]! > point) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Farther end of the interval of all p with kl(estimate, p) ≤ limit. */
function chernoffHalfWidth(estimate: number, limit: number): number {
  const above = farthest(1 - estimate, (distance) => divergence(estimate, estimate + distance) <= limit);
  const below = farthest(estimate, (distance) => divergence(estimate, estimate - distance) <= limit);
  return Math.max(above, below);
}

/** The largest distance up to `most` that holds, by bisection; rounded up. */
function farthest(most: number, holds: (distance: number) => boolean): number {
  let inside = 0;
  let outside = most;
  for (let step = 0; step < 50; step++) {
    const middle = (inside + outside) / 2;
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
  return outside;
}

/** Kullback-Leibler divergence of two coins, in nats. */
function divergence(p: number, q: number): number {
  return surprise(p, q) + surprise(1 - p, 1 - q);
}

const surprise = (p: number, q: number): number => (p === 0 ? 0 : p * Math.log(p / q));
