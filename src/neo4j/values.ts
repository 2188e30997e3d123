/** Values between Riposte and the driver: integers and dates have types of their own there. */
import neo4j from "neo4j-driver";
import type { PropertyType, PropertyValue } from "../graph/index.ts";

/** A stored property as the driver sends it: without this, every number would become a float and a date a string. */
export function driverValue(type: PropertyType, value: PropertyValue): unknown {
  if (type === "integer") return neo4j.int(value as number);
  if (type !== "date") return value;
  const [year = 0, month = 1, day = 1] = String(value).split("-").map(Number);
  return new neo4j.types.Date(year, month, day);
}

/** Query parameters as the driver sends them: whole numbers as integers, also inside lists and maps. */
export function driverParameters(parameters: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, parameter(value)]));
}

function parameter(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(parameter);
  if (value === null || typeof value !== "object") return value;
  return driverParameters(value as Record<string, unknown>);
}
