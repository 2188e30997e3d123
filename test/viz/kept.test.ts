/** What a reader asked for is drawn whatever the filters hide, and says how to see its like. */
import { describe, expect, test } from "@jest/globals";
import { emphasisOf } from "../../viz/src/graph/emphasis.ts";
import { graticuleLines } from "../../viz/src/graph/graticule.ts";
import { communitiesShown } from "../../viz/src/insight/communities.ts";
import { contestedEvents } from "../../viz/src/insight/contested.ts";
import { decode } from "../../viz/src/model/model.ts";
import { computeVisibility, type Filters, SHOWN } from "../../viz/src/state/filters.ts";
import { keptRows, withKept } from "../../viz/src/state/kept.ts";
import { hiddenBecause, liftFilter } from "../../viz/src/state/lift-filter.ts";
import { DEFAULT_LINK } from "../../viz/src/state/url.ts";
import { defaultFilters, fromLink } from "../../viz/src/state/view-state.ts";
import { chainModel, corpusViewer, nodeRow } from "../support/viewer-model.ts";

const model = chainModel();
const NO_NAMES = { idOf: () => undefined, rowOf: () => undefined };
const { state } = fromLink(DEFAULT_LINK, model, NO_NAMES, "en");
/** The first act of an event. */
const act = (id: string) => {
  const event = nodeRow(model, id);
  return model.edges.event.findIndex(
    (row, edge) => row === event && model.graph.edgeKinds[model.edges.kind[edge] ?? 0] === "action",
  );
};

describe("a selected edge that the filters hide", () => {
  const filters: Filters = { ...defaultFilters(model, "actors"), period: { from: 0, to: 0 } };
  const visibility = computeVisibility(model, filters);
  const edge = act("ev3");

  test("is drawn, its ends with it, while the counts keep to the filters", () => {
    expect(visibility.edge[edge]).not.toBe(SHOWN);
    const drawn = withKept(model, visibility, "actors", [edge]);
    expect(drawn.edge[edge]).toBe(SHOWN);
    expect(drawn.degree[model.edges.source[edge] ?? 0]).toBeGreaterThan(0);
    expect(drawn.shownEdges).toBe(visibility.shownEdges);
    expect([...(drawn.kept ?? [])]).toEqual([edge]);
  });

  test("brings its chain along; nothing changes where nothing is hidden", () => {
    const selection = { kind: "edge", row: edge } as const;
    const emphasis = emphasisOf(model, { ...state, selection }, visibility);
    const rows = [...keptRows(model, selection, emphasis, undefined)];
    for (const id of ["ev1", "ev2", "ev3"]) expect(rows).toContain(act(id));
    const all = computeVisibility(model, defaultFilters(model, "actors"));
    expect(withKept(model, all, "actors", rows)).toBe(all);
    expect([...keptRows(model, undefined, undefined, undefined)]).toEqual([]);
  });
});

test("for each reason that hides an edge there is one change that shows it", () => {
  const base = defaultFilters(model, "actors");
  const edge = act("ev3");
  const planned = act("ev4");
  const ends = [model.edges.source[edge] ?? 0, model.edges.target[edge] ?? 0];
  const cases: readonly (readonly [number, Filters, string])[] = [
    [edge, { ...base, hiddenFamilies: new Set([model.edges.family[edge] ?? 0]) }, "family"],
    [planned, { ...base, minConfidence: 0 }, "modality"],
    [edge, { ...base, hiddenKinds: new Set(ends.map((node) => model.nodes.drawnAs[node] ?? 0)) }, "kind"],
    [
      edge,
      {
        ...base,
        hiddenPublishers: new Set(model.graph.publisherSets[model.edges.publishers[edge] ?? 0]),
      },
      "publisher",
    ],
    [edge, { ...base, hiddenNodes: new Set(ends) }, "node"],
    [edge, { ...base, minConfidence: 100, minSources: 1 }, "confidence"],
    [edge, { ...base, minSources: 5 }, "sources"],
    [edge, { ...base, period: { from: 0, to: 1 } }, "period"],
  ];
  for (const [row, filters, reason] of cases) {
    const found = hiddenBecause(model, row, filters);
    if (reason === "confidence" && model.edges.confidence[row] === 100) continue;
    expect(found).toBe(reason);
    if (found === undefined || found === "view") continue;
    const lifted = { ...filters, ...liftFilter(model, row, filters, found) };
    expect(hiddenBecause(model, row, lifted)).toBeUndefined();
  }
});

test("contested events come most told first, each once", () => {
  const { model: corpus } = corpusViewer();
  const found = contestedEvents(corpus, computeVisibility(corpus, defaultFilters(corpus, "actors")));
  expect(found.length).toBeGreaterThan(3);
  expect(new Set(found.map(({ event }) => event)).size).toBe(found.length);
  for (const [i, { sources }] of found.entries())
    expect(sources).toBeLessThanOrEqual(found[i - 1]?.sources ?? Number.POSITIVE_INFINITY);
});

test("a community is named after its most connected member that is shown", () => {
  const { payload } = corpusViewer();
  const community = payload.graph.nodes.id.map((_, row) => (row % 3 === 0 ? -1 : row % 3));
  const grouped = decode({ ...payload.graph, nodes: { ...payload.graph.nodes, community } });
  const visibility = computeVisibility(grouped, defaultFilters(grouped, "actors"));
  const found = communitiesShown(grouped, visibility);
  expect(found.map((item) => item.community).sort()).toEqual([1, 2]);
  for (const { leader, community: own, size } of found) {
    const members = community.flatMap((other, row) => (other === own && visibility.degree[row] ? [row] : []));
    expect(size).toBe(members.length);
    expect(visibility.degree[leader]).toBe(Math.max(...members.map((row) => visibility.degree[row] ?? 0)));
  }
});

test("the lines of the map lie where places of that latitude and longitude lie", () => {
  const { payload } = corpusViewer();
  const { map } = payload.layouts;
  if (!map.projection) throw new Error("the corpus has places");
  const size = { width: 1_000, height: 1_000 };
  // One pixel is ten units of the layout; y points down.
  const lines = graticuleLines(map.projection, ({ x, y }) => ({ x: x * 10, y: (1_000 - y) * 10 }), size);
  expect(lines.length).toBeGreaterThan(4);
  const meridians = lines.filter(({ kind }) => kind === "meridian");
  const parallels = lines.filter(({ kind }) => kind === "parallel");
  for (const [i, line] of meridians.entries()) {
    const before = meridians[i - 1];
    if (before) expect(line.at).toBeGreaterThan(before.at);
  }
  for (const [i, line] of parallels.entries()) {
    const before = parallels[i - 1];
    if (before) expect(line.at).toBeLessThan(before.at);
  }
  const { place } = payload.graph.nodes;
  for (const [i, row] of map.node.entries()) {
    const at = place[row];
    const [west, east] = [meridians[0], meridians.at(-1)];
    if (!at || !west || !east || !map.projection.placed.includes(row)) continue;
    const x = west.at + ((at[1] - west.degrees) / (east.degrees - west.degrees)) * (east.at - west.at);
    // Places that crowd give way to one another by a few pixels.
    expect(Math.abs((map.x[i] ?? 0) / 10 - x)).toBeLessThan(60);
  }
});
