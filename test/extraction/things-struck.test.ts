/** What acts hit and where: things without a name, ships named by their kind, towns, and the two sides of a fight. */
import { describe, expect, test } from "@jest/globals";
import { expectClaim } from "../support/expect-claim.ts";
import { claimsOf, extractText } from "../support/read-text.ts";

describe("things without a name", () => {
  test("a site, ship or vehicle told for the first time is what was struck, in the act's own words", () => {
    expectClaim("Des drones ont frappé un entrepôt d'armes près de Kidal lundi.", "fr", {
      type: "attack",
      target: ["entrepôt d'armes"],
      place: ["kidal"],
    });
    expectClaim("Lundi, l'armée a tiré sur une ambulance près de Kidal.", "fr", {
      type: "attack",
      target: ["ambulance"],
    });
    expectClaim("Drones slammed into a hospital and an army barracks on Monday.", "en", {
      type: "attack",
      target: ["hospital", "army barracks"],
    });
  });

  test("a thing spoken of with an article alone was told before", () => {
    const targets = claimsOf("Des drones ont frappé le navire lundi.").flatMap((claim) => claim.target);
    expect(targets).toEqual([]);
  });

  test("its type is what kind of thing it is", () => {
    const types = extractText(
      "Les rebelles ont attaqué un poste de contrôle et une raffinerie.",
      "fr",
    ).claims.flatMap(({ roles }) => (roles.target ?? []).map(({ mention }) => mention.proposed?.type));
    expect(types).toEqual(["Base", "Facility"]);
  });
});

describe("ships that no pack knows", () => {
  test.each([
    ["Des drones ont éventré le pétrolier Vasta Dawn lundi.", "fr"],
    ["Drones hit the bulk carrier Vasta Dawn on Monday.", "en"],
    ["Drones hit the Vasta Dawn, a tanker, on Monday.", "en"],
  ] as const)("%s", (text, language) => {
    expectClaim(text, language, { type: "attack", target: ["Vasta Dawn"] });
  });
});

test("a name that a hyphen joins to a word tells of what kind a thing is, not who is struck", () => {
  const targets = (text: string) => claimsOf(text, "en").flatMap((claim) => claim.target);
  expect(targets("US forces struck drone launchers in Houthi-controlled areas of Yemen.")).not.toContain(
    "houthis",
  );
  expect(targets("Houthi forces attacked several commercial ships in the Red Sea.")).toContain(
    "several commercial ships",
  );
});

test("a town that is struck is also where it happened", () => {
  expectClaim("L'armée a bombardé Kidal lundi.", "fr", {
    type: "attack",
    target: ["kidal"],
    place: ["kidal"],
  });
});

test("both sides are those of the fight told before", () => {
  expectClaim("Israel struck Hezbollah on Monday. China urged both sides to stop shooting.", "en", {
    type: "demand",
    speaker: ["china"],
    target: ["israel", "hezbollah"],
    inferred: ["target"],
  });
});
