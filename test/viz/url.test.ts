import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { VIEWS } from "../../viz/src/model/families.ts";
import { decodeLink, DEFAULT_LINK, encodeLink, type LinkState } from "../../viz/src/state/url.ts";
import { fromLink, toLink } from "../../viz/src/state/view-state.ts";
import { chainModel, chainRecords, payloadOf } from "../support/viewer-model.ts";

const name = fc.string({ minLength: 1, maxLength: 20 });
const signed = fc.array(
  fc.tuple(fc.constantFrom("-", "+"), name).map(([sign, text]) => sign + text),
  { maxLength: 4 },
);
const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const link: fc.Arbitrary<LinkState> = fc
  .record({
    graph: optional(fc.stringMatching(/^[0-9a-f]{8}$/)),
    view: fc.constantFrom(...VIEWS),
    placement: fc.constantFrom("force" as const, "map" as const),
    period: optional(
      fc.tuple(day, day).map(([a, b]) => {
        const [from = "", to = ""] = [a, b].map((date) => date.toISOString().slice(0, 10)).sort();
        return { from, to };
      }),
    ),
    undated: fc.boolean(),
    relations: signed,
    certainty: signed,
    kinds: signed,
    publishers: signed,
    hidden: fc.array(name, { maxLength: 3 }),
    minConfidence: optional(fc.integer({ min: 0, max: 100 })),
    minSources: fc.integer({ min: 1, max: 9 }),
    selection: optional(fc.record({ kind: fc.constantFrom("node" as const, "edge" as const), id: name })),
    ego: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
    lens: optional(fc.constantFrom("contested" as const, "silence" as const)),
    path: optional(fc.record({ from: name, to: name })),
    compare: optional(fc.record({ a: name, b: name })),
    camera: optional(
      fc
        .tuple(
          fc.integer({ min: -9999, max: 9999 }),
          fc.integer({ min: -9999, max: 9999 }),
          fc.integer({ min: 50, max: 200_000 }),
        )
        .map(([x, y, ratio]) => ({ x: x / 10_000, y: y / 10_000, ratio: ratio / 10_000 })),
    ),
    communities: fc.boolean(),
    tab: fc.constantFrom("evidence" as const, "list" as const),
    language: optional(fc.constantFrom("fr" as const, "en" as const)),
    theme: optional(fc.constantFrom("light" as const, "dark" as const)),
    unknown: fc.constant([]),
  })
  .map(
    (state) =>
      Object.fromEntries(
        Object.entries(state).filter(([, value]) => value !== undefined),
      ) as unknown as LinkState,
  );

/** A state that differs from the default in nothing but the graph has an empty link, without the graph. */
const withoutBareGraph = (state: LinkState) => (encodeLink(state) === "" ? DEFAULT_LINK : state);

describe("links", () => {
  test("every state comes back as it was", () => {
    fc.assert(
      fc.property(link, (state) => {
        expect(decodeLink(encodeLink(state))).toEqual(withoutBareGraph(state));
      }),
    );
  });

  test("the default state leaves no trace in the address", () => {
    expect(encodeLink(DEFAULT_LINK)).toBe("");
    expect(decodeLink("")).toEqual(DEFAULT_LINK);
  });

  test("a link reads like what it says", () => {
    const text = encodeLink({
      ...DEFAULT_LINK,
      graph: "0a1b2c3d",
      period: { from: "2031-02-10", to: "2031-04-06" },
      relations: ["-standing"],
      lens: "contested",
      theme: "dark",
    });
    expect(text).toBe("v=1&g=0a1b2c3d&t=2031-02-10..2031-04-06&r=-standing&lens=contested&th=dark");
  });

  test("keys of a later version are kept", () => {
    expect(encodeLink(decodeLink("v=1&lens=contested&later=x%20y"))).toBe("v=1&lens=contested&later=x%20y");
  });

  test("no text makes it fail, and what it yields is stable", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = encodeLink(decodeLink(text));
        expect(encodeLink(decodeLink(once))).toBe(once);
      }),
    );
  });

  test.each([
    "t=2031-04-06..2031-02-10",
    "cam=1,2",
    "cam=a,b,c",
    "ego=9",
    "n=-4",
    "min=abc",
    "th=pink",
    "sel=x:1",
  ])("the damaged value %s falls back to its default", (text) => {
    expect(decodeLink(text)).toEqual({ ...DEFAULT_LINK, unknown: [] });
  });
});

describe("links and rows", () => {
  const model = chainModel();
  const { edgeIds } = payloadOf(chainRecords()).links;
  const names = {
    idOf: (row: number) => edgeIds[row],
    rowOf: (id: string) => (edgeIds.includes(id) ? edgeIds.indexOf(id) : undefined),
  };

  test("ids become rows and come back", () => {
    const text = encodeLink({
      ...DEFAULT_LINK,
      graph: model.graph.hash,
      selection: { kind: "edge", id: edgeIds[0] ?? "" },
      path: { from: "alpha", to: "charlie" },
      kinds: ["-country"],
      certainty: ["+planned"],
      hidden: ["delta"],
    });
    const { state, missing } = fromLink(decodeLink(text), model, names, "en");
    expect(missing).toEqual([]);
    expect(encodeLink(toLink(state, model, names, "en"))).toBe(text);
  });

  test("what the graph does not have is told, the rest is opened", () => {
    const { state, missing } = fromLink(
      decodeLink("sel=n:zulu&path=alpha,nobody&lens=contested"),
      model,
      names,
      "en",
    );
    expect(missing).toEqual(["nobody", "zulu"]);
    expect(state.lens).toBe("contested");
    expect(state.selection).toBeUndefined();
  });
});
