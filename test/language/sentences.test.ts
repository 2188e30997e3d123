import { describe, expect, test } from "@jest/globals";
import { read } from "./resources.ts";

const sentences = (text: string, language: "fr" | "en" = "fr"): string[] =>
  read(text, { language }).sentences.map(({ start, end }) => text.slice(start, end));
const kinds = (text: string): string[] => read(text, { language: "fr" }).sentences.map(({ kind }) => kind);

describe("sentence boundaries", () => {
  test.each([
    ["M. Kazimi a parlé. Il est parti.", ["M. Kazimi a parlé.", "Il est parti."]],
    [
      "Le gén. Dupont, le col. Martin et J. Bush sont là. Bien.",
      ["Le gén. Dupont, le col. Martin et J. Bush sont là.", "Bien."],
    ],
    ["C'est autre chose.Selon lui, rien.", ["C'est autre chose.", "Selon lui, rien."]],
    ["Une attaque !Trois jours après, rien.", ["Une attaque !", "Trois jours après, rien."]],
    ["« Nous sommes prêts. » Il a souri.", ["« Nous sommes prêts. »", "Il a souri."]],
    ['Il a dit "oui." Puis rien.', ['Il a dit "oui."', "Puis rien."]],
    [
      "Bilan : 3.500 morts, 2.5 km, 14 nov. et 19 déc. au soir. Fin.",
      ["Bilan : 3.500 morts, 2.5 km, 14 nov. et 19 déc. au soir.", "Fin."],
    ],
    ["Le feu… puis la nuit. Tout.", ["Le feu… puis la nuit.", "Tout."]],
    [
      "Ont-ils réussi la frappe?Les avions sont partis.",
      ["Ont-ils réussi la frappe?", "Les avions sont partis."],
    ],
  ])("%s", (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  test.each([
    ["The U.S. Army left. Gen. Smith stayed.", ["The U.S. Army left.", "Gen. Smith stayed."]],
    ['He said: "We won." The crowd cheered.', ['He said: "We won."', "The crowd cheered."]],
    ["It began at 7 a.m. on Friday. Nobody was hurt.", ["It began at 7 a.m. on Friday.", "Nobody was hurt."]],
  ])("%s", (text, expected) => {
    expect(sentences(text, "en")).toEqual(expected);
  });

  test("a line wrapped in the middle of a sentence goes on", () => {
    const text =
      "Les forces armées ont annoncé que la base avait été touchée par des\nroquettes dans la nuit. Puis rien.";
    expect(sentences(text)).toHaveLength(2);
  });

  test("a text of one endless line is cut into pieces that bound the work on each", () => {
    const text = "mot ".repeat(5000).trim();
    const found = read(text, { language: "fr" }).sentences;
    expect(found.length).toBeGreaterThan(5);
    expect(Math.max(...found.map(({ start, end }) => end - start))).toBeLessThanOrEqual(3000);
  });
});

describe("what is no running text", () => {
  test("headings, links to other texts and keywords", () => {
    const text =
      "Frappes sur la base\n\nLa base a été touchée.\nLire aussi : Une autre histoire.\n\nMots clés";
    expect(kinds(text)).toEqual(["heading", "body", "boilerplate", "boilerplate"]);
  });

  test("a date line is taken off the sentence that it opens", () => {
    const text = "NIAMEY, 12 déc. — Des soldats ont été tués.";
    expect(sentences(text)).toEqual(["NIAMEY, 12 déc. —", "Des soldats ont été tués."]);
    expect(kinds(text)).toEqual(["boilerplate", "body"]);
  });

  test("bullets and markup are no part of a sentence", () => {
    expect(sentences("▪ Frappes à l'aube.\n• Repli des troupes.")).toEqual([
      "Frappes à l'aube.",
      "Repli des troupes.",
    ]);
    const text = "**14 nov. – Inata.** Le poste a été attaqué.";
    expect(sentences(text)).toEqual(["14 nov. – Inata.", "Le poste a été attaqué."]);
    expect(kinds(text)).toEqual(["heading", "body"]);
  });
});
