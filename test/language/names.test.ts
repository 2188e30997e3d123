import { describe, expect, test } from "@jest/globals";
import { annotate, NameIndex } from "../../src/language/index.ts";
import { data, packOf, read, type Report, resources } from "./resources.ts";

const found = (text: string, report: Report = { language: "fr" }): Record<string, string> =>
  Object.fromEntries(
    read(text, report).names.map((name) => [
      name.text,
      name.candidates.join(" ") || `? ${name.proposed?.type} ${name.proposed?.name}`,
    ]),
  );

describe("names of a pack", () => {
  test("the longest name wins", () => {
    expect(found("Les Kataëb Hezbollah ont tiré. Le Hezbollah aussi.")).toEqual({
      "Kataëb Hezbollah": "kataib",
      Hezbollah: "hezbollah",
    });
  });

  test("accents, hyphens and apostrophes do not count", () => {
    expect(found("À Al Qaim, des kataeb hezbollah et des Kataeb Hezbollah.")).toMatchObject({
      "Al Qaim": "al-qaim",
      "Kataeb Hezbollah": "kataib",
    });
  });

  test("an acronym only in capitals", () => {
    expect(found("On a vu l'ON et l'OMS. Elles ont dit non.")).toEqual({ ON: "who", OMS: "who" });
  });

  test("letters with full stops are the acronym", () => {
    expect(found("The U.S. forces left.", { language: "en" })).toMatchObject({
      "U.S.": "united-states us-armed-forces",
    });
  });

  test("nationality words in every inflection, the state first and then its forces", () => {
    const { names } = read("Les forces américaines, un soldat irakien et des Irakiennes.", {
      language: "fr",
    });
    expect(names.map(({ text, candidates, demonym }) => [text, candidates.join(" "), demonym])).toEqual([
      ["forces américaines", "us-armed-forces", undefined],
      ["irakien", "iraq iraqi-army", true],
      ["Irakiennes", "iraq iraqi-army", true],
    ]);
  });

  test("« pro- » and combined nationality words are no mention of the state, « anti- » is", () => {
    expect(found("Des milices pro-iraniennes à la frontière syro-irakienne.")).toEqual({});
    const { sentences, names } = read("Une attaque anti-US.", { language: "fr" });
    expect(names).toHaveLength(1);
    expect(sentences[0]?.tokens.map(({ lower }) => lower)).toEqual(["une", "attaque", "anti", "us", "."]);
  });

  test("a capitalised common word needs its capital, a lower-case name does not", () => {
    expect(found("La résistance du pays. La zone verte, la Zone verte.")).toEqual({
      "zone verte": "green-zone",
      "Zone verte": "green-zone",
    });
  });

  test("a name that an outlet uses alone comes first in its reports, last in others", () => {
    const packs = packOf([
      {
        id: "ours",
        type: "ArmedGroup",
        name: "Front du Nord",
        aliases: [{ name: "la Résistance", usedBy: ["Canal Nord"] }],
      },
      { id: "theirs", type: "ArmedGroup", name: "Résistance" },
    ]);
    const with_ = { data, names: NameIndex.of(packs, data) };
    const first = (publisher: string) =>
      read("La Résistance a tiré.", { language: "fr", publisher }, with_).names[0]?.candidates[0];
    expect(first("Canal Nord")).toBe("ours");
    expect(first("Autre")).toBe("theirs");
  });

  test("a weak name never wins against another", () => {
    const packs = packOf([
      { id: "a", type: "Place", name: "Ville A", aliases: [{ name: "Omar", weak: true }] },
      { id: "b", type: "Person", name: "Omar" },
    ]);
    expect(
      read("On a vu Omar.", { language: "fr" }, { data, names: NameIndex.of(packs, data) }).names[0]
        ?.candidates,
    ).toEqual(["b", "a"]);
  });

  test("the context decides between names of two types", () => {
    const packs = packOf([
      { id: "base", type: "Base", name: "Harir" },
      { id: "city", type: "Place", name: "Harir" },
    ]);
    const first = (text: string) =>
      read(text, { language: "fr" }, { data, names: NameIndex.of(packs, data) }).names[0]?.candidates[0];
    expect(first("La base de Harir a été visée.")).toBe("base");
    expect(first("La ville de Harir a été visée.")).toBe("city");
  });

  test("a person by surname, anywhere in a report that has the full name", () => {
    expect(found("Soleimani tué. Le général Qassem Soleimani est mort.")).toEqual({
      Soleimani: "soleimani",
      "Qassem Soleimani": "soleimani",
    });
    expect(found("Un certain Soleimani est mort.").Soleimani).not.toBe("soleimani");
  });
});

const variant = (text: string) =>
  read(text, { language: "fr" }).names.map(({ text: name, candidates, variant: isVariant }) => [
    name,
    ...candidates,
    isVariant === true,
  ]);

