/** What a pointer means: a node, a line, or a list of lines where several are equally near. */
import { SHOWN, type Visibility } from "../state/filters.ts";
import type { Point } from "./curve.ts";
import type { Strand } from "./fan.ts";
import type { GraphView, PointerAt } from "./graph-view.ts";
import type { Overlay } from "./overlay.ts";
import { COARSE_REACH, type Disc, isClear, PICK_LIMIT, pickCurves, pickDisc, REACH } from "./picking.ts";
import type { Scene } from "./scene.ts";

/** What a click met. */
export type Picked =
  | { readonly kind: "node"; readonly row: number }
  | { readonly kind: "edge"; readonly row: number }
  | { readonly kind: "choice"; readonly edges: readonly number[]; readonly more: boolean }
  | { readonly kind: "nothing" };

/** What is on screen, as far as a pointer can meet it. */
export interface Targets {
  readonly view: GraphView;
  readonly scene: Scene;
  readonly strands: readonly Strand[];
  readonly visibility: Visibility;
  readonly marks: Overlay["marks"];
  readonly selectedNode: number | undefined;
}

/** No node is drawn larger at the size of the whole graph; pixels. */
const LARGEST_RADIUS = 20;
/** Radius in pixels that every node offers to the pointer. */
const SMALLEST_TARGET = 12;
/** Pixels around the centre of a contested mark that are the mark. */
const MARK_REACH = 8;

export function hitTest(targets: Targets, at: PointerAt): Picked {
  const node = pickDisc(discsNear(targets, at), at, at.coarse ? 6 : 1);
  if (node !== undefined) return { kind: "node", row: node };
  const hits = lineHits(targets, at);
  const [first] = hits;
  if (!first) {
    // Nothing else is near: a small node still offers 24 pixels to aim at.
    const near = pickDisc(discsNear(targets, at), at, 0, SMALLEST_TARGET);
    return near === undefined ? { kind: "nothing" } : { kind: "node", row: near };
  }
  const members = hits.map(({ row }) => membersShown(targets, row));
  if (members[0]?.length === 1 && isClear(hits)) return { kind: "edge", row: first.row };
  const edges = [...new Set(members.flat())];
  return { kind: "choice", edges: edges.slice(0, PICK_LIMIT), more: edges.length > PICK_LIMIT };
}

export const nodeAt = (targets: Targets, at: Point): number | undefined =>
  pickDisc(discsNear(targets, at), at, 0);

export function markAt({ marks }: Targets, at: Point): Overlay["marks"][number] | undefined {
  return marks.find(({ x, y }) => Math.hypot(x - at.x, y - at.y) <= MARK_REACH);
}

/** The one edge that a click here would open; of a ribbon or where lines lie close, none. */
export function lineAt(targets: Targets, at: Point): number | undefined {
  const hits = pickCurves(lines(targets), at, REACH);
  const [first] = hits;
  return first && isClear(hits) && membersShown(targets, first.row).length === 1 ? first.row : undefined;
}

/** Lines within reach, nearest first; a contested mark stands for its line. */
function lineHits(targets: Targets, at: PointerAt): { readonly row: number; readonly distance: number }[] {
  const hits = pickCurves(lines(targets), at, at.coarse ? COARSE_REACH : REACH);
  const marked = markAt(targets, at);
  if (!marked) return hits;
  return [{ row: marked.edge, distance: 0 }, ...hits.filter(({ row }) => row !== marked.edge)];
}

/** The edges in the period that a drawn line stands for. */
function membersShown({ strands, visibility }: Targets, line: number): readonly number[] {
  const edges = strands.find(({ edge }) => edge === line)?.edges ?? [line];
  return edges.filter((row) => visibility.edge[row] === SHOWN);
}

/** Discs that can be met there; the many others are told by two comparisons of the layout. */
function* discsNear({ view, scene, visibility, selectedNode }: Targets, point: Point): Generator<Disc> {
  const here = view.toLayout(point);
  const pixel = Math.abs(view.toLayout({ x: point.x + 1, y: point.y }).x - here.x);
  const reach = (LARGEST_RADIUS * view.sizeScale() + SMALLEST_TARGET) * pixel;
  for (const row of scene.nodes) {
    if (Math.abs((scene.x[row] ?? 0) - here.x) > reach) continue;
    if (Math.abs((scene.y[row] ?? 0) - here.y) > reach) continue;
    if (!visibility.degreeBeforePeriod[row] && row !== selectedNode) continue;
    yield { row, ...view.at(row), radius: view.radiusAt(row) };
  }
}

function* lines({ view, strands, visibility }: Targets) {
  for (const { edge } of strands) {
    if (visibility.edge[edge] !== SHOWN) continue;
    yield { row: edge, curve: view.curveOf(edge), width: view.widthOf(edge) };
  }
}
