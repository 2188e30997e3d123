/** Rows of the graph as parameters of the load statements. */
import {
  type PropertyEdge,
  type PropertyNode,
  type PropertyType,
  type PropertyValue,
  storedColumns,
} from "../../graph/index.ts";
import { driverValue } from "../../neo4j/index.ts";

export interface NodeParameters {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface EdgeParameters extends NodeParameters {
  readonly source: string;
  readonly target: string;
}

/** @param replacing  whether absent properties must be sent as null, so that old values go */
export function nodeParameters(node: PropertyNode, replacing: boolean): NodeParameters {
  return { id: node.id, properties: typed(node.kind, node.properties, replacing) };
}

/** As `nodeParameters`, with the ends. */
export function edgeParameters(edge: PropertyEdge, replacing: boolean): EdgeParameters {
  const { id, source, target } = edge;
  return { id, source, target, properties: typed("edge", edge.properties, replacing) };
}

function typed(
  kind: PropertyNode["kind"] | "edge",
  values: Readonly<Record<string, PropertyValue>>,
  replacing: boolean,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const { name, type } of columnsOf(kind)) {
    const value = values[name];
    if (value !== undefined) result[name] = driverValue(type, value);
    else if (replacing) result[name] = null;
  }
  return result;
}

type Column = { readonly name: string; readonly type: PropertyType };
const cache = new Map<string, readonly Column[]>();

function columnsOf(kind: PropertyNode["kind"] | "edge"): readonly Column[] {
  let columns = cache.get(kind);
  if (!columns) cache.set(kind, (columns = storedColumns(kind)));
  return columns;
}
