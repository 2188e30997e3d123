/** What any drawing library has to offer to draw a scene. */
import type { Curve, Point } from "./curve.ts";
import type { Camera, Scene, TimeWindow } from "./scene.ts";

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
  /** The stage has another size. */
  readonly resized: () => void;
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
  /**
   * The camera that shows these nodes, not too close.
   * @param covered  pixels at the foot of the stage that something lies over
   */
  cameraFor(rows: readonly number[], covered?: number): Camera;
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
  /** A 2D layer below everything; cleared by whoever draws on it. */
  backdrop(): CanvasRenderingContext2D;
  /** Whether the pointer drags a node instead of the stage. */
  holdNode(row: number | undefined): void;
  /** The layers painted on one canvas of the stage's size times `scale`; the overlay can be left out. */
  picture(scale: number, overlay?: boolean): HTMLCanvasElement;
  destroy(): void;
}
