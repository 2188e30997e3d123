/** Writing the graph into a file of the embedded engine: a projection of the case, made anew whenever it changes. */
import { createRequire } from "node:module";
import { rm } from "node:fs/promises";
import type { GrafeoDB } from "@grafeo-db/js";
import {
  BASE_LABEL,
  type GraphEdge,
  type GraphNode,
  labelsOf,
  propertyEdge,
  propertyNode,
  storedColumns,
} from "../../graph/index.ts";
import { invariant, RiposteError, slicesOf } from "../../shared/index.ts";
import { quoted, RowLoader } from "./row-loader.ts";

/** Rows that the engine reads at a time: far below what it manages in the 30 s that it grants a statement. */
const SLICE_ROWS = 5000;

/**
 * The engine's native module.
 * @throws {RiposteError} `query/engine-missing` where there is no binary for this machine
 */
export function loadEngine(): typeof GrafeoDB {
  try {
    // CommonJS without named exports that Node could see.
    return (createRequire(import.meta.url)("@grafeo-db/js") as { GrafeoDB: typeof GrafeoDB }).GrafeoDB;
  } catch (error) {
    throw new RiposteError(
      "query/engine-missing",
      "the embedded engine has no binary for this machine; use a Neo4j server with --engine neo4j",
      { cause: error },
    );
  }
}

/**
 * Writes an event graph to `path`, replacing what is there. Both iterables are walked once. The graph is made in memory
 * and saved at the end: with a log of every change on the way, it takes half as long again.
 */
export async function buildStore(
  path: string,
  graph: { readonly nodes: Iterable<GraphNode>; readonly edges: Iterable<GraphEdge> },
): Promise<void> {
  await rm(path, { recursive: true, force: true });
  const db = loadEngine().create();
  try {
    const loader = await RowLoader.open(db, `${path}.rows-`);
    try {
      await loadNodes(loader, graph.nodes, db);
      await loadEdges(loader, graph.edges, db);
    } finally {
      await loader.close();
    }
    db.save(path);
  } finally {
    db.close();
  }
}

async function loadNodes(loader: RowLoader, nodes: Iterable<GraphNode>, db: GrafeoDB): Promise<void> {
  let sent = 0;
  for (const slice of slicesOf(nodes, (node) => labelsOf(node).join(":"), SLICE_ROWS)) {
    const [{ kind }] = slice;
    const labels = [BASE_LABEL, ...labelsOf(slice[0])].map((label) => `:${quoted(label)}`).join("");
    const rows = slice.map((node) => propertyNode(node).properties);
    await loader.load(
      rows,
      storedColumns(kind),
      new Map(),
      (_row, properties) => `INSERT (${labels} ${properties})`,
    );
    sent += rows.length;
  }
  await loader.finish();
  invariant(db.nodeCount() === sent, `the embedded engine holds ${db.nodeCount()} of ${sent} nodes`);
  await db.executeCypher(`CREATE INDEX riposte_id FOR (n:${BASE_LABEL}) ON (n.id)`);
}

/** Names of a row's ends, beside those of its properties; no property is called so. */
const SOURCE = "$source";
const TARGET = "$target";

async function loadEdges(loader: RowLoader, edges: Iterable<GraphEdge>, db: GrafeoDB): Promise<void> {
  const columns = storedColumns("edge");
  let sent = 0;
  for (const slice of slicesOf(edges, (edge) => edge.type, SLICE_ROWS)) {
    const type = quoted(slice[0].type);
    const rows = slice.map(propertyEdge);
    const ends = new Map([
      [SOURCE, rows.map((row) => row.source)],
      [TARGET, rows.map((row) => row.target)],
    ]);
    await loader.load(
      rows.map((row) => row.properties),
      columns,
      ends,
      (row, properties) =>
        `${matchEnd("a", row, SOURCE)} ${matchEnd("b", row, TARGET)} INSERT (a)-[:${type} ${properties}]->(b)`,
    );
    sent += rows.length;
  }
  await loader.finish();
  invariant(db.edgeCount() === sent, `the embedded engine holds ${db.edgeCount()} of ${sent} relationships`);
}

function matchEnd(name: string, row: string, key: string): string {
  return `MATCH (${name}:${BASE_LABEL} {id: ${row}.${quoted(key)}})`;
}
