import type { Csr } from "../csr.ts";
import { sumInverseDistances } from "../kernels/kernel.ts";
import type { Random } from "../random.ts";

/**
 * Harmonic closeness: how near the others are on average, 0 for those that cannot be reached.
 *
 *   h(v) = Σ_{s ≠ v} 1 / d(s, v) / (nodes − 1)        d in arcs, along their direction towards v
 *
 * Values lie in [0, 1]; a graph of one node gives 0. Closeness itself (the inverse of the mean distance) is left out
 * because programs disagree on it as soon as a graph falls into parts.
 *
 * Source: Marchiori and Latora 2000; Boldi and Vigna 2014. Searches of 512 sources at once: assembly/harmonic.ts.
 * Time O(nodes · arcs / 512 · diameter) at worst.
 */
export function harmonicCloseness(graph: Csr): Float64Array {
  const { nodeCount } = graph;
  if (nodeCount < 2) return new Float64Array(nodeCount);
  const sources = Uint32Array.from({ length: nodeCount }, (_, v) => v);
  return sumInverseDistances(graph, sources).map((sum) => sum / (nodeCount - 1));
}

export interface SampledHarmonic {
  readonly values: Float64Array;
  /** With probability at least `confidence`, every true value lies within this of its estimate, all at once. */
  readonly halfWidth: number;
  readonly samples: number;
  readonly confidence: number;
}

/**
 * Harmonic closeness estimated from distinct random sources (Eppstein and Wang 2004). The bound is Hoeffding's, which
 * also holds for draws without replacement (Hoeffding 1963, section 6), split over the nodes.
 */
export function sampledHarmonicCloseness(
  graph: Csr,
  options: { readonly samples: number; readonly random: Random; readonly confidence?: number },
): SampledHarmonic {
  const { nodeCount } = graph;
  const confidence = options.confidence ?? 0.95;
  const samples = Math.min(options.samples, nodeCount);
  if (nodeCount < 2) return { values: new Float64Array(nodeCount), halfWidth: 0, samples, confidence };
  const sources = options.random.permutation(nodeCount).subarray(0, samples).slice().sort();
  const scale = nodeCount / (samples * (nodeCount - 1));
  const values = sumInverseDistances(graph, sources).map((sum) => sum * scale);
  const hoeffding = Math.sqrt(Math.log((2 * nodeCount) / (1 - confidence)) / (2 * samples));
  const halfWidth = samples === nodeCount ? 0 : (hoeffding * nodeCount) / (nodeCount - 1);
  return { values, halfWidth, samples, confidence };
}
