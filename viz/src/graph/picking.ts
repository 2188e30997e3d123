/** What lies under the pointer: exact distances to discs and curves, nearest first. */
import { type Curve, curveBox, distanceTo, type Point } from "./curve.ts";

/** Reach of a click around a line, in pixels; fingers get `COARSE_REACH`. */
export const REACH = 7;
export const COARSE_REACH = 14;
/** Lists of what is here end at this; beyond it the reader is asked to zoom in. */
export const PICK_LIMIT = 30;

export interface Disc extends Point {
  readonly row: number;
  readonly radius: number;
}

/**
 * The disc under the point, the one with the nearest centre where several overlap.
 * @param slack     pixels around a disc that count as it
 * @param smallest  radius that even a small disc offers, slack included
 */
export function pickDisc(discs: Iterable<Disc>, point: Point, slack = 1, smallest = 0): number | undefined {
  let best: number | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const disc of discs) {
    const distance = Math.hypot(disc.x - point.x, disc.y - point.y);
    if (distance <= Math.max(disc.radius + slack, smallest) && distance < bestDistance) {
      best = disc.row;
      bestDistance = distance;
    }
  }
  return best;
}

/** Rows of the lines within reach, nearest first. */
export function pickCurves(
  lines: Iterable<{ readonly row: number; readonly curve: Curve; readonly width: number }>,
  point: Point,
  reach = REACH,
): { readonly row: number; readonly distance: number }[] {
  const hits: { row: number; distance: number }[] = [];
  for (const { row, curve, width } of lines) {
    const limit = reach + width / 2;
    const box = curveBox(curve);
    if (point.x < box.x0 - limit || point.x > box.x1 + limit) continue;
    if (point.y < box.y0 - limit || point.y > box.y1 + limit) continue;
    const distance = distanceTo(curve, point);
    if (distance <= limit) hits.push({ row, distance });
  }
  return hits.sort((a, b) => a.distance - b.distance || a.row - b.row);
}

/** Whether the nearest line is meant without doubt, so that no list needs to ask. */
export function isClear(hits: readonly { readonly distance: number }[]): boolean {
  const [first, second] = hits;
  return first !== undefined && (second === undefined || second.distance - first.distance > 4);
}
