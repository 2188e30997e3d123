/** Keeps one drawing in step with the state: what to redraw when, what a click means, where the camera goes. */
import { type Model, NODE_ENTITY } from "../model/model.ts";
import { LABEL_LIMIT, nodeName, shortLabel, type UnnamedSides } from "../model/names.ts";
import type { Visibility } from "../state/filters.ts";
import type { Store } from "../state/store.ts";
import type { ViewState } from "../state/view-state.ts";
import { layoutName, moveEmphasis, sceneStructure, styleScene } from "./compose.ts";
import type { Emphasis } from "./emphasis.ts";
import { pairKey, type Strand } from "./fan.ts";
import { drawGraticule } from "./graticule-layer.ts";
import { drawOverlay, type Overlay } from "./overlay.ts";
import { COLORS, crowding } from "./palette.ts";
import type { Box } from "./labels.ts";
import { hitTest, lineAt, markAt, nodeAt, type Picked, type Targets } from "./hit-test.ts";
import type { Point } from "./curve.ts";
import type { GraphView, GraphViewEvents, PointerAt } from "./graph-view.ts";
import type { Scene } from "./scene.ts";
import { StageCamera, WHOLE } from "./stage-camera.ts";
import { mostConnected, neighbourTowards } from "./walk.ts";

/** What the pointer is over; of a line, where. */
export type Hovered =
  | { readonly kind: "nothing" | "node" }
  | { readonly kind: "line" | "mark"; readonly edge: number; readonly x: number; readonly y: number };

export interface StageEvents {
  readonly picked: (picked: Picked, at: PointerAt) => void;
  readonly hovered: (over: Hovered) => void;
  readonly context: (state: "lost" | "restored") => void;
}

/** Places of the layout where nodes are held, by node row. */
export type Pins = Map<number, { readonly x: number; readonly y: number }>;

export interface StageOptions {
  readonly pins: Pins;
  /** Leaves out edges of other outlets, for two sources side by side. */
  readonly visibility?: (all: Visibility) => Visibility;
  /** Whether slow frames while moving cost detail. */
  readonly watchFrames: boolean;
  /** Boxes on the stage, in pixels, that buttons and lines of text take: no name goes there. */
  readonly taken: () => readonly Box[];
  readonly unnamed: () => UnnamedSides;
  /** Letters for north, south, east, west. */
  readonly compass: () => string;
}

/** Stage width in pixels below which names are cut shorter, and the characters that they then have. */
const NARROW = 600;
const NARROW_LABEL = 24;
/** Radius in pixels from which a node can be dragged. */
const DRAGGABLE = 4.5;

export class Stage {
  readonly view: GraphView;
  readonly camera: StageCamera;
  private readonly store: Store;
  private readonly options: StageOptions;
  private readonly events: StageEvents;
  private scene: Scene;
  private strands: readonly Strand[] = [];
  private overlay: Overlay = { labels: [], marks: [], markRadius: 0, badges: [] };
  private hovered: number | undefined;
  private focused: number | undefined;
  private readonly stops: (() => void)[] = [];
  private shape = "";
  private small = 1;
  private drawn = false;
  /** What the columns were last filled from. */
  private painted: Painted | undefined;

  /** @param make  builds the drawing; it gets the listeners of this stage */
  constructor(
    store: Store,
    make: (events: GraphViewEvents) => GraphView,
    events: StageEvents,
    options: StageOptions,
  ) {
    this.store = store;
    this.events = events;
    this.options = options;
    this.scene = this.structure();
    this.view = make({
      click: (at) => events.picked(this.pick(at), at),
      hover: (at) => this.hover(at),
      resized: () => this.resized(),
      rendered: () => this.drawOverlay(),
      camera: (camera, settled) => this.camera.moved(camera, settled),
      dragNode: (row, x, y) => this.pin(row, x, y),
      context: (state) => events.context(state),
    });
    this.camera = new StageCamera(this.view, store, options.watchFrames);
    this.stops.push(
      store.watch(() => this.redraw()),
      this.camera.followAddress(),
    );
    const { camera } = store.state.peek();
    if (camera) this.view.moveTo(camera, 0);
  }

  get model(): Model {
    return this.store.model;
  }

  get visibility(): Visibility {
    const all = this.store.drawn.peek();
    return this.options.visibility?.(all) ?? all;
  }

  private structure(): Scene {
    const state = this.store.state.peek();
    const detail = this.store.detail.peek();
    const layout = this.store.layout();
    this.shape = shapeOf(state, layout, detail.curved);
    const scene = sceneStructure(this.model, state, layout, detail.curved);
    for (const [row, at] of this.options.pins) {
      if (Number.isNaN(scene.x[row])) continue;
      scene.x[row] = at.x;
      scene.y[row] = at.y;
    }
    return scene;
  }

