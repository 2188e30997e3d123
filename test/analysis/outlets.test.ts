import { describe, expect, test } from "@jest/globals";
import { analyzeCase } from "../../src/analysis/index.ts";
import type { CaseRecords } from "../../src/ontology/index.ts";
import { sha256 } from "../../src/shared/index.ts";
import { claim, entity, event } from "../support/records.ts";

const document = (id: string, publisher: string, published: string, text: string) => ({
  id,
  publisher,
  published,
  text,
  sha256: sha256(text),
});

/** Two outlets tell one attack with different tolls; the first tells another one alone. */
const RECORDS: CaseRecords = {
  documents: [
    document("d1", "Left", "2021-01-02T09:00:00Z", "The heroes struck Bravo."),
    document("d2", "Right", "2021-01-03", "The Militia struck Bravo."),
    document("d3", "Left", "2021-02-02", "The heroes struck again."),
  ],
  claims: [
    claim("c1", {
      document: "d1",
      agent: ["alpha"],
      target: ["bravo"],
      source: ["agency"],
      mentions: [{ role: "agent", entity: "alpha", start: 0, end: 10 }],
    }),
    claim("c2", {
      document: "d2",
      agent: ["alpha"],
      target: ["bravo"],
      mentions: [{ role: "agent", entity: "alpha", start: 0, end: 11 }],
    }),
    claim("c3", {
      document: "d3",
      agent: ["alpha"],
      target: ["bravo"],
      mentions: [{ role: "agent", entity: "alpha", start: 0, end: 10 }],
    }),
  ],
  entities: [entity("alpha", "ArmedGroup"), entity("bravo", "Base"), entity("agency", "Media")],
  events: [
    event("e1", ["c1", "c2"], {
      agent: ["alpha"],
      target: ["bravo"],
      documents: ["d1", "d2"],
      sources: ["agency", "right"],
      fields: {
        killed: {
          values: [
            {
              value: { min: 9, max: 9, approximate: false, text: "neuf" },
              claims: ["c1"],
              sources: ["agency"],
            },
            { value: { min: 1, max: 1, approximate: false, text: "un" }, claims: ["c2"], sources: ["right"] },
          ],
          shown: 0,
          contested: true,
        },
      },
    }),
    event("e2", ["c3"], { agent: ["alpha"], target: ["bravo"], documents: ["d3"], sources: ["left"] }),
  ],
  relations: [],
  judgements: [],
};

describe("outlets compared", () => {
  const { outlets } = analyzeCase(RECORDS, { name: "attacks" });

  test("what each tells alone, shares, contests and tells first", () => {
    expect(outlets.outlets).toEqual([
      { outlet: "Left", reports: 2, events: 2, alone: 1, agreed: 0, contested: 1, first: 1 },
      { outlet: "Right", reports: 1, events: 1, alone: 0, agreed: 0, contested: 1, first: 0 },
    ]);
    expect(outlets.pairs).toEqual([{ a: "Left", b: "Right", shared: 1, differing: 1 }]);
  });

  test("each contested value with the voices that give it", () => {
    expect(outlets.contested.map(({ field, values }) => [field, values.map((each) => each.sources)])).toEqual(
      [["killed", [["agency"], ["right"]]]],
    );
  });

  test("the names that each uses, counted once a place", () => {
    expect(outlets.naming).toEqual([
      {
        entity: "alpha",
        byOutlet: [
          { outlet: "Left", names: [{ name: "The heroes", times: 2 }] },
          { outlet: "Right", names: [{ name: "The Militia", times: 1 }] },
        ],
      },
    ]);
  });

  test("who cites whom", () => {
    const { nodes, graph } = outlets.citations;
    expect(nodes.map(({ id }) => id)).toEqual(["agency", "left"]);
    expect([...graph.targets]).toEqual([0]);
  });
});
