import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { softmax, step, strongest } from "../../src/extraction/learned/weighing.ts";
import { annotateText, claimsOf, extractor, extractText } from "../support/read-text.ts";

const TEXT =
  "L'armée américaine a bombardé la base de Hachd al-Chaabi. Des roquettes ont ensuite touché Aïn al-Assad. " +
  "« Nous répondrons », a averti le Hezbollah. Deux soldats ont été blessés.";

describe("weighing", () => {
  test("probabilities of a choice sum to 1 and keep the order of the scores", () => {
    const scores = fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(scores, (given) => {
        const chances = softmax(given);
        expect(chances.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
        const best = given.indexOf(Math.max(...given));
        expect(chances[best]).toBe(Math.max(...chances));
      }),
    );
  });

  test("a number is named by the first limit it does not exceed", () => {
    expect([0, 1, 2, 9].map((value) => step(value, [1, 4]))).toEqual(["≤1", "≤1", "≤4", "more"]);
  });

  test("only features with a weight explain a score", () => {
    expect(strongest(["a", "b", "c"], { a: 0.2, c: -1.5 })).toBe("c −1.5, a +0.2");
  });
});

describe("ranking of roles", () => {
  const readings = extractor.explain(annotateText(TEXT, "fr"));

  test("every claim comes with its reading, in the order of the extraction", () => {
    const { claims } = extractText(TEXT, "fr");
    expect(readings.map(({ claim }) => claim)).toEqual(claims);
    expect(readings.length).toBeGreaterThan(1);
  });

  test("acts are asked for a doer and a target, statements for a speaker; nobody is always a candidate", () => {
    for (const { claim, roles } of readings) {
      const asked = roles.map(({ role }) => role);
      expect([["agent", "target"], ["speaker"]]).toContainEqual(asked);
      for (const { candidates } of roles) expect(candidates.filter(({ chosen }) => chosen)).toHaveLength(1);
      expect(claim.trace.length).toBeGreaterThan(0);
    }
  });

  test("the chosen candidate is the one that the claim names", () => {
    for (const { claim, roles } of readings)
      for (const { role, candidates } of roles) {
        const chosen = candidates.find((candidate) => candidate.chosen);
        const named = (claim.roles[role as "agent"] ?? []).map(({ mention }) => mention.text);
        expect(named).toEqual(chosen?.names.map(({ text }) => text));
      }
  });

  test("nobody who was not named comes in", () => {
    expect(claimsOf("Des roquettes ont touché Aïn al-Assad.")[0]?.agent).toEqual([]);
  });
});
