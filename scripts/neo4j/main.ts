/**
 * A throw-away Neo4j for trying things out: `npm run neo4j`. Uses Java and Maven where they are, Docker where they
 * are not; runs until Ctrl-C, then the data are gone. `npm run neo4j -- --gds` adds Graph Data Science.
 */
import { randomBytes } from "node:crypto";
import { spawn, spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { NEO4J_VERSION } from "./jars.ts";
import { findPrograms } from "./programs.ts";
import { Neo4jServer } from "./server.ts";

const DOCKER_IMAGE = `neo4j:${NEO4J_VERSION}-community`;

const { gds } = parseArgs({ options: { gds: { type: "boolean", default: false } } }).values;

if (process.env.NEO4J_URI) {
  console.error("NEO4J_URI is set: that server is used, no other one is started");
  console.log(`NEO4J_URI=${process.env.NEO4J_URI}`);
} else {
  const programs = findPrograms();
  if (!("missing" in programs))
    await runServer(await Neo4jServer.start(programs, { dataScience: gds, browser: true }));
  else if (dockerAnswers()) runDocker();
  else {
    console.error(programs.missing);
    process.exitCode = 1;
  }
}

async function runServer(server: Neo4jServer): Promise<void> {
  announce(server.uri, server.browserUri);
  await new Promise<void>((resolve) => {
    const alive = setInterval(() => undefined, 60_000);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        clearInterval(alive);
        resolve();
      });
    }
  });
  await server.dispose();
}

function dockerAnswers(): boolean {
  return spawnSync("docker", ["info"], { stdio: "ignore" }).status === 0;
}

/** The container has Neo4j Browser too, on a port of its own; both ports are on the loopback address only. */
function runDocker(): void {
  const name = `riposte-neo4j-${randomBytes(4).toString("hex")}`;
  const ports = ["-p", "127.0.0.1:7687:7687", "-p", "127.0.0.1:7474:7474"];
  announce("bolt://127.0.0.1:7687", "http://127.0.0.1:7474/browser/");
  const plugins = gds ? ["-e", 'NEO4J_PLUGINS=["graph-data-science"]'] : [];
  const args = ["run", "--rm", "--name", name, ...ports, "-e", "NEO4J_AUTH=none", ...plugins, DOCKER_IMAGE];
  const container = spawn("docker", args, { stdio: ["ignore", "ignore", "inherit"] });
  container.once("exit", (code) => (process.exitCode = code ?? 0));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => container.kill(signal));
}

function announce(uri: string, browserUri: string | undefined): void {
  console.error("Neo4j is up; Ctrl-C ends it and deletes its data. In another terminal:");
  console.error(`  riposte export CASE --to neo4j --uri ${uri}`);
  console.error(`  riposte query CASE --engine neo4j --uri ${uri} --saved most-active-pairs`);
  if (browserUri) console.error(`  Neo4j Browser: ${browserUri}`);
  console.log(`NEO4J_URI=${uri}`);
}
