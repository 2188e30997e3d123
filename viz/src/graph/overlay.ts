/** What lies on top of the graph: glyphs in nodes, marks on contested edges, numbers of a chain, rings and names. */
import type { Model } from "../model/model.ts";
import { SHOWN } from "../state/filters.ts";
import { pointOn } from "./curve.ts";
import { cssColor } from "./gl-color.ts";
import { GLYPH_GRID, GLYPHS } from "./glyphs.ts";
import type { GraphView } from "./graph-view.ts";
import { type Box, overlaps, type PlacedLabel } from "./labels.ts";
import { drawLifted } from "./lifted.ts";
import { CANDIDATES, FONT, isDim, type OverlayInput, type ScreenDisc } from "./overlay-input.ts";
import { drawLabels } from "./overlay-labels.ts";
import { type NodeForm, nodeForm } from "./palette.ts";
import { NODE_FLAGS } from "./scene.ts";

export interface Overlay {
  readonly labels: readonly PlacedLabel[];
  /** Edges whose contested mark is drawn, with its centre. */
  readonly marks: readonly { readonly edge: number; readonly x: number; readonly y: number }[];
  /** Radius of these marks. */
  readonly markRadius: number;
  /** Numbers of a chain and counts of ribbons, by their boxes. */
  readonly badges: readonly Badge[];
}

export interface Badge extends Box {
  readonly text: string;
}

/** Nodes that get signs and keep names off themselves, at most. */
const IN_SIGHT = 2_000;
/** Where along a line its number stands: in the middle, unless another number is there. */
const BADGE_AT = [0.5, 0.4, 0.6, 0.3, 0.7];
/** Pixels kept free between names and the rim of the stage. */
const EDGE = 4;

/** Draws one frame's overlay and tells what was drawn. */
export function drawOverlay(view: GraphView, input: OverlayInput): Overlay {
  const context = view.overlay();
  const { width, height } = view.size();
  context.clearRect(0, 0, width, height);
  context.lineCap = "round";
  context.lineJoin = "round";
  const onScreen = visibleNodes(view, input, width, height);
  if (!input.scene.curved) drawLifted(context, view, input);
  drawRings(context, view, input);
  if (input.detail.glyphs) for (const disc of onScreen) drawGlyph(context, input, disc);
  const marks = input.detail.marks ? drawMarks(context, view, input) : [];
  const radius = markRadius(view, input);
  const badges = drawNumbers(context, view, input);
  const signs = [
    ...marks.map(({ x, y }) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius })),
    ...badges,
  ];
  const bounds = { x: EDGE, y: EDGE, width: width - 2 * EDGE, height: height - 2 * EDGE };
  const labels = drawLabels(context, input, onScreen, signs, bounds);
  return { labels, marks, markRadius: radius, badges };
}

const NOBODY: ReadonlySet<number> = new Set();

/** Each row once, without building a list of a hundred thousand in every frame. */
function* litFirst(lit: ReadonlySet<number>, order: readonly number[]): Generator<number> {
  yield* lit;
  for (const row of order) if (!lit.has(row)) yield row;
}

/** Nodes in sight, the important first; of more than can be told apart, only those. */
function visibleNodes(view: GraphView, input: OverlayInput, width: number, height: number): ScreenDisc[] {
  const discs: ScreenDisc[] = [];
  const margin = 60;
  const lit = input.emphasis && input.emphasis.nodes.size <= CANDIDATES ? input.emphasis.nodes : NOBODY;
  for (const row of litFirst(lit, input.order)) {
    if (Number.isNaN(input.scene.x[row]) || (input.scene.node.flags[row] ?? 0) & NODE_FLAGS.hidden) continue;
    const { x, y } = view.at(row);
    if (x < -margin || y < -margin || x > width + margin || y > height + margin) continue;
    discs.push({ row, x, y, radius: view.radiusAt(row) });
    if (discs.length >= IN_SIGHT) break;
  }
  return discs;
}

function drawGlyph(context: CanvasRenderingContext2D, input: OverlayInput, disc: ScreenDisc): void {
  if (disc.radius < 5.5) return;
  const { colors, scene, model } = input;
  const flags = scene.node.flags[disc.row] ?? 0;
  const form = formOf(model, disc.row);
  const path = glyphPath(form);
  const size = disc.radius * (form.hollow ? 1.14 : 1.2);
  context.save();
  context.translate(disc.x - size / 2, disc.y - size / 2);
  context.scale(size / GLYPH_GRID, size / GLYPH_GRID);
  context.lineWidth = Math.max(2, (1.5 * GLYPH_GRID) / size);
  const hollow = (flags & NODE_FLAGS.hollow) !== 0;
  const faint = (flags & NODE_FLAGS.faded) !== 0;
  context.globalAlpha = faint ? 0.35 : 1;
  context.strokeStyle = hollow
    ? isDim(input, disc.row)
      ? colors.dim
      : cssColor(scene.node.ring[disc.row] ?? 0)
    : colors.background;
  context.stroke(path);
  context.restore();
}

const paths = new Map<string, Path2D>();

function glyphPath({ glyph }: NodeForm): Path2D {
  let path = paths.get(glyph);
  if (!path) {
    path = new Path2D(GLYPHS[glyph] ?? "");
    paths.set(glyph, path);
  }
  return path;
}

const formOf = (model: Model, row: number) => nodeForm(model.nodeKinds[model.nodes.drawnAs[row] ?? 0] ?? "");

