/**
 * The shape of an edge on screen, in CSS pixels with y downwards. The vertex shader of edge-program.ts draws the same
 * curve; picking, marks and pictures read it from here.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A quadratic Bézier curve between the centres of two nodes, or a loop at one node. */
export interface Curve {
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
  /** Radius of the circle of a loop; 0 for a curve. */
  readonly loop: number;
}

/** Smallest step of the refinement along a curve: a tenth of a pixel on one of two thousand. */
const FINEST = 1 / 20_000;

/** Smallest circle of a loop beyond its node, in pixels. */
const LOOP_RADIUS = 9;

/**
 * @param offset  pixels from the chord's middle to the curve's, to the left of its direction
 * @param bend    the same as a share of the chord's length
 * @param radius  radius of the node, which a loop has to clear
 */
export function edgeCurve(from: Point, to: Point, offset: number, bend: number, radius: number): Curve {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  if (length < 0.5) return { from, control: from, to, loop: loopRadius(radius, offset) };
  const height = 2 * (offset + bend * length);
  return {
    from,
    to,
    // With y downwards, the left of (dx, dy) is (dy, −dx).
    control: {
      x: (from.x + to.x) / 2 + (dy / length) * height,
      y: (from.y + to.y) / 2 - (dx / length) * height,
    },
    loop: 0,
  };
}

export const loopRadius = (radius: number, offset: number): number =>
  LOOP_RADIUS + radius * 0.4 + Math.abs(offset) * 0.6;

/** @param t  from 0 at the source's centre to 1 at the target's */
export function pointOn(curve: Curve, t: number): Point {
  const { from, control, to, loop } = curve;
  if (loop > 0) {
    const angle = 2 * Math.PI * t;
    return { x: from.x + loop * Math.sin(angle), y: from.y - loop * (1 - Math.cos(angle)) };
  }
  const a = (1 - t) * (1 - t);
  const b = 2 * t * (1 - t);
  const c = t * t;
  return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
}

/** Length in pixels: the mean of chord and control polygon, right within a few per cent for gentle curves. */
export function curveLength({ from, control, to, loop }: Curve): number {
  if (loop > 0) return 2 * Math.PI * loop;
  const chord = Math.hypot(to.x - from.x, to.y - from.y);
  const polygon =
    Math.hypot(control.x - from.x, control.y - from.y) + Math.hypot(to.x - control.x, to.y - control.y);
  return (2 * chord + polygon) / 3;
}

/** Distance from a point to the curve, by sampling and one refinement; exact to a tenth of a pixel or so. */
export function distanceTo(curve: Curve, point: Point): number {
  const samples = curve.loop > 0 ? 24 : 12;
  let best = Number.POSITIVE_INFINITY;
  let bestAt = 0;
  for (let i = 0; i <= samples; i++) {
    const at = pointOn(curve, i / samples);
    const distance = Math.hypot(at.x - point.x, at.y - point.y);
    if (distance < best) {
      best = distance;
      bestAt = i / samples;
    }
  }
  for (let step = 1 / samples / 2; step > FINEST; step /= 2) {
    for (const t of [bestAt - step, bestAt + step]) {
      if (t < 0 || t > 1) continue;
      const at = pointOn(curve, t);
      const distance = Math.hypot(at.x - point.x, at.y - point.y);
      if (distance < best) {
        best = distance;
        bestAt = t;
      }
    }
  }
  return best;
}

/** Smallest box that holds the curve. */
export function curveBox({ from, control, to, loop }: Curve) {
  if (loop > 0) return { x0: from.x - loop, y0: from.y - 2 * loop, x1: from.x + loop, y1: from.y };
  return {
    x0: Math.min(from.x, control.x, to.x),
    y0: Math.min(from.y, control.y, to.y),
    x1: Math.max(from.x, control.x, to.x),
    y1: Math.max(from.y, control.y, to.y),
  };
}
