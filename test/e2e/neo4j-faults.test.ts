/** What goes wrong with a server, done to a real one: it is killed, refuses, is full, or is not there. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Neo4jServer } from "../../scripts/neo4j/server.ts";
import { neo4jSink } from "../../src/export/index.ts";
import { connect, type Neo4jAddress, neo4jAddress } from "../../src/neo4j/index.ts";
import { packagePath } from "../../src/shared/index.ts";
import { describeWithServer, programs, START_TIMEOUT_MS } from "../support/neo4j.ts";
import { syntheticEventGraph } from "../support/synthetic-graph.ts";

const PASSWORD = "a-password-of-the-tests";
const SLICE_ROWS = 500;
const graph = syntheticEventGraph({ nodes: 4000, edges: 12_000 });

describeWithServer("a Neo4j server at fault", () => {
  let server: Neo4jServer;
  let address: Neo4jAddress;

  beforeAll(async () => {
    server = await Neo4jServer.start(programs(), {
      brief: true,
      password: PASSWORD,
      settings: ["db.memory.transaction.max=8m"],
    });
    address = neo4jAddress({ uri: server.uri }, { NEO4J_PASSWORD: PASSWORD });
  }, START_TIMEOUT_MS);

  afterAll(() => server.dispose());

  async function cypher(query: string): Promise<Record<string, unknown>[]> {
    const driver = await connect(address);
    try {
      return (await driver.executeQuery(query)).records.map((record) => record.toObject());
    } finally {
      await driver.close();
    }
  }

  /** Counts, distinct ids and sums that no lost, doubled or changed row leaves as they are. */
  async function checksum(): Promise<unknown> {
    const [nodes] = await cypher(
      "MATCH (n:Riposte) RETURN count(n) AS nodes, count(DISTINCT n.id) AS ids, sum(size(n.aliases)) AS aliases, sum(n.day) AS days",
    );
    const [edges] = await cypher(
      `MATCH (a:Riposte)-[r]->(b:Riposte) RETURN count(r) AS edges, count(DISTINCT r.id) AS ids, sum(r.weight) AS weight,
       sum(r.day) AS days, count(CASE WHEN a.id < b.id THEN 1 END) AS upward`,
    );
    return { nodes, edges };
  }

  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const dayOf = (start: string | undefined) => (start ? Date.parse(start) / 86_400_000 : 0);
  const EXPECTED = {
    nodes: {
      nodes: graph.nodes.length,
      ids: graph.nodes.length,
      aliases: sum(graph.nodes.map((node) => (node.kind === "entity" ? node.aliases.length : 0))),
      days: sum(graph.nodes.map((node) => (node.kind === "event" ? dayOf(node.start) : 0))),
    },
    edges: {
      edges: graph.edges.length,
      ids: graph.edges.length,
      weight: sum(graph.edges.map((edge) => edge.weight)),
      days: sum(graph.edges.map((edge) => dayOf(edge.start))),
      upward: graph.edges.filter((edge) => edge.source < edge.target).length,
    },
  };

  describe("says in one line what to do, without the password", () => {
    let silent: Server;
    let silentUri = "";

    beforeAll(async () => {
      silent = createServer((socket) => {
        socket.write("HTTP/1.1 400 Bad Request\r\n\r\n");
        socket.destroySoon();
      });
      await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
      const at = silent.address();
      silentUri = `bolt://127.0.0.1:${typeof at === "object" && at ? at.port : 0}`;
    });
    afterAll(() => new Promise((resolve) => silent.close(resolve)));

    test.each([
      [
        "a wrong password",
        () => ({ ...address, password: "wrong-secret" }),
        "sink/unauthorized",
        "NEO4J_PASSWORD",
      ],
      ["no password", () => neo4jAddress({ uri: server.uri }, {}), "sink/unauthorized", "NEO4J_PASSWORD"],
      [
        "a closed port",
        () => ({ ...address, uri: "bolt://127.0.0.1:9" }),
        "sink/unreachable",
        "nothing listens",
      ],
      [
        "an unknown host",
        () => ({ ...address, uri: "bolt://no-such-host.invalid" }),
        "sink/unreachable",
        "no host named",
      ],
      [
        "TLS asked of a plain server",
        () => ({ ...address, uri: server.uri.replace("bolt:", "bolt+s:") }),
        "sink/unreachable",
        "try bolt://",
      ],
      [
        "a port that speaks something else",
        () => ({ ...address, uri: silentUri }),
        "sink/unreachable",
        "does not answer as Neo4j",
      ],
      [
        "an unknown database",
        () => ({ ...address, database: "nowhere" }),
        "sink/rejected",
        "no database named nowhere",
      ],
    ] as const)("%s", async (_name, at, code, hint) => {
      const failure = neo4jSink(at()).write({ nodes: [], edges: [] });
      await expect(failure).rejects.toMatchObject({ code, message: expect.stringContaining(hint) });
      const { message } = (await failure.catch((error: Error) => error)) as Error;
      expect(message).not.toMatch(/\n|secret|a-password/);
    });
  });

  test("a kill during the nodes and another during the relationships: one run comes through, exact", async () => {
    const killed = { nodes: false, edges: false };
    const restarts: Promise<void>[] = [];
    await neo4jSink(address, { sliceRows: SLICE_ROWS }).write(graph, {
      onProgress: ({ phase, done }) => {
        if (phase === "cleanup" || killed[phase] || done < 1000) return;
        killed[phase] = true;
        restarts.push(server.kill().then(() => server.restart()));
      },
    });
    await Promise.all(restarts);
    expect(killed).toEqual({ nodes: true, edges: true });
    expect(await checksum()).toEqual(EXPECTED);
  }, 180_000);

  test("merging everything again creates and changes nothing", async () => {
    await cypher("MATCH (x:RiposteExport) DELETE x");
    await neo4jSink(address, { sliceRows: SLICE_ROWS }).write(graph);
    expect(await checksum()).toEqual(EXPECTED);
  }, 300_000);

  test("a killed client leaves what the next run completes", async () => {
    await neo4jSink(address).write({ nodes: [], edges: [] });
    const client = startClient(address);
    while ((((await cypher("MATCH (n:Riposte) RETURN count(n) AS n"))[0]?.n ?? 0) as number) < 1000)
      await new Promise((resolve) => setTimeout(resolve, 100));
    client.kill("SIGKILL");
    const [record] = await cypher(
      "MATCH (x:RiposteExport) RETURN x.complete AS complete, x.slices AS slices",
    );
    expect(record).toMatchObject({ complete: false });
    await neo4jSink(address, { sliceRows: SLICE_ROWS }).write(graph);
    expect(await checksum()).toEqual(EXPECTED);
  }, 300_000);

  test("a transaction too large for the server's memory is cut in halves", async () => {
    const later = {
      nodes: graph.nodes,
      edges: graph.edges.map((edge) => ({ ...edge, weight: edge.weight + 1 })),
    };
    await neo4jSink(address, { sliceRows: 20_000 }).write(later);
    expect(await checksum()).toMatchObject({ edges: { weight: EXPECTED.edges.weight + graph.edges.length } });
  }, 300_000);

  test("a read-only database is named as such", async () => {
    await server.kill();
    await server.restart(["server.databases.read_only=neo4j"]);
    await expect(neo4jSink(address).write(graph)).rejects.toMatchObject({
      code: "sink/rejected",
      message: expect.stringContaining("read-only"),
    });
  }, 300_000);
});

/** A process of its own that exports the graph. */
function startClient({ uri }: Neo4jAddress): ChildProcess {
  const program = `
    import { neo4jSink } from "./src/export/index.ts";
    import { neo4jAddress } from "./src/neo4j/index.ts";
    import { syntheticEventGraph } from "./test/support/synthetic-graph.ts";
    await neo4jSink(neo4jAddress({}), { sliceRows: ${SLICE_ROWS} }).write(
      syntheticEventGraph({ nodes: ${graph.nodes.length}, edges: ${graph.edges.length} }));`;
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    cwd: packagePath(""),
    env: { ...process.env, NEO4J_URI: uri, NEO4J_PASSWORD: PASSWORD },
    stdio: "inherit",
  });
}
