/**
 * GEXF 1.3, dynamic: nodes and edges carry the days on which they hold, edges their relationship type as `kind`,
 * which is what lets parallel edges of different types stand side by side in Gephi.
 */
import {
  captionOf,
  EDGE_PROPERTIES,
  firstDay,
  type GraphEdge,
  type GraphNode,
  lastDay,
  NODE_COLUMNS,
  type PropertyType,
  type PropertyValue,
  readEdge,
  readNode,
} from "../graph/index.ts";
import { truncate, VERSION } from "../shared/index.ts";
import type { FileFormat } from "./file-sink.ts";
import { edgeColour, nodeColour } from "./palette.ts";
import type { GraphSource } from "./types.ts";
import { escapeXml, escapeXmlId } from "./xml.ts";

export interface GexfOptions {
  readonly language?: "fr" | "en";
  /** Where each node stands, by id, in any unit; nodes that are missing get no position. */
  readonly positions?: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

/** Longest label, in UTF-16 units: sentences of claims would fill the canvas. */
const LABEL_MAX = 120;

const GEXF_TYPES: Readonly<Record<PropertyType, string>> = {
  string: "string",
  integer: "integer",
  float: "double",
  boolean: "boolean",
  date: "string",
  strings: "liststring",
};

type Column = { readonly name: string; readonly type: PropertyType };
const NODE_ATTRIBUTES: readonly Column[] = [{ name: "kind", type: "string" }, ...NODE_COLUMNS];
/** What has a place of its own in GEXF is not repeated as an attribute. */
const IN_PLACE = new Set(["weight", "date", "endDate", "day", "endDay"]);
const EDGE_ATTRIBUTES: readonly Column[] = EDGE_PROPERTIES.filter((property) => !IN_PLACE.has(property.name));

/** GEXF 1.3 with dates, kinds and colours, and positions where they are given. */
export function gexf(options: GexfOptions = {}): FileFormat {
  return (graph) => [{ path: "", chunks: gexfText(graph, options) }];
}

function* gexfText(graph: GraphSource, options: GexfOptions): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>Riposte ${VERSION}</creator></meta>
<graph defaultedgetype="directed" mode="dynamic" timerepresentation="interval" timeformat="date" idtype="string">
`;
  yield attributes("node", NODE_ATTRIBUTES);
  yield attributes("edge", EDGE_ATTRIBUTES);
  yield "<nodes>\n";
  for (const node of graph.nodes) yield nodeText(node, options);
  yield "</nodes>\n<edges>\n";
  for (const edge of graph.edges) yield edgeText(edge);
  yield "</edges>\n</graph>\n</gexf>\n";
}

function attributes(of: "node" | "edge", columns: readonly Column[]): string {
  const rows = columns.map(
    ({ name, type }) => `<attribute id="${name}" title="${name}" type="${GEXF_TYPES[type]}"/>\n`,
  );
  return `<attributes class="${of}" mode="static">\n${rows.join("")}</attributes>\n`;
}

function nodeText(node: GraphNode, { language, positions }: GexfOptions): string {
  const dates = node.kind === "event" || node.kind === "claim" ? span(node) : "";
  const label = escapeXml(truncate(captionOf(node, language), LABEL_MAX));
  const at = positions?.get(node.id);
  return `<node id="${escapeXmlId(node.id)}" label="${label}"${dates}>${attvalues(NODE_ATTRIBUTES, { kind: node.kind, ...readNode(node) })}${colour(nodeColour(node))}${at ? `<viz:position x="${at.x}" y="${at.y}" z="0"/>` : ""}</node>\n`;
}

function edgeText(edge: GraphEdge): string {
  const type = escapeXml(edge.type);
  return `<edge id="${escapeXmlId(edge.id)}" source="${escapeXmlId(edge.source)}" target="${escapeXmlId(edge.target)}" kind="${type}" label="${type}" weight="${edge.weight}"${span(edge)}>${attvalues(EDGE_ATTRIBUTES, readEdge(edge))}${colour(edgeColour(edge))}</edge>\n`;
}

/** Days on which the item holds, both inclusive; an open side is left out. */
function span({ start, end }: { readonly start?: string; readonly end?: string }): string {
  const first = firstDay(start);
  const last = lastDay(end);
  return `${first ? ` start="${first}"` : ""}${last ? ` end="${last}"` : ""}`;
}

function attvalues(columns: readonly Column[], values: Readonly<Record<string, PropertyValue>>): string {
  const rows = columns.flatMap(({ name }) => {
    const value = values[name];
    return value === undefined ? [] : [`<attvalue for="${name}" value="${escapeXml(asText(value))}"/>`];
  });
  return `<attvalues>${rows.join("")}</attvalues>`;
}

/** Lists in brackets with quoted items, the form that Gephi reads and JSON parsers too. */
function asText(value: PropertyValue): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function colour(hex: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}