function drawRings(context: CanvasRenderingContext2D, view: GraphView, input: OverlayInput): void {
  const ring = (row: number | undefined, gap: number, width: number, dash: number[], color: string) => {
    if (row === undefined) return;
    const { x, y } = view.at(row);
    context.beginPath();
    context.setLineDash(dash);
    context.arc(x, y, view.radiusAt(row) + gap, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = color;
    context.stroke();
    context.setLineDash([]);
  };
  for (const row of input.pinned) {
    const hidden = ((input.scene.node.flags[row] ?? 0) & NODE_FLAGS.hidden) !== 0;
    if (!hidden && !Number.isNaN(input.scene.x[row])) ring(row, 4, 1.2, [2, 3], input.colors.muted);
  }
  if (input.hovered !== undefined && input.hovered !== input.selectedNode)
    ring(input.hovered, 3, 1.5, [], input.colors.muted);
  if (input.selectedNode !== undefined) {
    const radius = view.radiusAt(input.selectedNode);
    ring(input.selectedNode, Math.max(3.5, radius * 0.22), Math.max(2, radius * 0.16), [], input.colors.ink);
  }
  if (input.focused !== undefined) ring(input.focused, 7, 2, [5, 4], input.colors.ink);
}

/** Seven pixels, less where the picture is crowded, growing back as the reader comes closer. */
const markRadius = (view: GraphView, input: OverlayInput) =>
  Math.min(8, Math.max(5, 7 * input.small * view.sizeScale()));

/** A disc with ≠ in the middle of every contested edge that is lit; crowded marks give way to earlier ones. */
function drawMarks(
  context: CanvasRenderingContext2D,
  view: GraphView,
  input: OverlayInput,
): Overlay["marks"] {
  const { model, scene, colors } = input;
  const marks: { edge: number; x: number; y: number }[] = [];
  const { width, height } = view.size();
  const radius = markRadius(view, input);
  const scale = radius / 7;
  for (const { edge, edges } of input.strands) {
    if (input.visibility.edge[edge] !== SHOWN) continue;
    if (!edges.some((row) => model.edges.contested[row])) continue;
    if (input.emphasis && !input.emphasis.edges.has(edge)) continue;
    if (input.emphasis?.numbersOn === "edges" && input.emphasis.numbers.has(edge)) continue;
    const at = pointOn(view.curveOf(edge), 0.5);
    if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) continue;
    if (marks.some((mark) => Math.hypot(mark.x - at.x, mark.y - at.y) < radius * 1.7)) continue;
    marks.push({ edge, ...at });
    context.beginPath();
    context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    context.fillStyle = colors.background;
    context.fill();
    context.lineWidth = 1.4;
    context.strokeStyle = cssColor(scene.edge.color[edge] ?? 0);
    context.stroke();
    context.beginPath();
    for (const y of [-1.6, 1.6]) {
      context.moveTo(at.x - 3.2 * scale, at.y + y * scale);
      context.lineTo(at.x + 3.2 * scale, at.y + y * scale);
    }
    context.moveTo(at.x + 1.8 * scale, at.y - 3.8 * scale);
    context.lineTo(at.x - 1.8 * scale, at.y + 3.8 * scale);
    context.strokeStyle = colors.ink;
    context.lineWidth = 1.2;
    context.stroke();
  }
  return marks;
}

/** Numbers of a chain and counts of ribbons. @returns where they are */
function drawNumbers(context: CanvasRenderingContext2D, view: GraphView, input: OverlayInput): Badge[] {
  const { emphasis, colors } = input;
  const boxes: Badge[] = [];
  context.font = `700 11px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const boxOf = (x: number, y: number, text: string): Box => {
    const half = Math.max(9, context.measureText(text).width / 2 + 5);
    return { x: x - half, y: y - 9, width: 2 * half, height: 18 };
  };
  const badge = (x: number, y: number, text: string) => {
    const box = boxOf(x, y, text);
    const half = box.width / 2;
    boxes.push({ ...box, text });
    context.beginPath();
    context.roundRect(x - half, y - 9, 2 * half, 18, 9);
    context.fillStyle = colors.ink;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = colors.background;
    context.stroke();
    context.fillStyle = colors.background;
    context.fillText(text, x, y + 0.5);
  };
  // Plain lines are no ribbons: without a chain there is nothing to look for among them.
  const numbered = input.detail.fans || (emphasis?.numbers.size ?? 0) > 0 ? input.strands : [];
  for (const { edge, edges } of numbered) {
    if (input.visibility.edge[edge] !== SHOWN) continue;
    const steps = edges.flatMap((row) =>
      emphasis?.numbersOn === "edges" ? (emphasis.numbers.get(row) ?? []) : [],
    );
    if (edges.length === 1 && steps.length === 0) continue;
    if (steps.length === 0 && emphasis && !emphasis.edges.has(edge)) continue;
    const text = steps.length > 0 ? [...new Set(steps)].join(" ") : `×${edges.length}`;
    const curve = view.curveOf(edge);
    const places = BADGE_AT.map((t) => pointOn(curve, t));
    const free = places.find(({ x, y }) => !boxes.some((box) => overlaps(box, boxOf(x, y, text))));
    const { x, y } = free ?? pointOn(curve, 0.5);
    badge(x, y, text);
  }
  if (emphasis?.numbersOn !== "nodes") return boxes;
  for (const [row, number] of emphasis.numbers) {
    const { x, y } = view.at(row);
    const radius = view.radiusAt(row);
    badge(x + radius * 0.8, y - radius * 0.8, String(number));
  }
  return boxes;
}
