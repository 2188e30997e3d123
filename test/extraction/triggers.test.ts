/** Which words of a sentence are read as triggers, and who may fill a role. Sentences written for this test. */
import { describe, expect, test } from "@jest/globals";
import { claimsOf } from "../support/read-text.ts";

describe("idioms turned around", () => {
  test.each([
    ["Une plainte a été déposée par Bagdad auprès du Conseil de sécurité.", "fr"],
    ["A complaint was lodged by Iraq with the Security Council.", "en"],
  ] as const)("%s", (text, language) => {
    expect(claimsOf(text, language)).toContainEqual(
      expect.objectContaining({ type: "condemn", speaker: ["iraq"] }),
    );
  });
});

describe("a name never speaks where it is the object", () => {
  test.each([
    ["Le mouvement presse l'Iran de rouvrir le pont.", "iran"],
    ["La ministre somme l'ONU de dire qui a tiré.", "united-nations"],
  ])("%s", (text, object) => {
    const demands = claimsOf(text, "fr").filter(({ type }) => type === "demand");
    expect(demands).toHaveLength(1);
    expect(demands[0]?.speaker).not.toContain(object);
  });
});

describe("an answer that names nobody", () => {
  test("goes on about no earlier act that it answers", () => {
    const claims = claimsOf(
      "Des avions américains ont bombardé Mayadin. Une première riposte est tombée dans la soirée.",
      "fr",
    );
    const answers = claims.filter(({ type }) => type === "retaliation");
    for (const { target, place } of answers) expect([...target, ...place]).not.toContain("mayadin");
  });
});

describe("an idiom of a statement", () => {
  test("leaves the act in it to be told by itself", () => {
    const types = claimsOf("Al-Shabab claimed the ambush on a convoy near Kismayo.", "en").map(
      ({ type }) => type,
    );
    expect(types).toContain("claim-responsibility");
    expect(types).toContain("attack");
  });
});

describe("a phrase of time that leads a sentence", () => {
  const text = "Deux jours après les raids sur Mayadin, des roquettes ont visé la base d'al-Tanf.";

  test("tells another act, whose place is not that of the main one", () => {
    const main = claimsOf(text, "fr").filter(({ target }) => target.includes("al-tanf-base"));
    expect(main).toHaveLength(1);
    expect(main[0]?.place).not.toContain("mayadin");
  });
});
