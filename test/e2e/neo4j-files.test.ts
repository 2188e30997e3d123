/** The bulk formats, loaded into a real server: they must leave what the export over the network leaves. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Driver } from "neo4j-driver";
import { Neo4jServer } from "../../scripts/neo4j/server.ts";
import { cypherScript, fileSink, IMPORT_COMMAND, neo4jAdmin, neo4jSink } from "../../src/export/index.ts";
import { stringLiteral } from "../../src/export/neo4j/cypher-script.ts";
import { connect, neo4jAddress } from "../../src/neo4j/index.ts";
import { compareText, stableStringify } from "../../src/shared/index.ts";
import { describeWithServer, programs, START_TIMEOUT_MS } from "../support/neo4j.ts";
import { HOSTILE_TEXTS, hostileGraph, syntheticEventGraph } from "../support/synthetic-graph.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = await temporaryFolder();

describeWithServer("Neo4j bulk formats", () => {
  const hostile = hostileGraph();
  const synthetic = syntheticEventGraph({ nodes: 50, edges: 200 });
  const graph = {
    nodes: [...hostile.nodes, ...synthetic.nodes],
    edges: [...hostile.edges, ...synthetic.edges],
  };
  let server: Neo4jServer;
  let driver: Driver;

  beforeAll(async () => {
    await fileSink(join(folder, "bulk"), neo4jAdmin).write(graph);
    server = await Neo4jServer.create(programs(), { brief: true });
    const files = IMPORT_COMMAND.split(" ")
      .slice(1)
      .map((part) => part.replace(/=(\S+\.csv)$/, (_, file: string) => `=${join(folder, "bulk", file)}`));
    server.admin(files);
    await server.restart();
    driver = await connect(neo4jAddress({ uri: server.uri }, {}));
  }, START_TIMEOUT_MS);

  afterAll(async () => {
    await driver.close();
    await server.dispose();
  });

  /** Every label, type and property of the database, as text. */
  async function contents(): Promise<string[]> {
    const nodes = await driver.executeQuery(
      "MATCH (n:Riposte) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id",
    );
    const edges = await driver.executeQuery(
      `MATCH (a:Riposte)-[r]->(b:Riposte) RETURN r.id AS id, type(r) AS type, a.id AS source, b.id AS target,
       properties(r) AS properties ORDER BY id`,
    );
    return [...nodes.records, ...edges.records].map((record) => {
      const row = record.toObject();
      return stableStringify({ ...row, ...(row.labels && { labels: [...row.labels].sort(compareText) }) });
    });
  }

  async function runScript(text: string): Promise<void> {
    const session = driver.session();
    // A literal never holds a raw line break, so that this ends no string.
    for (const statement of text.split(/;\n/).filter((part) => part.trim() !== ""))
      await session.run(statement);
    await session.close();
  }

  test("neo4j-admin import, a script and the driver leave the same database", async () => {
    await runScript(await readFile(join(folder, "bulk", "after-import.cypher"), "utf8"));
    const imported = await contents();
    expect(imported).toHaveLength(graph.nodes.length + graph.edges.length);
    const sink = neo4jSink(neo4jAddress({ uri: server.uri }, {}));
    expect((await sink.write(graph)).notices).toEqual(["nothing to do: this graph is there already"]);

    await driver.executeQuery("MATCH (n) DETACH DELETE n");
    await sink.write(graph);
    expect(await contents()).toEqual(imported);

    await driver.executeQuery("MATCH (n) DETACH DELETE n");
    const script = join(folder, "graph.cypher");
    await fileSink(script, cypherScript).write(graph);
    await runScript(await readFile(script, "utf8"));
    expect(await contents()).toEqual(imported);
  }, 300_000);

  test("any text survives as a Cypher literal, and ends no string", async () => {
    const pieces = fc.constantFrom(
      "\\",
      "u",
      "'",
      "0027",
      "\\u0027",
      "\n",
      '"',
      "`",
      "$",
      "{",
      ";",
      "é",
      "\u0000",
    );
    const texts = [
      ...HOSTILE_TEXTS,
      ...fc.sample(
        fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join("")),
        { numRuns: 300, seed: 5 },
      ),
    ];
    const { records } = await driver.executeQuery(`RETURN [${texts.map(stringLiteral).join(", ")}] AS texts`);
    expect(records[0]?.get("texts")).toEqual(texts.map((text) => text.toWellFormed()));
  });
});
