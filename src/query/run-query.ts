/** One question to one engine, with what a person should know about the answer. */
import { GRAPH_VOCABULARY } from "../graph/index.ts";
import { lint } from "./cypher/lint.ts";
import { unknownNames } from "./cypher/names.ts";
import {
  DEFAULT_LIMITS,
  type Parameters,
  type QueryEngine,
  type QueryLimits,
  type QueryResult,
} from "./types.ts";

export interface QueryAnswer extends QueryResult {
  /** Names that the graph does not have, rows left out, words that other engines take otherwise. One line each. */
  readonly notices: readonly string[];
}

/**
 * Runs a query and explains an answer that may surprise.
 * @throws {RiposteError} as `QueryEngine.run`
 */
export async function runQuery(
  engine: QueryEngine,
  query: string,
  parameters: Parameters = {},
  limits: Partial<QueryLimits> = {},
): Promise<QueryAnswer> {
  const all = { ...DEFAULT_LIMITS, ...limits };
  const result = await engine.run(query, parameters, all);
  return {
    ...result,
    notices: [
      ...(await nameNotices(engine, query)),
      ...(result.truncated ? [`only the first ${all.maxRows} rows are shown; --limit gives more`] : []),
      ...(engine.name === "neo4j" ? portabilityNotices(query) : []),
    ],
  };
}

/** A name that Riposte never writes is a slip; one that this graph happens to lack explains an empty answer. */
async function nameNotices(engine: QueryEngine, query: string): Promise<string[]> {
  if (unknownNames(query, NOTHING).length === 0) return [];
  const slips = unknownNames(query, GRAPH_VOCABULARY);
  const present = await engine.vocabulary();
  const absent = unknownNames(query, present);
  return absent.map(({ kind, name }) => {
    const slip = slips.find((item) => item.kind === kind && item.name === name);
    if (!slip) return `nothing in this graph has the ${kind} ${name}`;
    return `there is no ${kind} ${name}${slip.suggestion ? `; did you mean ${slip.suggestion}?` : ""}`;
  });
}

const NOTHING = { labels: [], relationshipTypes: [], properties: [] };

function portabilityNotices(query: string): string[] {
  return lint(query).map(
    (finding) => `${finding.where}: not portable: ${finding.message}; portable is ${finding.portable}`,
  );
}
