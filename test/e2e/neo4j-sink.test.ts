/** Export to a real Neo4j server. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import neo4j from "neo4j-driver";
import { neo4jSink } from "../../src/export/index.ts";
import { storedId } from "../../src/graph/index.ts";
import { connect, type Neo4jAddress } from "../../src/neo4j/index.ts";
import { graphSinkContract, type StoredGraph } from "../contracts/graph-sink.ts";
import { describeWithNeo4j, HOLD_TIMEOUT_MS, type HeldNeo4j, holdNeo4j } from "../support/neo4j.ts";
import { hostileGraph, syntheticEventGraph } from "../support/synthetic-graph.ts";

describeWithNeo4j("Neo4j", () => {
  let held: HeldNeo4j | undefined;
  let address: Neo4jAddress;

  beforeAll(async () => {
    held = await holdNeo4j();
    address = held.address;
    await cypher("MATCH (n:Riposte) DETACH DELETE n");
    await cypher("MATCH (n:RiposteExport) DELETE n");
  }, HOLD_TIMEOUT_MS);

  afterAll(() => held?.release());

  async function cypher(query: string, parameters: object = {}): Promise<Record<string, unknown>[]> {
    const driver = await connect(address);
    try {
      const { records } = await driver.executeQuery(query, parameters);
      return records.map((record) => record.toObject());
    } finally {
      await driver.close();
    }
  }

  async function stored(): Promise<StoredGraph> {
    const nodes = await cypher("MATCH (n:Riposte) RETURN n.id AS id, n.name AS name");
    const edges = await cypher(
      `MATCH (a:Riposte)-[r]->(b:Riposte) WHERE r.riposteExport IS NOT NULL
       RETURN r.id AS id, type(r) AS type, a.id AS source, b.id AS target, toString(r.date) AS date, r.weight AS weight`,
    );
    return {
      nodes: nodes.map((row) => ({ id: String(row.id), name: (row.name as string | null) ?? undefined })),
      edges: edges.map((row) => ({
        ...(row as unknown as StoredGraph["edges"][number]),
        date: (row.date as string | null) ?? undefined,
      })),
    };
  }

  graphSinkContract("Neo4j", async () => {
    await neo4jSink(address).write({ nodes: [], edges: [] });
    return {
      sink: neo4jSink(address, { sliceRows: 20 }),
      read: stored,
      storedId,
      storedText: (text) => text.toWellFormed(),
    };
  });

  test("numbers, dates and lists have their types; labels go from general to special", async () => {
    await neo4jSink(address).write(syntheticEventGraph({ nodes: 20, edges: 10 }));
    const [edge] = await cypher(
      `MATCH ()-[r {id: "r00000000"}]->() RETURN valueType(r.weight) AS weight, valueType(r.date) AS date,
       valueType(r.confidence) AS confidence, valueType(r.claims) AS claims, valueType(r.day) AS day`,
    );
    expect(edge).toEqual({
      weight: "INTEGER NOT NULL",
      date: "DATE NOT NULL",
      confidence: "FLOAT NOT NULL",
      claims: "LIST<STRING NOT NULL> NOT NULL",
      day: "INTEGER NOT NULL",
    });
    const [node] = await cypher('MATCH (n:Riposte {id: "n0000003"}) RETURN labels(n) AS labels');
    expect(node?.labels).toEqual(expect.arrayContaining(["Riposte", "Entity", "Actor", "ArmedGroup"]));
  });

  test("what others have written stays: their properties, labels, nodes and relationships", async () => {
    const graph = syntheticEventGraph({ nodes: 20, edges: 10 });
    await neo4jSink(address).write(graph);
    await cypher(`MATCH (n:Riposte {id: "n0000000"}) SET n.note = "mine", n:Watched
                  MERGE (o:Other {name: "theirs"}) MERGE (n)-[:SEEN_BY]->(o)
                  WITH o MATCH (gone:Riposte {id: "n0000019"}) MERGE (gone)-[:SEEN_BY]->(o)`);
    const summary = await neo4jSink(address).write({ nodes: graph.nodes.slice(0, 19), edges: [] });
    expect(summary.notices.join()).toContain("1 node of an earlier export stays");
    expect(
      await cypher(`MATCH (n)-[:SEEN_BY]->(:Other) RETURN n.id AS id, n.note AS note, n:Watched AS watched, n:Riposte AS ours
                    ORDER BY id`),
    ).toEqual([
      { id: "n0000000", note: "mine", watched: true, ours: true },
      { id: "n0000019", note: null, watched: false, ours: false },
    ]);
    await cypher('MATCH (o:Other {name: "theirs"}) DETACH DELETE o');
    await cypher('MATCH (n {id: "n0000019"}) WHERE NOT n:Riposte DETACH DELETE n');
  });

  test("a changed type changes the labels, an absent value removes the property", async () => {
    const [first] = syntheticEventGraph({ nodes: 1, edges: 0 }).nodes;
    if (first?.kind !== "entity") throw new Error("the first node is an entity");
    await neo4jSink(address).write({ nodes: [{ ...first, type: "Country", wikidata: "Q1" }], edges: [] });
    await neo4jSink(address).write({ nodes: [{ ...first, type: "Base" }], edges: [] });
    expect(await cypher("MATCH (n:Riposte) RETURN labels(n) AS labels, n.wikidata AS wikidata")).toEqual([
      { labels: expect.not.arrayContaining(["Country", "Actor"]), wikidata: null },
    ]);
  });

  test("an edge without its end is an error that names the end", async () => {
    const { nodes, edges } = syntheticEventGraph({ nodes: 20, edges: 10 });
    const [edge] = edges;
    if (!edge) throw new Error("there is an edge");
    const broken = { nodes, edges: [...edges, { ...edge, id: "z", target: "nowhere" }] };
    await expect(neo4jSink(address).write(broken)).rejects.toMatchObject({
      code: "sink/incomplete",
      message: expect.stringContaining("nowhere"),
    });
  });

  test("a run that was cut short goes on where it stopped", async () => {
    const graph = syntheticEventGraph({ nodes: 100, edges: 300 });
    await neo4jSink(address).write({ nodes: [], edges: [] });
    const stop = new AbortController();
    let reported = 0;
    const cut = neo4jSink(address, { sliceRows: 20 }).write(graph, {
      signal: stop.signal,
      onProgress: ({ phase }) => {
        if (phase === "edges" && ++reported === 2) stop.abort();
      },
    });
    await expect(cut).rejects.toMatchObject({ code: "run/interrupted" });
    const rest: number[] = [];
    await neo4jSink(address, { sliceRows: 20 }).write(graph, {
      onProgress: ({ phase, done }) => {
        if (phase === "edges") rest.push(done);
        expect(phase).toBe("edges");
      },
    });
    expect(rest[0]).toBeGreaterThan(40);
    expect((await stored()).edges).toHaveLength(300);
  });

  test("two exports of one graph at the same time write every row once", async () => {
    const graph = syntheticEventGraph({ nodes: 100, edges: 600 });
    await neo4jSink(address).write({ nodes: [], edges: [] });
    await Promise.all([20, 20].map((sliceRows) => neo4jSink(address, { sliceRows }).write(graph)));
    const there = await stored();
    expect(there.nodes).toHaveLength(100);
    expect(there.edges.map((edge) => edge.id).sort()).toEqual(graph.edges.map((edge) => edge.id).sort());
  });

  test("an export stops when that of another graph begins", async () => {
    const graph = syntheticEventGraph({ nodes: 100, edges: 300 });
    const later = { nodes: graph.nodes.slice(0, 50), edges: [] };
    await neo4jSink(address).write({ nodes: [], edges: [] });
    let other: Promise<unknown> | undefined;
    const first = neo4jSink(address, { sliceRows: 5 }).write(graph, {
      onProgress: () => (other ??= neo4jSink(address).write(later)),
    });
    await expect(first).rejects.toMatchObject({ code: "sink/incomplete" });
    await other;
    expect((await stored()).nodes).toHaveLength(50);
    await neo4jSink(address).write(graph);
    expect((await stored()).edges).toHaveLength(300);
  });

  test("what somebody removes from an export under way is there again after the next run", async () => {
    const graph = syntheticEventGraph({ nodes: 40, edges: 100 });
    await neo4jSink(address).write({ nodes: [], edges: [] });
    const stop = new AbortController();
    const cut = neo4jSink(address, { sliceRows: 20 }).write(graph, {
      signal: stop.signal,
      onProgress: ({ phase }) => phase === "edges" && stop.abort(),
    });
    await expect(cut).rejects.toMatchObject({ code: "run/interrupted" });
    await cypher("MATCH (:Riposte)-[r]->() WITH r LIMIT 3 DELETE r");
    await expect(neo4jSink(address, { sliceRows: 20 }).write(graph)).rejects.toMatchObject({
      code: "sink/incomplete",
    });
    await neo4jSink(address, { sliceRows: 20 }).write(graph);
    expect((await stored()).edges).toHaveLength(100);
  });

  test("a second writer on the same nodes delays, and spoils nothing", async () => {
    const graph = syntheticEventGraph({ nodes: 40, edges: 2000 });
    await neo4jSink(address).write({ nodes: graph.nodes, edges: [] });
    const driver = neo4j.driver(address.uri);
    const stop = new AbortController();
    const rival = (async () => {
      const session = driver.session();
      while (!stop.signal.aborted) {
        await session.executeWrite((tx) =>
          tx.run("MATCH (n:Riposte) WITH n ORDER BY n.id DESC SET n.rival = coalesce(n.rival, 0) + 1"),
        );
      }
      await session.close();
    })();
    try {
      await neo4jSink(address, { sliceRows: 100 }).write(graph);
    } finally {
      stop.abort();
      await rival;
      await driver.close();
    }
    expect((await stored()).edges).toHaveLength(2000);
  });

  test("hostile text has run as no query", async () => {
    await cypher('MERGE (:Other {name: "witness"})');
    await neo4jSink(address).write(hostileGraph());
    expect(await cypher('MATCH (o:Other {name: "witness"}) RETURN count(o) AS n')).toEqual([{ n: 1 }]);
    expect(await cypher("CALL db.labels() YIELD label WHERE label CONTAINS '`' RETURN label")).toEqual([]);
    await cypher('MATCH (o:Other {name: "witness"}) DELETE o');
    const [long] = await cypher(
      "MATCH (n:Riposte) WHERE n.fullId IS NOT NULL AND size(n.fullId) = 40000 RETURN size(n.id) < 1000 AS short",
    );
    expect(long).toEqual({ short: true });
  });
});
