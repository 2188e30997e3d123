/** What `window.__riposte` answers; tests share these types. */

export interface Probe {
  snapshot(): Snapshot | undefined;
  /** Page coordinates of a point of an edge's curve. */
  edgePoint(edge: number, t: number): { x: number; y: number } | undefined;
  nodePoint(node: number): { x: number; y: number } | undefined;
  edgeIds(): readonly string[];
  nodeRow(id: string): number | undefined;
  setCamera(camera: { x: number; y: number; ratio: number }): void;
  /** Rows of the edges that a click there would open or offer. */
  pickEdges(x: number, y: number): readonly number[];
  /** Colours (0xrrggbb) of the graph alone along an edge, from rim to rim. */
  colorsAlong(edge: number, points: number): readonly number[];
  /** Brings the two ends of an edge into the middle, at once. */
  frameEdge(edge: number): void;
  /** The graph alone, without names and signs, as a PNG data address. */
  graphPicture(): string;
  /** Milliseconds of script that one tick of the brush takes. */
  brushTick(from: number, to: number): number;
  loseContext(): void;
  restoreContext(): void;
  readonly pickLimit: number;
}

export interface Snapshot {
  readonly level: string;
  readonly shownEdges: readonly number[];
  readonly strands: readonly { edge: number; edges: readonly number[] }[];
  readonly labels: readonly {
    row: number;
    text: string;
    x: number;
    y: number;
    width: number;
    height: number;
  }[];
  readonly marks: readonly { edge: number; x: number; y: number }[];
  readonly camera: { x: number; y: number; ratio: number };
  readonly selection: unknown;
  readonly emphasized: { nodes: number; edges: number } | undefined;
  readonly overlayMs: number;
  readonly fragment: string;
}
