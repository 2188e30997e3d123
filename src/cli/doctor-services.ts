/** Services that only some commands use: found or not, never started from here. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { loadEngine } from "../query/index.ts";
import { listens } from "../shared/index.ts";
import type { Finding } from "./doctor-finding.ts";

const run = promisify(execFile);
const PATIENCE_MS = 3000;
const WAYS_TO_NEO4J =
  "; riposte query needs none. Three ways to have one: npm run neo4j in a clone of the project (Java 17 and Maven), the same with Docker, or NEO4J_URI for your own server or Aura (docs/guide/neo4j.md)";

export async function probeServices(): Promise<Finding[]> {
  return [
    embeddedEngine(),
    await neo4jServer(),
    await program("Java", "java", ["-version"], "to run a Neo4j of your own"),
  ];
}

function embeddedEngine(): Finding {
  const what = "embedded Cypher";
  try {
    loadEngine();
    return { what, state: "ok", detail: "riposte query works with nothing else installed" };
  } catch {
    return {
      what,
      state: "optional",
      detail: "no binary for this machine; riposte query --engine neo4j works",
    };
  }
}

/** Asks whether anything listens where `NEO4J_URI` (or the default address) points; sends nothing. */
async function neo4jServer(): Promise<Finding> {
  const what = "Neo4j";
  const given = process.env.NEO4J_URI;
  const address = addressOf(given ?? "bolt://127.0.0.1:7687");
  if (!address)
    return { what, state: "optional", detail: "NEO4J_URI is no address such as bolt://127.0.0.1:7687" };
  const shown = `${address.host}:${address.port}`;
  if (await listens(address.host, address.port))
    return { what, state: "ok", detail: `something listens at ${shown}` };
  const hint = given ? "" : WAYS_TO_NEO4J;
  return { what, state: "optional", detail: `nothing listens at ${shown}${hint}` };
}

function addressOf(uri: string): { host: string; port: number } | undefined {
  try {
    const { hostname, port } = new URL(uri);
    return hostname ? { host: hostname, port: Number(port) || 7687 } : undefined;
  } catch {
    return undefined;
  }
}

async function program(
  what: string,
  command: string,
  args: readonly string[],
  purpose: string,
): Promise<Finding> {
  try {
    const { stdout, stderr } = await run(command, [...args], { timeout: PATIENCE_MS });
    return { what, state: "ok", detail: (stdout || stderr).split("\n")[0] ?? "" };
  } catch {
    return { what, state: "optional", detail: `not found; only needed ${purpose}` };
  }
}
