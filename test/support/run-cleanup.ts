import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { RUN_FOLDER, SERVER_FILE, type SharedServer } from "./run-folder.ts";

/** Jest's global tear-down: ends the Neo4j server of the run, if a test has started one. */
export default async function cleanUp(): Promise<void> {
  const folder = process.env[RUN_FOLDER];
  if (!folder) return;
  const text = await readFile(join(folder, SERVER_FILE), "utf8").catch(() => undefined);
  const server = text ? (JSON.parse(text) as SharedServer) : undefined;
  if (server?.processGroup) process.kill(-server.processGroup, "SIGKILL");
  if (server?.home) await rm(server.home, { recursive: true, force: true, maxRetries: 5 });
  await rm(folder, { recursive: true, force: true });
}
