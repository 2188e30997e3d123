/** The rankings of a report: which question each answers, and how its values come from a network. */
import { type Csr, transpose, undirected } from "./csr.ts";
import { strengths } from "./measures/degree.ts";
import { pageRank } from "./measures/pagerank.ts";
import { betweennessShare, type NodeMeasures } from "./network-measures.ts";

/**
 * - `activity`: who is in most of what is counted, on either side (in and out strength)
 * - `initiating`: who does most (out strength); `targeted`: to whom most is done (in strength)
 * - `between`: through whom most shortest ways between others run (betweenness)
 * - `pageRank`: at whom those aim who are themselves aimed at
 */
export const RANKINGS = ["activity", "initiating", "targeted", "between", "pageRank"] as const;
export type Ranking = (typeof RANKINGS)[number];

/** How each ranking's values come from measures at hand, and from a network alone. */
const VALUES: Readonly<
  Record<Ranking, { of: (nodes: NodeMeasures) => Float64Array; compute: (graph: Csr) => Float64Array }>
> = {
  activity: {
    of: ({ outStrength, inStrength }) => sumOf(outStrength, inStrength),
    compute: (graph) => sumOf(strengths(graph), strengths(transpose(graph))),
  },
  initiating: { of: ({ outStrength }) => outStrength, compute: strengths },
  targeted: { of: ({ inStrength }) => inStrength, compute: (graph) => strengths(transpose(graph)) },
  between: { of: ({ betweenness }) => betweenness, compute: (graph) => betweennessShare(undirected(graph)) },
  pageRank: { of: (nodes) => nodes.pageRank, compute: (graph) => pageRank(graph) },
};

/** Values of a ranking from measures at hand. */
export const rankingOf = (ranking: Ranking, nodes: NodeMeasures): Float64Array => VALUES[ranking].of(nodes);

/** Values of one ranking alone, for when a network is changed many times. */
export const computeRanking = (ranking: Ranking, graph: Csr): Float64Array => VALUES[ranking].compute(graph);

const sumOf = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, v) => value + (b[v] ?? 0));

/**
 * Ranks from 1, largest value first; equal values share the best rank of their group (1, 2, 2, 4). Values that differ
 * by less than one part in 10⁹ of the largest count as equal, so that rounding decides no rank.
 */
export function ranksOf(values: ArrayLike<number>): Uint32Array {
  const order = Array.from({ length: values.length }, (_, v) => v);
  order.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  const tolerance = Math.abs(values[order[0] ?? 0] ?? 0) * 1e-9;
  const ranks = new Uint32Array(values.length);
  let leader = 0;
  order.forEach((v, place) => {
    const first = order[leader] ?? v;
    if ((values[first] ?? 0) - (values[v] ?? 0) > tolerance) leader = place;
    ranks[v] = leader + 1;
  });
  return ranks;
}
