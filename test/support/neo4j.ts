/** The Neo4j server of the tests: `NEO4J_URI` where it is set, else one throw-away server that all test files share. */
import { mkdir, readFile, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe } from "@jest/globals";
import { findPrograms, type Programs } from "../../scripts/neo4j/programs.ts";
import { Neo4jServer } from "../../scripts/neo4j/server.ts";
import { type Neo4jAddress, neo4jAddress } from "../../src/neo4j/index.ts";
import { RUN_FOLDER, RUN_PROCESS, SERVER_FILE, type SharedServer } from "./run-folder.ts";

/** A cold start with a first download of the jars. */
export const START_TIMEOUT_MS = 240_000;
/** A start, and another suite's tests before. */
export const HOLD_TIMEOUT_MS = 2 * START_TIMEOUT_MS;

const found = findPrograms();
/** Java and Maven; throws where they are missing, which `describeWithServer` has excluded. */
export function programs(): Programs {
  if ("missing" in found) throw new Error(found.missing);
  return found;
}

/**
 * `describe` for tests that start servers of their own. Without Java the suite is shown as skipped, saying why; with
 * `CI` set it runs, and fails.
 */
export const describeWithServer =
  "missing" in found && !process.env.CI
    ? (name: string, body: () => void) => describe.skip(`${name} (${found.missing})`, body)
    : describe;

/** As `describeWithServer`, for tests that can also use the server at `NEO4J_URI`. */
export const describeWithNeo4j = process.env.NEO4J_URI ? describe : describeWithServer;

/** The shared server, with no other suite writing to it until it is released. */
export interface HeldNeo4j {
  readonly address: Neo4jAddress;
  release(): Promise<void>;
}

/**
 * The shared server for a suite that writes: one database stands behind it, and suites run side by side. Waits for
 * whoever holds it.
 */
export async function holdNeo4j(): Promise<HeldNeo4j> {
  const held = join(runFolder(), "held");
  const deadline = performance.now() + HOLD_TIMEOUT_MS;
  while (!(await isFirst(held))) {
    if (performance.now() > deadline) throw new Error("the shared Neo4j server was never released");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const release = () => rmdir(held);
  try {
    return { address: await sharedNeo4j(), release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** The shared server, started by whoever asks first; for a suite that writes nothing. */
export async function sharedNeo4j(): Promise<Neo4jAddress> {
  if (process.env.NEO4J_URI) return neo4jAddress({});
  const folder = runFolder();
  if (await isFirst(join(folder, "starting"))) {
    const server = await Neo4jServer.start(programs(), {
      brief: true,
      owner: Number(process.env[RUN_PROCESS]),
    });
    const { uri, home, processGroup } = server;
    await writeFile(
      join(folder, SERVER_FILE),
      JSON.stringify({ uri, home, processGroup } satisfies SharedServer),
    );
  }
  return neo4jAddress({ uri: (await startedServer(folder)).uri }, {});
}

function runFolder(): string {
  const folder = process.env[RUN_FOLDER];
  if (!folder) throw new Error(`${RUN_FOLDER} is not set: is the global set-up missing in jest.config.js?`);
  return folder;
}

/** Making a folder is a step that one process alone succeeds in. */
async function isFirst(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function startedServer(folder: string): Promise<SharedServer> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < deadline) {
    const text = await readFile(join(folder, SERVER_FILE), "utf8").catch(() => "");
    if (text.endsWith("}")) return JSON.parse(text) as SharedServer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the shared Neo4j server did not start");
}
