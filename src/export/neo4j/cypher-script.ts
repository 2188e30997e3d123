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
import { labelGroup, labelsOfGroup, slicesOf } from "./slices.ts";
import * as statements from "./statements.ts";

/** Rows of one statement: literals are parsed anew each time, so small ones are quicker in all. */
const ROWS = 200;

/** One statement after the other, each ended by a semicolon at the end of its line. */
export const cypherScript: FileFormat = (graph) => [{ path: "", chunks: scriptText(graph) }];

function* scriptText(graph: GraphSource): Generator<string> {
  const { digest, nodes, edges } = digestOf(graph);
  const statement = (text: string, values: Readonly<Record<string, string>> = {}): string =>
    `${withLiterals(text, { ...values, digest: stringLiteral(digest) })};\n`;

  yield "// Written by riposte export --to cypher. Load it with: cypher-shell -f FILE\n";
  for (const text of statements.SCHEMA_STATEMENTS) yield statement(text);
  yield statement("CALL db.awaitIndexes(300)");
  yield statement(statements.OPEN_RECORD, { sliceRows: String(ROWS) });
  for (const { group, rows } of slicesOf(graph.nodes, propertyNode, labelGroup, ROWS)) {
    const literals = rows.map(
      (row) => `{id: ${stringLiteral(row.id)}, properties: ${properties(row.kind, row.properties)}}`,
    );
    yield statement(statements.mergeNodes(labelsOfGroup(group), true), { rows: listLiteral(literals) });
  }
  for (const { group, rows } of slicesOf(graph.edges, propertyEdge, (row) => row.type, ROWS)) {
    const literals = rows.map(
      (row) =>
        `{id: ${stringLiteral(row.id)}, source: ${stringLiteral(row.source)}, target: ${stringLiteral(row.target)}, properties: ${properties("edge", row.properties)}}`,
    );
    yield statement(statements.mergeEdges(group), { rows: listLiteral(literals) });
  }
  for (const text of statements.SWEEP_STATEMENTS) yield statement(text, { rows: String(ROWS) });
  yield statement(statements.RELEASE_KEPT);
  yield statement(statements.CLOSE_RECORD, { nodes: String(nodes), edges: String(edges) });
}

/** The statement with literals in place of its parameters. */
function withLiterals(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$(\w+)/g, (whole, name: string) => values[name] ?? whole);
}

/** A map literal with every property of the kind; absent ones are null, which removes an older value. */
function properties(
  kind: Parameters<typeof storedColumns>[0],
  values: Readonly<Record<string, PropertyValue>>,
): string {
  const entries = storedColumns(kind).map(({ name, type }) => `${name}: ${literal(type, values[name])}`);
  return `{${entries.join(", ")}}`;
}

function literal(type: PropertyType, value: PropertyValue | undefined): string {
  if (value === undefined) return "null";
  if (typeof value === "object") return `[${value.map(stringLiteral).join(", ")}]`;
  if (type === "date") return `date(${stringLiteral(String(value))})`;
  if (type === "float") return floatLiteral(Number(value));
  return typeof value === "string" ? stringLiteral(value) : String(value);
}

function listLiteral(items: readonly string[]): string {
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
