/** What is drawn, in columns; and what any drawing library has to offer to draw it. */
import type { Curve, Point } from "./curve.ts";

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

export interface SceneColors {
  readonly background: string;
  readonly dim: string;
}

export interface PointerAt extends Point {
  readonly coarse: boolean;
  readonly menu: boolean;
}

export interface GraphViewEvents {
  readonly click: (at: PointerAt) => void;
  readonly hover: (at: Point | undefined) => void;
  /** After each frame: time to draw what lies on top. */
  readonly rendered: () => void;
  readonly camera: (camera: Camera, settled: boolean) => void;
  readonly dragNode: (row: number, x: number, y: number) => void;
  /** The graphics card dropped the picture, or gave it back. */
  readonly context: (state: "lost" | "restored") => void;
}

/** One drawing library behind one interface: `SigmaView` in the browser, nothing in Jest. */
export interface GraphView {
  /** Draws another scene: other nodes, edges or positions. */
  setScene(scene: Scene): void;
  /** Columns of these rows have changed; all rows where none are given. */
  restyle(change?: { readonly nodes: readonly number[]; readonly edges: readonly number[] }): void;
  /** Takes the scene's positions of these nodes over. */
  moveNodes(rows: readonly number[]): void;
  setDimmed(dimmed: boolean): void;
  setWindow(window: TimeWindow): void;
  setColors(colors: SceneColors): void;
  render(): void;
  camera(): Camera;
  /** @param milliseconds  0 jumps */
  moveTo(camera: Camera, milliseconds: number): void;
  /** The camera that shows these nodes, in the space that panels leave free. */
  cameraFor(rows: readonly number[]): Camera;
  /** The camera position that has a point of the layout in its middle. */
  centeredOn(at: Point): { readonly x: number; readonly y: number };
  /** Centre in CSS pixels from the stage's corner. */
  at(row: number): Point;
  radiusAt(row: number): number;
  /** How much a pixel of a column grows at this zoom. */
  sizeScale(): number;
  curveOf(edge: number): Curve;
  widthOf(edge: number): number;
  toLayout(at: Point): Point;
  size(): { readonly width: number; readonly height: number };
  /** A 2D layer above nodes and below nothing; cleared by whoever draws on it. */
  overlay(): CanvasRenderingContext2D;
  /** Whether the pointer drags a node instead of the stage. */
  holdNode(row: number | undefined): void;
  /** All layers painted on one canvas of the stage's size times `scale`. */
  picture(scale: number): HTMLCanvasElement;
  destroy(): void;
}