  /** Reads every signal that it depends on, so that the store calls it again when one changes. */
  private redraw(): void {
    const state = this.store.state.value;
    const all = this.store.drawn.value;
    const detail = this.store.detail.value;
    const emphasis = this.store.emphasis.value;
    const theme = this.store.theme.value;
    const openPairs = this.store.openPairs.value;
    const visibility = this.options.visibility?.(all) ?? all;
    const colors = COLORS[theme];
    const reshaped = shapeOf(state, this.store.layout(), detail.curved) !== this.shape;
    if (reshaped) this.scene = this.structure();
    this.small = this.smallness();
    const dimmed = emphasis !== undefined;
    this.scene = { ...this.scene, dimmed };
    const before = this.painted;
    this.painted = {
      visibility,
      detail,
      theme,
      openPairs,
      communities: state.communities,
      small: this.small,
      emphasis,
    };
    const onlyEmphasis =
      before !== undefined && this.drawn && !reshaped && !detail.fans && sameLook(before, this.painted);
    if (onlyEmphasis) {
      this.view.setDimmed(dimmed);
      this.view.restyle(moveEmphasis(this.scene, before.emphasis, emphasis));
      return;
    }
    this.strands = styleScene(this.scene, this.model, state, visibility, {
      theme,
      detail,
      emphasis,
      openPairs,
      small: this.small,
    });
    this.view.setColors({ background: colors.background, dim: colors.dim });
    this.view.setDimmed(dimmed);
    const { period } = state;
    this.view.setWindow({ from: period?.from ?? -1e9, to: period?.to ?? 1e9, undated: state.undated });
    if (reshaped || !this.drawn) {
      this.drawn = true;
      this.view.setScene(this.scene);
      if (reshaped && !state.camera) this.view.moveTo(WHOLE, 0);
    } else this.view.restyle();
  }

  /** By the nodes that the filters leave, in any period: playing time must not make them swell and shrink. */
  private smallness(): number {
    const { width, height } = this.view.size();
    const { degreeBeforePeriod } = this.store.visibility.peek();
    const nodes = this.scene.nodes.reduce((sum, row) => sum + (degreeBeforePeriod[row] ? 1 : 0), 0);
    return crowding(nodes, width * height);
  }

  private resized(): void {
    if (this.smallness() === this.small) this.view.render();
    else this.redraw();
  }

  /** Moves the window of days alone: a uniform and one frame, whatever the size of the graph. */
  brush(from: number, to: number): void {
    this.view.setWindow({ from, to, undated: this.store.state.peek().undated });
    this.view.render();
  }

  private drawOverlay(): void {
    const start = performance.now();
    this.drawBackdrop();
    const state = this.store.state.peek();
    const { language } = state;
    const { selection } = state;
    const longest = this.view.size().width < NARROW ? NARROW_LABEL : LABEL_LIMIT;
    this.overlay = drawOverlay(this.view, {
      model: this.model,
      scene: this.scene,
      strands: this.strands,
      visibility: this.visibility,
      emphasis: this.store.emphasis.peek(),
      detail: this.store.detail.peek(),
      small: this.small,
      colors: COLORS[this.store.theme.peek()],
      nameOf: (row) => shortLabel(nodeName(this.model, row, language, this.options.unnamed()), longest),
      selectedNode: selection?.kind === "node" ? selection.row : undefined,
      selectedEdge: selection?.kind === "edge" ? selection.row : undefined,
      hovered: this.hovered,
      focused: this.focused,
      order: this.order(),
      taken: this.options.taken(),
      pinned: new Set(this.options.pins.keys()),
    });
    this.overlayMs = performance.now() - start;
  }

  private drawnBackdrop = false;

  private drawBackdrop(): void {
    const projection = this.store.layout()?.projection;
    if (!projection && !this.drawnBackdrop) return;
    const context = this.view.backdrop();
    this.drawnBackdrop = projection !== undefined;
    if (!projection) return;
    const colors = COLORS[this.store.theme.peek()];
    drawGraticule(context, this.view, projection, colors, this.options.compass());
  }

  private ordered:
    | { readonly visibility: Visibility; readonly scene: readonly number[]; readonly rows: readonly number[] }
    | undefined;

