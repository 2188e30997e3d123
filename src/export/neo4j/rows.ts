/**
 * Rows of the graph as parameters of the load statements: lists in the order of the stored columns. As maps, the names
 * of twenty properties would travel, and be looked up by the server, with every row.
 */
import {
  type GraphNode,
  type PropertyEdge,
  type PropertyNode,
  type PropertyType,
  type PropertyValue,
  storedColumns,
} from "../../graph/index.ts";
import { driverValue } from "../../neo4j/index.ts";

/** Values by column; null where there is none. */
export type ParameterRow = readonly unknown[];

/** Columns of a relationship's row that stand before those of its properties. */
export const EDGE_ENDS = ["source", "target"] as const;

/** The values of `storedColumns(node.kind)`. */
export function nodeRow(node: PropertyNode): ParameterRow {
  return typedValues(node.kind, node.properties);
}

/** Source and target, then the values of `storedColumns("edge")`. */
export function edgeRow(edge: PropertyEdge): ParameterRow {
  return [edge.source, edge.target, ...typedValues("edge", edge.properties)];
}

function typedValues(
  kind: GraphNode["kind"] | "edge",
  values: Readonly<Record<string, PropertyValue>>,
): unknown[] {
  return columnsOf(kind).map(({ name, type }) => {
    const value = values[name];
    return value === undefined ? null : driverValue(type, value);
  });
}

type Column = { readonly name: string; readonly type: PropertyType };
const cache = new Map<string, readonly Column[]>();

function columnsOf(kind: GraphNode["kind"] | "edge"): readonly Column[] {
  let columns = cache.get(kind);
  if (!columns) cache.set(kind, (columns = storedColumns(kind)));
  return columns;
}
