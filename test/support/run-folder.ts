/** One folder a test run, in which test files find the services that others of the run have started. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Environment variables of the run: its folder, and the process that runs it. Workers inherit them. */
export const RUN_FOLDER = "RIPOSTE_TEST_RUN_FOLDER";
export const RUN_PROCESS = "RIPOSTE_TEST_RUN_PROCESS";

/** File of the run's folder that says where the shared Neo4j server is. */
export const SERVER_FILE = "neo4j.json";

export interface SharedServer {
  readonly uri: string;
  readonly processGroup: number | undefined;
  readonly home: string;
}

/** Jest's global set-up: names the folder, starts nothing. */
export default async function setUp(): Promise<void> {
  process.env[RUN_FOLDER] = await mkdtemp(join(tmpdir(), "riposte-run-"));
  process.env[RUN_PROCESS] = String(process.pid);
}
