/** Who says what, and which kind of statement it makes. Sentences written for this test. */
import { describe, expect, test } from "@jest/globals";
import { expectClaim, type ExpectedClaim } from "../support/expect-claim.ts";
import { claimsOf } from "../support/read-text.ts";

describe("statements in French", () => {
  const cases: [string, ExpectedClaim][] = [
    ["À Téhéran, on dément toute implication.", { type: "deny", speaker: ["iran"] }],
    ["Le Hezbollah nie en être l'auteur.", { type: "deny", speaker: ["hezbollah"] }],
    [
      "Bamako accuse Kiev d'avoir renseigné les rebelles, ce que l'Ukraine dément.",
      { type: "deny", speaker: ["ukraine"] },
    ],
    ["Démenti du gouvernement irakien, dès hier soir.", { type: "deny", speaker: ["iraq"] }],
    [
      "« Nos forces ont visé la base d'al-Tanf », a déclaré le Hezbollah.",
      { type: "attack", agent: ["hezbollah"], target: ["al-tanf-base"] },
    ],
    [
      "L'Iran a averti que toute attaque recevrait une réponse immédiate.",
      { type: "threaten", speaker: ["iran"] },
    ],
    [
      "« Les convois reprendront », a fait savoir le commandement de l'armée libanaise.",
      { type: "announce", speaker: ["lebanese-army"] },
    ],
    [
      "Le Premier ministre libanais a condamné l'attaque et réclamé une enquête.",
      { type: "demand", speaker: ["lebanon"] },
    ],
    [
      "L'armée israélienne a reconnu avoir frappé Palmyre.",
      { type: "claim-responsibility", speaker: ["israeli-armed-forces"] },
    ],
    [
      "Le Hezbollah a admis que ses hommes avaient quitté Palmyre.",
      { type: "concede", speaker: ["hezbollah"] },
    ],
    [
      "Le ministre des Affaires étrangères, Abdallah Bou Habib, est arrivé à Paris. Le ministre a admis un retard.",
      { type: "concede", speaker: ["abdallah-bou-habib"] },
    ],
    [
      "Le porte-parole du Pentagone, John Kirby, a accusé l'Iran d'avoir armé ces groupes.",
      { type: "accuse", speaker: ["john-kirby"], target: ["iran"] },
    ],
  ];
  test.each(cases)("%s", (text, expected) => expectClaim(text, "fr", expected));
});

describe("statements in English", () => {
  const cases: [string, ExpectedClaim][] = [
    ["The Pentagon said that Iran would be held responsible.", { type: "threaten", speaker: ["pentagon"] }],
    ["Hezbollah said its fighters struck Erbil.", { type: "claim-responsibility", speaker: ["hezbollah"] }],
    ["Turkey expelled two Iranian diplomats.", { type: "sanction", agent: ["turkey"] }],
    [
      "The White House said American strikes were necessary and proportionate.",
      { type: "justify", speaker: ["united-states"] },
    ],
  ];
  test.each(cases)("%s", (text, expected) => expectClaim(text, "en", expected));
});

describe("one happening in several words", () => {
  test("an effect told before « lorsque » belongs to the act behind it", () => {
    const claims = claimsOf("Deux soldats ont été tués lorsque Daech a attaqué leur convoi à Palmyre.");
    expect(claims.map((c) => [c.type, ...c.agent])).toEqual([["attack", "islamic-state"]]);
  });

  test("coordinate verbs share their object", () => {
    const claims = claimsOf("Le Hezbollah a intercepté et détruit un drone près d'Erbil.");
    expect(claims.map((c) => [c.type, ...c.agent])).toEqual([["attack", "hezbollah"]]);
  });

  test("a plural of weapons before a verb is no noun of attack", () => {
    expectClaim("Missiles struck Erbil on Monday.", "en", { type: "attack", target: ["erbil"] });
  });
});

describe("parties without a name", () => {
  test("go by the report's words", () => {
    const [claim] = claimsOf("L'armée syrienne a arrêté douze suspects à Palmyre.");
    expect(claim).toMatchObject({ type: "coerce", agent: ["syrian-army"], target: ["douze suspects"] });
  });

  test("a body told by its seat is not the state that the seat stands for", () => {
    const [claim] = claimsOf("Un tribunal de Bagdad a condamné à mort deux officiers.");
    expect(claim).toMatchObject({ type: "sanction", agent: ["tribunal de Bagdad"] });
  });

  test("nobody is described by an article and a noun", () => {
    for (const claim of claimsOf("Les hommes ont tiré sur Erbil. Le tribunal a fermé."))
      expect(claim.agent).toEqual([]);
  });
});

describe("accounts that run on", () => {
  const cases: [string, ExpectedClaim][] = [
    [
      "Le Pentagone a évoqué une attaque à Erbil. Deux soldats américains auraient péri.",
      { type: "attack", modality: "alleged", source: ["pentagon"], target: ["us-armed-forces"] },
    ],
    [
      "Le Pentagone a évoqué une attaque à Erbil. À l'en croire, l'Iran a tiré.",
      { type: "attack", agent: ["iran"], source: ["pentagon"] },
    ],
    ["OSDH : 25 morts dans un raid sur Palmyre.", { type: "attack", source: ["sohr"] }],
    ["Samedi, toujours selon l'OSDH, Daech a enlevé deux médecins.", { type: "attack", source: ["sohr"] }],
    ["Selon Mourad Delvaux, l'Iran a bombardé Erbil.", { type: "attack", source: ["Mourad Delvaux"] }],
  ];
  test.each(cases)("%s", (text, expected) => expectClaim(text, "fr", expected));

  test("« ils » in a speaker's own words are others", () => {
    const claims = claimsOf("« Ils ont bombardé Palmyre », a déclaré le Hezbollah.");
    expect(claims.map(({ type }) => type)).not.toContain("claim-responsibility");
  });
});