  /** Nodes by how much they deserve a name: entities before others, then by their shown relations. */
  private order(): readonly number[] {
    const { visibility } = this;
    if (this.ordered?.visibility === visibility && this.ordered.scene === this.scene.nodes)
      return this.ordered.rows;
    const { kind } = this.model.nodes;
    const weight = (row: number) => (kind[row] === NODE_ENTITY ? 1e6 : 0) + (visibility.degree[row] ?? 0);
    const rows = [...this.scene.nodes].sort((a, b) => weight(b) - weight(a) || a - b);
    this.ordered = { visibility, scene: this.scene.nodes, rows };
    return rows;
  }

  /** Time that the last overlay took, in milliseconds. */
  overlayMs = 0;

  pick(at: PointerAt): Picked {
    return hitTest(this.targets(), at);
  }

  private targets(): Targets {
    const selected = this.store.state.peek().selection;
    return {
      view: this.view,
      scene: this.scene,
      strands: this.strands,
      visibility: this.visibility,
      marks: this.overlay.marks,
      selectedNode: selected?.kind === "node" ? selected.row : undefined,
    };
  }

  private hover(at: { x: number; y: number } | undefined): void {
    const targets = this.targets();
    const row = at && nodeAt(targets, at);
    this.events.hovered(
      row === undefined && at
        ? this.lineUnder(targets, at)
        : { kind: row === undefined ? "nothing" : "node" },
    );
    // Where nodes are specks, a drag means the stage.
    this.view.holdNode(row !== undefined && this.view.radiusAt(row) >= DRAGGABLE ? row : undefined);
    if (row === this.hovered) return;
    this.hovered = row;
    this.view.render();
  }

  /** Among thousands of lines the pointer is always near one: there only marks answer. */
  private lineUnder(targets: Targets, at: Point): Hovered {
    const mark = markAt(targets, at);
    if (mark) return { kind: "mark", edge: mark.edge, x: mark.x, y: mark.y };
    if (!this.store.detail.peek().fans) return { kind: "nothing" };
    const edge = lineAt(targets, at);
    return edge === undefined ? { kind: "nothing" } : { kind: "line", edge, ...at };
  }

  /** Fixes a node at a place of the layout; without one, lets it go back. */
  pin(row: number, x?: number, y?: number): void {
    if (x === undefined || y === undefined) this.options.pins.delete(row);
    else this.options.pins.set(row, { x, y });
    this.scene = this.structure();
    this.drawn = false;
    this.redraw();
  }

  /** Moves nodes of the layout, pinned ones excepted, and draws them there. */
  place(positions: ReadonlyMap<number, { readonly x: number; readonly y: number }>): void {
    for (const [row, at] of positions) {
      if (this.options.pins.has(row)) continue;
      this.scene.x[row] = at.x;
      this.scene.y[row] = at.y;
    }
    this.view.moveNodes([...positions.keys()]);
  }

  isPinned(row: number): boolean {
    return this.options.pins.has(row);
  }

  /** Marks the node that the keyboard stands on. */
  focus(row: number | undefined): void {
    this.focused = row;
    this.view.render();
  }

  /** Where an arrow key leads from a node; without a start, the most connected one. */
  neighbourTowards(from: number | undefined, dx: number, dy: number): number | undefined {
    const { model, visibility, view, scene } = this;
    if (from === undefined) return mostConnected(scene.nodes, visibility);
    return neighbourTowards({ model, visibility, at: (row) => view.at(row) }, from, dx, dy);
  }

  /** Draws out the ribbons between the ends of an edge. */
  openFan(edge: number): void {
    this.store.openPairs.value = new Set([...this.store.openPairs.peek(), pairKey(this.model, edge)]);
  }

  get drawnScene(): Scene {
    return this.scene;
  }

  get drawnStrands(): readonly Strand[] {
    return this.strands;
  }

  get drawnOverlay(): Overlay {
    return this.overlay;
  }

  destroy(): void {
    for (const stop of this.stops) stop();
    this.view.destroy();
  }
}

/** What the structure of a scene depends on. */
const shapeOf = (state: ViewState, layout: unknown, curved: boolean) =>
  `${layoutName(state)} ${layout !== undefined} ${curved}`;

interface Painted {
  readonly visibility: Visibility;
  readonly detail: unknown;
  readonly theme: unknown;
  readonly openPairs: unknown;
  readonly communities: boolean;
  readonly small: number;
  readonly emphasis: Emphasis | undefined;
}

const sameLook = (a: Painted, b: Painted) =>
  a.visibility === b.visibility &&
  a.detail === b.detail &&
  a.theme === b.theme &&
  a.openPairs === b.openPairs &&
  a.communities === b.communities &&
  a.small === b.small;
