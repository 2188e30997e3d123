/** The whole layout in small, with what the camera shows; a click goes there. */
import { useEffect, useRef } from "preact/hooks";
import { COLORS } from "../graph/palette.ts";
import { cssColor } from "../graph/gl-color.ts";
import { NODE_FLAGS } from "../graph/scene.ts";
import { type Session, useSession } from "./session.ts";

const WIDTH = 132;
const HEIGHT = 92;
const PADDING = 6;
/** Points drawn at most; more would not be told apart at this size. */
const POINTS = 4_000;

export function Minimap() {
  const session = useSession();
  const { store } = session;
  const canvas = useRef<HTMLCanvasElement>(null);
  const camera = store.state.value.camera;
  // Read so that the small picture follows: what is shown, how it is coloured, where nodes lie.
  const looks = [
    store.visibility.value,
    store.theme.value,
    store.state.value.communities,
    session.stage.value,
  ];
  useEffect(() => {
    const frame = requestAnimationFrame(() => canvas.current && paint(canvas.current, session));
    return () => cancelAnimationFrame(frame);
  }, [camera, ...looks, store.state.value.placement]);
  if (!camera) return null;
  return (
    <canvas
      ref={canvas}
      class="minimap"
      width={WIDTH * 2}
      height={HEIGHT * 2}
      aria-hidden="true"
      onPointerDown={(event) => go(event, session)}
    />
  );
}

interface Fit {
  readonly x0: number;
  readonly y1: number;
  readonly scale: number;
}

function fit(session: Session): Fit | undefined {
  const scene = session.stage.peek()?.drawnScene;
  if (!scene || scene.nodes.length === 0) return undefined;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const row of scene.nodes) {
    x0 = Math.min(x0, scene.x[row] ?? 0);
    x1 = Math.max(x1, scene.x[row] ?? 0);
    y0 = Math.min(y0, scene.y[row] ?? 0);
    y1 = Math.max(y1, scene.y[row] ?? 0);
  }
  const scale = Math.min((WIDTH - 2 * PADDING) / (x1 - x0 || 1), (HEIGHT - 2 * PADDING) / (y1 - y0 || 1));
  return { x0: x0 - PADDING / scale, y1: y1 + PADDING / scale, scale };
}

function paint(canvas: HTMLCanvasElement, session: Session): void {
  const stage = session.stage.peek();
  const context = canvas.getContext("2d");
  const box = fit(session);
  if (!stage || !context || !box) return;
  const colors = COLORS[session.store.theme.peek()];
  const scene = stage.drawnScene;
  context.setTransform(2, 0, 0, 2, 0, 0);
  context.clearRect(0, 0, WIDTH, HEIGHT);
  const every = Math.ceil(scene.nodes.length / POINTS);
  scene.nodes.forEach((row, i) => {
    if (i % every !== 0 || (scene.node.flags[row] ?? 0) & NODE_FLAGS.hidden) return;
    context.fillStyle = cssColor(scene.node.fill[row] ?? 0);
    context.fillRect(
      ((scene.x[row] ?? 0) - box.x0) * box.scale - 1,
      (box.y1 - (scene.y[row] ?? 0)) * box.scale - 1,
      2,
      2,
    );
  });
  const { width, height } = stage.view.size();
  const a = stage.view.toLayout({ x: 0, y: 0 });
  const b = stage.view.toLayout({ x: width, y: height });
  context.strokeStyle = colors.ink;
  context.lineWidth = 1.2;
  context.strokeRect(
    (a.x - box.x0) * box.scale,
    (box.y1 - a.y) * box.scale,
    (b.x - a.x) * box.scale,
    (a.y - b.y) * box.scale,
  );
}

function go(event: PointerEvent, session: Session): void {
  const stage = session.stage.peek();
  const box = fit(session);
  if (!stage || !box) return;
  const at = { x: box.x0 + event.offsetX / box.scale, y: box.y1 - event.offsetY / box.scale };
  stage.camera.centerOn(at);
}
