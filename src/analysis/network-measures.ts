/** Every measure of one network at once, each on the form of the graph that it is defined on. */
import { type Csr, transpose, undirected } from "./csr.ts";
import { betweenness } from "./measures/betweenness.ts";
import { type Communities, communities } from "./measures/communities.ts";
import { strongComponents, weakComponents } from "./measures/components.ts";
import { coreNumbers } from "./measures/core-number.ts";
import { degrees, strengths } from "./measures/degree.ts";
import { eigenvectorCentrality } from "./measures/eigenvector.ts";
import { harmonicCloseness, sampledHarmonicCloseness } from "./measures/harmonic.ts";
import { hits } from "./measures/hits.ts";
import { pageRank } from "./measures/pagerank.ts";
import { type Reciprocity, reciprocity } from "./measures/reciprocity.ts";
import { sampledBetweenness } from "./measures/sampled-betweenness.ts";
import { type TriadCensus, triadCensus } from "./measures/triad-census.ts";
import { Random } from "./random.ts";
import { invariant } from "../shared/index.ts";

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

/**
 * Measures that another program computed already, each in the unit of `NodeMeasures`. Groups are not among them: they
 * have no one right answer.
 */
export interface GivenMeasures {
  /** Name and version of the program. */
  readonly by: string;
  readonly nodes: Partial<Omit<NodeMeasures, "community">>;
}

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
  /** Present where another program computed some of the measures. */
  readonly given?: { readonly by: string; readonly measures: readonly NodeMeasure[] };
}

export interface MeasureOptions {
  /** Seed of communities and samples. Default 1. */
  readonly seed?: number;
  /**
   * Nodes times undirected edges up to which shortest paths are searched from every node; beyond, they are sampled.
   * Default 4·10⁹: some ten seconds.
   */
  readonly exactLimit?: number;
  /** Sources that closeness is estimated from, where paths are sampled. Default 8192. */
  readonly sourceSamples?: number;
  /** Paths that betweenness is estimated from, where paths are sampled. Default 100 000. */
  readonly pathSamples?: number;
  /** Taken instead of computing them. */
  readonly given?: GivenMeasures;
}

const EXACT_LIMIT = 4e9;

/** Whether shortest paths are searched from every node of an undirected graph. */
export function searchesEveryNode(both: Csr, { exactLimit = EXACT_LIMIT }: MeasureOptions = {}): boolean {
  return (both.nodeCount * both.targets.length) / 2 <= exactLimit;
}

/**
 * @param graph  directed, as `project` gives it
 * @throws {RiposteError} `internal/broken-invariant` where a given measure has not one value for each node
 */
export function measureNetwork(graph: Csr, options: MeasureOptions = {}): NetworkMeasures {
  const { seed = 1, given } = options;
  const known = given?.nodes ?? {};
  const n = graph.nodeCount;
  for (const values of Object.values(known)) {
    invariant(values.length === n, `a measure of ${given?.by} has ${values.length} values for ${n} nodes`);
  }
  const both = undirected(graph);
  const incoming = transpose(graph);
  const paths = measurePaths(both, options);
  const component = known.component ?? weakComponents(graph).component;
  const sizes = sizesOf(component);
  const { community, count, modularity } = communities(both, { random: new Random(seed) });
  return {
    nodes: {
      outDegree: known.outDegree ?? degrees(graph),
      inDegree: known.inDegree ?? degrees(incoming),
      outStrength: known.outStrength ?? strengths(graph),
      inStrength: known.inStrength ?? strengths(incoming),
      ...paths.values,
      pageRank: known.pageRank ?? pageRank(graph, { incoming }),
      eigenvector: known.eigenvector ?? eigenvectorCentrality(both),
      ...initiatorsAndTargets(graph, incoming, known),
      core: known.core ?? coreNumbers(both),
      component,
      community,
    },
    arcs: graph.targets.length,
    pairs: both.targets.length / 2,
    density: n < 2 ? 0 : graph.targets.length / (n * (n - 1)),
    weakComponents: sizes.length,
    largestComponent: sizes.reduce((largest, size) => Math.max(largest, size), 0),
    strongComponents: strongComponents(graph).sizes.length,
    communities: { count, modularity },
    reciprocity: reciprocity(graph),
    triads: triadCensus(graph, both),
    sampled: paths.sampled,
    ...(given && { given: { by: given.by, measures: Object.keys(known) as NodeMeasure[] } }),
  };
}

/** Nodes of each group, from the number of the group of each node. */
function sizesOf(groups: Uint32Array): number[] {
  const sizes: number[] = [];
  for (const group of groups) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}

function initiatorsAndTargets(
  graph: Csr,
  incoming: Csr,
  { initiator, target }: GivenMeasures["nodes"],
): Pick<NodeMeasures, "initiator" | "target"> {
  if (initiator && target) return { initiator, target };
  const { initiators, targets } = hits(graph, { incoming });
  return { initiator: initiators, target: targets };
}

/** Betweenness as a share of the pairs of other nodes: 0 where there is no such pair. */
export function betweennessShare(both: Csr): Float64Array {
  const pairs = pairsOfOthers(both.nodeCount);
  return betweenness(both).map((value) => value / pairs);
}

/** Unordered pairs of other nodes; 1 where there is none, so that dividing by it gives 0. */
const pairsOfOthers = (n: number): number => Math.max(1, ((n - 1) * (n - 2)) / 2);

function measurePaths(both: Csr, options: MeasureOptions) {
  const { seed = 1, sourceSamples = 8192, pathSamples = 100_000, given } = options;
  if (searchesEveryNode(both, options)) {
    return {
      values: {
        betweenness: given?.nodes.betweenness ?? betweennessShare(both),
        harmonic: given?.nodes.harmonic ?? harmonicCloseness(both),
      },
      sampled: {},
    };
  }
  const between = sampledBetweenness(both, { samples: pathSamples, random: new Random(seed) });
  const near = sampledHarmonicCloseness(both, { samples: sourceSamples, random: new Random(seed) });
  const pairs = pairsOfOthers(both.nodeCount);
  const { confidence } = between;
  return {
    values: { betweenness: between.values.map((value) => value / pairs), harmonic: near.values },
    sampled: {
      betweenness: {
        samples: pathSamples,
        confidence,
        halfWidth: between.halfWidths.reduce((widest, width) => Math.max(widest, width), 0) / pairs,
      },
      harmonic: { samples: near.samples, confidence, halfWidth: near.halfWidth },
    },
  };
}
