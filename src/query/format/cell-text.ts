import type { QueryValue } from "../types.ts";

/** Control characters, of which terminals take some as commands, and marks that turn the direction of writing. */
// oxlint-disable-next-line no-control-regex -- control characters are what the pattern is about
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A value in one line, safe for a terminal: nodes by label and name, lists by their items. */
export function cellText(value: QueryValue): string {
  return words(value).replace(UNSAFE, (character) => (/\s/.test(character) ? " " : "\uFFFD"));
}

function words(value: QueryValue): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map(words).join(", ");
  const map = value as Readonly<Record<string, QueryValue>>;
  if (isNode(map)) return `(${lastLabel(map.labels)} ${nameOf(map.properties)})`;
  if (typeof map.type === "string" && "properties" in map) return `[${map.type}]`;
  if (isPath(map)) return map.nodes.map(words).join(" – ");
  return Object.entries(map)
    .map(([key, inner]) => `${key}: ${words(inner)}`)
    .join(", ");
}

/** At most four decimals: averages of confidences need no more. */
function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Math.round(value * 10_000) / 10_000);
}

function isNode(map: Readonly<Record<string, QueryValue>>): map is {
  labels: readonly string[];
  properties: Readonly<Record<string, QueryValue>>;
} {
  return Array.isArray(map.labels) && typeof map.properties === "object";
}

function isPath(map: Readonly<Record<string, QueryValue>>): map is {
  nodes: readonly QueryValue[];
  relationships: readonly QueryValue[];
} {
  return Array.isArray(map.nodes) && Array.isArray(map.relationships);
}

const GENERAL = new Set(["Actor", "Entity", "Riposte"]);

function lastLabel(labels: readonly string[]): string {
  return labels.find((label) => !GENERAL.has(label)) ?? labels[0] ?? "";
}

function nameOf(properties: Readonly<Record<string, QueryValue>>): string {
  const name = properties.name ?? properties.title ?? properties.text ?? properties.id;
  return typeof name === "string" ? name : "";
}
