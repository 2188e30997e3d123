/** GraphML 1.0: one typed key per property; lists as JSON text, because GraphML has no lists. */
import {
  EDGE_PROPERTIES,
  captionOf,
  NODE_COLUMNS,
  type PropertyType,
  type PropertyValue,
  readEdge,
  readNode,
} from "../graph/index.ts";
import type { FileFormat } from "./file-sink.ts";
import type { GraphSource } from "./types.ts";
import { escapeXml, escapeXmlId } from "./xml.ts";

const GRAPHML_TYPES: Readonly<Record<PropertyType, string>> = {
  string: "string",
  integer: "int",
  float: "double",
  boolean: "boolean",
  date: "string",
  strings: "string",
};

type Column = { readonly name: string; readonly type: PropertyType };
const NODE_KEYS: readonly Column[] = [
  { name: "kind", type: "string" },
  { name: "label", type: "string" },
  ...NODE_COLUMNS,
];
const EDGE_KEYS: readonly Column[] = [{ name: "label", type: "string" }, ...EDGE_PROPERTIES];

export interface GraphmlOptions {
  readonly language?: "fr" | "en";
}

/** GraphML as networkx, igraph, yEd and Gephi read it. */
export function graphml(options: GraphmlOptions = {}): FileFormat {
  return (graph) => [{ path: "", chunks: graphmlText(graph, options) }];
}

function* graphmlText(graph: GraphSource, { language }: GraphmlOptions): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;
  yield keys("node", NODE_KEYS);
  yield keys("edge", EDGE_KEYS);
  yield '<graph id="riposte" edgedefault="directed">\n';
  for (const node of graph.nodes) {
    const values = { kind: node.kind, label: captionOf(node, language), ...readNode(node) };
    yield `<node id="${escapeXmlId(node.id)}">${data("n", NODE_KEYS, values)}</node>\n`;
  }
  for (const edge of graph.edges) {
    const values = { label: edge.type, ...readEdge(edge) };
    yield `<edge id="${escapeXmlId(edge.id)}" source="${escapeXmlId(edge.source)}" target="${escapeXmlId(edge.target)}">${data("e", EDGE_KEYS, values)}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
}

function keys(of: "node" | "edge", columns: readonly Column[]): string {
  return columns
    .map(
      ({ name, type }) =>
        `<key id="${of.charAt(0)}.${name}" for="${of}" attr.name="${name}" attr.type="${GRAPHML_TYPES[type]}"/>\n`,
    )
    .join("");
}

function data(
  prefix: "n" | "e",
  columns: readonly Column[],
  values: Readonly<Record<string, PropertyValue>>,
): string {
  return columns
    .flatMap(({ name }) => {
      const value = values[name];
      if (value === undefined) return [];
      const text = typeof value === "object" ? JSON.stringify(value) : String(value);
      return [`<data key="${prefix}.${name}">${escapeXml(text)}</data>`];
    })
    .join("");
}
