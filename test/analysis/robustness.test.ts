import { describe, expect, test } from "@jest/globals";
import { analyzeCase, betweenness, project, undirected } from "../../src/analysis/index.ts";
import { buildGraph, withoutSources } from "../../src/graph/index.ts";
import { goldRecords } from "../support/gold-records.ts";

const RECORDS = goldRecords();
const analysis = analyzeCase(RECORDS, { name: "actions", resamples: 100 });
const rankOf = (id: string) =>
  analysis.ranks.between[analysis.projection.nodes.findIndex((node) => node.id === id)];

/** Ranks that an entity takes in nine resamples of ten: last less first. */
function width(id: string): number {
  const range = analysis.robustness.intervals?.activity?.get(id);
  return (range?.high ?? 0) - (range?.low ?? 0);
}

describe("leaving one outlet out", () => {
  test("tries every outlet, and gives the ranks of the case without it", () => {
    const outlets = new Set(RECORDS.documents.map(({ publisher }) => publisher));
    expect(new Set(analysis.robustness.leftOut.map(({ outlet }) => outlet))).toEqual(outlets);
    for (const { outlet, ranks } of analysis.robustness.leftOut) {
      const { graph, nodes } = project(buildGraph(withoutSources(RECORDS, [outlet])), { name: "actions" });
      const reached = betweenness(undirected(graph));
      const rankOfNode = (v: number) =>
        1 + reached.filter((value) => value > (reached[v] ?? 0) + 1e-9).length;
      nodes.forEach(({ id }, v) => expect([id, ranks.between?.get(id)]).toEqual([id, rankOfNode(v)]));
      expect(ranks.between?.size).toBe(nodes.length);
    }
  });

  test("a case without an outlet is the case that --without leaves", () => {
    const [first] = analysis.robustness.leftOut;
    const without = analyzeCase(RECORDS, { name: "actions", without: [first?.outlet ?? ""], resamples: 0 });
    expect(without.records.documents.every(({ publisher }) => publisher !== first?.outlet)).toBe(true);
  });

  test("an unknown outlet is an error that names those there are", () => {
    expect(() => analyzeCase(RECORDS, { name: "actions", without: ["Nobody"] })).toThrow(
      expect.objectContaining({
        code: "analysis/bad-projection",
        message: expect.stringContaining("Canal Front"),
      }),
    );
  });
});

describe("resampling outlets", () => {
  test("the same seed gives the same intervals, in order and within the network", () => {
    const again = analyzeCase(RECORDS, { name: "actions", resamples: 100 });
    expect(again.robustness.intervals).toEqual(analysis.robustness.intervals);
    for (const { low, high } of analysis.robustness.intervals?.between?.values() ?? []) {
      expect(low).toBeLessThanOrEqual(high);
      expect(high).toBeLessThanOrEqual(analysis.projection.nodes.length + 1);
    }
  });

  test("a rank that hangs on one outlet has a wide interval, one that all tell has none", () => {
    expect(width("us-armed-forces")).toBe(0);
    expect(width("usbat-al-thairin")).toBeGreaterThan(20);
  });

  test("one outlet alone gives no interval and nothing left out", () => {
    const [first] = RECORDS.documents;
    const others = RECORDS.documents.flatMap(({ publisher }) =>
      publisher && publisher !== first?.publisher ? [publisher] : [],
    );
    const alone = analyzeCase(withoutSources(RECORDS, others), { name: "actions" });
    expect(alone.robustness.intervals).toBeUndefined();
    expect(alone.robustness.leftOut).toEqual([]);
  });
});

test("why central: the tie that costs most comes first, and its rank is that of the network without it", () => {
  const [[id, losses] = ["", []]] = [...analysis.robustness.ties].filter(([each]) => each === "iran");
  expect(losses.map(({ rank }) => rank)).toEqual(losses.map(({ rank }) => rank).sort((a, b) => b - a));
  const [worst] = losses;
  const events = RECORDS.events.filter(
    (event) =>
      [...event.agent, ...event.target, ...event.place].includes(id) &&
      [...event.agent, ...event.target, ...event.place].includes(worst?.other ?? ""),
  );
  expect(events.length).toBeGreaterThan(0);
  expect(worst?.rank).toBeGreaterThan(rankOf(id) ?? 0);
  expect(worst?.lostShare).toBeGreaterThan(0);
});
