import neo4j, { type Duration, type Path } from "neo4j-driver";
import { compareText } from "../../shared/index.ts";
import type { QueryValue } from "../types.ts";

/** Property by which an export marks what it wrote: no part of the graph. */
const MARKER = "riposteExport";

/** A value of the driver in the form that all engines share: dates as text, nodes and paths as maps. */
export function neo4jValue(value: unknown): QueryValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(neo4jValue);
  return objectValue(value);
}

function objectValue(value: object): QueryValue {
  if (neo4j.isInt(value)) return value.toNumber();
  if (neo4j.isNode(value))
    return { labels: [...value.labels].sort(compareText), properties: properties(value.properties) };
  if (neo4j.isRelationship(value)) return { type: value.type, properties: properties(value.properties) };
  if (neo4j.isPath(value)) return pathValue(value);
  if (neo4j.isDuration(value)) return durationText(value);
  if (neo4j.isDate(value) || neo4j.isDateTime(value) || neo4j.isLocalDateTime(value)) return value.toString();
  if (neo4j.isTime(value) || neo4j.isLocalTime(value)) return value.toString();
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, neo4jValue(inner)]));
}

function pathValue(path: Path): QueryValue {
  const nodes = [path.start, ...path.segments.map((segment) => segment.end)];
  return {
    nodes: nodes.map(neo4jValue),
    relationships: path.segments.map((segment) => neo4jValue(segment.relationship)),
  };
}

function properties(values: Readonly<Record<string, unknown>>): Record<string, QueryValue> {
  const names = Object.keys(values).filter((name) => name !== MARKER);
  return Object.fromEntries(names.sort(compareText).map((name) => [name, neo4jValue(values[name])]));
}

/** ISO 8601 without the parts that are zero; `P0D` for no time at all. */
function durationText({ months, days, seconds }: Duration): string {
  const [m, d, s] = [Number(months), Number(days), Number(seconds)];
  const date = `${m === 0 ? "" : `${m}M`}${d === 0 ? "" : `${d}D`}`;
  const time = s === 0 ? "" : `T${s}S`;
  return date || time ? `P${date}${time}` : "P0D";
}
