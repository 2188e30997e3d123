import type { GraphEdge, GraphNode } from "../graph/index.ts";

/**
 * A graph to write. `EventGraph` is one; a source that makes its rows as they are asked for is another, and then no
 * sink holds the whole graph. Both iterables can be walked more than once, in the same order each time.
 */
export interface GraphSource {
  readonly nodes: Iterable<GraphNode>;
  readonly edges: Iterable<GraphEdge>;
}

export interface WriteProgress {
  readonly phase: "nodes" | "edges" | "cleanup";
  /** Rows written so far in this phase. */
  readonly done: number;
  /** Rows of the phase, where the sink knows. */
  readonly total?: number;
  /** Rows per second since the phase began, and seconds left; absent in files. */
  readonly rate?: number;
  readonly secondsLeft?: number;
}

export interface WriteOptions {
  /** Stops at the next batch; what stood there before stays whole (files) or can be resumed (servers). */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: WriteProgress) => void;
}

export interface WriteSummary {
  readonly nodes: number;
  readonly edges: number;
  /** What the user should know besides: kept rows, commands to run next. One line each. */
  readonly notices: readonly string[];
}

/** Where a graph goes. Every implementation passes test/contracts/graph-sink.ts. */
export interface GraphSink {
  /**
   * Writes the whole graph in place of what the sink wrote before. Writing the same graph again changes nothing.
   * @throws {RiposteError} `sink/unwritable`, `sink/unreachable`, `sink/unauthorized`, `sink/rejected`,
   *   `sink/incomplete`, or `run/interrupted` after `signal` fired
   */
  write(graph: GraphSource, options?: WriteOptions): Promise<WriteSummary>;
}
