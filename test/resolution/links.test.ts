import { describe, expect, test } from "@jest/globals";
import { resolve } from "../../src/resolution/index.ts";
import { inputOf, report, testPack, type Told } from "../support/drafts.ts";

const packs = testPack();
const attack = { subtype: "rocket", agent: ["militia"], target: ["base"], day: "2021-06-28" } as const;

/** The event of an attack by the militia that somebody denies. */
const deniedBy = (speaker: string) =>
  resolve({
    ...inputOf([report("a", [attack, { type: "deny", speaker: [speaker] }])]),
    packs,
    decisions: [],
  }).events[0];

describe("statements", () => {
  test("a claim of responsibility and an accusation both name an author, and stay told apart", () => {
    const { events, claims } = resolve({
      ...inputOf([
        report("a", [
          { subtype: "rocket", target: ["base"], day: "2021-06-28" },
          { type: "claim-responsibility", speaker: ["brigade"] },
          { type: "accuse", speaker: ["army"], target: ["rebels"] },
        ]),
      ]),
      packs,
      decisions: [],
    });
    const statements = claims.filter(({ type }) => type !== "attack");
    expect(statements.map(({ about }) => about)).toEqual([["a:0-16:attack"], ["a:0-16:attack"]]);
    const agent = events[0]?.fields["agent"];
    expect(agent?.contested).toBe(true);
    expect(agent?.values.map(({ value, claims: by }) => [value, by])).toEqual([
      ["brigade", [statements[0]?.id]],
      ["rebels", [statements[1]?.id]],
    ]);
    expect(events[0]?.agent).toEqual([]);
  });

  test("a denial deletes nothing: by the accused it contests the author, by others the act", () => {
    expect(deniedBy("brigade")?.agent).toEqual(["militia"]);
    expect(deniedBy("brigade")?.fields["agent"]).toMatchObject({
      contested: true,
      why: "brigade: « No 1 of a, as is »",
    });
    expect(deniedBy("brigade")?.fields["reality"]?.contested).toBe(false);
    expect(deniedBy("land")?.fields["agent"]?.contested).toBe(false);
    expect(deniedBy("land")?.fields["reality"]?.contested).toBe(true);
  });

  test("a statement that reading attached stays where it is", () => {
    const told = [
      attack,
      { ...attack, target: ["camp"], day: "2021-06-20" },
      { type: "condemn" as const, speaker: ["land"], about: [1] },
    ];
    const { claims } = resolve({ ...inputOf([report("a", told)]), packs, decisions: [] });
    expect(claims.find(({ type }) => type === "condemn")?.about).toEqual(["a:17-33:attack"]);
  });
});

describe("answers", () => {
  const back = {
    type: "retaliation",
    subtype: "airstrike",
    agent: ["army"],
    target: ["militia"],
    day: "2021-06-29",
  } as const;
  const hit = {
    subtype: "rocket",
    agent: ["militia"],
    target: ["army"],
    place: ["base"],
    day: "2021-06-28",
  } as const;

  test("a retaliation is linked to the act that it answers, with the sentence that says so", () => {
    const { events } = resolve({ ...inputOf([report("a", [hit, back])]), packs, decisions: [] });
    expect(events[1]?.responseTo).toEqual([
      expect.objectContaining({ id: events[0]?.id, claim: "a:17-33:retaliation" }),
    ]);
  });

  test("nothing answers what came after it, and no two events answer each other", () => {
    const cue = (to: number, at: number) => ({ cue: { start: at, end: at + 4, text: "No 1" }, to });
    const linksOf = (first: Told, second: Told) =>
      resolve({ ...inputOf([report("a", [first, second])]), packs, decisions: [] }).events.map(
        ({ responseTo }) => responseTo.length,
      );
    expect(linksOf({ ...hit, answers: [cue(1, 0)] }, back)).toEqual([0, 1]);
    const sameDay = { ...back, day: hit.day };
    expect(linksOf({ ...hit, answers: [cue(1, 0)] }, { ...sameDay, answers: [cue(0, 17)] })).toEqual([1, 0]);
  });

  test("a cue that points to an act keeps its words", () => {
    const cue = { start: 17, end: 25, text: "No 1 of " };
    const told = [hit, { ...back, answers: [{ cue, to: 0 }] }];
    const { events } = resolve({ ...inputOf([report("a", told)]), packs, decisions: [] });
    expect(events[1]?.responseTo).toEqual([
      { id: events[0]?.id, cue: "No 1 of ", evidence: cue, claim: "a:17-33:retaliation" },
    ]);
  });

  test("sequence alone gives an inferred link with a confidence of its own, and only within days", () => {
    const attackBack = { ...back, type: "attack" as const };
    const linked = (day: string) =>
      resolve({
        ...inputOf([report("a", [hit]), report("b", [{ ...attackBack, day }])]),
        packs,
        decisions: [],
      }).events[1]?.responseTo;
    expect(linked("2021-06-29")).toEqual([{ id: "ev:a:0-16:attack", inferred: true, confidence: 0.5 }]);
    expect(linked("2021-07-09")).toEqual([]);
  });
});
