/** Whatever the text, extraction neither fails nor invents, and its cost grows with the text, not with its square. */
import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Extraction } from "../../src/extraction/index.ts";
import type { AnnotatedDocument } from "../../src/language/index.ts";
import { annotateText, extractor } from "../support/read-text.ts";

const extract = (doc: AnnotatedDocument): Extraction => extractor.extract(doc);

const SENTENCES = [
  "Des avions américains ont bombardé un dépôt des Kataëb Hezbollah près d'Abou Kamal, selon Sana.",
  "« Nous avons frappé trois positions », a déclaré le Pentagone.",
  "Téhéran dément avoir tiré des missiles sur Erbil.",
  "Aucune victime n'a été signalée.",
  "L'attaque a fait six morts, dix d'après l'OSDH.",
  "Les FAMa ont quitté la base de Gao après que le Jnim l'avait attaquée.",
];

/** Words of reports in any order, with stray punctuation, capitals and broken accents. */
const brokenText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SENTENCES.flatMap((s) => s.split(" "))),
      fc.constantFrom(
        "«",
        "»",
        ",",
        ";",
        ":",
        ".",
        "?",
        "\n\n",
        "—",
        "(",
        ")",
        "Ã©",
        "\u0301",
        "«««",
        "L'",
        "d'",
      ),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 120 },
  )
  .map((words) => words.join(" "));

describe("any text", () => {
  test("is read without going round in circles where people belong to people", () => {
    const text = "Bilan : 13 compatriotes tués, dont 5 enfants, 31 blessés, une école primaire détruite.";
    expect(extract(annotateText(text, "fr")).claims.length).toBeGreaterThan(0);
  });

  test("is read without failing, and every span is a slice of it", () => {
    fc.assert(
      fc.property(
        brokenText,
        fc.constantFrom("fr" as const, "en" as const),
        fc.boolean(),
        (text, language, parser) => {
          const { claims, relations } = extract(annotateText(text, language, parser));
          for (const { evidence, answers, confidence } of claims) {
            expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
            for (const { cue } of answers) expect(text.slice(cue.start, cue.end)).toBe(cue.text);
            expect(confidence).toBeGreaterThanOrEqual(0);
            expect(confidence).toBeLessThanOrEqual(1);
          }
          for (const { evidence } of relations)
            expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("gives no participant that it does not name", () => {
    fc.assert(
      fc.property(brokenText, (text) => {
        const doc = annotateText(text, "fr");
        const named = new Set(
          doc.names.flatMap((name) => [...name.candidates, name.proposed?.name ?? name.text, name.text]),
        );
        for (const { roles } of extract(doc).claims)
          for (const { mention } of Object.values(roles).flat()) {
            // A party without a name goes by the report's own words.
            if (mention.proposed?.document !== undefined)
              expect(text.slice(mention.start, mention.end)).toBe(mention.proposed.name);
            else expect(named).toContain(mention.candidates[0] ?? mention.proposed?.name ?? mention.text);
          }
      }),
      { numRuns: 40 },
    );
  });

  test("in capitals, without accents or in two languages at once names only whom it names", () => {
    const plain = SENTENCES.join(" ");
    const shapes = [
      plain.toUpperCase(),
      plain.normalize("NFD").replace(/\p{M}/gu, ""),
      plain.replace(/[.,;:«»]/g, ""),
      `${plain} US jets bombed a depot near Abou Kamal, the Pentagon said. ${plain}`,
      Buffer.from(plain, "utf8").toString("latin1"),
    ];
    for (const text of shapes) {
      const doc = annotateText(text, "fr");
      const named = new Set(doc.names.map((name) => name.start));
      for (const { roles, evidence } of extract(doc).claims) {
        expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
        for (const { mention } of Object.values(roles).flat())
          if (mention.proposed?.document === undefined) expect([...named]).toContain(mention.start);
      }
    }
  });

  test("gives the same claims twice", () => {
    const doc = annotateText(SENTENCES.join(" "), "fr");
    expect(JSON.stringify(extract(doc))).toBe(JSON.stringify(extract(doc)));
  });
});

/** How often extraction looks at a token while it reads the text: a count of steps that no clock disturbs. */
function steps(text: string): number {
  const doc = annotateText(text, "fr");
  let count = 0;
  const watched: AnnotatedDocument = {
    ...doc,
    sentences: doc.sentences.map((sentence) => ({
      ...sentence,
      tokens: sentence.tokens.map(
        (token) =>
          new Proxy(token, {
            get(target, key, receiver) {
              count++;
              return Reflect.get(target, key, receiver) as unknown;
            },
          }),
      ),
    })),
  };
  extract(watched);
  return count;
}

const growth = (unit: string, size: number): number =>
  steps(unit.repeat(2 * size)) / steps(unit.repeat(size));

describe("cost", () => {
  const shapes: [string, string, number][] = [
    ["many sentences", `${SENTENCES.join(" ")} `, 12],
    [
      "no punctuation",
      "Des roquettes ont frappé la base d'al-Tanf et des drones ont visé Erbil selon Sana puis ",
      20,
    ],
    ["a list of names", "Washington, Téhéran, Bagdad, Damas, ", 150],
    [
      "one sentence of subordinate clauses",
      "selon Sana qui affirme que Daech a attaqué Palmyre parce que ",
      30,
    ],
    ["capitals", "DES ROQUETTES ONT FRAPPÉ LA BASE D'AL-TANF SELON SANA. ", 30],
    ["two languages", "Des roquettes ont frappé Erbil, US officials said on Monday. ", 30],
    ["nested quotations", "« Selon Sana, « l'attaque a fait six morts », ", 40],
  ];
  test("ten thousand names are read", () => {
    const text = "Washington, Téhéran, Bagdad, Damas, ".repeat(2500);
    expect(extract(annotateText(text, "fr")).claims).toEqual([]);
  });

  test.each(shapes)("doubles with the text: %s", (_name, unit, size) => {
    expect(growth(unit, size)).toBeLessThan(2.4);
  });
});
