import { describe, expect, test } from "@jest/globals";
import { parseDecisions, resolve } from "../../src/resolution/index.ts";
import { inputOf, type Report, report, testPack, type Told } from "../support/drafts.ts";

const attack = { subtype: "rocket", target: ["base"], day: "2021-06-28" } as const;
const packs = testPack([
  { id: "kaabi-brigade", type: "ArmedGroup", names: { fr: "Liwa al-Kaabi", en: "Liwa al-Kaabi" } },
  {
    id: "martyrs",
    type: "ArmedGroup",
    names: { fr: "milices", en: "militias" },
    aliases: [{ name: "Resistance", usedBy: ["Front"], weak: true }],
  },
  { id: "other-martyrs", type: "ArmedGroup", names: { fr: "Résistance", en: "Resistance" } },
  {
    id: "old-general",
    type: "Person",
    offices: [{ position: "general", from: "2001-01-01", to: "2010-01-01" }],
  },
  { id: "new-general", type: "Person", offices: [{ position: "general", from: "2019-01-01" }] },
]);
const build = (reports: readonly Report[], decisions = "") =>
  resolve({ ...inputOf(reports), packs, decisions: parseDecisions(decisions, "decisions.yaml") });

describe("new names", () => {
  const reports = [
    report("a", [{ ...attack, agent: ["?ArmedGroup:Ousbat al-Thaïrine"] }]),
    report("b", [{ ...attack, agent: ["?ArmedGroup:Usbat al-Thairin"] }]),
    report("c", [{ ...attack, place: ["?Place:Usbat al-Thairin"] }]),
  ];

  test("spellings of one name meet across reports, and never across types", () => {
    const { entities, claims } = build(reports);
    const proposed = entities.filter((entity) => entity.proposed);
    expect(proposed.map(({ type }) => type)).toEqual(["ArmedGroup", "Place"]);
    expect(claims[0]?.agent).toEqual(claims[1]?.agent);
    expect(proposed[0]?.aliases.map(({ name, usedBy }) => [name, usedBy])).toEqual([
      ["Ousbat al-Thaïrine", ["outlet of a"]],
      ["Usbat al-Thairin", ["outlet of b"]],
    ]);
    expect(proposed[0]?.evidence).toMatchObject({ document: "a", start: 0 });
  });

  test("a name that sounds like one of a pack is asked about, not merged", () => {
    const { entities, judgements } = build([
      report("a", [{ ...attack, agent: ["?ArmedGroup:Liwaa al-Ka'abi"] }]),
    ]);
    const [proposed] = entities.filter((entity) => entity.proposed);
    expect(judgements).toEqual([
      expect.objectContaining({
        kind: "entity",
        a: proposed?.id,
        b: "kaabi-brigade",
        verdict: "unsure",
        by: "rules",
      }),
    ]);
  });

  test("a decision merges two names, under whichever spelling it names them, and survives a rebuild", () => {
    const decisions = `- { decide: merge, kind: entities, ids: [kaabi-brigade, new-armedgroup-usbat-al-thairin] }`;
    for (const arrived of [
      reports,
      [...reports].reverse(),
      [...reports, report("d", [{ ...attack, agent: ["?ArmedGroup:Usbat al-Thairin"] }])],
    ]) {
      const { claims, entities, notices } = build(arrived, decisions);
      expect(
        claims.filter(({ agent }) => agent.length > 0).every(({ agent }) => agent[0] === "kaabi-brigade"),
      ).toBe(true);
      expect(entities.find(({ id }) => id === "kaabi-brigade")?.aliases.map(({ name }) => name)).toContain(
        "Usbat al-Thairin",
      );
      expect(notices).toEqual([]);
    }
  });
});

/** A report whose only claim has one agent, named by a text that may denote several. */
function named(text: string, publisher: string, candidates: readonly string[]): Report {
  const made = report("a", [{ ...attack, agent: ["militia"] }], { publisher });
  const [claim] = made.extraction.extraction.claims;
  if (!claim) throw new Error("the report has one claim");
  const mention = { start: 0, end: text.length, text, candidates };
  const claims = [{ ...claim, roles: { ...claim.roles, agent: [{ mention, inferred: false }] } }];
  return {
    document: made.document,
    extraction: { document: "a", extraction: { claims, relations: [], skipped: [] } },
  };
}

const agentOf = (made: Report) => build([made]).claims[0]?.agent;

describe("a name that may denote several", () => {
  test("is read as its outlet means it", () => {
    const candidates = ["other-martyrs", "martyrs"];
    expect(agentOf(named("Resistance", "Front", candidates))).toEqual(["martyrs"]);
    expect(agentOf(named("Resistance", "Agency", candidates))).toEqual(["other-martyrs"]);
  });

  test("is read as who held the office when the report came out", () => {
    expect(agentOf(named("the general", "Agency", ["old-general", "new-general"]))).toEqual(["new-general"]);
  });

  test("is read as the theatre means it that the rest of the report tells of", () => {
    const { document, extraction } = named("coalition", "Agency", ["far-coalition", "near-coalition"]);
    const theatres = testPack([
      { id: "far-coalition", type: "MilitaryForce", pack: "elsewhere" },
      { id: "near-coalition", type: "MilitaryForce" },
    ]);
    const agentBeside = (places: readonly string[]) => {
      const beside = report("a", [{ ...attack, agent: ["militia"], place: places }]);
      const claims = [beside, { extraction }].flatMap((each) => each.extraction.extraction.claims);
      const extractions = [{ document: "a", extraction: { claims, relations: [], skipped: [] } }];
      const made = resolve({ documents: [document], extractions, packs: theatres, decisions: [] }).claims;
      return made.flatMap(({ agent }) => agent).filter((id) => id !== "militia");
    };
    expect(agentBeside([])).toEqual(["far-coalition"]);
    expect(agentBeside(["near-town"])).toEqual(["near-coalition"]);
  });

  test("is asked about where the evidence is near even, with the features that speak for the other", () => {
    const { judgements } = build([named("Group", "Agency", ["rebels", "militia"])]);
    expect(judgements).toEqual([
      expect.objectContaining({ kind: "entity", a: "a:0-5", b: "militia", verdict: "unsure" }),
    ]);
  });
});

describe("who calls whom what", () => {
  const by = (agent: string): Told => ({ ...attack, agent: [agent] });
  const pairs = (reports: readonly Report[], decisions = "") =>
    build(reports, decisions)
      .judgements.filter(({ features }) => features.some(({ name }) => name === "named for one event"))
      .map(({ a, b, verdict }) => [a, b, verdict]);

  test("two labels for the author of one event are kept as two, and may denote one collective", () => {
    const reports = [report("a", [by("martyrs")]), report("b", [by("kaabi-brigade")])];
    const { events } = build(reports);
    expect(events.map(({ agent }) => agent)).toEqual([["kaabi-brigade", "martyrs"]]);
    expect(pairs(reports)).toEqual([["kaabi-brigade", "martyrs", "unsure"]]);
  });

  test("a brigade and the militia that it belongs to need no asking", () => {
    expect(pairs([report("a", [by("militia")]), report("b", [by("brigade")])])).toEqual([]);
  });

  test("nor do two names that a person keeps apart, or one outlet's two names", () => {
    const reports = [report("a", [by("martyrs")]), report("b", [by("kaabi-brigade")])];
    const apart = "- { decide: keep-apart, kind: entities, ids: [martyrs, kaabi-brigade] }";
    expect(pairs(reports, apart)).toEqual([]);
    expect(pairs([report("a", [by("martyrs"), by("kaabi-brigade")])])).toEqual([]);
  });
});
