/** Several hundred single sentences of each language over all types of claim: those read right stay right. */
import { describe, expect, test } from "@jest/globals";
import { CLAIM_TYPES, LANGUAGES } from "../../src/ontology/index.ts";
import { misreadings, readProbes } from "../support/sentence-probes.ts";

/** Sentences that may turn wrong when what is learned is fitted anew: one in so many. */
const FITTED_ANEW = 50;

describe.each(LANGUAGES)("probes of sentences: %s", (language) => {
  const probes = readProbes(language);

  test("ask for every type of claim, and for none", () => {
    const asked = new Set(probes.flatMap(({ expected }) => expected.flatMap(({ types }) => types)));
    expect(CLAIM_TYPES.filter((type) => !asked.has(type))).toEqual([]);
    expect(probes.filter(({ expected }) => expected.length === 0).length).toBeGreaterThan(20);
    expect(probes.length).toBeGreaterThan(300);
  });

  test("name who acts or speaks", () => {
    const nameless = probes.flatMap(({ text, expected }) =>
      expected.some(({ optional, doers }) => !optional && doers.length === 0) ? [text] : [],
    );
    expect(nameless).toEqual([]);
  });

  test("are read as before", () => {
    const right = probes.filter(({ notYet }) => !notYet);
    const lost = right.flatMap((probe) => {
      const wrong = misreadings(probe, language);
      return wrong.length > 0 ? [`${probe.text} ${wrong.join("; ")}`] : [];
    });
    expect(right.length).toBeGreaterThan(probes.length / 2);
    expect(lost.length > right.length / FITTED_ANEW ? lost : []).toEqual([]);
  });
});
