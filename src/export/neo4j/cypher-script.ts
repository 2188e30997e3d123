/**
 * A script for `cypher-shell -f` that loads a graph: the statements of `neo4jSink` with the rows as literals. Running
 * it again changes nothing; running a later one replaces the earlier graph.
 */
import {
  type PropertyType,
  type PropertyValue,
  propertyEdge,
  propertyNode,
  storedColumns,
} from "../../graph/index.ts";
import type { FileFormat } from "../file-sink.ts";
import type { GraphSource } from "../types.ts";
import { digestOf } from "./digest.ts";
import { EDGE_ENDS } from "./rows.ts";
import { slicesOf } from "../../shared/index.ts";
import * as statements from "./statements.ts";

/** Rows of one statement: literals are parsed anew each time, so small ones are quicker in all. */
const ROWS = 200;

/** One statement after the other, each ended by a semicolon at the end of its line. */
export const cypherScript: FileFormat = (graph) => [{ path: "", chunks: scriptText(graph) }];

function* scriptText(graph: GraphSource): Generator<string> {
  const { digest, ...counts } = digestOf(graph);
  const statement = (text: string, values: Readonly<Record<string, string>> = {}): string =>
    `${withLiterals(text, { ...values, digest: stringLiteral(digest) })};\n`;

  yield "// Written by riposte export --to cypher. Load it with: cypher-shell -f FILE\n";
  for (const text of statements.SCHEMA_STATEMENTS) yield statement(text);
  yield statement("CALL db.awaitIndexes(300)");
  yield statement(statements.OPEN_RECORD, { sliceRows: String(ROWS) });
  for (const nodes of slicesOf(graph.nodes, statements.labelGroup, ROWS)) {
    const rows = nodes.map((node) => listLiteral(literals(node.kind, propertyNode(node).properties)));
    yield statement(statements.mergeNodes(nodes[0]), { rows: linesLiteral(rows) });
  }
  for (const edges of slicesOf(graph.edges, (edge) => edge.type, ROWS)) {
    const rows = edges.map((item) => {
      const edge = propertyEdge(item);
      const ends = EDGE_ENDS.map((end) => stringLiteral(edge[end]));
      return listLiteral([...ends, ...literals("edge", edge.properties)]);
    });
    yield statement(statements.mergeEdges(edges[0].type), { rows: linesLiteral(rows) });
  }
  for (const text of statements.SWEEP_STATEMENTS) yield statement(text, { rows: String(ROWS) });
  yield statement(statements.RELEASE_KEPT);
  yield statement(statements.CLOSE_RECORD, {
    nodes: String(counts.nodes),
    edges: String(counts.edges),
  });
}

/** The statement with literals in place of its parameters. */
function withLiterals(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$(\w+)/g, (whole, name: string) => values[name] ?? whole);
}

/** Every property of the kind in its place; absent ones are null, which removes an older value. */
function literals(
  kind: Parameters<typeof storedColumns>[0],
  values: Readonly<Record<string, PropertyValue>>,
): string[] {
  return storedColumns(kind).map(({ name, type }) => literal(type, values[name]));
}

function literal(type: PropertyType, value: PropertyValue | undefined): string {
  if (value === undefined) return "null";
  if (typeof value === "object") return listLiteral(value.map(stringLiteral));
  if (type === "date") return `date(${stringLiteral(String(value))})`;
  if (type === "float") return floatLiteral(Number(value));
  return typeof value === "string" ? stringLiteral(value) : String(value);
}

function listLiteral(items: readonly string[]): string {
  return `[${items.join(", ")}]`;
}

function linesLiteral(items: readonly string[]): string {
  return `[\n${items.join(",\n")}\n]`;
}

/** A whole number needs a point to be a float. */
function floatLiteral(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "'": "\\'",
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/**
 * Text as a Cypher string. Neo4j 5 turns `\uXXXX` into a character before it looks for the end of the string, even
 * after an escaped backslash; a backslash before a `u` therefore ends one literal, and the `u` begins the next.
 */
export function stringLiteral(text: string): string {
  const escaped = text
    .toWellFormed()
    .replace(/['\\\n\r\t]/g, (character) => ESCAPES[character] ?? character)
    .replace(/\\\\(?=u)/g, "\\\\' + '");
  return `'${escaped}'`;
}
