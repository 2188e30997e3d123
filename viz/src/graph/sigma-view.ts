/** `GraphView` on Sigma 3 and graphology: the only module that knows either. */
import { MultiDirectedGraph } from "graphology";
import { Sigma } from "sigma";
import { type Curve, edgeCurve, type Point } from "./curve.ts";
import { type DrawState, edgeProgram, type NodeData, type RowData } from "./edge-program.ts";
import { hexColor } from "./gl-color.ts";
import { lineProgram } from "./line-program.ts";
import { nodeProgram } from "./node-program.ts";
import type { GraphView, GraphViewEvents, SceneColors } from "./graph-view.ts";
import { type Camera, NODE_FLAGS, type Scene, type TimeWindow } from "./scene.ts";

/** Raised where the browser offers no WebGL. */
export class NoWebGL extends Error {
  override readonly name = "NoWebGL";
}

type SigmaGraph = MultiDirectedGraph<NodeData, RowData>;

/** Room for names around the graph; a narrow screen has less to give. */
const paddingFor = (width: number) => (width < 600 ? 22 : 46);
/** Length in layout units over which the scale is measured. */
const UNIT = 1_000;
/** Pixels kept free around what is brought into the middle, for names. */
const FRAME_ROOM = 190;
const CLOSEST = 0.02;
const FARTHEST = 4;
/** No closer than this when something is brought into the middle: a node alone tells nothing of its place. */
const FRAME_CLOSEST = 0.4;

export function webglAvailable(): boolean {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2") ?? canvas.getContext("webgl"));
}

export class SigmaView implements GraphView {
  private readonly sigma: Sigma<NodeData, RowData>;
  private readonly state: DrawState = {
    scene: undefined,
    window: { from: -1e9, to: 1e9, undated: true },
    dimmed: false,
    dim: 0,
    background: 0,
  };
  private readonly layer: CanvasRenderingContext2D;
  private readonly ground: CanvasRenderingContext2D;
  private transform = { scale: 1, x: 0, y: 0 };
  private held: number | undefined;
  private dragged: number | undefined;
  private sizes: ResizeObserver | undefined;
  private closed = false;
  private settle: ReturnType<typeof setTimeout> | undefined;

  /** @throws {NoWebGL} */
  constructor(container: HTMLElement, events: GraphViewEvents) {
    if (!webglAvailable()) throw new NoWebGL("this browser offers no WebGL");
    this.sigma = new Sigma<NodeData, RowData>(new MultiDirectedGraph<NodeData, RowData>(), container, {
      nodeProgramClasses: { disc: nodeProgram(this.state) },
      edgeProgramClasses: { curve: edgeProgram(this.state), line: lineProgram(this.state) },
      defaultNodeType: "disc",
      defaultEdgeType: "curve",
      nodeReducer: (_, { row, x, y }) => ({ row, x, y, ...this.nodeLook(row) }),
      edgeReducer: (_, { row }) => ({ row, type: this.state.scene?.curved === false ? "line" : "curve" }),
      renderLabels: false,
      enableCameraRotation: false,
      stagePadding: paddingFor(container.clientWidth),
      minCameraRatio: CLOSEST,
      maxCameraRatio: FARTHEST,
      zoomToSizeRatioFunction: (ratio) => ratio ** 0.4,
      doubleClickTimeout: 250,
      allowInvalidContainer: true,
      defaultDrawNodeHover: () => undefined,
    });
    // Nodes are found by their distance (hit-test.ts). Sigma would read a pixel back at each move of the pointer,
    // and every such read waits until the whole frame is drawn.
    Object.assign(this.sigma, { getNodeAtPosition: () => null });
    this.sigma.createCanvasContext("overlay", { style: { pointerEvents: "none" } });
    const layer = this.sigma.getCanvases()["overlay"]?.getContext("2d");
    const ground = this.sigma
      .createCanvas("backdrop", { beforeLayer: "edges", style: { pointerEvents: "none" } })
      .getContext("2d");
    if (!layer || !ground) throw new NoWebGL("this browser offers no 2D canvas");
    this.layer = layer;
    this.ground = ground;
    this.sigma.resize(true);
    this.listen(container, events);
  }

  private nodeLook(row: number) {
    const node = this.state.scene?.node;
    const hidden = ((node?.flags[row] ?? 0) & NODE_FLAGS.hidden) !== 0;
    return { size: hidden ? 0 : (node?.radius[row] ?? 1), color: "#000000" };
  }

