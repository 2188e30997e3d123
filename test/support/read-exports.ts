/** Readers of the exported files that share no code with the writers. */
import { DOMParser, type Element, onErrorStopParsing } from "@xmldom/xmldom";
import { MultiDirectedGraph } from "graphology";
import type { StoredEdge, StoredGraph, StoredNode } from "../contracts/graph-sink.ts";

export function readGraphologyJson(text: string): StoredGraph {
  const graph = MultiDirectedGraph.from(JSON.parse(text));
  return {
    nodes: graph.mapNodes((id, attributes) => ({
      id,
      name: attributes.kind === "entity" ? attributes.name : undefined,
    })),
    edges: graph.mapEdges((id, attributes, source, target) => ({
      id,
      type: attributes.type,
      source,
      target,
      date: attributes.start?.length === 4 ? `${attributes.start}-01-01` : attributes.start,
      weight: attributes.weight,
    })),
  };
}

export function readGexf(text: string): StoredGraph {
  const root = parseXml(text);
  const attribute = (element: Element, name: string): string | undefined =>
    elements(element, "attvalue")
      .find((value) => value.getAttribute("for") === name)
      ?.getAttribute("value") ?? undefined;
  return {
    nodes: elements(root, "node").map(
      (element): StoredNode => ({
        id: element.getAttribute("id") ?? "",
        name: attribute(element, "name"),
      }),
    ),
    edges: elements(root, "edge").map(
      (element): StoredEdge => ({
        id: element.getAttribute("id") ?? "",
        type: element.getAttribute("kind") ?? "",
        source: element.getAttribute("source") ?? "",
        target: element.getAttribute("target") ?? "",
        date: element.getAttribute("start") ?? undefined,
        weight: Number(element.getAttribute("weight")),
      }),
    ),
  };
}

export function readGraphml(text: string): StoredGraph {
  const root = parseXml(text);
  const data = (element: Element, key: string): string | undefined =>
    elements(element, "data").find((value) => value.getAttribute("key") === key)?.textContent ?? undefined;
  return {
    nodes: elements(root, "node").map(
      (element): StoredNode => ({
        id: element.getAttribute("id") ?? "",
        name: data(element, "n.name"),
      }),
    ),
    edges: elements(root, "edge").map(
      (element): StoredEdge => ({
        id: element.getAttribute("id") ?? "",
        type: data(element, "e.label") ?? "",
        source: element.getAttribute("source") ?? "",
        target: element.getAttribute("target") ?? "",
        date: data(element, "e.date"),
        weight: Number(data(element, "e.weight")),
      }),
    ),
  };
}

export function readCsv(nodes: string, edges: string): StoredGraph {
  return {
    nodes: parseCsv(nodes).map((row) => ({
      id: row.id ?? "",
      name: row.kind === "entity" ? row.name : undefined,
    })),
    edges: parseCsv(edges).map((row) => ({
      id: row.id ?? "",
      type: row.type ?? "",
      source: row.source ?? "",
      target: row.target ?? "",
      date: row.date || undefined,
      weight: Number(row.weight),
    })),
  };
}

/** Rows of RFC 4180 text by the names in its first line. */
export function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  // Either a quoted cell or a bare one, then what ends it.
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  const [header = [], ...body] = rows.slice(0, -1);
  return body.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

/** Parses strictly: anything that is not well-formed XML throws. */
function parseXml(text: string): Element {
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, "text/xml");
  if (!document.documentElement) throw new Error("no root element");
  return document.documentElement;
}

function elements(parent: Element, name: string): Element[] {
  return [...parent.getElementsByTagName(name)];
}
