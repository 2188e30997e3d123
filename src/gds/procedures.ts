/**
 * Which measures Graph Data Science computes as Riposte does, how it is asked for them, and how its units become ours.
 *
 * Two measures are not asked for. Its eigenvector centrality divides each weight by its node's strength and overflows
 * on sparse networks before it has converged (seen with 2.13). Groups have no one right answer.
 */
import type { NodeMeasures } from "../analysis/index.ts";

/**
 * Form of the network in the catalog:
 * - `arcs`: directed, with weights
 * - `pairs`: each pair joined once, without direction
 * - `copies`: directed, an arc of weight k stands k times, for procedures that take no weights
 */
export type NetworkForm = "arcs" | "pairs" | "copies";

export type AskedMeasure = Exclude<keyof NodeMeasures, "eigenvector" | "community">;

export interface Procedure {
  readonly name: string;
  readonly form: NetworkForm;
  readonly settings: Readonly<Record<string, string | number>>;
  /** What the procedure yields beside `nodeId`. */
  readonly yields: string;
  /** Expression over `yields` of each measure. */
  readonly measures: Readonly<Partial<Record<AskedMeasure, string>>>;
}

const WEIGHTED = { relationshipWeightProperty: "weight" };

export const PROCEDURES: readonly Procedure[] = [
  degree({ outDegree: "score" }, { orientation: "NATURAL" }),
  degree({ inDegree: "score" }, { orientation: "REVERSE" }),
  degree({ outStrength: "score" }, { orientation: "NATURAL", ...WEIGHTED }),
  degree({ inStrength: "score" }, { orientation: "REVERSE", ...WEIGHTED }),
  {
    name: "gds.betweenness.stream",
    form: "pairs",
    settings: {},
    yields: "score",
    measures: { betweenness: "score" },
  },
  {
    name: "gds.closeness.harmonic.stream",
    form: "pairs",
    settings: {},
    yields: "score",
    measures: { harmonic: "score" },
  },
  {
    name: "gds.pageRank.stream",
    form: "arcs",
    settings: { dampingFactor: 0.85, tolerance: 1e-12, maxIterations: 200, ...WEIGHTED },
    yields: "score",
    measures: { pageRank: "score" },
  },
  {
    // There is no test of convergence: as many rounds as ours takes at most.
    name: "gds.hits.stream",
    form: "copies",
    settings: { hitsIterations: 1000 },
    yields: "values",
    measures: { initiator: "values.hub", target: "values.auth" },
  },
  {
    name: "gds.kcore.stream",
    form: "pairs",
    settings: {},
    yields: "coreValue",
    measures: { core: "coreValue" },
  },
  {
    name: "gds.wcc.stream",
    form: "arcs",
    settings: {},
    yields: "componentId",
    measures: { component: "componentId" },
  },
];

function degree(measures: Procedure["measures"], settings: Procedure["settings"]): Procedure {
  return { name: "gds.degree.stream", form: "arcs", settings, yields: "score", measures };
}

/** Reads one procedure's answer: a row for each node, with its number and its measures. Parameters: network, settings. */
export function streamStatement({ name, yields, measures }: Procedure): string {
  const columns = Object.entries(measures).map(([measure, expression]) => `${expression} AS ${measure}`);
  return `CALL ${name}($network, $settings) YIELD nodeId, ${yields} RETURN nodeId, ${columns.join(", ")}`;
}

const toShares = (values: Float64Array): Float64Array => {
  const total = values.reduce((sum, value) => sum + value, 0);
  return total === 0 ? values : values.map((value) => value / total);
};
const toCounts = (values: Float64Array): Uint32Array => Uint32Array.from(values);

/** From the units of Graph Data Science to those of `NodeMeasures`. */
export const CONVERSIONS: {
  readonly [M in AskedMeasure]: (values: Float64Array) => NodeMeasures[M];
} = {
  outDegree: toCounts,
  inDegree: toCounts,
  outStrength: (values) => values,
  inStrength: (values) => values,
  // Pairs of other nodes, which there are none of below three nodes.
  betweenness: (values) => {
    const n = values.length;
    const pairs = Math.max(1, ((n - 1) * (n - 2)) / 2);
    return values.map((value) => value / pairs);
  },
  harmonic: (values) => values,
  // Nodes without arcs give nothing back there; spread over all, it only scales the whole, so that shares are equal.
  pageRank: toShares,
  initiator: toShares,
  target: toShares,
  core: toCounts,
  component: numberedByLowestNode,
};

function numberedByLowestNode(values: Float64Array): Uint32Array {
  const numbers = new Map<number, number>();
  return Uint32Array.from(values, (value) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  });
}
