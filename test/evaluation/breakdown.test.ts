import { expect, test } from "@jest/globals";
import { type Annotation, breakdown, type ScoredClaim } from "../../src/evaluation/index.ts";

const entities = ["north", "south", "dam", "bridge", "minister"].map((id) => ({ id, name: id }));

const claim = (id: string, fields: Partial<ScoredClaim>): ScoredClaim => ({
  id,
  doc: "a",
  type: "attack",
  modality: "asserted",
  agent: ["north"],
  target: ["dam"],
  evidence: `shells of the north fell on the dam near the old village in case ${id}`,
  ...fields,
});

const annotation = (claims: readonly ScoredClaim[]): Annotation => ({
  documents: [{ id: "a", language: "en" }],
  entities,
  claims,
});

const causesOf = (gold: readonly ScoredClaim[], predicted: readonly ScoredClaim[]) =>
  breakdown(annotation(gold), annotation(predicted)).causes;

const one = claim("one", {});

test("a perfect reading has no errors, and finds all of every kind", () => {
  const { causes, byModality, byLanguage, byPhenomenon } = breakdown(annotation([one]), annotation([one]));
  expect(causes).toEqual({});
  expect(byModality).toEqual({ asserted: { share: 1, of: 1 } });
  expect(byLanguage.en).toMatchObject({ f1: 1, gold: 1 });
  expect(byPhenomenon["doer named in its own words"]).toEqual({ share: 1, of: 1 });
  expect(byPhenomenon["doer left open"]).toBeUndefined();
});

test.each<[string, Partial<ScoredClaim>]>([
  ["wrong: doer is another", { agent: ["south"] }],
  ["wrong: doer not found", { agent: [] }],
  ["wrong: other side is another", { target: ["bridge"] }],
  ["wrong: other side not found", { target: [] }],
  ["wrong: both sides", { agent: ["south"], target: ["bridge"] }],
])("%s", (cause, fields) => {
  expect(causesOf([one], [{ ...one, ...fields }])).toEqual({ [cause]: 1 });
});

test("a statement is wrong by its speaker", () => {
  const said = claim("said", { type: "deny", agent: [], target: [], speaker: ["minister"] });
  expect(causesOf([said], [{ ...said, speaker: ["north"] }])).toEqual({ "wrong: speaker is another": 1 });
});

test("what is missed is told apart by what was read in its words", () => {
  expect(causesOf([one], [])).toEqual({ "missed: nothing read in its words": 1 });
  expect(causesOf([one], [{ ...one, type: "mobilize" }])).toEqual({
    "missed: read as another type": 1,
    "too much: beside claims of other types": 1,
  });
});

test("what is read too much is told apart by what people read there", () => {
  const elsewhere = {
    ...one,
    id: "two",
    evidence: "completely different words about the weather of tomorrow",
  };
  expect(causesOf([one], [one, elsewhere])).toEqual({ "too much: no claim there": 1 });
  expect(causesOf([one], [one, { ...one, id: "again" }])).toEqual({ "too much: read twice": 1 });
});
