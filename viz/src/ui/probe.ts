/** `window.__riposte`: what is on screen, for tests that have to know. Only in pages made with `probe`. */
import { pointOn } from "../graph/curve.ts";
import { PICK_LIMIT } from "../graph/picking.ts";
import { SHOWN } from "../state/filters.ts";
import type { Probe } from "./probe-types.ts";
import type { Session } from "./session.ts";

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
    pickEdges(x, y) {
      const box = document.getElementById("graph")?.getBoundingClientRect();
      const picked = stage()?.pick({
        x: x - (box?.x ?? 0),
        y: y - (box?.y ?? 0),
        coarse: false,
        menu: false,
      });
      if (picked?.kind === "choice") return picked.edges;
      return picked?.kind === "edge" ? [picked.row] : [];
    },
    colorsAlong(edge, points) {
      const drawn = stage();
      const image = drawn?.view.picture(1, false);
      const context = image?.getContext("2d");
      if (!drawn || !context) return [];
      const curve = drawn.view.curveOf(edge);
      return Array.from({ length: points }, (_, i) => {
        const { x, y } = pointOn(curve, 0.2 + (0.6 * i) / (points - 1));
        const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(Math.round(x), Math.round(y), 1, 1).data;
        return a < 8 ? -1 : (r << 16) | (g << 8) | b;
      });
    },
    frameEdge(edge) {
      const { source, target } = store.model.edges;
      const drawn = stage();
      const ends = [source[edge] ?? 0, target[edge] ?? 0];
      drawn?.view.moveTo({ ...drawn.view.cameraFor(ends), ratio: CLOSE }, 0);
    },
    graphPicture: () => stage()?.view.picture(1, false).toDataURL("image/png") ?? "",
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

/** Camera ratio at which dashes are large enough to be counted. */
const CLOSE = 0.25;

const NOWHERE = { from: { x: 0, y: 0 }, control: { x: 0, y: 0 }, to: { x: 0, y: 0 }, loop: 0 };
