import { describe, expect, test } from "@jest/globals";
import { csrFromArcs, project, type ProjectionOptions } from "../../src/analysis/index.ts";
import { byKey, fromGraphology, strengths } from "../../src/analysis/index.ts";
import { buildGraph, toGraphology } from "../../src/graph/index.ts";
import type { CaseRecords, Claim, ConflictEvent } from "../../src/ontology/index.ts";
import { claim, entity, event, smallRecords } from "../support/records.ts";
import { goldRecords } from "../support/gold-records.ts";

/** Attacks as `[id, doer, other, day, more]`, each with one claim. */
function attacks(
  rows: readonly (readonly [
    string,
    string,
    string,
    string | undefined,
    (Partial<Claim> & Partial<ConflictEvent>)?,
  ])[],
): CaseRecords {
  const small = smallRecords();
  const names = [...new Set(rows.flatMap(([, doer, other]) => [doer, other]))].sort();
  return {
    ...small,
    entities: names.map((name) => entity(name, "ArmedGroup")),
    claims: rows.map(([id, doer, other, , more = {}]) =>
      claim(`c:${id}`, {
        agent: [doer],
        target: [other],
        confidence: more.confidence ?? 0.9,
        modality: more.modality ?? "asserted",
      }),
    ),
    events: rows.map(([id, doer, other, day, more = {}]) =>
      event(id, [`c:${id}`], {
        agent: [doer],
        target: [other],
        ...(day && { time: { start: day, end: day } }),
        modality: more.modality ?? "asserted",
        confidence: more.confidence ?? 0.9,
        ...(more.sources && { sources: more.sources }),
      }),
    ),
    relations: [],
  };
}

const RECORDS = attacks([
  ["e1", "alpha", "bravo", "2021-01-01"],
  ["e2", "alpha", "bravo", "2021-02-01", { sources: ["x", "y", "z"] }],
  ["e3", "bravo", "alpha", "2021-03-01"],
  ["e4", "alpha", "charlie", undefined],
  ["e5", "alpha", "alpha", "2021-01-01"],
  ["e6", "bravo", "charlie", "2021-01-01", { confidence: 0.3 }],
  ["e7", "charlie", "bravo", "2021-01-01", { modality: "planned" }],
]);

const arcsOf = (options: ProjectionOptions, records = RECORDS) => {
  const { nodes, graph } = project(buildGraph(records), options);
  return nodes.flatMap(({ id }, v) =>
    Array.from({ length: (graph.offsets[v + 1] ?? 0) - (graph.offsets[v] ?? 0) }, (_, i) => {
      const arc = (graph.offsets[v] ?? 0) + i;
      return [id, nodes[graph.targets[arc] ?? 0]?.id, graph.weights[arc]];
    }),
  );
};

describe("a projection", () => {
  test("joins each pair once, weighs events, and says what it left out", () => {
    expect(arcsOf({ name: "attacks" })).toEqual([
      ["alpha", "bravo", 2],
      ["alpha", "charlie", 1],
      ["bravo", "alpha", 1],
    ]);
    expect(project(buildGraph(RECORDS), { name: "attacks" }).leftOut).toEqual({
      uncertain: 1,
      lowConfidence: 1,
      undated: 0,
      outsidePeriod: 0,
      unnamedSide: 0,
      loops: 1,
    });
  });

  test("weighs independent sources where asked to", () => {
    expect(arcsOf({ name: "attacks", weight: "sources" })[0]).toEqual(["alpha", "bravo", 4]);
  });

  test("takes what is planned or unsure only where asked to", () => {
    expect(arcsOf({ name: "attacks", certainty: "any", minConfidence: 0 })).toHaveLength(5);
  });

  test("a period takes its first and last day, and nothing undated", () => {
    const options = { name: "attacks", from: "2021-02-01", to: "2021-03-01" } as const;
    expect(arcsOf(options)).toEqual([
      ["alpha", "bravo", 1],
      ["bravo", "alpha", 1],
    ]);
    expect(project(buildGraph(RECORDS), options).leftOut).toMatchObject({ undated: 1, outsidePeriod: 2 });
  });

  test("counts an event by nobody apart", () => {
    const { leftOut, nodes } = project(buildGraph(smallRecords()), { name: "retaliations" });
    expect({ unnamed: leftOut.unnamedSide, nodes: nodes.length }).toEqual({ unnamed: 1, nodes: 0 });
  });

  test("every arc knows the edges behind it", () => {
    const { graph, edges, nodes } = project(buildGraph(goldRecords()), { name: "actions" });
    expect(edges).toHaveLength(graph.targets.length);
    edges.forEach((behind, arc) => {
      expect(behind).toHaveLength(graph.weights[arc] ?? 0);
      for (const edge of behind) expect(edge.target).toBe(nodes[graph.targets[arc] ?? 0]?.id);
    });
  });

  test("of citations runs from outlet to cited source", () => {
    const { nodes, edges } = project(buildGraph(goldRecords()), { name: "sources" });
    const outlets = new Set(edges.flat().map(({ source }) => source));
    for (const outlet of outlets) expect(nodes.find(({ id }) => id === outlet)?.type).toBe("Media");
    expect(outlets.size).toBeGreaterThan(3);
  });

  test.each([
    [{ name: "wars" }, "no projection wars"],
    [{ name: "attacks", types: ["bombing"] }, "no type bombing"],
    [{ name: "attacks", certainty: "sure" }, "no certainty sure"],
    [{ name: "attacks", weight: "tons" }, "no weight tons"],
    [{ name: "attacks", minConfidence: 2 }, "confidence 2"],
    [{ name: "attacks", from: "2021-02-30" }, "2021-02-30 is no day"],
    [{ name: "attacks", from: "2021-03-01", to: "2021-02-01" }, "ends before it starts"],
  ])("refuses %j", (options, message) => {
    const call = () => project(buildGraph(RECORDS), options as ProjectionOptions);
    expect(call).toThrow(expect.objectContaining({ code: "analysis/bad-projection" }));
    expect(call).toThrow(message);
  });
});

test("a graphology graph gives the same rows", () => {
  const graph = toGraphology(buildGraph(RECORDS));
  const { graph: rows, keys } = fromGraphology(graph, ({ kind }) => (kind === "action" ? 1 : 0));
  expect(byKey(keys, strengths(rows)).get("alpha")).toBe(4);
  expect(rows.nodeCount).toBe(graph.order);
  expect(csrFromArcs(0, new Uint32Array(), new Uint32Array()).targets).toHaveLength(0);
});