  private listen(container: HTMLElement, events: GraphViewEvents): void {
    const mouse = this.sigma.getMouseCaptor();
    const touch = this.sigma.getTouchCaptor();
    const camera = this.sigma.getCamera();
    mouse.on("click", ({ x, y }) => events.click({ x, y, coarse: false, menu: false }));
    touch.on("tap", (event) => {
      const at = event.touches[0] ?? event.previousTouches[0];
      if (at) events.click({ x: at.x, y: at.y, coarse: true, menu: false });
    });
    mouse.on("rightClick", (event) => {
      event.original.preventDefault();
      events.click({ x: event.x, y: event.y, coarse: false, menu: true });
    });
    mouse.on("mousedown", () => {
      this.dragged = this.held;
    });
    mouse.on("mousemovebody", (event) => {
      if (this.dragged === undefined) return;
      event.preventSigmaDefault();
      event.original.preventDefault();
      const { x, y } = this.sigma.viewportToGraph(event);
      events.dragNode(this.dragged, x, y);
    });
    mouse.on("mouseup", () => {
      this.dragged = undefined;
    });
    mouse.on("mousemove", ({ x, y }) => events.hover({ x, y }));
    mouse.on("mouseleave", () => events.hover(undefined));
    this.sigma.on("afterRender", () => {
      this.measureTransform();
      events.rendered();
    });
    camera.on("updated", () => {
      events.camera(this.camera(), false);
      clearTimeout(this.settle);
      this.settle = setTimeout(() => events.camera(this.camera(), true), 250);
    });
    const lost = new Set<string>();
    for (const [name, canvas] of Object.entries(this.sigma.getCanvases())) {
      canvas.addEventListener("webglcontextlost", (event) => {
        if (this.closed) return;
        event.preventDefault();
        lost.add(name);
        events.context("lost");
      });
      canvas.addEventListener("webglcontextrestored", () => {
        lost.delete(name);
        if (lost.size === 0) events.context("restored");
      });
    }
    this.sizes = new ResizeObserver(() => {
      this.sigma.setSetting("stagePadding", paddingFor(container.clientWidth));
      this.sigma.resize();
      events.resized();
    });
    this.sizes.observe(container);
  }

  setScene(scene: Scene): void {
    this.state.scene = scene;
    this.state.dimmed = scene.dimmed;
    const graph: SigmaGraph = new MultiDirectedGraph<NodeData, RowData>();
    for (const row of scene.nodes)
      graph.addNode(String(row), { row, x: scene.x[row] ?? 0, y: scene.y[row] ?? 0 });
    for (const row of scene.edges) {
      graph.addDirectedEdgeWithKey(String(row), String(scene.source[row]), String(scene.target[row]), {
        row,
      });
    }
    this.sigma.setSetting("hideEdgesOnMove", scene.edges.length > 120_000);
    this.sigma.setCustomBBox(extent(scene));
    this.sigma.setGraph(graph);
    this.sigma.refresh();
  }

  restyle(change?: { readonly nodes: readonly number[]; readonly edges: readonly number[] }): void {
    if (!this.state.scene) return;
    if (!change) {
      this.sigma.refresh({ skipIndexation: true, schedule: true });
      return;
    }
    const partialGraph = { nodes: change.nodes.map(String), edges: change.edges.map(String) };
    this.sigma.refresh({ partialGraph, skipIndexation: true, schedule: true });
  }

  moveNodes(rows: readonly number[]): void {
    const graph = this.sigma.getGraph();
    const { scene } = this.state;
    if (!scene) return;
    const moved = new Set(rows.map(String));
    graph.updateEachNodeAttributes(
      (key, attributes) =>
        moved.has(key)
          ? { ...attributes, x: scene.x[attributes.row] ?? 0, y: scene.y[attributes.row] ?? 0 }
          : attributes,
      { attributes: ["x", "y"] },
    );
  }

  setDimmed(dimmed: boolean): void {
    this.state.dimmed = dimmed;
  }

  setWindow(window: TimeWindow): void {
    this.state.window = window;
  }

  setColors({ background, dim }: SceneColors): void {
    this.state.background = hexColor(background);
    this.state.dim = hexColor(dim);
  }

  render(): void {
    this.sigma.scheduleRender();
  }

  camera(): Camera {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    return { x, y, ratio };
  }

  moveTo(camera: Camera, milliseconds: number): void {
    const target = this.sigma.getCamera();
    if (milliseconds <= 0) target.setState(camera);
    else void target.animate(camera, { duration: milliseconds, easing: "cubicInOut" });
  }

