import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import neo4j from "neo4j-driver";
import { Neo4jServer } from "../../scripts/neo4j/server.ts";
import { type Csr, csrFromArcs, measureNetwork, project, Random } from "../../src/analysis/index.ts";
import { CASE_FORMAT, saveCase } from "../../src/case/index.ts";
import { type DataScience, openDataScience } from "../../src/gds/index.ts";
import { buildGraph } from "../../src/graph/index.ts";
import { neo4jAddress } from "../../src/neo4j/index.ts";
import { VERSION } from "../../src/shared/index.ts";
import { goldRecords } from "../support/gold-records.ts";
import {
  describeWithNeo4j,
  describeWithServer,
  programs,
  sharedNeo4j,
  START_TIMEOUT_MS,
} from "../support/neo4j.ts";
import { runCommand } from "../support/run-command.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const TOLERANCE = 1e-7;
const folder = join(await temporaryFolder(), "case");

/** Sparse, in several parts, with nodes that nobody points at, weights of 1 to 4 and a node without arcs. */
function scattered(nodes: number, arcs: number): Csr {
  const random = new Random(5);
  const ends = Array.from(
    { length: arcs },
    () => [random.below(nodes - 1), random.below(nodes - 1)] as const,
  );
  const kept = ends.filter(([source, target]) => source !== target);
  return csrFromArcs(
    nodes,
    Uint32Array.from(kept, ([source]) => source),
    Uint32Array.from(kept, ([, target]) => target),
    Float64Array.from(kept, (_, i) => 1 + (i % 4)),
  );
}

const eventGraph = buildGraph(goldRecords());
const NETWORKS: readonly (readonly [string, Csr])[] = [
  ["attacks by sources", project(eventGraph, { name: "attacks", weight: "sources" }).graph],
  ["a scattered network", scattered(120, 260)],
];

describeWithServer("a server with Graph Data Science", () => {
  let server: Neo4jServer;
  let engine: DataScience;

  beforeAll(async () => {
    server = await Neo4jServer.start(programs(), { dataScience: true, brief: true });
    engine = await openDataScience(neo4jAddress({ uri: server.uri }, {}));
  }, START_TIMEOUT_MS);

  afterAll(async () => {
    await engine?.close();
    await server?.dispose();
  });

  test.each(NETWORKS)(
    "measures %s as Riposte does",
    async (_, graph) => {
      const { by, nodes } = await engine.measure(graph, {});
      const own = measureNetwork(graph).nodes;
      expect(by).toMatch(/^Neo4j Graph Data Science \d/);
      expect(Object.keys(nodes).sort()).toEqual([
        "betweenness",
        "component",
        "core",
        "harmonic",
        "inDegree",
        "inStrength",
        "initiator",
        "outDegree",
        "outStrength",
        "pageRank",
        "target",
      ]);
      for (const [name, values] of Object.entries(nodes)) {
        const expected = own[name as keyof typeof own];
        const largest = Math.max(...expected, 1e-300);
        const differences = Array.from(
          values,
          (value, v) => Math.abs(value - (expected[v] ?? NaN)) / largest,
        );
        expect([name, Math.max(...differences) < TOLERANCE]).toEqual([name, true]);
      }
    },
    120_000,
  );

  test("leaves shortest paths to Riposte where they would be sampled, and copies where weights are no counts", async () => {
    const graph = scattered(40, 80);
    const fractions = { ...graph, weights: graph.weights.map((weight) => weight / 3) };
    const { nodes } = await engine.measure(fractions, { exactLimit: 10 });
    expect(Object.keys(nodes).sort()).toEqual([
      "component",
      "core",
      "inDegree",
      "inStrength",
      "outDegree",
      "outStrength",
      "pageRank",
    ]);
  }, 120_000);

  test.each([0, 3])("has nothing to measure among %d nodes without arcs", async (nodes) => {
    const empty = csrFromArcs(nodes, new Uint32Array(), new Uint32Array());
    expect((await engine.measure(empty, {})).nodes).toEqual({});
  });

  test("makes the same report, which says who computed what", async () => {
    await saveCase(folder, goldRecords(), {
      format: CASE_FORMAT,
      riposte: VERSION,
      packs: [],
      extractor: { name: "gold", version: "1" },
      inputs: {},
      skipped: [],
      notices: [],
      synthetic: true,
    });
    const report = (...more: readonly string[]) =>
      runCommand("report", folder, "--format", "md", "--language", "en", ...more);
    const own = (await report()).out.split("\n");
    const given = (await report("--engine", "gds", "--uri", server.uri)).out.split("\n");
    const added = given.filter((line) => !own.includes(line));
    expect(added).toEqual([
      expect.stringMatching(/^- Neo4j Graph Data Science \d.* computed degrees, .*\.$/),
    ]);
    expect(given.filter((line) => !added.includes(line))).toEqual(own);
  }, 120_000);

  test("leaves neither networks nor nodes behind", async () => {
    const driver = neo4j.driver(server.uri);
    const { records } = await driver.executeQuery(
      "CALL gds.graph.list() YIELD graphName WITH count(*) AS networks OPTIONAL MATCH (n) RETURN networks, count(n) AS nodes",
    );
    await driver.close();
    expect(records.map((record) => [Number(record.get("networks")), Number(record.get("nodes"))])).toEqual([
      [0, 0],
    ]);
  });
});

describeWithNeo4j("a server without Graph Data Science", () => {
  test(
    "is told apart in one line",
    async () => {
      const address = await sharedNeo4j();
      await expect(openDataScience(address)).rejects.toMatchObject({
        code: "analysis/engine-missing",
        message: `the Neo4j server at ${address.uri} has no Graph Data Science; install the plugin there, or leave out --engine gds`,
      });
    },
    START_TIMEOUT_MS,
  );
});
