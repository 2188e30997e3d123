import { describe, expect, test } from "@jest/globals";
import { COLORS } from "../../viz/src/graph/palette.ts";
import { colorDifference, contrast, VISIONS } from "../support/color-difference.ts";

/** Smallest CIEDE2000 distance of any two under any kind of vision. */
function closest(colors: readonly string[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const vision of VISIONS)
    for (const [i, a] of colors.entries())
      for (const b of colors.slice(i + 1)) least = Math.min(least, colorDifference(a, b, vision));
  return least;
}

const five = (theme: "light" | "dark") => {
  const { attack, retaliation, action, statement, standing } = COLORS[theme].edges;
  return [attack, retaliation, action, statement, standing];
};

describe("colours", () => {
  test("black and white are as far apart as the formula says", () => {
    expect(colorDifference("#000000", "#ffffff")).toBeCloseTo(100, 1);
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  });

  test.each([
    ["light", 23, 3],
    ["dark", 21, 4.3],
  ] as const)("families are told apart in the %s theme", (theme, distance, ratio) => {
    expect(closest(five(theme))).toBeGreaterThanOrEqual(distance);
    for (const color of five(theme))
      expect(contrast(color, COLORS[theme].background)).toBeGreaterThanOrEqual(ratio);
  });

  test.each([
    ["light", 13],
    ["dark", 16],
  ] as const)("groups of nodes are told apart in the %s theme", (theme, distance) => {
    expect(closest(Object.values(COLORS[theme].nodes))).toBeGreaterThanOrEqual(distance);
  });

  test.each(["light", "dark"] as const)("text is readable in the %s theme", (theme) => {
    const { ink, muted, background, panel } = COLORS[theme];
    for (const ground of [background, panel]) {
      expect(contrast(ink, ground)).toBeGreaterThanOrEqual(12);
      expect(contrast(muted, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