describe("spelling variants of Arabic names", () => {
  test("propose the entity", () => {
    expect(variant("À Mayadine, des tirs.")).toEqual([["Mayadine", "mayadin", true]]);
    expect(variant("Les Kata'ib Hizballah ont tiré.")).toEqual([["Kata'ib Hizballah", "kataib", true]]);
  });

  test("only within one type, which the context tells", () => {
    expect(variant("La chaîne al-Mayadîne a parlé.")).toEqual(
      [["al-Mayadîne", "al-mayadeen", false]].map(([a, b]) => [a, b, expect.anything()]),
    );
    expect(variant("La ville d'al-Mayadine est calme.")).toEqual([["al-Mayadine", "mayadin", true]]);
  });

  test("no everyday word that a headline writes with a capital", () => {
    const banki = {
      data,
      names: NameIndex.of(packOf([{ id: "banki", type: "Place", name: "Banki" }]), data),
    };
    const places = (text: string, language: "fr" | "en") => read(text, { language }, banki).names;
    expect(places("À Bagdad, la Banque a fermé.", "fr").flatMap((name) => name.candidates)).toEqual([]);
    expect(places("Iraq: Army Guards Bank in Capital", "en").flatMap((name) => name.candidates)).toEqual([]);
    expect(places("Des tirs à Bankie.", "fr").flatMap((name) => name.candidates)).toEqual(["banki"]);
  });

  test("none of a pack that nothing else in the report is of", () => {
    const far = [
      { id: "a", type: "Place", name: "Zintan" },
      { id: "b", type: "Place", name: "Brega" },
      { id: "c", type: "Place", name: "Gharyan" },
      { id: "golan", type: "Place", name: "Golane" },
    ] as const;
    const near = packOf(far);
    const elsewhere = near.entities.map((one) => (one.id === "golan" ? { ...one, pack: "elsewhere" } : one));
    const candidatesWith = (packs: typeof near) =>
      read(
        "Des tirs à Zintan, à Brega, à Gharyan et à Gulane.",
        { language: "fr" },
        { data, names: NameIndex.of(packs, data) },
      ).names.flatMap(({ candidates }) => candidates);
    expect(candidatesWith(near)).toContain("golan");
    expect(candidatesWith({ ...near, entities: elsewhere })).toEqual(["a", "b", "c"]);
  });

  test("no person with another first name", () => {
    const known = packOf([
      { id: "bakori", type: "Person", name: "Musa Bakori", aliases: [{ name: "Bakori" }] },
    ]);
    const report = { data, names: NameIndex.of(known, data) };
    const candidates = (text: string) =>
      read(text, { language: "fr" }, report).names.flatMap((name) => name.candidates);
    expect(candidates("Hier, le général Bakary a parlé.")).toEqual(["bakori"]);
    expect(candidates("Hier, le général Salah Bakary a parlé.")).toEqual([]);
  });

  test("no short name by chance", () => {
    expect(read("Selon Iren, tout va bien.").names.flatMap(({ candidates }) => candidates)).toEqual([]);
  });
});

describe("names that no pack knows", () => {
  test.each([
    ["Le général Idriss Moussa a parlé.", "Idriss Moussa", "? Person Idriss Moussa"],
    ["Le ministre malien Salif Traoré est arrivé.", "Salif Traoré", "? Person Salif Traoré"],
    ["Ousmane Diallo, porte-parole du gouvernement, a parlé.", "Ousmane Diallo", "? Person Ousmane Diallo"],
    ["Le chef du gouvernement sortant, Adel Salem, a parlé.", "Adel Salem", "? Person Adel Salem"],
    ["La base K9 a été visée.", "base K9", "? Base base K9"],
    ["Le camp de Boulkessi a été pris.", "camp de Boulkessi", "? Base camp de Boulkessi"],
    ["Le groupe Ansar al-Nour a tiré.", "Ansar al-Nour", "? ArmedGroup Ansar al-Nour"],
    ["La chaîne Horizon News a parlé.", "Horizon News", "? Media Horizon News"],
    ["Des tirs à Tessalit et au nord de Kidal.", "Kidal", "? Place Kidal"],
  ])("%s", (text, span, expected) => {
    expect(found(text)[span]).toBe(expected);
  });

  test.each([
    ["Pentagon spokesman Peter Hale said so.", "Peter Hale", "? Person Peter Hale"],
    ["Major General Peter Hale left.", "Peter Hale", "? Person Peter Hale"],
    ["Rockets fell inside Camp Liberty.", "Camp Liberty", "? Base Camp Liberty"],
    ["A convoy stopped near Tal Baydar.", "Tal Baydar", "? Place Tal Baydar"],
  ])("%s", (text, span, expected) => {
    expect(found(text, { language: "en" })[span]).toBe(expected);
  });

  test("the surname stands for the person named in full", () => {
    expect(found("Le général Idriss Moussa a parlé. M. Moussa est parti.").Moussa).toBe(
      "? Person Idriss Moussa",
    );
  });

  test("a capital at the head of a sentence is no name", () => {
    expect(found("Plusieurs soldats. Rebelote hier. Interrogé, il se tait. Lundi, rien.")).toEqual({});
  });

  test("the reason is told", () => {
    expect(read("Le général Idriss Moussa a parlé.", { language: "fr" }).names[0]?.proposed?.because).toBe(
      "title “général”",
    );
  });
});

test("a pack of ten thousand names", () => {
  const many = packOf(
    Array.from({ length: 10_000 }, (_, i) => ({
      id: `n${i}`,
      type: "Place" as const,
      name: `Ville ${i} du Nord`,
    })),
  );
  const text = Array.from({ length: 500 }, (_, i) => `Ville ${i * 7} du Nord`).join(", ");
  const { names } = annotate(
    { id: "x", text, sha256: "", language: "fr" },
    { ...resources, names: NameIndex.of(many, data) },
  );
  expect(names.map(({ candidates }) => candidates[0])).toEqual(
    Array.from({ length: 500 }, (_, i) => `n${i * 7}`),
  );
});
