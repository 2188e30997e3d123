import { compareText } from "../../shared/index.ts";
import type { QueryValue } from "../types.ts";

/** A value of the embedded engine without its own marks: internal ids go, labels are sorted, integers are numbers. */
export function plainValue(value: unknown): QueryValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plainValue);
  const map = value as Record<string, unknown>;
  if (Array.isArray(map._labels))
    return { labels: [...(map._labels as string[])].sort(compareText), properties: properties(map) };
  if (typeof map._type === "string" && "_source" in map)
    return { type: map._type, properties: properties(map) };
  if (isPath(map)) return { nodes: map.nodes.map(plainValue), relationships: map.edges.map(plainValue) };
  return Object.fromEntries(Object.entries(map).map(([key, inner]) => [key, plainValue(inner)]));
}

function isPath(map: Record<string, unknown>): map is { nodes: unknown[]; edges: unknown[] } {
  return Object.keys(map).length === 2 && Array.isArray(map.nodes) && Array.isArray(map.edges);
}

const INTERNAL = new Set(["_id", "_labels", "_type", "_source", "_target"]);

function properties(map: Record<string, unknown>): Record<string, QueryValue> {
  const names = Object.keys(map).filter((name) => !INTERNAL.has(name));
  return Object.fromEntries(names.sort(compareText).map((name) => [name, plainValue(map[name])]));
}
