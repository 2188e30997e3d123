import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { curveBox, curveLength, distanceTo, edgeCurve, pointOn } from "../../viz/src/graph/curve.ts";

const point = fc.record({ x: fc.integer({ min: -800, max: 800 }), y: fc.integer({ min: -800, max: 800 }) });
const apart = fc.tuple(point, point).filter(([a, b]) => Math.hypot(a.x - b.x, a.y - b.y) > 20);
const offset = fc.integer({ min: -60, max: 60 });

describe("the curve of an edge", () => {
  test("runs from node to node, its middle as far out as asked", () => {
    fc.assert(
      fc.property(apart, offset, ([from, to], out) => {
        const curve = edgeCurve(from, to, out, 0, 8);
        expect(pointOn(curve, 0)).toEqual(from);
        expect(pointOn(curve, 1)).toEqual(to);
        const middle = pointOn(curve, 0.5);
        const away = Math.hypot(middle.x - (from.x + to.x) / 2, middle.y - (from.y + to.y) / 2);
        expect(away).toBeCloseTo(Math.abs(out), 6);
      }),
    );
  });

  test("lies to the left of its direction for a positive offset", () => {
    // Eastwards on a screen with y downwards: left is up.
    expect(pointOn(edgeCurve({ x: 0, y: 0 }, { x: 100, y: 0 }, 20, 0, 5), 0.5).y).toBeCloseTo(-20);
  });

  test("a point on it has no distance, one beside it has its own", () => {
    fc.assert(
      fc.property(apart, offset, fc.double({ min: 0, max: 1, noNaN: true }), ([from, to], out, t) => {
        const curve = edgeCurve(from, to, out, 0, 8);
        expect(distanceTo(curve, pointOn(curve, t))).toBeLessThan(0.3);
      }),
    );
    expect(distanceTo(edgeCurve({ x: 0, y: 0 }, { x: 200, y: 0 }, 0, 0, 5), { x: 100, y: 12 })).toBeCloseTo(
      12,
      1,
    );
  });

  test("stays in its box, and is longer than its chord", () => {
    fc.assert(
      fc.property(apart, offset, ([from, to], out) => {
        const curve = edgeCurve(from, to, out, 0.05, 8);
        const box = curveBox(curve);
        for (const t of [0.1, 0.4, 0.5, 0.8]) {
          const at = pointOn(curve, t);
          expect(at.x).toBeGreaterThanOrEqual(box.x0 - 1e-6);
          expect(at.x).toBeLessThanOrEqual(box.x1 + 1e-6);
          expect(at.y).toBeGreaterThanOrEqual(box.y0 - 1e-6);
          expect(at.y).toBeLessThanOrEqual(box.y1 + 1e-6);
        }
        expect(curveLength(curve)).toBeGreaterThanOrEqual(Math.hypot(to.x - from.x, to.y - from.y) - 1e-6);
      }),
    );
  });

  test("an edge from a node to itself is a loop that clears the node", () => {
    const curve = edgeCurve({ x: 50, y: 50 }, { x: 50, y: 50 }, 0, 0, 12);
    expect(curve.loop).toBeGreaterThan(12 / 2);
    const top = pointOn(curve, 0.5);
    expect(Math.hypot(top.x - 50, top.y - 50)).toBeGreaterThan(12);
  });
});
