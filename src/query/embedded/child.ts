/**
 * The process that runs queries on the embedded engine: read-only, killed by its parent when time is up, and by its
 * own watcher when memory is. Arguments: file of the store, memory limit in megabytes.
 */
import { Worker } from "node:worker_threads";
import type { Parameters, QueryResult, Vocabulary } from "../types.ts";
import { plainValue } from "./plain-value.ts";
import { loadEngine } from "./store.ts";

export type ChildRequest =
  | {
      readonly id: number;
      readonly query: string;
      readonly parameters: Parameters;
      readonly maxRows: number;
    }
  | { readonly id: number; readonly vocabulary: true };

export type ChildAnswer =
  | { readonly ready: true }
  | { readonly id: number; readonly result: QueryResult }
  | { readonly id: number; readonly vocabulary: Vocabulary }
  | { readonly id: number; readonly error: string };

/** Looks at the memory from a thread of its own: a query that builds a huge result keeps the main one busy. */
const WATCHER = `
const { workerData } = require("node:worker_threads");
setInterval(() => { if (process.memoryUsage.rss() > workerData) process.kill(process.pid, "SIGKILL"); }, 25);
`;

const [, , path = "", memoryMb = "0"] = process.argv;
new Worker(WATCHER, { eval: true, workerData: Number(memoryMb) * 1_000_000 }).unref();
const db = loadEngine().openReadOnly(path);
const answer = (message: ChildAnswer) => process.send?.(message);

process.on("disconnect", () => process.exit());
process.on("message", (request: ChildRequest) => {
  void run(request).then(answer);
});
answer({ ready: true });

async function run(request: ChildRequest): Promise<ChildAnswer> {
  const { id } = request;
  try {
    if ("vocabulary" in request) return { id, vocabulary: vocabulary() };
    const { query, parameters, maxRows } = request;
    const result = await db.executeCypher(query, parameters);
    const columns = result.columns;
    const all = result.toArray() as Record<string, unknown>[];
    const rows = all.slice(0, maxRows).map((row) => columns.map((name) => plainValue(row[name])));
    return { id, result: { columns, rows, truncated: all.length > rows.length } };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function vocabulary(): Vocabulary {
  const schema = db.schema() as {
    labels: { name: string }[];
    edge_types: { name: string }[];
    property_keys: string[];
  };
  return {
    labels: schema.labels.map((label) => label.name),
    relationshipTypes: schema.edge_types.map((type) => type.name),
    properties: schema.property_keys,
  };
}