  cameraFor(rows: readonly number[], covered = 0): Camera {
    const points = rows.map((row) => this.sigma.viewportToFramedGraph(this.at(row)));
    if (points.length === 0) return { x: 0.5, y: 0.5, ratio: 1 };
    const xs = points.map(({ x }) => x);
    const ys = points.map(({ y }) => y);
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { width, height } = this.sigma.getDimensions();
    const cameraState = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
    const a = this.sigma.framedGraphToViewport({ x: x0, y: y0 }, { cameraState });
    const b = this.sigma.framedGraphToViewport({ x: x1, y: y1 }, { cameraState });
    const free = height - covered;
    const room = Math.min(FRAME_ROOM, width * 0.35, free * 0.35);
    const share = Math.max(Math.abs(b.x - a.x) / (width - room), Math.abs(b.y - a.y) / (free - room));
    const ratio = Math.min(1.1, Math.max(FRAME_CLOSEST, share));
    // Half of what is covered moves the middle down, in units of the frame, whose y points up.
    const pixel = Math.abs(
      this.sigma.framedGraphToViewport({ x: 0, y: 1 }, { cameraState }).y -
        this.sigma.framedGraphToViewport({ x: 0, y: 0 }, { cameraState }).y,
    );
    return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 - ((covered / 2) * ratio) / pixel, ratio };
  }

  centeredOn(at: Point) {
    return this.sigma.viewportToFramedGraph(this.sigma.graphToViewport(at));
  }

  at(row: number): Point {
    const { scene, transform } = this;
    return {
      x: (scene?.x[row] ?? 0) * transform.scale + transform.x,
      y: (scene?.y[row] ?? 0) * -transform.scale + transform.y,
    };
  }

  private get scene(): Scene | undefined {
    return this.state.scene;
  }

  /** The camera never turns, so that layout and screen differ by one scale and a shift: asked once a frame. */
  private measureTransform(): void {
    const origin = this.sigma.graphToViewport({ x: 0, y: 0 });
    const unit = this.sigma.graphToViewport({ x: UNIT, y: 0 });
    this.transform = { scale: (unit.x - origin.x) / UNIT, x: origin.x, y: origin.y };
  }

  radiusAt(row: number): number {
    return (this.state.scene?.node.radius[row] ?? 0) * this.sizeScale();
  }

  sizeScale(): number {
    return this.sigma.scaleSize(1);
  }

  curveOf(edge: number): Curve {
    const { scene } = this.state;
    const source = scene?.source[edge] ?? 0;
    const target = scene?.target[edge] ?? 0;
    const grow = Math.min(1.8, Math.max(0.7, this.sizeScale()));
    const curved = scene?.curved === false ? 0 : 1;
    const offset = (scene?.edge.offset[edge] ?? 0) * grow * curved;
    const bend = (scene?.edge.bend[edge] ?? 0) * curved;
    return edgeCurve(this.at(source), this.at(target), offset, bend, this.radiusAt(source));
  }

  widthOf(edge: number): number {
    return (this.state.scene?.edge.width[edge] ?? 1) * Math.min(1.8, Math.max(0.7, this.sizeScale()));
  }

  toLayout(at: Point): Point {
    return this.sigma.viewportToGraph(at);
  }

  size() {
    return this.sigma.getDimensions();
  }

  overlay(): CanvasRenderingContext2D {
    return this.layer;
  }

  backdrop(): CanvasRenderingContext2D {
    const { canvas } = this.ground;
    const { width, height } = this.sigma.getDimensions();
    const ratio = devicePixelRatio;
    // Sigma gives layers their size on the page; the pixels of this one are not its own.
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    this.ground.setTransform(ratio, 0, 0, ratio, 0, 0);
    return this.ground;
  }

  holdNode(row: number | undefined): void {
    this.held = row;
  }

  picture(scale: number, overlay = true): HTMLCanvasElement {
    const { width, height } = this.sigma.getDimensions();
    const canvas = document.createElement("canvas");
    canvas.width = width * scale;
    canvas.height = height * scale;
    const context = canvas.getContext("2d");
    if (!context) return canvas;
    // WebGL layers keep their pixels only until the browser shows them: draw and copy in one turn.
    this.sigma.refresh({ partialGraph: {}, skipIndexation: true });
    const layers = this.sigma.getCanvases();
    for (const name of overlay ? ["backdrop", "edges", "nodes", "overlay"] : ["edges", "nodes"]) {
      const layer = layers[name];
      if (layer) context.drawImage(layer, 0, 0, canvas.width, canvas.height);
    }
    return canvas;
  }

  destroy(): void {
    this.closed = true;
    clearTimeout(this.settle);
    this.sizes?.disconnect();
    this.sigma.kill();
  }
}

/** The frame holds the whole layout, so that nothing jumps when nodes are moved or put away. */
function extent(scene: Scene): { x: [number, number]; y: [number, number] } {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of scene.nodes) {
    x0 = Math.min(x0, scene.x[row] ?? 0);
    y0 = Math.min(y0, scene.y[row] ?? 0);
    x1 = Math.max(x1, scene.x[row] ?? 0);
    y1 = Math.max(y1, scene.y[row] ?? 0);
  }
  return x0 > x1 ? { x: [0, 1], y: [0, 1] } : { x: [x0, x1], y: [y0, y1] };
}
