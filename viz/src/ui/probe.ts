/** `window.__riposte`: what is on screen, for tests that have to know. Only in pages made with `probe`. */
import { pointOn } from "../graph/curve.ts";
import { PICK_LIMIT } from "../graph/picking.ts";
import { SHOWN } from "../state/filters.ts";
import type { Session } from "./session.ts";

export interface Probe {
  snapshot(): Snapshot | undefined;
  /** Page coordinates of a point of an edge's curve. */
  edgePoint(edge: number, t: number): { x: number; y: number } | undefined;
  nodePoint(node: number): { x: number; y: number } | undefined;
  edgeIds(): readonly string[];
  nodeRow(id: string): number | undefined;
  setCamera(camera: { x: number; y: number; ratio: number }): void;
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

declare global {
  interface Window {
    __riposte?: Probe;
  }
}

function onPage(at: { x: number; y: number } | undefined): { x: number; y: number } | undefined {
  const box = document.getElementById("graph")?.getBoundingClientRect();
  return at && box ? { x: at.x + box.x, y: at.y + box.y } : undefined;
}

export function installProbe(session: Session): void {
  const { store } = session;
  const stage = () => session.stage.peek();
  const lost: WEBGL_lose_context[] = [];
  window.__riposte = {
    snapshot() {
      const drawn = stage();
      if (!drawn) return undefined;
      const shownEdges: number[] = [];
      drawn.visibility.edge.forEach((bits, row) => {
        if (bits === SHOWN) shownEdges.push(row);
      });
      const emphasis = store.emphasis.peek();
      return {
        level: store.detail.peek().level,
        shownEdges,
        strands: drawn.drawnStrands.map(({ edge, edges }) => ({ edge, edges })),
        labels: drawn.drawnOverlay.labels,
        marks: drawn.drawnOverlay.marks,
        camera: drawn.view.camera(),
        selection: store.state.peek().selection,
        emphasized: emphasis && { nodes: emphasis.nodes.size, edges: emphasis.edges.size },
        overlayMs: drawn.overlayMs,
        fragment: store.fragment(),
      };
    },
    edgePoint: (edge, t) => onPage(stage() && pointOn(stage()?.view.curveOf(edge) ?? NOWHERE, t)),
    nodePoint: (node) => onPage(stage()?.view.at(node)),
    edgeIds: () => store.links.peek()?.edgeIds ?? [],
    nodeRow: (id) => store.model.rowOfNode.get(id),
    setCamera: (camera) => stage()?.view.moveTo(camera, 0),
    brushTick(from, to) {
      const start = performance.now();
      stage()?.brush(from, to);
      return performance.now() - start;
    },
    loseContext() {
      for (const canvas of document.querySelectorAll<HTMLCanvasElement>("#graph canvas")) {
        const gl = canvas.getContext("webgl2");
        const extension = gl?.getExtension("WEBGL_lose_context");
        if (!extension) continue;
        extension.loseContext();
        lost.push(extension);
      }
    },
    restoreContext() {
      for (const extension of lost.splice(0)) extension.restoreContext();
    },
    pickLimit: PICK_LIMIT,
  };
}

const NOWHERE = { from: { x: 0, y: 0 }, control: { x: 0, y: 0 }, to: { x: 0, y: 0 }, loop: 0 };
