/** In graphs drawn as plain lines: what stands out, drawn again above everything, as curves with their heads. */
import type { Model } from "../model/model.ts";
import { FAMILIES } from "../model/families.ts";
import { SHOWN, type Visibility } from "../state/filters.ts";
import { curveLength, edgeCurve, pointOn } from "./curve.ts";
import type { Emphasis } from "./emphasis.ts";
import { LONE_BEND } from "./fan.ts";
import { cssColor } from "./gl-color.ts";
import type { GraphView } from "./graph-view.ts";
import { edgeWidth, headOf } from "./palette.ts";
import type { Scene } from "./scene.ts";

export interface LiftedInput {
  readonly model: Model;
  readonly scene: Scene;
  readonly visibility: Visibility;
  readonly emphasis: Emphasis | undefined;
}

/** Curves and discs drawn at most; a reader cannot follow more, and the frame has to end. */
const MOST = 500;
const SMALLEST_DISC = 4;

export function drawLifted(context: CanvasRenderingContext2D, view: GraphView, input: LiftedInput): void {
  const { emphasis, scene, visibility } = input;
  if (!emphasis || emphasis.edges.size > MOST) return;
  for (const edge of emphasis.edges)
    if (visibility.edge[edge] === SHOWN) drawCurve(context, view, input, edge);
  for (const row of emphasis.nodes) {
    if (Number.isNaN(scene.x[row])) continue;
    const { x, y } = view.at(row);
    context.beginPath();
    context.arc(x, y, Math.max(SMALLEST_DISC, view.radiusAt(row)), 0, 2 * Math.PI);
    context.fillStyle = cssColor(scene.node.fill[row] ?? 0);
    context.fill();
  }
}

function drawCurve(
  context: CanvasRenderingContext2D,
  view: GraphView,
  { model, scene }: LiftedInput,
  edge: number,
): void {
  const family = FAMILIES[model.edges.family[edge] ?? 0] ?? "standing";
  const source = scene.source[edge] ?? 0;
  const target = scene.target[edge] ?? 0;
  const radius = Math.max(SMALLEST_DISC, view.radiusAt(target));
  const curve = edgeCurve(view.at(source), view.at(target), 0, LONE_BEND, radius);
  if (curve.loop > 0) return;
  const width = edgeWidth(family, model.edges.weight[edge] ?? 1) * 0.7;
  const color = cssColor(scene.edge.color[edge] ?? 0);
  context.beginPath();
  context.moveTo(curve.from.x, curve.from.y);
  context.quadraticCurveTo(curve.control.x, curve.control.y, curve.to.x, curve.to.y);
  context.lineWidth = width;
  context.strokeStyle = color;
  context.stroke();
  const head = headOf(family);
  if (head.length === 0) return;
  const total = curveLength(curve) || 1;
  const tip = pointOn(curve, Math.max(0, 1 - radius / total));
  const base = pointOn(curve, Math.max(0, 1 - (radius + head.length * width * 1.3) / total));
  const length = Math.hypot(tip.x - base.x, tip.y - base.y) || 1;
  const half = head.width * width * 0.65;
  const [nx, ny] = [(-(tip.y - base.y) / length) * half, ((tip.x - base.x) / length) * half];
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(base.x + nx, base.y + ny);
  context.lineTo(base.x - nx, base.y - ny);
  context.closePath();
  context.fillStyle = color;
  context.fill();
}
