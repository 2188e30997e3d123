/** Agreement with NetworkX and igraph on small graphs; how the expected values came about: expected.json, `madeWith`. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import {
  betweenness,
  communities,
  coreNumbers,
  type Csr,
  csrFromArcs,
  eigenvectorCentrality,
  harmonicCloseness,
  hits,
  modularity,
  pageRank,
  Random,
  reciprocity,
  sampledBetweenness,
  sampledHarmonicCloseness,
  strongComponents,
  TRIAD_TYPES,
  triadCensus,
  undirected,
  weakComponents,
} from "../../src/analysis/index.ts";

interface Expected {
  readonly nodes: number;
  readonly arcs: readonly (readonly [number, number, number])[];
  readonly betweenness: readonly number[];
  readonly directedBetweenness: readonly number[];
  readonly harmonic: readonly number[];
  readonly directedHarmonic: readonly number[];
  readonly pageRank: readonly number[];
  readonly eigenvector: readonly number[];
  readonly initiator: readonly number[];
  readonly target: readonly number[];
  readonly core: readonly number[];
  readonly weakComponents: number;
  readonly strongComponents: number;
  readonly reciprocity: number;
  readonly triads: readonly number[];
  readonly leidenModularity: number;
}

const { graphs } = JSON.parse(readFileSync(new URL("expected.json", import.meta.url), "utf8")) as {
  graphs: Record<string, Expected>;
};

function graphOf({ nodes, arcs }: Pick<Expected, "nodes" | "arcs">): Csr {
  return csrFromArcs(
    nodes,
    Uint32Array.from(arcs, ([source]) => source),
    Uint32Array.from(arcs, ([, target]) => target),
    Float64Array.from(arcs, ([, , weight]) => weight),
  );
}

/** Largest difference over the largest expected value. */
function difference(actual: ArrayLike<number>, expected: readonly number[]): number {
  const largest = Math.max(1e-300, ...expected.map(Math.abs));
  return Math.max(...expected.map((value, v) => Math.abs(value - (actual[v] ?? Number.NaN)))) / largest;
}

describe.each(Object.entries(graphs))("%s, against NetworkX and igraph", (_name, expected) => {
  const graph = graphOf(expected);
  const both = undirected(graph);

  test("betweenness", () => {
    expect(difference(betweenness(both), expected.betweenness)).toBeLessThan(1e-9);
    expect(difference(betweenness(graph, { directed: true }), expected.directedBetweenness)).toBeLessThan(
      1e-9,
    );
  });

  test("harmonic closeness", () => {
    const scale = expected.nodes - 1;
    expect(
      difference(
        harmonicCloseness(both).map((value) => value * scale),
        expected.harmonic,
      ),
    ).toBeLessThan(1e-9);
    expect(
      difference(
        harmonicCloseness(graph).map((value) => value * scale),
        expected.directedHarmonic,
      ),
    ).toBeLessThan(1e-9);
  });

  test("PageRank", () => {
    expect(difference(pageRank(graph), expected.pageRank)).toBeLessThan(1e-7);
  });

  test("eigenvector centrality", () => {
    expect(difference(eigenvectorCentrality(both), expected.eigenvector)).toBeLessThan(1e-5);
  });

  test("core numbers, components, reciprocity and triads are the same", () => {
    expect([...coreNumbers(both)]).toEqual(expected.core);
    expect(weakComponents(graph).sizes).toHaveLength(expected.weakComponents);
    expect(strongComponents(graph).sizes).toHaveLength(expected.strongComponents);
    expect(reciprocity(graph).share).toBeCloseTo(expected.reciprocity, 12);
    const census = triadCensus(graph);
    expect(TRIAD_TYPES.map((type) => census[type])).toEqual(expected.triads);
  });

  test("communities are as good as those of igraph's Leiden", () => {
    const found = communities(both, { random: new Random(1) });
    expect(found.modularity).toBeCloseTo(modularity(both, found.community), 12);
    expect(found.modularity).toBeGreaterThan(expected.leidenModularity - 0.01);
  });
});

// Trees and grids have no leading pair of hub and authority vectors that is one of a kind.
describe.each(["karate", "sparse", "dense"])("%s, against NetworkX", (name) => {
  const expected = graphs[name];
  if (!expected) throw new Error(`no graph ${name} in expected.json`);

  test("hubs and authorities", () => {
    const { initiators, targets } = hits(graphOf(expected), { tolerance: 1e-14 });
    expect(difference(initiators, expected.initiator)).toBeLessThan(1e-5);
    expect(difference(targets, expected.target)).toBeLessThan(1e-5);
  });
});

describe("sampling", () => {
  const expected = graphs["dense"];
  if (!expected) throw new Error("no dense graph in expected.json");
  const both = undirected(graphOf(expected));

  test.each(Object.entries(graphs))(
    "estimates of betweenness stay within their own half-widths: %s",
    (_, graph) => {
      const whole = undirected(graphOf(graph));
      const { values, halfWidths } = sampledBetweenness(whole, { samples: 4000, random: new Random(5) });
      const outside = graph.betweenness.filter(
        (value, v) => Math.abs(value - (values[v] ?? 0)) > (halfWidths[v] ?? 0) + 1e-9,
      );
      expect(outside).toEqual([]);
    },
  );

  test("estimates of betweenness come near the exact values", () => {
    const { values } = sampledBetweenness(both, { samples: 100_000, random: new Random(5) });
    expect(difference(values, expected.betweenness)).toBeLessThan(0.05);
  });

  test("more samples give a smaller error bound", () => {
    const [few, many] = [400, 4000].map((samples) =>
      Math.max(...sampledBetweenness(both, { samples, random: new Random(5) }).halfWidths),
    );
    expect(many).toBeLessThan((few ?? 0) / 2);
  });

  test("harmonic closeness from all sources is exact, and from some within its bound", () => {
    const all = sampledHarmonicCloseness(both, { samples: 1000, random: new Random(1) });
    expect(all.halfWidth).toBe(0);
    expect(difference(all.values, [...harmonicCloseness(both)])).toBeLessThan(1e-12);
    const some = sampledHarmonicCloseness(both, { samples: 20, random: new Random(1) });
    const errors = [...harmonicCloseness(both)].map((value, v) => Math.abs(value - (some.values[v] ?? 0)));
    expect(Math.max(...errors)).toBeLessThanOrEqual(some.halfWidth);
  });

  test("the same seed gives the same sample", () => {
    const once = sampledBetweenness(both, { samples: 50, random: new Random(9) });
    const again = sampledBetweenness(both, { samples: 50, random: new Random(9) });
    expect(once).toEqual(again);
  });
});
