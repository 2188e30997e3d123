/** Names that no pack knows, in the positions that reports put them in. All names are invented. */
import { describe, expect, test } from "@jest/globals";
import type { Language } from "../../../src/ontology/index.ts";
import { data, packOf, read } from "../resources.ts";
import { NameIndex } from "../../../src/language/index.ts";

const nothing = { data, names: NameIndex.of(packOf([]), data) };

/** « name: type » of what is found where no pack knows anything. */
const found = (text: string, language: Language): string[] => [
  ...new Set(
    read(text, { language }, nothing).names.map(({ text: name, proposed }) => `${name}: ${proposed?.type}`),
  ),
];

const SENTENCES: Record<Language, readonly (readonly [text: string, ...names: string[]])[]> = {
  fr: [
    // Places: behind a locative, with an article, as the object of an attack, in a list, by their ending.
    ["Au nord de Bekerva, une colonne a été attaquée.", "Bekerva: Place"],
    ["Dans le Maravo, deux soldats sont morts.", "Maravo: Place"],
    ["Ils ont pilonné Vasrade toute la nuit.", "Vasrade: Place"],
    ["L'armée a incendié lundi Kuru Thel et Moza Beng.", "Kuru Thel: Place", "Moza Beng: Place"],
    ["Villages brûlés : Talube, Korsane et Fankal.", "Talube: Place", "Korsane: Place", "Fankal: Place"],
    ["La prise de Morsac a tout changé.", "Morsac: Place"],
    ["Mendava, le 7 février 2025\n\nRien.", "Mendava: Place"],
    // Persons: an office or an age behind, initials, a given name.
    ["Oreste Vallin, le patron de la milice, a menti.", "Oreste Vallin: Person"],
    ["Bertin Kovalu, 42 ans, a vu les soldats.", "Bertin Kovalu: Person"],
    ["Le général S. Ravolo a démissionné.", "S. Ravolo: Person"],
    ["Ils ont enlevé Joseph Mbarou et sa femme.", "Joseph Mbarou: Person"],
    // Units by numbers, acronyms by what they stand for, newspapers in italics, sites.
    ["Le 16e corps a repris Oulanga.", "16e corps: MilitaryForce", "Oulanga: Place"],
    ["La colonne n° 4 est arrivée.", "colonne n° 4: MilitaryForce"],
    ["Le parti de la terre (PDT) a menti.", "PDT: Institution"],
    ["Selon *Le Fanal*, dix soldats sont morts.", "Fanal: Media"],
    ["Le commissariat de Trossy a brûlé.", "commissariat de Trossy: Facility"],
    ["Hier, la Zarma a revendiqué l'embuscade.", "Zarma: ArmedGroup"],
  ],
  en: [
    ["They shelled Vasrade all night.", "Vasrade: Place"],
    ["Shots were heard in Solembe, Karuva and Mitende.", "Solembe: Place", "Karuva: Place", "Mitende: Place"],
    ["A bomb on the Damba–Maidur road killed four.", "Damba: Place", "Maidur: Place"],
    ["Soldiers took the village of Zounkur. Later Zounkur burned.", "Zounkur: Place"],
    ["Rakhane State's Ponyun township was shelled.", "Rakhane State: Place", "Ponyun: Place"],
    ["KIDOVA, 5 May – Three people died.", "KIDOVA: Place"],
    ["Home Minister Edvin Karsk left.", "Edvin Karsk: Person"],
    ["Her deputy, Navy Captain Cyril Atomba, said so.", "Cyril Atomba: Person"],
    ["Brig. Gen. Tavernu led. According to Tavernu, whose troops left, two died.", "Tavernu: Person"],
    ["Bazagha condemned the raid.", "Bazagha: Person"],
    [
      "Troops of 16 Corps left Police Battalion 12.",
      "16 Corps: MilitaryForce",
      "Police Battalion 12: MilitaryForce",
    ],
    ["The 209th Falcon Corps fired.", "209th Falcon Corps: MilitaryForce"],
    ["The Zarath Islamic Freedom Fighters fired.", "Zarath Islamic Freedom Fighters: ArmedGroup"],
    ["The Zarath Liberation Front (ZLF) fired.", "Zarath Liberation Front: ArmedGroup", "ZLF: ArmedGroup"],
    ["The Morval Gazette quoted witnesses.", "Morval Gazette: Media"],
    ["Gunmen stormed the Koruva police post.", "Koruva: Base"],
  ],
};

describe.each(Object.keys(SENTENCES) as Language[])("%s", (language) => {
  test.each(SENTENCES[language].map(([text, ...names]) => [text, names] as const))("%s", (text, names) => {
    expect(found(text, language)).toEqual(names);
  });
});

test.each<[Language, string]>([
  ["fr", "Abattu, le chef est mort. Rien n'y fait. Bref, tout va mal."],
  ["fr", "L'opération Tempête a commencé. Trois missiles Brimax sont tombés."],
  ["fr", "Le slogan « Honneur Patrie » revient."],
  ["en", "Shocked, he left. Nothing moved. Enough."],
  ["en", "Two Zephyr drones fell. The Muslim holiday began."],
  ["en", "Rebels Storm Army Post After Night Of Heavy Fighting"],
])("a capital that makes no name: %s %s", (language, text) => {
  expect(found(text, language)).toEqual([]);
});

describe("names of packs inside other names", () => {
  const known = {
    data,
    names: NameIndex.of(
      packOf([
        { id: "town", type: "Place", name: "Andarab" },
        { id: "other", type: "Place", name: "Kobana" },
        { id: "paper", type: "Media", name: "Liberation" },
      ]),
      data,
    ),
  };
  const candidates = (text: string): string[] =>
    read(text, { language: "en" }, known).names.flatMap(({ candidates: ids }) => ids);

  test("no variant of a place is the last word of a longer name", () => {
    expect(candidates("Troops held Andaraba.")).toEqual(["town"]);
    expect(candidates("He saw Khair Mohammad Andaraba.")).toEqual([]);
  });

  test("a place behind a given name is a surname", () => {
    expect(candidates("Troops held Kobana.")).toEqual(["other"]);
    expect(candidates("He saw Rojhat Kobana.")).toEqual([]);
  });

  test("a word of a front's name is no newspaper", () => {
    expect(candidates("He reads Liberation daily.")).toEqual(["paper"]);
    expect(candidates("The Zarath Liberation Front fired.")).toEqual([]);
  });
});
