/** Whom pronouns and definite phrases stand for, and that nobody is taken where somebody without a name is meant. */
import { describe, expect, test } from "@jest/globals";
import { agrees, pronounForm } from "../../src/extraction/agreement.ts";
import type { Language } from "../../src/ontology/index.ts";
import { loadLexicon } from "../../src/packs/index.ts";
import { claimsOf } from "../support/read-text.ts";

/** The doers or speakers of the claims of a type, in text order. */
const whoDid = (text: string, language: Language, type: string): readonly string[] =>
  claimsOf(text, language)
    .filter((claim) => claim.type === type)
    .flatMap((claim) => [...claim.agent, ...claim.speaker]);

describe("pronouns", () => {
  const cases: [string, Language, string, string[]][] = [
    [
      "The Pentagon's spokesman, John Kirby, said that US forces had left. He condemned the raid on Erbil.",
      "en",
      "condemn",
      ["john-kirby"],
    ],
    [
      "Kataib Hezbollah met John Kirby in Baghdad. It condemned the raid on Erbil.",
      "en",
      "condemn",
      ["kataib-hezbollah"],
    ],
    [
      "La Turquie a averti que le Hachd al-Chaabi avait bougé. Elle a condamné le raid sur Erbil.",
      "fr",
      "condemn",
      ["turkey"],
    ],
    ["Les habitants ont fui. Ils ont condamné le raid sur Erbil.", "fr", "condemn", []],
  ];
  test.each(cases)("%s", (text, language, type, expected) =>
    expect(whoDid(text, language, type)).toEqual(expected),
  );
});

test("a subject without a name keeps its pronoun from standing for anybody named before", () => {
  const text =
    "The Houthis left Hodeidah on Monday. Rescue workers came at noon. They attacked a patrol in Erbil.";
  expect(whoDid(text, "en", "attack")).toEqual([]);
});

test("the army is that of the state on whose ground the report plays", () => {
  const text = "Des roquettes sont tombées sur Gao et sur Ménaka. L'armée a bombardé Kidal.";
  expect(whoDid(text, "fr", "attack")).toEqual(["malian-armed-forces"]);
});

describe("agreement", () => {
  const en = loadLexicon("en").agreement;
  const fr = loadLexicon("fr").agreement;
  test("kind", () => {
    expect(agrees(pronounForm(en, "he"), undefined, "Person")).toBe(true);
    expect(agrees(pronounForm(en, "he"), undefined, "ArmedGroup")).toBe(false);
    expect(agrees(pronounForm(en, "it"), undefined, "Person")).toBe(false);
  });
  test("number", () => {
    expect(agrees(pronounForm(en, "they"), undefined, "ArmedGroup")).toBe(true);
    expect(agrees(pronounForm(en, "they"), undefined, "Country")).toBe(false);
    expect(agrees(pronounForm(fr, "il"), { number: "plural" }, "ArmedGroup")).toBe(false);
  });
  test("gender", () => {
    expect(agrees(pronounForm(fr, "elle"), { gender: "masculine" }, "ArmedGroup")).toBe(false);
    expect(agrees(pronounForm(fr, "elle"), {}, "ArmedGroup")).toBe(true);
    expect(agrees(pronounForm(fr, "elle"), { gender: "masculine" }, "Person")).toBe(true);
  });
});
