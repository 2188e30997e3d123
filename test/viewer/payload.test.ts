import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { buildGraph } from "../../src/graph/index.ts";
import { selectRecords } from "../../src/viewer/export-page.ts";
import { escapeJson, renderPage } from "../../src/viewer/page.ts";
import { separate } from "../../src/viewer/separate.ts";
import { decode } from "../../viz/src/model/model.ts";
import { readExport } from "../../viz/src/insight/diff.ts";
import { chainRecords, corpusViewer, NOTICE, payloadOf } from "../support/viewer-model.ts";

describe("the payload", () => {
  const { records, payload, model } = corpusViewer();
  const graph = buildGraph(records);

  test("has every edge between actors, places and events, with its ends, days and claims", () => {
    const drawn = graph.edges.filter((edge) => edge.kind !== "provenance");
    const rows = new Map(payload.links.edgeIds.map((id, row) => [id, row]));
    for (const edge of drawn) {
      const row = rows.get(edge.id) ?? -1;
      expect(model.nodes.id[model.edges.source[row] ?? -1]).toBe(edge.source);
      expect(model.nodes.id[model.edges.target[row] ?? -1]).toBe(edge.target);
      const claims = payload.links.edgeClaims[row]?.map((claim) => payload.links.claimIds[claim]);
      expect(claims).toEqual([...new Set(edge.claims)].sort());
    }
  });

  test("marks lie within their quote and name what the claim names", () => {
    for (const claim of payload.claims.flat()) {
      for (const [start, end] of claim.marks) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(claim.text.length);
      }
    }
    expect(payload.claims.flat().some(({ marks }) => marks.length > 1)).toBe(true);
  });

  test("each view has a position for every node that it draws", () => {
    for (const [view, kinds] of [
      ["actors", ["action", "statement", "standing"]],
      ["events", ["role", "on-event", "reply", "part"]],
      ["sources", ["reports", "cites"]],
    ] as const) {
      const placed = new Set({ ...payload.layouts, actors: payload.graph.actors }[view].node);
      for (let row = 0; row < model.edges.count; row++) {
        const kind = model.graph.edgeKinds[model.edges.kind[row] ?? 0];
        if (!kinds.some((one) => one === kind)) continue;
        expect(placed.has(model.edges.source[row] ?? -1)).toBe(true);
        expect(placed.has(model.edges.target[row] ?? -1)).toBe(true);
      }
    }
  });

  test("is the same to the byte for the same records, whatever their order", () => {
    const again = chainRecords();
    const shuffled = {
      ...again,
      claims: again.claims.toReversed(),
      entities: again.entities.toReversed(),
      documents: again.documents.toReversed(),
      events: again.events.toReversed(),
    };
    expect(JSON.stringify(payloadOf(shuffled))).toBe(JSON.stringify(payloadOf(chainRecords())));
  });

  test("an outlet reports events and cites whom it names as a source", () => {
    const kinds = new Set(payload.links.edgeIds.flatMap((id) => /\|(REPORTED|CITED)\|/.exec(id)?.[1] ?? []));
    expect(kinds).toEqual(new Set(["REPORTED", "CITED"]));
  });

  test("former ids of events are known", () => {
    const { links, graph: small } = payloadOf(chainRecords());
    expect(small.nodes.id[links.formerIds["ev2-old"] ?? -1]).toBe("ev2");
  });

  test("the notice of a demonstration corpus is carried", () => {
    expect(payload.graph.notice).toEqual(NOTICE);
  });
});

describe("the layout", () => {
  test("discs are pushed apart, and the same way each time", () => {
    const position = fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 300 }) });
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 25 }), (points) => {
        const apart = () => [...separate(new Map(points.map((at, row) => [row, at])), () => 10).values()];
        const found = apart();
        expect(found).toEqual(apart());
        for (const [i, a] of found.entries())
          for (const b of found.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(14);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the exported page", () => {
  const payload = payloadOf(chainRecords());
  const assets = { script: 'const a = "</script>"; const b = "<!--";', style: "p{color:red}" };

  test("carries its data in a form that cannot end its element", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = escapeJson(JSON.stringify(text));
        expect(escaped).not.toContain("<");
        expect(JSON.parse(escaped)).toBe(text);
      }),
    );
  });

  test("allows its own script and style by their hashes, and no connection", () => {
    const html = renderPage(assets, { title: 'x"><script>alert(1)</script>', payload });
    expect(html).toMatch(/default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'/);
    expect(html).toContain("connect-src 'none'");
    expect(html).not.toContain("<script>alert");
    expect(html.match(/<\/script>/g)).toHaveLength(html.match(/<script/g)?.length ?? 0);
  });

  test("can be read back as an earlier state", () => {
    const read = readExport(renderPage(assets, { title: "t", payload }));
    expect(read?.graph).toEqual(payload.graph);
    expect(read?.links.edgeIds).toEqual(payload.links.edgeIds);
  });
});

describe("a part of a case", () => {
  const { records } = corpusViewer();

  test("one period: nothing dated outside it", () => {
    const kept = selectRecords(records, { from: "2020-01-01", to: "2020-03-31" });
    expect(kept.events.length).toBeGreaterThan(3);
    expect(
      kept.events.every(({ time }) => time && time.start <= "2020-03-31" && time.end >= "2020-01-01"),
    ).toBe(true);
  });

  test("one actor: only what it takes part in, and no report that says nothing of it", () => {
    const kept = selectRecords(records, { actors: ["kataib-hezbollah"] });
    expect(kept.events.length).toBeGreaterThan(0);
    for (const event of kept.events)
      expect([...event.agent, ...event.target, ...event.place]).toContain("kataib-hezbollah");
    const used = new Set(kept.claims.map(({ document }) => document));
    expect(kept.documents.every(({ id }) => used.has(id))).toBe(true);
  });

  test("one outlet: no word of any other", () => {
    const kept = selectRecords(records, { sources: ["TV Horizon"] });
    expect(new Set(kept.documents.map(({ publisher }) => publisher))).toEqual(new Set(["TV Horizon"]));
    expect(kept.claims.length).toBeGreaterThan(0);
    expect(decode(payloadOf(kept).graph).edges.count).toBeGreaterThan(0);
  });

  test("nothing asked, everything kept", () => expect(selectRecords(records, {})).toBe(records));
});
