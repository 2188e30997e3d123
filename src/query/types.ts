/** Values as every engine gives them: plain JSON, dates as ISO days, nodes and paths as maps. */
export type QueryValue =
  | null
  | boolean
  | number
  | string
  | readonly QueryValue[]
  | { readonly [key: string]: QueryValue };

/** A node in a result: its labels sorted, without the marks of the engine. */
export interface NodeValue {
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, QueryValue>>;
}

export interface QueryResult {
  readonly columns: readonly string[];
  /** One array a row, in the order of `columns`. */
  readonly rows: readonly (readonly QueryValue[])[];
  /** True where there were more rows than asked for. */
  readonly truncated: boolean;
}

export type Parameters = Readonly<Record<string, QueryValue>>;

export interface QueryLimits {
  /** Wall-clock milliseconds. */
  readonly timeoutMs: number;
  /** Resident memory of the process that runs the query, in megabytes; the embedded engine only. */
  readonly memoryMb: number;
  readonly maxRows: number;
}

export const DEFAULT_LIMITS: QueryLimits = { timeoutMs: 30_000, memoryMb: 2000, maxRows: 10_000 };

/** Names that occur in the graph at hand. */
export interface Vocabulary {
  readonly labels: readonly string[];
  readonly relationshipTypes: readonly string[];
  readonly properties: readonly string[];
}

/** What answers a query. Both engines give the same rows for a portable one. */
export interface QueryEngine {
  readonly name: "embedded" | "neo4j";
  /**
   * Runs one reading query.
   * @throws {RiposteError} `query/refused`, `query/not-portable`, `query/bad-syntax`, `query/timeout`,
   *   `query/out-of-memory`, or what connecting to a server throws
   */
  readonly run: (query: string, parameters: Parameters, limits: QueryLimits) => Promise<QueryResult>;
  /** The plan as the engine words it, one step a line; runs nothing. */
  readonly explain: (query: string, parameters: Parameters) => Promise<string>;
  readonly vocabulary: () => Promise<Vocabulary>;
  readonly close: () => Promise<void>;
}
