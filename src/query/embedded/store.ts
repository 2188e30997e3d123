/** Writing the graph into a file of the embedded engine: a projection of the case, made anew whenever it changes. */
import { createRequire } from "node:module";
import { rm } from "node:fs/promises";
import type { GrafeoDB } from "@grafeo-db/js";
import {
  type GraphEdge,
  type GraphNode,
  type PropertyType,
  type PropertyValue,
  propertyEdge,
  propertyNode,
  storedColumns,
} from "../../graph/index.ts";
import { invariant, RiposteError } from "../../shared/index.ts";

/** A node or edge as the engine stores it; dates as `{ $date: "2021-06-28" }`. */
export interface StoreNode {
  readonly labels: readonly string[];
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface StoreEdge {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const BATCH = 10_000;

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

/** Writes an event graph to `path`, replacing what is there. Both iterables are walked once. */
export async function buildStore(
  path: string,
  graph: { readonly nodes: Iterable<GraphNode>; readonly edges: Iterable<GraphEdge> },
): Promise<void> {
  await writeStore(path, mapped(graph.nodes, storeNode), mapped(graph.edges, storeEdge), FLOATS);
}

/**
 * Writes rows to a file of the engine.
 * @param floats  names of properties that are floats even where their value is whole
 */
export async function writeStore(
  path: string,
  nodes: Iterable<StoreNode>,
  edges: Iterable<StoreEdge>,
  floats: readonly string[],
): Promise<void> {
  await rm(path, { recursive: true, force: true });
  const db = loadEngine().create(path);
  try {
    const ids = await createNodes(db, nodes);
    await createEdges(db, edges, ids);
    await makeFloats(db, floats);
    await db.executeCypher("CREATE INDEX riposte_id FOR (n:Riposte) ON (n.id)");
    db.walCheckpoint();
  } finally {
    db.close();
  }
}

/** @returns the engine's id of each node, by ours */
async function createNodes(db: GrafeoDB, nodes: Iterable<StoreNode>): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  const waiting = new Map<string, StoreNode[]>();
  const flush = async (rows: readonly StoreNode[]) => {
    const [first] = rows;
    if (!first) return;
    const created = await db.batchCreateNodesWithProps(
      [...first.labels],
      rows.map((row) => row.properties),
    );
    for (const [i, row] of rows.entries()) ids.set(row.id, created[i] ?? 0);
  };
  for (const node of nodes) {
    const group = node.labels.join(":");
    const rows = waiting.get(group) ?? [];
    rows.push(node);
    waiting.set(group, rows.length < BATCH ? rows : []);
    if (rows.length >= BATCH) await flush(rows);
  }
  for (const rows of waiting.values()) await flush(rows);
  return ids;
}

async function createEdges(
  db: GrafeoDB,
  edges: Iterable<StoreEdge>,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  let batch: Parameters<GrafeoDB["batchCreateEdges"]>[0] = [];
  for (const { type, source, target, properties } of edges) {
    const src = ids.get(source);
    const dst = ids.get(target);
    invariant(src !== undefined && dst !== undefined, `edge ${source} → ${target} has no end`);
    batch.push({ src, dst, type, properties });
    if (batch.length < BATCH) continue;
    await db.batchCreateEdges(batch);
    batch = [];
  }
  if (batch.length > 0) await db.batchCreateEdges(batch);
}

/** A whole JavaScript number is stored as an integer, and integers divide otherwise. */
async function makeFloats(db: GrafeoDB, floats: readonly string[]): Promise<void> {
  for (const name of floats) {
    for (const pattern of ["(x)", "()-[x]->()"])
      await db.executeCypher(
        `MATCH ${pattern} WHERE x.${name} = toInteger(x.${name}) SET x.${name} = toFloat(x.${name})`,
      );
  }
}

function storeNode(node: GraphNode): StoreNode {
  const { labels, id, kind, properties } = propertyNode(node);
  return { labels, id, properties: engineValues(kind, properties) };
}

function storeEdge(edge: GraphEdge): StoreEdge {
  const { type, source, target, properties } = propertyEdge(edge);
  return { type, source, target, properties: engineValues("edge", properties) };
}

type Kind = GraphNode["kind"] | "edge";
const KINDS: readonly Kind[] = ["entity", "event", "claim", "document", "stub", "edge"];
const columnsOfType = (kind: Kind, type: PropertyType): string[] =>
  storedColumns(kind).flatMap((column) => (column.type === type ? [column.name] : []));
const DATES = Object.fromEntries(KINDS.map((kind) => [kind, columnsOfType(kind, "date")])) as Record<
  Kind,
  string[]
>;
const FLOATS: readonly string[] = [...new Set(KINDS.flatMap((kind) => columnsOfType(kind, "float")))];

function engineValues(
  kind: Kind,
  properties: Readonly<Record<string, PropertyValue>>,
): Record<string, unknown> {
  const values: Record<string, unknown> = { ...properties };
  for (const name of DATES[kind]) if (values[name] !== undefined) values[name] = { $date: values[name] };
  return values;
}

function* mapped<A, B>(items: Iterable<A>, map: (item: A) => B): Generator<B> {
  for (const item of items) yield map(item);
}
