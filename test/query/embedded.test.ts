import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildStore, cachedStore, embeddedEngine, runQuery } from "../../src/query/index.ts";
import { HOSTILE_TEXTS, hostileGraph, syntheticEventGraph } from "../support/synthetic-graph.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = await temporaryFolder();

describe("the embedded engine", () => {
  const path = join(folder, "synthetic.grafeo");
  const graph = syntheticEventGraph({ nodes: 200, edges: 800 });
  const engine = embeddedEngine(path);

  beforeAll(() => buildStore(path, graph));
  afterAll(() => engine.close());

  test("has every node and edge, with dates as dates and floats as floats", async () => {
    const { rows } = await runQuery(
      engine,
      `MATCH (n) WITH count(n) AS nodes MATCH (a)-[r]->(b)
       RETURN nodes, count(r) AS edges, min(r.date) AS first, sum(CASE WHEN r.date >= date('2019-04-14') THEN 1 ELSE 0 END) AS dated`,
    );
    const first = graph.edges.map((edge) => edge.start ?? "").sort((a, b) => (a < b ? -1 : 1))[0];
    expect(rows).toEqual([[200, 800, first, 800]]);
    const whole = await runQuery(engine, "RETURN 1 / 2 AS i", {});
    expect(whole.rows).toEqual([[0]]);
  });

  test("whole confidences stay floats", async () => {
    const other = join(folder, "floats.grafeo");
    await buildStore(other, hostileGraph());
    const floats = embeddedEngine(other);
    expect((await runQuery(floats, "MATCH (c:Claim) RETURN c.confidence / 2 AS half")).rows).toEqual([[0.5]]);
    await floats.close();
  });

  test("hostile text comes back as it went in", async () => {
    const other = join(folder, "hostile.grafeo");
    await buildStore(other, hostileGraph());
    const hostile = embeddedEngine(other);
    const { rows } = await runQuery(
      hostile,
      "MATCH (n:Entity) WHERE n.name <> 'long id' RETURN n.name AS name",
    );
    expect(new Set(rows.map(([name]) => name))).toEqual(
      new Set(HOSTILE_TEXTS.map((text) => text.toWellFormed())),
    );
    await hostile.close();
  });

  test("nodes, relationships and paths come without the engine's own marks", async () => {
    const { rows } = await runQuery(engine, "MATCH p = (a)-[r]->(b) RETURN a, r, p LIMIT 1");
    expect(JSON.stringify(rows)).not.toMatch(/"_/);
    expect(rows[0]?.[0]).toMatchObject({ labels: expect.arrayContaining(["Riposte"]) });
    expect(rows[0]?.[2]).toMatchObject({ nodes: [{}, {}], relationships: [{}] });
  });

  test("a slip in a name is noticed, and so is what this graph has none of", async () => {
    const { notices } = await runQuery(engine, "MATCH (a:Actr)-[:CONDEMNED]->(b) RETURN b.nmae");
    expect(notices).toEqual([
      "there is no label Actr; did you mean Actor?",
      "nothing in this graph has the relationship type CONDEMNED",
      "there is no property nmae; did you mean name?",
    ]);
  });

  test("more rows than asked for are cut, and that is said", async () => {
    const answer = await runQuery(engine, "MATCH (n) RETURN n.id", {}, { maxRows: 5 });
    expect(answer.rows).toHaveLength(5);
    expect(answer.notices).toEqual([expect.stringContaining("first 5 rows")]);
  });

  test("a query without end is stopped, and the next one answered", async () => {
    const endless = "MATCH (a), (b), (c), (d) WHERE a.x + b.x + c.x + d.x = 5 RETURN count(*)";
    await expect(runQuery(engine, endless, {}, { timeoutMs: 500 })).rejects.toMatchObject({
      code: "query/timeout",
    });
    expect((await runQuery(engine, "MATCH (n) RETURN count(n)")).rows).toEqual([[200]]);
  });

  test("a query that takes all memory is stopped, and the next one answered", async () => {
    const greedy = "UNWIND range(1, 1000000000) AS x RETURN count(x)";
    await expect(runQuery(engine, greedy, {}, { memoryMb: 600 })).rejects.toMatchObject({
      code: "query/out-of-memory",
    });
    expect((await runQuery(engine, "MATCH (n) RETURN count(n)")).rows).toEqual([[200]]);
  });

  test.each([
    ["MATCH (n RETURN n", "query/bad-syntax"],
    ["RETURN $missing", "query/bad-syntax"],
    ["MATCH (n) SET n.x = 1", "query/refused"],
    ["MATCH (n:A|B) RETURN n", "query/not-portable"],
  ])("%s is refused in one line", async (query, code) => {
    await expect(runQuery(engine, query)).rejects.toMatchObject({
      code,
      message: expect.not.stringContaining("\n"),
    });
  });

  test("the plan is shown without running anything", async () => {
    expect(await engine.explain("MATCH (n:Riposte {id: 'x'}) RETURN n", {})).toContain("NodeScan");
  });
});

describe("the cached store", () => {
  test("is made once for one content, and anew for another; the old one goes", async () => {
    const cache = join(folder, "cache");
    let made = 0;
    const graph = () => {
      made++;
      return syntheticEventGraph({ nodes: 10, edges: 5 });
    };
    const first = await cachedStore(cache, "one", graph);
    expect(await cachedStore(cache, "one", graph)).toBe(first);
    expect(made).toBe(1);
    const second = await cachedStore(cache, "two", graph);
    expect(made).toBe(2);
    expect(existsSync(first)).toBe(false);
    expect((await readdir(cache)).filter((name) => name.endsWith(".grafeo"))).toEqual([
      second.slice(cache.length + 1),
    ]);
  });

  test("a store that cannot be opened is an error in one line", async () => {
    const broken = join(folder, "broken.grafeo");
    await writeFile(broken, "no store");
    const engine = embeddedEngine(broken);
    await expect(runQuery(engine, "MATCH (n) RETURN n")).rejects.toMatchObject({
      code: "query/engine-missing",
      message: expect.not.stringContaining("\n"),
    });
    await engine.close();
    expect(await readFile(broken, "utf8")).toBe("no store");
  });
});
