/** One act told in every construction must give one and the same claim. Sentences written for this test. */
import { describe, expect, test } from "@jest/globals";
import { expectClaim, type ExpectedClaim } from "../support/expect-claim.ts";
import { claimsOf } from "../support/read-text.ts";

const US = "us-armed-forces";
const KH = "kataib-hezbollah";

describe("an attack in French", () => {
  const cases: [string, ExpectedClaim][] = [
    [
      "Des avions américains ont bombardé un dépôt des Kataëb Hezbollah.",
      { agent: [US], target: [KH], subtype: "airstrike" },
    ],
    [
      "Un dépôt des Kataëb Hezbollah a été bombardé par des avions américains.",
      { agent: [US], target: [KH] },
    ],
    [
      "La base d'al-Tanf, que les Kataëb Hezbollah ont frappée lundi, est restée ouverte.",
      { agent: [KH], target: ["al-tanf-base"] },
    ],
    ["L'Iran a commis une erreur en frappant Erbil.", { type: "attack", agent: ["iran"], target: ["erbil"] }],
    [
      "Les États-Unis ont mené des frappes contre le Hachd al-Chaabi.",
      { agent: ["united-states"], target: ["popular-mobilization-forces"] },
    ],
    [
      "L'armée syrienne a subi une attaque de Daech à Palmyre.",
      { agent: ["islamic-state"], target: ["syrian-army"], place: ["palmyra"] },
    ],
    [
      "En réponse, l'artillerie américaine a pilonné Mayadin.",
      { type: "retaliation", subtype: "artillery", agent: [US] },
    ],
    [
      "Des roquettes ont visé la base d'Aïn al-Assad.",
      { subtype: "rocket", agent: [], target: ["ain-al-asad-base"] },
    ],
  ];
  test.each(cases)("%s", (text, expected) => expectClaim(text, "fr", expected));
});

describe("an attack in English", () => {
  const cases: [string, ExpectedClaim][] = [
    ["US jets bombed a Kataib Hezbollah depot.", { agent: [US], target: [KH], subtype: "airstrike" }],
    ["A Kataib Hezbollah depot was bombed by US jets.", { agent: [US], target: [KH] }],
    [
      "Turkey launched air strikes against the PKK.",
      { agent: ["turkey"], target: ["pkk"], subtype: "airstrike" },
    ],
  ];
  test.each(cases)("%s", (text, expected) => expectClaim(text, "en", expected));
});

describe("modality", () => {
  const cases: [string, string][] = [
    ["La base d'al-Tanf aurait été visée par des drones.", "alleged"],
    ["Israël pourrait frapper l'Iran.", "hypothetical"],
    ["Aucun soldat américain n'a été tué.", "negated"],
    ["Une tentative d'attaque contre la base d'al-Tanf a échoué.", "attempted"],
    ["Les missiles ne visent pas uniquement les Américains.", "asserted"],
    ["Selon Sana, l'armée turque a mené un raid contre Kobané.", "reported"],
  ];
  test.each(cases)("%s", (text, modality) => expectClaim(text, "fr", { modality }));
});

describe("who speaks of whose act", () => {
  const cases: [string, ExpectedClaim][] = [
    [
      "Le Pentagone a déclaré avoir frappé des positions du Hachd al-Chaabi.",
      { type: "claim-responsibility", speaker: ["pentagon"] },
    ],
    ["Téhéran dément avoir tiré des missiles sur Erbil.", { type: "deny", speaker: ["iran"] }],
    [
      "Washington accuse l'Iran d'avoir armé les Houthis.",
      { type: "accuse", speaker: ["united-states"], target: ["iran"] },
    ],
    [
      "Le Hachd al-Chaabi accuse des avions américains d'avoir bombardé Abou Kamal.",
      { type: "accuse", target: [US] },
    ],
    [
      "Les Kataëb Hezbollah ont revendiqué le tir de huit roquettes contre la base d'al-Tanf.",
      { type: "attack", agent: [KH], target: ["al-tanf-base"], source: [KH] },
    ],
  ];
  test.each(cases)("%s", (text, expected) => expectClaim(text, "fr", expected));

  test("an outlet that relays is a source, not a speaker", () => {
    const claims = claimsOf("Selon Sana, l'armée turque a mené un raid contre Kobané.");
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({ type: "attack", source: ["sana"], speaker: [] });
  });
});

describe("the event register", () => {
  test("an effect without an act attaches to the attack told before, as inferred", () => {
    const claims = claimsOf(
      "Des roquettes ont frappé la base d'al-Tanf lundi. L'attaque a fait deux blessés, selon le Pentagone. Six, d'après l'OSDH.",
    );
    expect(claims.map((c) => [c.subtype, ...c.target, ...c.source])).toEqual([
      ["rocket", "al-tanf-base"],
      ["rocket", "al-tanf-base", "pentagon"],
      ["rocket", "al-tanf-base", "sohr"],
    ]);
    expect(claims.map((c) => c.inferred)).toEqual([[], ["target"], ["target"]]);
  });

  test("a demonstrative phrase without news makes no claim", () => {
    const claims = claimsOf(
      "Des roquettes ont frappé la base d'al-Tanf lundi. Washington a condamné cette attaque.",
    );
    expect(claims.map((c) => c.type)).toEqual(["attack", "condemn"]);
  });

  test("an act that names nobody gets no agent", () => {
    for (const claim of claimsOf(
      "Des roquettes ont été tirées contre la base d'al-Tanf. Un soldat a été tué.",
    ))
      expect(claim.agent).toEqual([]);
  });
});
