/**
 * Files for `neo4j-admin database import full`: the fast way into an empty database whose server is down.
 *
 * What is loaded equals what `neo4jSink` writes, marker and record included, so that a later export over the network
 * goes on from it.
 */
import {
  type GraphNode,
  kindLabel,
  NODE_KINDS,
  type PropertyNode,
  type PropertyType,
  type PropertyValue,
  propertyEdge,
  propertyNode,
  storedColumns,
} from "../../graph/index.ts";
import { quotedCell } from "../csv.ts";
import type { FileFormat } from "../file-sink.ts";
import type { GraphSource } from "../types.ts";
import { digestOf, type GraphDigest } from "./digest.ts";
import { MARKER, RECORD_LABEL, SCHEMA_STATEMENTS } from "./statements.ts";

/** Between the items of a list: a control character, which is replaced where a text holds it. */
const LIST_SEPARATOR = "\u001F";

const IMPORT_TYPES: Readonly<Record<PropertyType, string>> = {
  string: "string",
  integer: "long",
  float: "double",
  boolean: "boolean",
  date: "date",
  strings: "string[]",
};

type Values = Readonly<Record<string, PropertyValue>>;

const nodeFile = (kind: GraphNode["kind"]): string => `${kind}-nodes.csv`;
const EDGE_FILE = "relationships.csv";
const RECORD_FILE = "export-record.csv";

/** Statements for the server once it runs on the imported data. */
export const AFTER_IMPORT_FILE = "after-import.cypher";

/** The importer takes an empty list for no value; these put it back. */
const EMPTY_LISTS: readonly string[] = [...NODE_KINDS, "edge" as const].flatMap((kind) =>
  storedColumns(kind)
    .filter((column) => column.type === "strings")
    .map(({ name }) => {
      const [pattern, item] = kind === "edge" ? ["()-[r]->()", "r"] : [`(n:${kindLabel(kind)})`, "n"];
      const ours = `${item}.${MARKER} IS NOT NULL AND ${item}.${name} IS NULL`;
      return `MATCH ${pattern} WHERE ${ours}\nCALL { WITH ${item} SET ${item}.${name} = [] } IN TRANSACTIONS OF 5000 ROWS`;
    }),
);

/** The command that loads the files, to be run in their folder while the server is down. */
export const IMPORT_COMMAND = [
  "neo4j-admin database import full neo4j --overwrite-destination",
  "--multiline-fields=true --array-delimiter=U+001F",
  ...[...NODE_KINDS.map(nodeFile), RECORD_FILE].map((file) => `--nodes=${file}`),
  `--relationships=${EDGE_FILE}`,
].join(" ");

/** A folder of CSV files, the command that loads them, and the constraints to make afterwards. */
export const neo4jAdmin: FileFormat = (graph) => {
  const digest = digestOf(graph);
  return [
    ...NODE_KINDS.map((kind) => ({ path: nodeFile(kind), chunks: nodeRows(graph, kind, digest.digest) })),
    { path: EDGE_FILE, chunks: edgeRows(graph, digest.digest) },
    { path: RECORD_FILE, chunks: recordRows(digest) },
    { path: "import.sh", chunks: [`#!/bin/sh\ncd "$(dirname "$0")" && exec ${IMPORT_COMMAND}\n`] },
    { path: AFTER_IMPORT_FILE, chunks: [...SCHEMA_STATEMENTS, ...EMPTY_LISTS].map((text) => `${text};\n`) },
  ];
};

function* nodeRows(graph: GraphSource, kind: PropertyNode["kind"], digest: string): Generator<string> {
  const columns = storedColumns(kind).filter((column) => column.name !== "id");
  yield `id:ID,:LABEL,${columns.map(header).join(",")},${MARKER}\r\n`;
  for (const node of graph.nodes) {
    if (node.kind !== kind) continue;
    const { id, labels, properties } = propertyNode(node);
    yield `${quotedCell(id)},${labels.join(LIST_SEPARATOR)},${cells(columns, properties)},${digest}\r\n`;
  }
}

function* edgeRows(graph: GraphSource, digest: string): Generator<string> {
  const columns = storedColumns("edge");
  yield `:START_ID,:END_ID,:TYPE,${columns.map(header).join(",")},${MARKER}\r\n`;
  for (const item of graph.edges) {
    const edge = propertyEdge(item);
    const ends = `${quotedCell(edge.source)},${quotedCell(edge.target)},${quotedCell(edge.type)}`;
    yield `${ends},${cells(columns, edge.properties)},${digest}\r\n`;
  }
}

function* recordRows({ digest, nodes, edges }: GraphDigest): Generator<string> {
  yield `digest:ID(${RECORD_LABEL}),:LABEL,complete:boolean,nodes:long,edges:long\r\n`;
  yield `${digest},${RECORD_LABEL},true,${nodes},${edges}\r\n`;
}

function header({ name, type }: { readonly name: string; readonly type: PropertyType }): string {
  return `${name}:${IMPORT_TYPES[type]}`;
}

function cells(columns: readonly { readonly name: string }[], values: Values): string {
  return columns.map(({ name }) => cell(values[name])).join(",");
}

/** Empty and unquoted is no value; every text is quoted, so that an empty one stays a text. */
function cell(value: PropertyValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return quotedCell(value);
  if (typeof value !== "object") return String(value);
  return quotedCell(value.map((item) => item.replaceAll(LIST_SEPARATOR, "\uFFFD")).join(LIST_SEPARATOR));
}
