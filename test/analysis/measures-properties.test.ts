/** What holds of every measure on every graph: relabelling changes nothing, and odd graphs give numbers. */
import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import {
  betweenness,
  coreNumbers,
  type Csr,
  csrFromArcs,
  harmonicCloseness,
  measureNetwork,
  type NodeMeasures,
  transpose,
  TRIAD_TYPES,
  undirected,
} from "../../src/analysis/index.ts";

interface Arcs {
  readonly nodes: number;
  readonly arcs: readonly (readonly [number, number, number])[];
}

/** Loops, parallel arcs, weights of zero and nodes without arcs included. */
const anyArcs: fc.Arbitrary<Arcs> = fc.integer({ min: 0, max: 24 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    arcs:
      nodes === 0
        ? fc.constant([])
        : fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.nat(4)), { maxLength: 80 }),
  }),
);

function graphOf({ nodes, arcs }: Arcs, place: (node: number) => number = (node) => node): Csr {
  return csrFromArcs(
    nodes,
    Uint32Array.from(arcs, ([source]) => place(source)),
    Uint32Array.from(arcs, ([, target]) => place(target)),
    Float64Array.from(arcs, ([, , weight]) => weight),
  );
}

/** Brandes' definition, straight: shortest paths counted by breadth-first search from every node. */
function slowBetweenness(graph: Csr): number[] {
  const n = graph.nodeCount;
  const row = (v: number) => [...graph.targets.subarray(graph.offsets[v], graph.offsets[v + 1])];
  const search = (source: number) => {
    const distance = new Map([[source, 0]]);
    const paths = new Map([[source, 1]]);
    for (const queue = [source]; queue.length > 0; ) {
      const v = queue.shift() ?? 0;
      for (const w of row(v)) {
        if (!distance.has(w)) {
          distance.set(w, (distance.get(v) ?? 0) + 1);
          queue.push(w);
        }
        if (distance.get(w) === (distance.get(v) ?? 0) + 1)
          paths.set(w, (paths.get(w) ?? 0) + (paths.get(v) ?? 0));
      }
    }
    return { distance, paths };
  };
  const all = Array.from({ length: n }, (_, v) => search(v));
  return Array.from({ length: n }, (_, v) => {
    let sum = 0;
    for (let s = 0; s < n; s++) {
      for (let t = s + 1; t < n; t++) {
        const [direct, first, second] = [
          all[s]?.distance.get(t),
          all[s]?.distance.get(v),
          all[v]?.distance.get(t),
        ];
        if (s === v || t === v || direct === undefined || first === undefined || second === undefined)
          continue;
        if (first + second !== direct) continue;
        sum += ((all[s]?.paths.get(v) ?? 0) * (all[v]?.paths.get(t) ?? 0)) / (all[s]?.paths.get(t) ?? 1);
      }
    }
    return sum;
  });
}

describe("every graph", () => {
  test("betweenness with folding and lanes is the betweenness of its definition", () => {
    fc.assert(
      fc.property(anyArcs, (arcs) => {
        const both = undirected(graphOf(arcs));
        const expected = slowBetweenness(both);
        betweenness(both).forEach((value, v) => expect(value).toBeCloseTo(expected[v] ?? Number.NaN, 9));
      }),
      { numRuns: 150 },
    );
  });

  test("no measure is ever NaN, infinite or negative", () => {
    fc.assert(
      fc.property(anyArcs, (arcs) => {
        const measures = measureNetwork(graphOf(arcs));
        for (const values of Object.values(measures.nodes) as ArrayLike<number>[]) {
          expect(values).toHaveLength(arcs.nodes);
          for (const value of Array.from(values)) expect(value >= 0 && Number.isFinite(value)).toBe(true);
        }
        const { density, reciprocity } = measures;
        for (const value of [
          density,
          reciprocity.share,
          reciprocity.weightedShare,
          measures.communities.modularity,
        ])
          expect(Number.isFinite(value)).toBe(true);
        const triples = TRIAD_TYPES.reduce((sum, type) => sum + measures.triads[type], 0);
        expect(triples).toBeCloseTo((arcs.nodes * (arcs.nodes - 1) * (arcs.nodes - 2)) / 6, 9);
      }),
      { numRuns: 100 },
    );
  });

  test("numbering the nodes otherwise changes no value", () => {
    const exact: readonly (keyof NodeMeasures)[] = [
      "outDegree",
      "inDegree",
      "outStrength",
      "inStrength",
      "betweenness",
      "harmonic",
      "pageRank",
      "core",
    ];
    fc.assert(
      fc.property(anyArcs, (arcs) => {
        const place = (node: number) => arcs.nodes - 1 - node;
        const straight = measureNetwork(graphOf(arcs)).nodes;
        const turned = measureNetwork(graphOf(arcs, place)).nodes;
        for (const name of exact) {
          for (let v = 0; v < arcs.nodes; v++) {
            expect(turned[name][place(v)]).toBeCloseTo(straight[name][v] ?? Number.NaN, 9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("turning arcs round twice gives the graph back", () => {
    fc.assert(
      fc.property(anyArcs, (arcs) => expect(transpose(transpose(graphOf(arcs)))).toEqual(graphOf(arcs))),
    );
  });
});

describe("odd graphs", () => {
  test("no node, and one node", () => {
    for (const nodes of [0, 1]) {
      const { nodes: values, communities } = measureNetwork(graphOf({ nodes, arcs: [] }));
      expect(values.betweenness).toHaveLength(nodes);
      expect([...values.harmonic]).toEqual(nodes === 0 ? [] : [0]);
      expect(communities.count).toBe(nodes);
    }
  });

  test("loops alone are no ties", () => {
    const both = undirected(graphOf({ nodes: 3, arcs: [[1, 1, 5]] }));
    expect(both.targets).toHaveLength(0);
    expect([...coreNumbers(both)]).toEqual([0, 0, 0]);
  });

  test("an arc to a node that is not there is refused, and so is a weight that is no weight", () => {
    expect(() => graphOf({ nodes: 1, arcs: [[0, 1, 1]] })).toThrow(
      expect.objectContaining({ code: "analysis/bad-graph" }),
    );
    for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => graphOf({ nodes: 2, arcs: [[0, 1, weight]] })).toThrow(
        expect.objectContaining({ code: "analysis/bad-graph" }),
      );
    }
  });

  test("a path longer than any lane batch", () => {
    const nodes = 2000;
    const path = undirected(
      graphOf({ nodes, arcs: Array.from({ length: nodes }, (_, v) => [v, (v + 1) % nodes, 1] as const) }),
    );
    const around = betweenness(path);
    // On a circle of n = 2k nodes each node lies on (k − 1)² / 2 pairs, an opposite pair counting half each way.
    for (const value of around) expect(value).toBeCloseTo((nodes / 2 - 1) ** 2 / 2, 6);
    const near = harmonicCloseness(path);
    expect(Math.max(...near) - Math.min(...near)).toBeLessThan(1e-12);
  });
});
