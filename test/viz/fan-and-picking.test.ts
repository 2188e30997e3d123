import { describe, expect, test } from "@jest/globals";
import { edgeCurve, pointOn } from "../../viz/src/graph/curve.ts";
import { FAN_STEP, fanOut, pairKey, RIBBON_FROM } from "../../viz/src/graph/fan.ts";
import { isClear, pickCurves, pickDisc } from "../../viz/src/graph/picking.ts";
import type { Model } from "../../viz/src/model/model.ts";
import { chainModel, corpusViewer, nodeRow } from "../support/viewer-model.ts";

/** Rows of the acts between two nodes. */
function between(model: Model, a: string, b: string): number[] {
  const key = [nodeRow(model, a), nodeRow(model, b)].sort((x, y) => x - y).join(" ");
  return [...model.edges.source.keys()].filter(
    (row) => pairKey(model, row) === key && model.edges.view[row] === 0,
  );
}

describe("parallel edges", () => {
  const model = chainModel();

  test("three edges of one pair lie 13 pixels apart on screen, whichever way they point", () => {
    const strands = fanOut(model, between(model, "alpha", "bravo"));
    expect(strands).toHaveLength(3);
    const at = { alpha: { x: 0, y: 0 }, bravo: { x: 300, y: 0 } };
    const middles = strands.map(({ edge, offset, bend }) => {
      const forwards = model.edges.source[edge] === nodeRow(model, "alpha");
      const [from, to] = forwards ? [at.alpha, at.bravo] : [at.bravo, at.alpha];
      return pointOn(edgeCurve(from, to, offset, bend, 8), 0.5).y;
    });
    const sorted = middles.sort((a, b) => a - b);
    expect(sorted.map((y) => Math.round(y - (sorted[0] ?? 0)))).toEqual([0, FAN_STEP, 2 * FAN_STEP]);
  });

  test("a lone edge bends a little and is not moved aside", () => {
    const [strand] = fanOut(model, between(model, "delta", "alpha"));
    expect(strand?.offset).toBe(0);
    expect(strand?.bend).toBeGreaterThan(0);
  });

  test("many of one kind become a ribbon that still names every edge, and opens", () => {
    const corpus = corpusViewer().model;
    const all = [...corpus.edges.source.keys()].filter((row) => corpus.edges.view[row] === 0);
    const strands = fanOut(corpus, all);
    expect(strands.flatMap(({ edges }) => edges).sort((a, b) => a - b)).toEqual(all);
    expect(strands.every(({ edges }) => edges.length === 1 || edges.length >= RIBBON_FROM)).toBe(true);
    expect(fanOut(corpus, all, () => true)).toHaveLength(all.length);
  });
});

describe("picking", () => {
  const lines = [0, 1, 2].map((row) => ({
    row,
    curve: edgeCurve({ x: 0, y: row * 10 }, { x: 200, y: row * 10 }, 0, 0, 5),
    width: 2,
  }));

  test("the nearest line comes first, those out of reach not at all", () => {
    expect(pickCurves(lines, { x: 100, y: 9 }).map(({ row }) => row)).toEqual([1]);
    expect(pickCurves(lines, { x: 100, y: 6 }, 12).map(({ row }) => row)).toEqual([1, 0]);
    expect(pickCurves(lines, { x: 400, y: 10 })).toEqual([]);
  });

  test("lines too close to tell apart are not guessed", () => {
    expect(isClear(pickCurves(lines, { x: 100, y: 5 }))).toBe(false);
    expect(isClear(pickCurves(lines, { x: 100, y: 0 }))).toBe(true);
    expect(isClear([])).toBe(false);
  });

  test("of two discs the one whose centre is nearer; a small disc still offers 24 pixels", () => {
    const discs = [
      { row: 1, x: 0, y: 0, radius: 20 },
      { row: 2, x: 25, y: 0, radius: 4 },
    ];
    expect(pickDisc(discs, { x: 21, y: 0 })).toBe(2);
    expect(pickDisc(discs, { x: 16, y: 0 })).toBe(1);
    expect(pickDisc(discs, { x: 16, y: 0 }, 0, 12)).toBe(2);
    expect(pickDisc(discs, { x: 36, y: 0 })).toBeUndefined();
    expect(pickDisc(discs, { x: 36, y: 0 }, 0, 12)).toBe(2);
    expect(pickDisc(discs, { x: 60, y: 0 })).toBeUndefined();
  });
});
