/** Several hundred single sentences over all types of claim: those read right stay right. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { ENGLISH_PROBES, misreadings, parseProbe, sentenceReader } from "../../scripts/probe-sentences.ts";
import { CLAIM_TYPES, isAction } from "../../src/ontology/index.ts";

const probes = readFileSync(ENGLISH_PROBES, "utf8")
  .split("\n")
  .flatMap((line) => parseProbe(line) ?? []);

/** Sentences that may turn wrong when what is learned is fitted anew: one in so many. */
const FITTED_ANEW = 50;

describe("probes of English", () => {
  test("ask for every type of claim, and for none", () => {
    const asked = new Set(probes.flatMap(({ expected }) => expected.flatMap(({ types }) => types)));
    expect([...asked].filter((type) => !(CLAIM_TYPES as readonly string[]).includes(type))).toEqual([]);
    expect(CLAIM_TYPES.filter((type) => !asked.has(type))).toEqual([]);
    expect(probes.filter(({ expected }) => expected.length === 0).length).toBeGreaterThan(20);
  });

  test("name who speaks", () => {
    const nameless = probes.flatMap(({ text, expected }) =>
      expected
        .filter(({ types, doers }) => types.some((t) => !isAction(t as never)) && doers.length === 0)
        .map(() => text),
    );
    expect(nameless).toEqual([]);
  });

  test("are read as before", () => {
    const read = sentenceReader("en");
    const right = probes.filter(({ misread }) => !misread);
    const lost = right.flatMap((probe) => {
      const wrong = misreadings(probe, read(probe.text).claims);
      return wrong.length > 0 ? [`${probe.text} ${wrong.join("; ")}`] : [];
    });
    expect(right.length).toBeGreaterThan(probes.length / 2);
    expect(lost.length > right.length / FITTED_ANEW ? lost : []).toEqual([]);
  });
});
