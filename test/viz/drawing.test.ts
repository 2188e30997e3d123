import { describe, expect, test } from "@jest/globals";
import { layoutName, moveEmphasis, sceneStructure, styleScene } from "../../viz/src/graph/compose.ts";
import { emphasisOf } from "../../viz/src/graph/emphasis.ts";
import { detailFor, FrameWatch, FULL_LIMIT, LINES_LIMIT } from "../../viz/src/graph/level.ts";
import { EDGE_FLAGS, NODE_FLAGS } from "../../viz/src/graph/scene.ts";
import { decode } from "../../viz/src/model/model.ts";
import { histogram, monthTicks } from "../../viz/src/model/histogram.ts";
import { computeVisibility } from "../../viz/src/state/filters.ts";
import { decodeLink } from "../../viz/src/state/url.ts";
import { fromLink } from "../../viz/src/state/view-state.ts";
import { chainRecords, nodeRow, payloadOf } from "../support/viewer-model.ts";

const payload = payloadOf(chainRecords());
const model = decode(payload.graph);
const layouts = { ...payload.layouts, actors: payload.graph.actors };
const noEdges = { idOf: () => undefined, rowOf: () => undefined };
const stateOf = (link: string) => fromLink(decodeLink(link), model, noEdges, "en").state;

function draw(link: string) {
  const state = stateOf(link);
  const visibility = computeVisibility(model, state);
  const detail = detailFor(visibility.edgesBeforePeriod);
  const scene = sceneStructure(model, state, layouts[layoutName(state)], detail.curved);
  const emphasis = emphasisOf(model, state, visibility);
  const strands = styleScene(scene, model, state, visibility, {
    theme: "light",
    detail,
    emphasis,
    small: 1,
    openPairs: new Set(),
  });
  return { state, visibility, scene, emphasis, strands };
}

describe("the scene", () => {
  test("has the nodes and edges of its view, and hides what the filters hide", () => {
    const { scene, strands } = draw("");
    expect(scene.nodes.map((row) => model.nodes.id[row]).sort()).toEqual([
      "alpha",
      "bravo",
      "charlie",
      "delta",
    ]);
    expect(strands).toHaveLength(4);
    // Charlie's only relation here is a planned act.
    expect((scene.node.flags[nodeRow(model, "charlie")] ?? 0) & NODE_FLAGS.hidden).not.toBe(0);
    expect((scene.node.flags[nodeRow(model, "delta")] ?? 0) & NODE_FLAGS.dashedRing).not.toBe(0);
  });

  test("nodes without a relation in the period stay, faded", () => {
    const { scene } = draw("t=2021-06-20..2021-06-30&r=-standing");
    const flags = scene.node.flags[nodeRow(model, "bravo")] ?? 0;
    expect(flags & NODE_FLAGS.faded).not.toBe(0);
    expect(flags & NODE_FLAGS.hidden).toBe(0);
  });

  test("each view has its layout; the map is the actors' view placed by coordinates", () => {
    expect(layoutName(stateOf("view=events&lay=map"))).toBe("events");
    expect(layoutName(stateOf("lay=map"))).toBe("map");
  });
});

describe("emphasis", () => {
  test("nothing stands out by itself", () => expect(draw("").emphasis).toBeUndefined());

  test("a selected event lights its chain, with numbers on the arrows", () => {
    const { emphasis } = draw("sel=n:ev2");
    expect([...(emphasis?.numbers.values() ?? [])].sort()).toEqual([1, 2, 3]);
    expect(emphasis?.numbersOn).toBe("edges");
    expect(draw("view=events&sel=n:ev2").emphasis?.numbersOn).toBe("nodes");
  });

  test("the contested lens lights what sources disagree on", () => {
    const { emphasis } = draw("lens=contested");
    expect([...(emphasis?.edges ?? [])].every((edge) => model.edges.contested[edge] === 1)).toBe(true);
    expect(emphasis?.edges.size).toBe(1);
  });

  test("a path goes before a lens", () => {
    const { emphasis } = draw("lens=contested&path=bravo,delta");
    expect([...(emphasis?.nodes ?? [])].map((row) => model.nodes.id[row])).toEqual([
      "bravo",
      "alpha",
      "delta",
    ]);
  });

  test("moving it touches only rows that change", () => {
    const before = draw("sel=n:delta");
    const after = draw("sel=n:bravo");
    const changed = moveEmphasis(before.scene, before.emphasis, after.emphasis);
    expect([...before.scene.edge.flags].map((flags) => flags & EDGE_FLAGS.emphasis)).toEqual(
      [...after.scene.edge.flags].map((flags) => flags & EDGE_FLAGS.emphasis),
    );
    expect(changed.edges.length).toBeLessThanOrEqual(4);
  });
});

describe("level of detail", () => {
  test("falls in steps with the number of relations", () => {
    expect(detailFor(FULL_LIMIT).level).toBe("full");
    expect(detailFor(FULL_LIMIT + 1).level).toBe("lines");
    expect(detailFor(LINES_LIMIT + 1).level).toBe("dense");
    expect(detailFor(10, 1).level).toBe("lines");
    expect(detailFor(10, 9).level).toBe("dense");
  });

  test("drops after five slow frames, not after one", () => {
    const watch = new FrameWatch();
    expect([16, 400, 16, 16, 16].map((ms) => watch.add(ms))).toEqual([false, false, false, false, false]);
    const slow = new FrameWatch();
    expect([80, 90, 70, 60, 80].map((ms) => slow.add(ms))).toEqual([false, false, false, false, true]);
  });
});

describe("the histogram", () => {
  test("counts relations by the day they start; undated ones and facts that stand apart", () => {
    const bars = histogram(model, { ...stateOf("min=0&c=%2Bplanned") }, 10);
    expect(bars.bins).toHaveLength(10);
    expect(bars.bins.flat().reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(bars.undated).toBe(1);
    expect(bars.highest).toBe(1);
  });

  test("ticks stand on the first of a month, as many as there is room for", () => {
    expect(monthTicks("2021-06-15", 70, 10)).toEqual([16, 47]);
    expect(monthTicks("2019-01-01", 3_650, 6).length).toBeLessThanOrEqual(6);
  });
});
