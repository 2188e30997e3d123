/** Interviews: whoever answers is the source of what the answers tell. Sentences written for this test. */
import { describe, expect, test } from "@jest/globals";
import { claimsOf } from "../support/read-text.ts";

const LEAD = "Général à la retraite, Mourad Delvaux a servi quatre ans à Erbil.";
const ANSWERS = [
  "Que fait l'Iran ?",
  "L'Iran a bombardé Erbil. Nous l'avions prévu.",
  "Et la Turquie ?",
  "La Turquie a retiré ses troupes de Mossoul, je crois.",
  "Des regrets ?",
  "Je reconnais que nous n'avons pas su protéger ces gens.",
];
const read = (...paragraphs: readonly string[]) => claimsOf(paragraphs.join("\n\n"));

describe("an interview", () => {
  test("is told by whoever answers", () => {
    const claims = read(LEAD, ...ANSWERS);
    expect(claims.find(({ type }) => type === "attack")).toMatchObject({ source: ["Mourad Delvaux"] });
    expect(claims.find(({ type }) => type === "concede")).toMatchObject({ speaker: ["Mourad Delvaux"] });
  });

  test("is not taken for one where nobody answers in the first person", () => {
    const claims = read(
      LEAD,
      ...ANSWERS.map((line) => line.replace("Nous l'avions", "Paris l'avait")).slice(0, 4),
      "Et après ?",
      "L'armée attend.",
    );
    expect(claims.find(({ type }) => type === "attack")).toMatchObject({ source: [] });
  });
});
