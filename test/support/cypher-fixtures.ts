/** Queries with the answers that Neo4j 5.26 gave (scripts/neo4j/record-answers.ts). */
import { readFileSync } from "node:fs";
import type { Parameters, QueryResult, QueryValue } from "../../src/query/index.ts";
import { packagePath } from "../../src/shared/index.ts";

export const FIXTURES = ["examples", "generated-1", "generated-2"] as const;

export interface CypherFixture {
  /** Statements that make the graph. */
  readonly load: readonly string[];
  readonly queries: readonly FixtureQuery[];
}

export interface FixtureQuery {
  readonly name: string;
  readonly query: string;
  readonly parameters?: Parameters;
  /** Absent for queries that write. */
  readonly answer?: Pick<QueryResult, "columns" | "rows">;
}

export function cypherFixture(name: (typeof FIXTURES)[number]): CypherFixture {
  return JSON.parse(readFileSync(packagePath(`test/fixtures/cypher/${name}.json`), "utf8")) as CypherFixture;
}

/**
 * Columns and rows without what Cypher leaves open: the order of rows that are not ordered to the end, the order in
 * which lists were collected, and the last digits of floats.
 */
export function comparable({ columns, rows }: Pick<QueryResult, "columns" | "rows">): unknown {
  const texts = rows.map((row) => JSON.stringify(row.map(settled)));
  return { columns, rows: texts.sort((a, b) => (a < b ? -1 : 1)) };
}

function settled(value: QueryValue): QueryValue {
  if (typeof value === "number") return Math.round(value * 1e6) / 1e6;
  if (Array.isArray(value)) {
    const items = value.map(settled).map((item) => [JSON.stringify(item), item] as const);
    return items.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  }
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, settled(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
