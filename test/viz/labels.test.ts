import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { type LabelRequest, overlaps, placeLabels } from "../../viz/src/graph/labels.ts";

const bounds = { x: 0, y: 0, width: 800, height: 600 };
const request: fc.Arbitrary<LabelRequest> = fc.record({
  row: fc.nat(),
  text: fc.constant("name"),
  x: fc.integer({ min: 0, max: 800 }),
  y: fc.integer({ min: 0, max: 600 }),
  radius: fc.integer({ min: 3, max: 20 }),
  width: fc.integer({ min: 10, max: 200 }),
  height: fc.constant(16),
  leads: fc.boolean(),
  must: fc.boolean(),
});

const disc = ({ x, y, radius }: LabelRequest) => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});

describe("labels", () => {
  test("never overlap one another, and stay whole within the stage", () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 60 }), (requests) => {
        const placed = placeLabels(requests, requests.map(disc), bounds, 60);
        for (const [i, a] of placed.entries()) {
          expect(placed.slice(i + 1).some((b) => overlaps(a, b))).toBe(false);
          expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= 800 && a.y + a.height <= 600).toBe(true);
        }
      }),
    );
  });

  test("ordinary names cover no node; leading ones only nodes that yield", () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 40 }), (requests) => {
        const plain = requests.map((one) => ({ ...one, must: false }));
        const obstacles = plain.map((one) => ({
          ...disc(one),
          ...(!one.leads && { yieldsTo: "leading" as const }),
        }));
        const placed = placeLabels(plain, obstacles, bounds, 60);
        for (const label of placed) {
          const firm = obstacles.filter(({ yieldsTo }) => !yieldsTo);
          expect(firm.some((box) => overlaps(label, box))).toBe(false);
        }
      }),
    );
  });

  test("the first come first, up to the limit", () => {
    const far = Array.from({ length: 10 }, (_, i) => ({
      row: i,
      text: "n",
      x: 60 + i * 70,
      y: 300,
      radius: 5,
      width: 40,
      height: 16,
    }));
    expect(placeLabels(far, [], bounds, 4).map(({ row }) => row)).toEqual([0, 1, 2, 3]);
  });

  test("what is selected has its name whatever lies around", () => {
    const one = { row: 1, text: "n", x: 400, y: 300, radius: 10, width: 80, height: 16, must: true };
    const wall = [{ x: 0, y: 0, width: 800, height: 600 }];
    expect(placeLabels([one], wall, bounds, 5)).toHaveLength(1);
    expect(placeLabels([{ ...one, must: false }], wall, bounds, 5)).toHaveLength(0);
  });
});
