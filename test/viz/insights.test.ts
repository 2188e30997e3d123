import { describe, expect, test } from "@jest/globals";
import { actionEdges, allChains, chainOf } from "../../viz/src/insight/chains.ts";
import { centrality } from "../../viz/src/insight/central.ts";
import { changesSince, readExport } from "../../viz/src/insight/diff.ts";
import { edgesBetween, neighbourhood, shortestPath } from "../../viz/src/insight/paths.ts";
import { replyClocks } from "../../viz/src/insight/reply-clock.ts";
import { silences } from "../../viz/src/insight/silence.ts";
import { compareSources } from "../../viz/src/insight/sources.ts";
import { decode } from "../../viz/src/model/model.ts";
import { computeVisibility } from "../../viz/src/state/filters.ts";
import { defaultFilters } from "../../viz/src/state/view-state.ts";
import { chainModel, chainRecords, nodeRow, payloadOf } from "../support/viewer-model.ts";

const model = chainModel();
const visibility = computeVisibility(model, defaultFilters(model, "actors"));
const row = (id: string) => nodeRow(model, id);
const id = (node: number) => model.nodes.id[node];

describe("chains of replies", () => {
  test("are the same from each of their steps, in time order with the days between", () => {
    for (const start of ["ev1", "ev2", "ev3"]) {
      const chain = chainOf(model, row(start));
      expect(chain.map(({ event }) => id(event))).toEqual(["ev1", "ev2", "ev3"]);
      expect(chain.map(({ delay }) => delay)).toEqual([undefined, 3, 6]);
    }
  });

  test("an event without replies is no chain", () => {
    expect(chainOf(model, row("ev4"))).toEqual([]);
    expect(allChains(model).map((chain) => chain.map(({ event }) => id(event)))).toEqual([
      ["ev1", "ev2", "ev3"],
    ]);
  });

  test("a step is drawn as its arrows between actors", () => {
    const [edge = -1] = actionEdges(model, row("ev2"));
    expect([model.edges.source[edge], model.edges.target[edge]].map((node) => id(node ?? -1))).toEqual([
      "bravo",
      "alpha",
    ]);
  });
});

describe("walks", () => {
  test("the neighbourhood grows with its depth and keeps to what is shown", () => {
    expect([...neighbourhood(model, visibility, row("bravo"), 1).nodes].map(id).sort()).toEqual([
      "alpha",
      "bravo",
    ]);
    expect([...neighbourhood(model, visibility, row("bravo"), 2).nodes].map(id).sort()).toEqual([
      "alpha",
      "bravo",
      "delta",
    ]);
  });

  test("the shortest path has every parallel edge of each step", () => {
    const path = shortestPath(model, visibility, row("bravo"), row("delta"));
    expect(path?.nodes.map(id)).toEqual(["bravo", "alpha", "delta"]);
    expect(path?.steps.map((edges) => edges.length)).toEqual([3, 1]);
    expect(shortestPath(model, visibility, row("bravo"), row("charlie"))).toBeUndefined();
  });

  test("relations of a pair come in time order, both ways", () => {
    const edges = edgesBetween(model, visibility, row("alpha"), row("bravo"));
    expect(edges.map((edge) => model.edges.start[edge])).toEqual([0, 3, 9]);
  });
});

describe("what stands out", () => {
  test("why central: rank, partners, and what would lower it", () => {
    const found = centrality(model, visibility, row("alpha"));
    expect(found).toMatchObject({ rank: 1, of: 3, partners: 2, relations: 4 });
    // Delta hangs on one edge; without it alpha has as many partners as the next, without one more it has fewer.
    expect(found?.rankWithout).toBeGreaterThan(1);
    expect(centrality(model, visibility, row("ev1"))).toBeUndefined();
  });

  test("silences: the last act is unanswered, those with one source are told apart", () => {
    const found = silences(model, visibility).map(({ edge, ...rest }) => ({
      event: id(model.edges.event[edge] ?? -1),
      ...rest,
    }));
    expect(found).toEqual(
      expect.arrayContaining([
        { event: "ev1", unanswered: false, oneSource: true },
        { event: "ev3", unanswered: true, oneSource: true },
      ]),
    );
    expect(found).toHaveLength(2);
  });

  test("two outlets: what both tell, what one alone", () => {
    const [a, b] = ["Outlet A", "Outlet B"].map((name) => model.graph.publishers.indexOf(name)) as [
      number,
      number,
    ];
    const shares = compareSources(model, visibility, a, b);
    expect([shares.a.length, shares.b.length, shares.both.length]).toEqual([2, 0, 1]);
  });

  test("reply clock: days from act to answer, by pair", () => {
    const clocks = replyClocks(model).map(({ by, to, replies, median }) => [
      id(by),
      id(to),
      replies.map(({ days }) => days),
      median,
    ]);
    expect(clocks).toEqual([
      ["alpha", "bravo", [6], 6],
      ["bravo", "alpha", [3], 3],
    ]);
  });
});

describe("what changed since", () => {
  const now = payloadOf(chainRecords());

  test("an earlier state without one event", () => {
    const records = chainRecords();
    const earlier = payloadOf({ ...records, events: records.events.filter((event) => event.id !== "ev3") });
    const changes = changesSince(decode(now.graph), now.links, earlier, "actors");
    expect(changes.added.map((edge) => now.links.edgeIds[edge])).toContain(
      "ev3|RETALIATED_AGAINST|alpha|bravo",
    );
    expect(changes.removed).toBe(0);
    const back = changesSince(decode(earlier.graph), earlier.links, now, "actors");
    expect([back.added.length, back.removed]).toEqual([0, changes.added.length]);
    expect(changes.newNodes.map((node) => now.graph.nodes.id[node])).toEqual(["ev3"]);
  });

  test("the same state has no change, and text that is no export is refused", () => {
    const changes = changesSince(decode(now.graph), now.links, now, "events");
    expect([changes.added.length, changes.changed.length, changes.removed]).toEqual([0, 0, 0]);
    expect(readExport("<html>hello</html>")).toBeUndefined();
    expect(readExport('<script type="application/json" id="part-graph">{oops</script>')).toBeUndefined();
  });
});
