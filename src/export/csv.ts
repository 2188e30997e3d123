/**
 * Comma-separated values for spreadsheets (RFC 4180): `nodes.csv` and `edges.csv`.
 *
 * A cell that a spreadsheet would run as a formula is written with a leading apostrophe.
 */
import {
  captionOf,
  EDGE_PROPERTIES,
  NODE_COLUMNS,
  type PropertyValue,
  readEdge,
  readNode,
} from "../graph/index.ts";
import type { FileFormat } from "./file-sink.ts";
import type { GraphSource } from "./types.ts";

const NODE_HEADER = ["id", "kind", "label", ...NODE_COLUMNS.map((column) => column.name)];
const EDGE_HEADER = ["id", "type", "source", "target", ...EDGE_PROPERTIES.map((property) => property.name)];

/** Two files below a folder; lists are joined by `; `. */
export const csv: FileFormat = (graph) => [
  { path: "nodes.csv", chunks: nodeRows(graph) },
  { path: "edges.csv", chunks: edgeRows(graph) },
];

function* nodeRows(graph: GraphSource): Generator<string> {
  yield `${NODE_HEADER.join(",")}\r\n`;
  for (const node of graph.nodes) {
    const values = { id: node.id, kind: node.kind, label: captionOf(node), ...readNode(node) };
    yield row(NODE_HEADER, values);
  }
}

function* edgeRows(graph: GraphSource): Generator<string> {
  yield `${EDGE_HEADER.join(",")}\r\n`;
  for (const edge of graph.edges) {
    const values = {
      id: edge.id,
      type: edge.type,
      source: edge.source,
      target: edge.target,
      ...readEdge(edge),
    };
    yield row(EDGE_HEADER, values);
  }
}

function row(header: readonly string[], values: Readonly<Record<string, PropertyValue>>): string {
  return `${header.map((name) => cell(values[name])).join(",")}\r\n`;
}

function cell(value: PropertyValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return plainCell(disarm(typeof value === "string" ? value : value.join("; ")));
}

/** Text that no spreadsheet takes for a formula, a command or a link to another file. */
function disarm(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

/** Text as one cell: well-formed, quoted where the format needs it, nothing else changed. */
function plainCell(text: string): string {
  const kept = text.toWellFormed();
  return /[",\r\n]|^\s|\s$/.test(kept) ? quotedCell(kept) : kept;
}

/** Text as one quoted cell, whatever it holds. */
export function quotedCell(text: string): string {
  return `"${text.toWellFormed().replaceAll('"', '""')}"`;
}
