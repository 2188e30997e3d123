/** Every measure of one network at once, each on the form of the graph that it is defined on. */
import { type Csr, transpose, undirected } from "./csr.ts";
import { betweenness, sampledBetweenness } from "./measures/betweenness.ts";
import { type Communities, communities } from "./measures/communities.ts";
import { strongComponents, weakComponents } from "./measures/components.ts";
import { coreNumbers } from "./measures/core-number.ts";
import { degrees, strengths } from "./measures/degree.ts";
import { eigenvectorCentrality } from "./measures/eigenvector.ts";
import { harmonicCloseness, sampledHarmonicCloseness } from "./measures/harmonic.ts";
import { hits } from "./measures/hits.ts";
import { pageRank } from "./measures/pagerank.ts";
import { type Reciprocity, reciprocity } from "./measures/reciprocity.ts";
import { type TriadCensus, triadCensus } from "./measures/triad-census.ts";
import { Random } from "./random.ts";

/** One value for each node. */
export interface NodeMeasures {
  readonly outDegree: Uint32Array;
  readonly inDegree: Uint32Array;
  readonly outStrength: Float64Array;
  readonly inStrength: Float64Array;
  /** Share of the pairs of other nodes, in [0, 1]. Undirected. */
  readonly betweenness: Float64Array;
  /** In [0, 1]. Undirected. */
  readonly harmonic: Float64Array;
  /** Sums to 1. Directed, weighted. */
  readonly pageRank: Float64Array;
  /** Largest value 1. Undirected, weighted. */
  readonly eigenvector: Float64Array;
  /** HITS hubs; sums to 1. Directed, weighted. */
  readonly initiator: Float64Array;
  /** HITS authorities; sums to 1. Directed, weighted. */
  readonly target: Float64Array;
  /** Undirected. */
  readonly core: Uint32Array;
  /** Number of the weak component. */
  readonly component: Uint32Array;
  /** Number of the community. Undirected, weighted. */
  readonly community: Uint32Array;
}

export type NodeMeasure = keyof NodeMeasures;

/** How a sampled measure can be wrong, in the unit of its values: all of them at once, with this confidence. */
export interface SamplingNote {
  readonly samples: number;
  readonly confidence: number;
  /** The widest half-width over all nodes. */
  readonly halfWidth: number;
}

export interface NetworkMeasures {
  readonly nodes: NodeMeasures;
  readonly arcs: number;
  readonly pairs: number;
  /** Arcs over the arcs that there could be; 0 below two nodes. */
  readonly density: number;
  readonly weakComponents: number;
  readonly largestComponent: number;
  readonly strongComponents: number;
  readonly communities: Omit<Communities, "community">;
  readonly reciprocity: Reciprocity;
  readonly triads: TriadCensus;
  /** Present where the measure was sampled instead of computed exactly. */
  readonly sampled: { readonly betweenness?: SamplingNote; readonly harmonic?: SamplingNote };
}

export interface MeasureOptions {
  /** Seed of communities and samples. Default 1. */
  readonly seed?: number;
  /**
   * Nodes times undirected edges up to which shortest paths are searched from every node; beyond, they are sampled.
   * Default 4·10⁹: some ten seconds.
   */
  readonly exactLimit?: number;
  /** Sources drawn where paths are sampled. Default 512. */
  readonly samples?: number;
}

/** @param graph  directed, as `project` gives it */
export function measureNetwork(graph: Csr, options: MeasureOptions = {}): NetworkMeasures {
  const { seed = 1 } = options;
  const n = graph.nodeCount;
  const both = undirected(graph);
  const incoming = transpose(graph);
  const paths = measurePaths(both, options);
  const weak = weakComponents(graph);
  const { community, count, modularity } = communities(both, { random: new Random(seed) });
  const { initiators, targets } = hits(graph, { incoming });
  return {
    nodes: {
      outDegree: degrees(graph),
      inDegree: degrees(incoming),
      outStrength: strengths(graph),
      inStrength: strengths(incoming),
      ...paths.values,
      pageRank: pageRank(graph, { incoming }),
      eigenvector: eigenvectorCentrality(both),
      initiator: initiators,
      target: targets,
      core: coreNumbers(both),
      component: weak.component,
      community,
    },
    arcs: graph.targets.length,
    pairs: both.targets.length / 2,
    density: n < 2 ? 0 : graph.targets.length / (n * (n - 1)),
    weakComponents: weak.sizes.length,
    largestComponent: weak.sizes.reduce((largest, size) => Math.max(largest, size), 0),
    strongComponents: strongComponents(graph).sizes.length,
    communities: { count, modularity },
    reciprocity: reciprocity(graph),
    triads: triadCensus(graph, both),
    sampled: paths.sampled,
  };
}

/** Betweenness as a share of the pairs of other nodes: 0 where there is no such pair. */
export function betweennessShare(both: Csr): Float64Array {
  const pairs = pairsOfOthers(both.nodeCount);
  return betweenness(both).map((value) => value / pairs);
}

/** Unordered pairs of other nodes; 1 where there is none, so that dividing by it gives 0. */
const pairsOfOthers = (n: number): number => Math.max(1, ((n - 1) * (n - 2)) / 2);

function measurePaths(both: Csr, options: MeasureOptions) {
  const { seed = 1, exactLimit = 4e9, samples = 512 } = options;
  if ((both.nodeCount * both.targets.length) / 2 <= exactLimit) {
    return {
      values: { betweenness: betweennessShare(both), harmonic: harmonicCloseness(both) },
      sampled: {},
    };
  }
  const between = sampledBetweenness(both, { samples, random: new Random(seed) });
  const near = sampledHarmonicCloseness(both, { samples: samples * 4, random: new Random(seed) });
  const pairs = pairsOfOthers(both.nodeCount);
  const { confidence } = between;
  return {
    values: { betweenness: between.values.map((value) => value / pairs), harmonic: near.values },
    sampled: {
      betweenness: {
        samples,
        confidence,
        halfWidth: between.halfWidths.reduce((widest, width) => Math.max(widest, width), 0) / pairs,
      },
      harmonic: { samples: near.samples, confidence, halfWidth: near.halfWidth },
    },
  };
}
