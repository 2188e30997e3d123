import { describe, expect, test } from "@jest/globals";
import type { SourceDocument } from "../../src/documents/index.ts";
import { resolve } from "../../src/resolution/index.ts";
import { inputOf, report, testPack, type Told } from "../support/drafts.ts";

const packs = testPack();
const count = (text: string, min: number, max?: number) => ({
  min,
  ...(max === undefined ? {} : { max }),
  approximate: false,
  text,
});
const attack = { subtype: "rocket", target: ["base"], day: "2021-06-28" } as const;

/** The only event of several one-claim reports. */
function eventOf(...told: readonly (readonly [Told, Partial<SourceDocument>?])[]) {
  const reports = told.map(([claim, more], at) => report(`r${at}`, [{ ...attack, ...claim }], more));
  const { events } = resolve({ ...inputOf(reports), packs, decisions: [] });
  expect(events).toHaveLength(1);
  return events[0];
}

describe("competing values", () => {
  test("every value is kept, with its claims; the best supported one is shown", () => {
    const event = eventOf(
      [{ effects: { killed: count("four", 4, 4) } }],
      [{ effects: { killed: count("nine", 9, 9) } }],
      [{ effects: { killed: count("nine dead", 9, 9) } }],
    );
    const killed = event?.fields["killed"];
    expect(
      killed?.values.map(({ value, claims }) => [(value as { text: string }).text, claims.length]),
    ).toEqual([
      ["nine", 2],
      ["four", 1],
    ]);
    expect(killed).toMatchObject({ shown: 0, contested: true, why: "« nine » / « four »" });
  });

  test("an explicit none contradicts a number", () => {
    const event = eventOf(
      [{ effects: { wounded: count("none", 0, 0) } }],
      [{ effects: { wounded: count("at least five", 5) } }],
    );
    expect(event?.fields["wounded"]?.contested).toBe(true);
  });

  test("ranges that meet do not contradict each other", () => {
    const event = eventOf(
      [{ quantity: count("at least eight rockets", 8) }],
      [{ quantity: count("between eight and twelve rockets", 8, 12) }],
      [{ quantity: count("nine rockets", 9, 9) }],
    );
    expect(event?.fields["quantity"]?.contested).toBe(false);
  });

  test("what is counted is read from the evidence", () => {
    const event = eventOf(
      [{ quantity: count("Plusieurs", 2), words: "Plusieurs véhicules ont brûlé à la base ce soir" }],
      [{ quantity: count("huit", 8, 8), words: "Les huit missiles tirés lundi" }],
      [{ quantity: count("dizaines", 20), words: "On parle de dizaines de missiles" }],
    );
    expect(event?.fields["quantity"]?.why).toBe("« huit missiles » / « dizaines de missiles »");
  });

  test("an article and a none are no counts of weapons", () => {
    const event = eventOf(
      [{ quantity: count("une", 1, 1) }],
      [{ quantity: count("Aucune", 0, 0) }],
      [{ quantity: count("eight missiles", 8, 8) }],
    );
    expect(event?.fields["quantity"]).toMatchObject({
      contested: false,
      values: [{ claims: ["r2:0-17:attack"] }],
    });
  });

  test("a loss that is denied leaves the attack undenied", () => {
    const none = { effects: { killed: count("Aucune victime", 0, 0) }, modality: "negated" as const };
    const event = eventOf([{}], [none]);
    expect(event?.fields["reality"]?.contested).toBe(false);
    expect(eventOf([{}], [{ modality: "negated" as const }])?.fields["reality"]?.contested).toBe(true);
  });

  test("counts of unlike things do not contradict each other", () => {
    const event = eventOf(
      [{ quantity: count("four raids", 4, 4) }],
      [{ quantity: count("three positions", 3, 3) }],
    );
    expect(event?.fields["quantity"]?.contested).toBe(false);
  });

  test("an author and the body that it belongs to do not contradict each other; another author does", () => {
    expect(eventOf([{ agent: ["militia"] }], [{ agent: ["brigade"] }])?.fields["agent"]?.contested).toBe(
      false,
    );
    expect(eventOf([{ agent: ["militia"] }], [{ agent: ["rebels"] }])?.fields["agent"]?.contested).toBe(true);
  });
});

describe("independent sources", () => {
  const killed = { effects: { killed: count("four", 4, 4) } };

  test("outlets that cite one agency are one source", () => {
    const cited = { ...killed, source: ["agency"] };
    expect(eventOf([cited], [cited], [cited])?.sources).toEqual(["source:agency"]);
  });

  test("a publisher and those who cite it are one source", () => {
    const event = eventOf([killed, { publisher: "Agency" }], [{ ...killed, source: ["agency"] }]);
    expect(event?.sources).toEqual(["source:agency"]);
  });

  test("near-identical texts are one source, and so are reports of one publisher", () => {
    expect(eventOf([killed, { copyGroup: "x" }], [killed, { copyGroup: "x" }])?.sources).toEqual(["copy:x"]);
    expect(eventOf([killed, { publisher: "P" }], [killed, { publisher: "P" }])?.sources).toEqual([
      "publisher:p",
    ]);
    expect(eventOf([killed, { publisher: "P" }], [killed, { publisher: "Q" }])?.sources).toHaveLength(2);
  });

  test("one source that corrects itself contradicts nobody", () => {
    const event = eventOf(
      [{ effects: { killed: count("four", 4, 4) }, source: ["monitor"] }],
      [{ effects: { killed: count("nine", 9, 9) }, source: ["monitor"] }],
    );
    expect(event?.fields["killed"]?.contested).toBe(false);
  });
});
