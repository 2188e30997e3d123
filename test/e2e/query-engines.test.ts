/** Every saved query on the bundled corpus: the same rows on the embedded engine and on a real Neo4j. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { buildCase } from "../../src/build/index.ts";
import { openCase } from "../../src/case/index.ts";
import { neo4jSink } from "../../src/export/index.ts";
import { buildGraph } from "../../src/graph/index.ts";
import {
  buildStore,
  embeddedEngine,
  exampleParameters,
  neo4jEngine,
  parametersOf,
  type QueryEngine,
  runQuery,
  savedQueries,
} from "../../src/query/index.ts";
import { packagePath } from "../../src/shared/index.ts";
import { describeWithNeo4j, HOLD_TIMEOUT_MS, type HeldNeo4j, holdNeo4j } from "../support/neo4j.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const saved = await savedQueries();
const folder = await temporaryFolder();

describeWithNeo4j("the bundled corpus in two engines", () => {
  let held: HeldNeo4j | undefined;
  let embedded: QueryEngine;
  let neo4j: QueryEngine;

  beforeAll(async () => {
    const caseFolder = join(folder, "case");
    await buildCase([packagePath("graph-data/corpus/levant")], { caseFolder, packs: ["levant"] });
    const graph = buildGraph((await openCase(caseFolder)).records);
    const store = join(folder, "graph.grafeo");
    await buildStore(store, graph);
    embedded = embeddedEngine(store);
    held = await holdNeo4j();
    await neo4jSink(held.address).write(graph);
    neo4j = await neo4jEngine(held.address);
  }, HOLD_TIMEOUT_MS);

  afterAll(async () => {
    await embedded?.close();
    await neo4j?.close();
    await held?.release();
  });

  // Confidence 0: rows that are left out by default could differ too.
  test.each(saved.map((query) => [query.name, query] as const))(
    "%s gives the same rows",
    async (_name, query) => {
      const parameters = parametersOf(query, {
        ...exampleParameters(query),
        ...("minConfidence" in query.parameters && { minConfidence: 0 }),
      });
      const here = await runQuery(embedded, query.query, parameters);
      const there = await runQuery(neo4j, query.query, parameters);
      expect({ columns: here.columns, rows: here.rows }).toEqual({
        columns: there.columns,
        rows: there.rows,
      });
    },
  );

  test("most of them answer something", async () => {
    const rows = await Promise.all(
      saved.map(async (query) => {
        const given = {
          ...exampleParameters(query),
          ...("minConfidence" in query.parameters && { minConfidence: 0 }),
        };
        return (await runQuery(embedded, query.query, parametersOf(query, given))).rows.length;
      }),
    );
    expect(rows.filter((count) => count > 0).length).toBeGreaterThanOrEqual(25);
  });

  test("nodes, paths, dates and durations look alike", async () => {
    const query = `MATCH p = (e:Event)-[r:AT]->(b:Base) WHERE e.date IS NOT NULL
      RETURN e, r, b, p, e.date AS date, e.date + duration({days: 2}) AS later ORDER BY e.id, b.id LIMIT 3`;
    const here = await runQuery(embedded, query);
    expect(here.rows.length).toBeGreaterThan(0);
    expect(here.rows).toEqual((await runQuery(neo4j, query)).rows);
  });

  test("Neo4j stops, refuses and explains in the same words", async () => {
    const endless = "MATCH (a), (b), (c), (d), (e) WHERE a.x + b.x + c.x + d.x + e.x = 5 RETURN count(*)";
    await expect(runQuery(neo4j, endless, {}, { timeoutMs: 1000 })).rejects.toMatchObject({
      code: "query/timeout",
    });
    await expect(runQuery(neo4j, "MATCH (n) SET n.x = 1")).rejects.toMatchObject({ code: "query/refused" });
    await expect(runQuery(neo4j, "MATCH (n RETURN n")).rejects.toMatchObject({ code: "query/bad-syntax" });
    expect((await runQuery(neo4j, "MATCH (n:Actr) RETURN n LIMIT 1")).notices[0]).toContain(
      "did you mean Actor?",
    );
    expect((await runQuery(neo4j, "MATCH (n:Actor|Base) RETURN n LIMIT 1")).notices[0]).toContain(
      "not portable",
    );
    expect(await neo4j.explain("MATCH (n:Riposte {id: 'x'}) RETURN n", {})).toContain("NodeUniqueIndexSeek");
  });
});
