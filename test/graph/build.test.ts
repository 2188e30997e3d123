import { describe, expect, test } from "@jest/globals";
import { buildGraph, projectGraph, toGraphology, withoutSources } from "../../src/graph/index.ts";
import { claim, event, smallRecords } from "../support/records.ts";

const graph = buildGraph(smallRecords());
const edge = (type: string) => graph.edges.filter((item) => item.type === type);

describe("the graph of a small case", () => {
  test("an attack is an edge from doer to target, with its claims, date and codes", () => {
    expect(edge("ATTACKED")).toEqual([
      expect.objectContaining({
        source: "alpha",
        target: "fort-bravo",
        claims: ["one:0-50:attack"],
        eventId: "ev:one:0-50:attack",
        start: "2021-06-28",
        subtype: "rocket",
        codes: expect.objectContaining({ cameo: ["194"] }),
      }),
    ]);
  });

  test("an attack by nobody is drawn from a stub of its own", () => {
    const [retaliation] = edge("RETALIATED_AGAINST");
    expect(retaliation?.source).toBe("stub:ev:one:0-50:retaliation:agent");
    expect(graph.nodes.filter((node) => node.kind === "stub")).toHaveLength(1);
  });

  test("a denial joins its speaker to the event and keeps the attack", () => {
    expect(edge("DENIED")).toEqual([
      expect.objectContaining({ source: "alpha", target: "ev:one:0-50:attack" }),
    ]);
  });

  test("a reply joins two events and carries its cue", () => {
    expect(edge("RESPONSE_TO")).toEqual([
      expect.objectContaining({ cue: "in response", target: "ev:one:0-50:attack" }),
    ]);
  });

  test("what an event is part of and the strike before it in its series are edges between events", () => {
    const records = smallRecords();
    const [first, second] = records.events.map(({ id }) => id) as [string, string];
    const events = records.events.map((item) =>
      item.id === second ? { ...item, partOf: [first], sameSeries: [first, "ev:gone"] } : item,
    );
    const parts = buildGraph({ ...records, events }).edges.filter(({ kind }) => kind === "part");
    expect(parts.map(({ type, source, target }) => [type, source, target])).toEqual([
      ["PART_OF", second, first],
      ["SAME_SERIES", second, first],
    ]);
  });

  test("an outlet that no pack knows becomes a media node", () => {
    expect(edge("PUBLISHED_BY")[0]?.target).toBe("the-outlet");
    expect(graph.nodes.find((node) => node.id === "the-outlet")).toMatchObject({
      type: "Media",
      proposed: true,
    });
  });

  test("every edge but standing facts and bylines names its claims", () => {
    const nameless = graph.edges.filter((item) => item.claims.length === 0);
    expect(new Set(nameless.map((item) => item.type))).toEqual(new Set(["LOCATED_IN", "PUBLISHED_BY"]));
  });

  test("the order of records changes nothing", () => {
    const records = smallRecords();
    const shuffled = {
      ...records,
      entities: [...records.entities].reverse(),
      events: [...records.events].reverse(),
      claims: [...records.claims].reverse(),
    };
    expect(buildGraph(shuffled)).toEqual(graph);
  });

  test("graphology holds the same nodes and edges", () => {
    const instance = toGraphology(graph);
    expect([instance.order, instance.size]).toEqual([graph.nodes.length, graph.edges.length]);
  });
});

/** The small case with a second account of the attack, by and on others. */
function twoAccounts() {
  const records = smallRecords();
  const [first] = records.claims;
  const second = claim("one:0-50:attack:2", { agent: ["charlie"], target: ["delta"] });
  return {
    ...records,
    entities: [
      ...records.entities,
      ...["charlie", "delta"].map((id) => ({
        id,
        type: "ArmedGroup" as const,
        name: id,
        names: {},
        aliases: [],
      })),
    ],
    claims: [...records.claims, second],
    events: [
      event("ev:x", [first?.id ?? "", second.id], {
        agent: ["alpha", "charlie"],
        target: ["delta", "fort-bravo"],
      }),
    ],
  };
}

describe("pairs of an event with several sides", () => {
  test("only sides that one claim brings together are joined", () => {
    const pairs = buildGraph(twoAccounts()).edges.filter((item) => item.kind === "action");
    expect(pairs.map((item) => [item.source, item.target, item.claims])).toEqual([
      ["alpha", "fort-bravo", ["one:0-50:attack"]],
      ["charlie", "delta", ["one:0-50:attack:2"]],
    ]);
  });
});

describe("a fight between two parties", () => {
  const sides = ["charlie", "delta"];
  const records = twoAccounts();
  const fight = claim("one:0-50:attack:2", { agent: sides, target: sides });
  const edges = buildGraph({
    ...records,
    claims: [...records.claims.slice(0, 1), fight],
    events: [event("ev:x", [fight.id], { agent: sides, target: sides })],
  }).edges.filter((item) => item.kind === "action");

  test("each faces the other, and nobody himself", () => {
    expect(edges.map(({ source, target }) => [source, target])).toEqual([
      ["charlie", "delta"],
      ["delta", "charlie"],
    ]);
  });
});

describe("views", () => {
  test("the actor view holds entities and stubs only", () => {
    const view = projectGraph(graph, { view: "actors" });
    expect(new Set(view.nodes.map((node) => node.kind))).toEqual(new Set(["entity", "stub"]));
  });

  test("a period leaves undated acts out and keeps standing facts", () => {
    const view = projectGraph(graph, { view: "actors", from: "2021-06-01", to: "2021-06-30" });
    expect(view.edges.map((item) => item.type).sort()).toEqual(["ATTACKED", "LOCATED_IN"]);
    expect(
      projectGraph(graph, { view: "actors", from: "2022-01-01" }).edges.map((item) => item.type),
    ).toEqual(["LOCATED_IN"]);
  });

  test("confidence and modality filter edges", () => {
    expect(
      projectGraph(graph, { minConfidence: 0.95, view: "actors" }).edges.map((item) => item.kind),
    ).toEqual(["standing"]);
  });

  test("without its only source nothing is left of an event", () => {
    const left = withoutSources(smallRecords(), ["the outlet"]);
    expect([left.documents.length, left.claims.length, left.events.length]).toEqual([0, 0, 0]);
  });
});
