export { guard } from "./cypher/guard.ts";
export { lint, type LintFinding } from "./cypher/lint.ts";
export { cachedStore } from "./embedded/cached-store.ts";
export { embeddedEngine } from "./embedded/engine.ts";
export { buildStore, loadEngine } from "./embedded/store.ts";
export { cellText } from "./format/cell-text.ts";
export { csvLines, rowObjects } from "./format/rows.ts";
export { PLAIN, tableLines, type TablePaint } from "./format/table.ts";
export { neo4jEngine } from "./neo4j/engine.ts";
export { type QueryAnswer, runQuery } from "./run-query.ts";
export { exampleParameters, parametersOf, type SavedQuery, savedQueries, savedQuery } from "./saved/load.ts";
export {
  DEFAULT_LIMITS,
  type Parameters,
  type QueryEngine,
  type QueryLimits,
  type QueryResult,
  type QueryValue,
} from "./types.ts";
