/**
 * Records what a real Neo4j answers to the queries of test/fixtures/cypher, which the embedded engine must answer
 * alike. Run it when queries are added: `node --import tsx scripts/neo4j/record-answers.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import neo4j from "neo4j-driver";
import { neo4jAddress } from "../../src/neo4j/index.ts";
import { DEFAULT_LIMITS, neo4jEngine, type Parameters, type QueryEngine } from "../../src/query/index.ts";
import { packagePath, RiposteError } from "../../src/shared/index.ts";
import { findPrograms } from "./programs.ts";
import { Neo4jServer } from "./server.ts";

interface Recorded {
  readonly name: string;
  readonly query: string;
  readonly parameters?: Parameters;
}

const FILES = ["examples", "generated-1", "generated-2"];
const programs = findPrograms();
if ("missing" in programs) throw new Error(programs.missing);
const server = await Neo4jServer.start(programs);
const engine = await neo4jEngine(neo4jAddress({ uri: server.uri }, {}));
try {
  for (const file of FILES) await record(packagePath(`test/fixtures/cypher/${file}.json`));
} finally {
  await engine.close();
  await server.dispose();
}

async function record(path: string): Promise<void> {
  const { load, queries } = JSON.parse(readFileSync(path, "utf8")) as { load: string[]; queries: Recorded[] };
  const driver = neo4j.driver(server.uri);
  await driver.executeQuery("MATCH (n) DETACH DELETE n");
  for (const statement of load) await driver.executeQuery(statement);
  await driver.close();
  const answered = [];
  for (const { name, query, parameters } of queries) {
    const answer = await answerOf(engine, query, parameters ?? {});
    answered.push({ name, query, ...(parameters && { parameters }), ...(answer && { answer }) });
  }
  writeFileSync(path, `{"load": [\n${lines(load)}\n],\n"queries": [\n${lines(answered)}\n]}\n`);
  console.log(`${path}: ${answered.filter((item) => "answer" in item).length} of ${queries.length} answered`);
}

/** Undefined for queries that write: they are refused everywhere. */
async function answerOf(from: QueryEngine, query: string, parameters: Parameters) {
  try {
    const { columns, rows } = await from.run(query, parameters, DEFAULT_LIMITS);
    return { columns, rows };
  } catch (error) {
    if (error instanceof RiposteError && error.code === "query/refused") return undefined;
    throw error;
  }
}

function lines(items: readonly unknown[]): string {
  return items.map((item) => JSON.stringify(item)).join(",\n");
}
