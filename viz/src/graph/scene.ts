/** What is drawn, in columns. */

/** Columns by node or edge row of the model, so that a change touches bytes and no objects. */
export interface Scene {
  /** Rows drawn, in drawing order. */
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Layout units. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly node: NodeColumns;
  readonly edge: EdgeColumns;
  /** Whether edges are drawn as curves with heads, or as plain lines. */
  readonly curved: boolean;
  /** Dims whatever has no emphasis. */
  readonly dimmed: boolean;
}

export interface NodeColumns {
  /** Pixels at zoom 1. */
  readonly radius: Float32Array;
  /** `#rrggbb` as 0xrrggbb. */
  readonly fill: Uint32Array;
  readonly ring: Uint32Array;
  /** Bits of `NODE_FLAGS`. */
  readonly flags: Uint8Array;
}

export const NODE_FLAGS = { hollow: 1, dashedRing: 2, emphasis: 4, faded: 8, hidden: 16 } as const;

export interface EdgeColumns {
  readonly width: Float32Array;
  readonly offset: Float32Array;
  readonly bend: Float32Array;
  readonly color: Uint32Array;
  readonly dashPeriod: Float32Array;
  readonly dashOn: Float32Array;
  readonly headLength: Float32Array;
  readonly headWidth: Float32Array;
  /** First and last day; -1 undated, -2 always. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Bits of `EDGE_FLAGS`. */
  readonly flags: Uint8Array;
}

export const EDGE_FLAGS = { emphasis: 1, hidden: 2 } as const;

/** What the graphics card filters by itself, without touching a column. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
  readonly undated: boolean;
}

export interface Camera {
  readonly x: number;
  readonly y: number;
  /** 1 shows the whole graph; smaller is closer. */
  readonly ratio: number;
}
