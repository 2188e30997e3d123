import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { type Annotation, parseGold, type ScoredClaim, score } from "../../src/evaluation/index.ts";
import { describeWithShared, sharedPath } from "../support/shared.ts";

/** The reference scorer's names for what ours calls by full words. */
interface ReferenceFigure {
  readonly P: number;
  readonly R: number;
  readonly F: number;
}
type Reference = (gold: Annotation, predicted: Annotation, options: object) => Record<string, unknown>;

const FIGURES = [
  "graph",
  "graphEvents",
  "statements",
  "claims",
  "edges",
  "strict",
  "events",
  "crossdoc",
  "replies",
  "relations",
] as const;
const SHARES = [
  "type",
  "modality",
  "modalityExact",
  "timeStart",
  "timeOverlap",
  "evidence",
  "about",
] as const;

describeWithShared("the reference scorer", () => {
  const sets = ["gold/seeds.json", "practice/levant/gold.json", "practice/sahel/gold.json"];

  test.each(sets)("gives the same figures on distorted copies of %s", async (file) => {
    const module = (await import(pathToFileURL(sharedPath("tools/score.mjs")).href)) as { score: Reference };
    const gold = parseGold(readFileSync(sharedPath(file), "utf8"), file);
    fc.assert(
      fc.property(
        fc.array(fc.nat(12), { minLength: 40, maxLength: 40 }),
        fc.constantFrom(0, 0.45),
        (noise, minConfidence) => {
          const predicted = distort(gold, noise);
          const ours = score(gold, predicted, { minConfidence });
          const reference = module.score(gold, predicted, { minConfidence });
          for (const name of FIGURES) {
            const { P, R, F } = reference[name] as ReferenceFigure;
            expect([name, ours[name].precision, ours[name].recall, ours[name].f1]).toEqual([name, P, R, F]);
          }
          for (const name of SHARES) expect([name, ours[name]]).toEqual([name, reference[name]]);
          expect(ours.missed.length).toBe((reference.missed as unknown[]).length);
          expect(ours.spurious.length).toBe((reference.spurious as unknown[]).length);
        },
      ),
      { numRuns: 4, seed: 7 },
    );
  });
});

test("a gold file of another shape is named with its first wrong field", () => {
  expect(() => parseGold('{"claims": 3, "entities": []}', "g.json")).toThrow(
    expect.objectContaining({ code: "gold/bad-shape", message: expect.stringContaining("g.json: claims") }),
  );
  expect(() => parseGold("not json", "g.json")).toThrow(expect.objectContaining({ code: "gold/bad-shape" }));
});

test("an annotation scored against itself is right in everything", () => {
  const gold: Annotation = {
    entities: [
      { id: "a", name: "Alpha" },
      { id: "b", name: "Bravo" },
    ],
    claims: [
      {
        id: "1",
        doc: "d",
        type: "attack",
        agent: ["a"],
        target: ["b"],
        modality: "asserted",
        evidence: "Alpha struck Bravo at dawn",
      },
      {
        id: "2",
        doc: "d",
        type: "deny",
        speaker: ["b"],
        modality: "asserted",
        about: ["1"],
        evidence: "Bravo denied any loss",
      },
    ],
    events: [{ id: "e", claims: ["1"], agent: ["a"], target: ["b"] }],
  };
  const result = score(gold, gold);
  for (const name of ["graph", "claims", "edges", "strict", "events"] as const)
    expect(result[name].f1).toBe(1);
  expect(result.about).toBe(1);
});

/** Drops, retypes and misattributes claims and merges events, steered by a list of small numbers. */
function distort(gold: Annotation, noise: readonly number[]): Annotation {
  const at = (i: number) => noise[i % noise.length] ?? 0;
  const claims = gold.claims
    .filter((_, i) => at(i) !== 0)
    .map(
      (claim, i): ScoredClaim => ({
        ...claim,
        agent: at(i) === 1 ? claim.target : claim.agent,
        type: at(i) === 2 ? "announce" : claim.type,
        modality: at(i) === 3 ? "planned" : claim.modality,
        about: at(i) === 4 ? gold.claims[(i * 7) % gold.claims.length]?.id : claim.about,
        confidence: (i % 10) / 10,
      }),
    );
  const events = (gold.events ?? []).map((event, i, all) => {
    const next = all[i + 1];
    return at(i) === 5 && next ? { ...event, claims: [event.claims, next.claims].flat() } : event;
  });
  return { ...gold, claims, events };
}
