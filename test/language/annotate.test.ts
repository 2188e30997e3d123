import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { NameWords } from "../../src/language/names/name-words.ts";
import { findNames } from "../../src/language/names/find-names.ts";
import { LanguageTools } from "../../src/language/language-tools.ts";
import { scanWords, type Word } from "../../src/language/text/words.ts";
import { findTimeMatches } from "../../src/language/time/match.ts";
import type { AnnotatedDocument, SyntaxModel } from "../../src/language/index.ts";
import { RiposteError } from "../../src/shared/index.ts";
import { data, read, resources } from "./resources.ts";

/** Offsets are slices in order; tokens lie in their sentence; indices point at what exists. */
function expectSound(annotated: AnnotatedDocument): void {
  const { text } = annotated.doc;
  let end = 0;
  for (const sentence of annotated.sentences) {
    expect(sentence.start).toBeGreaterThanOrEqual(end);
    expect(sentence.end).toBeGreaterThan(sentence.start);
    end = sentence.end;
    let last = sentence.start;
    for (const token of sentence.tokens) {
      expect(token.start).toBeGreaterThanOrEqual(last);
      expect(token.end).toBeGreaterThan(token.start);
      expect(token.end).toBeLessThanOrEqual(sentence.end);
      expect(token.form).toBe(text.slice(token.start, token.end));
      expect(token.head).toBeLessThan(sentence.tokens.length);
      if (token.name !== undefined) expect(annotated.names[token.name]).toBeDefined();
      if (token.time !== undefined) expect(annotated.times[token.time]).toBeDefined();
      last = token.end;
    }
  }
  for (const spans of [annotated.names, annotated.times, annotated.numbers]) {
    let before = 0;
    for (const span of spans) {
      expect(span.start).toBeGreaterThanOrEqual(before);
      expect(span.text).toBe(text.slice(span.start, span.end));
      before = span.end;
    }
  }
}

/** Pieces of reports, of what breaks readers of them, and of noise. */
const piece = fc.oneof(
  fc.constantFrom(
    "Le raid du ",
    "lundi 28 juin",
    " a visé ",
    "Kataëb Hezbollah",
    "« ",
    " »",
    "“",
    "”",
    '"',
    "\n",
    "\n\n",
    ". ",
    "!Trois",
    " anti-US ",
    "pro-iraniens",
    "14e",
    "1 200",
    "19h44",
    " l'",
    "qu’",
    "M. ",
    "U.S.",
    "entre 5 et 7 ",
    "dans la nuit de lundi à mardi ",
    "Soleimani",
    "** ",
    "▪ ",
    "Lire aussi : ",
    "Ã©tÃ©",
    "ÉTATS-UNIS",
    "on Tuesday",
    "didn't ",
    "the K1 base",
    "…",
    "[…]",
    "A-",
    "أل",
    "😀",
    "e\u0301",
    "\u00A0",
    "30 février ",
  ),
  fc.string({ unit: "grapheme", maxLength: 8 }),
);

describe("annotation", () => {
  test("any text is read without harm, in either language, and always alike", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom("fr" as const, "en" as const),
        fc.boolean(),
        (pieces, language, dated) => {
          const text = pieces.join("");
          const report = { language, ...(dated && { published: "2021-06-30" }) };
          const annotated = read(text, report);
          expectSound(annotated);
          expect(read(text, report)).toEqual(annotated);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ["capitals", "LES FORCES AMÉRICAINES ONT FRAPPÉ LA BASE DE AL-TANF LUNDI. "],
    ["no punctuation", "les forces américaines ont frappé la base lundi sans prévenir "],
    ["broken accents", "Les forces amÃ©ricaines ont frappÃ© la base. "],
    ["nested quotes", '« Il a dit “ nous avons "frappé" ” » '],
  ])("%s", (_name, unit) => {
    expectSound(read(unit.repeat(40), { language: "fr", published: "2021-06-30" }));
  });

  test("language is detected, and refused where it is another", () => {
    expect(read("Les forces ont frappé la base dans la nuit de lundi.").language).toBe("fr");
    expect(read("The troops have hit the base with rockets.").language).toBe("en");
    const german =
      "Die Truppen haben gestern einen Angriff gegen den Stützpunkt geführt und sich danach wieder zurückgezogen.";
    expect(() => read(german)).toThrow(RiposteError);
    expect(() => read(german)).toThrow(expect.objectContaining({ code: "language/unsupported" }));
  });

  test("quoted tokens know how deep they stand, over sentences", () => {
    const { sentences } = read("« Nous avons frappé. Ils ont dit “non” », a-t-il dit.", { language: "fr" });
    const depth = Object.fromEntries(
      sentences.flatMap(({ tokens }) => tokens.map(({ form, quoted }) => [form, quoted])),
    );
    expect(depth).toMatchObject({ Nous: 1, Ils: 1, non: 2, dit: 0 });
  });
});

describe("the model's view", () => {
  const seen: string[][] = [];
  /** Hangs every token on the first, and remembers what it was shown. */
  const model: SyntaxModel = {
    language: "fr",
    hash: "test",
    tag(forms) {
      seen.push([...forms]);
      return forms.map(() => "NOUN");
    },
    parse: (forms) => ({
      heads: forms.map((_, at) => (at === 0 ? -1 : 0)),
      relations: forms.map((_, at) => (at === 0 ? "root" : "nmod")),
    }),
  };

  test("names and times are one token each, quotation marks are left out and come back as punctuation", () => {
    const { sentences, parsed } = read(
      "Lundi soir, « les Kataëb Hezbollah » ont tiré.",
      { language: "fr", published: "2021-06-30" },
      { ...resources, syntax: { fr: model } },
    );
    expect(parsed).toBe(true);
    expect(seen.at(-1)).toEqual(["Lundi_soir", ",", "les", "Kataëb_Hezbollah", "ont", "tiré", "."]);
    const tokens = sentences[0]?.tokens ?? [];
    expect(tokens.map(({ form }) => form)).toEqual([
      "Lundi soir",
      ",",
      "«",
      "les",
      "Kataëb Hezbollah",
      "»",
      "ont",
      "tiré",
      ".",
    ]);
    expect(tokens.map(({ head }) => head)).toEqual([-1, 0, 1, 0, 0, 4, 0, 0, 0]);
    expect(tokens.filter(({ relation }) => relation === "punct").map(({ form }) => form)).toEqual(["«", "»"]);
  });
});

/** The words, counting how often they are looked at. */
function counted(words: readonly Word[]): { words: readonly Word[]; reads: () => number } {
  let reads = 0;
  const proxy = new Proxy([...words], {
    get(target, key, receiver) {
      if (typeof key === "string" && /^\d+$/.test(key)) reads++;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  return { words: proxy, reads: () => reads };
}

describe("cost", () => {
  const tools = new LanguageTools(data.fr);
  const around = new NameWords(data.fr);
  const readers = {
    names: (text: string, words: readonly Word[]) =>
      findNames(text, words, resources.names, around, () => false),
    times: (_text: string, words: readonly Word[]) => findTimeMatches(words, tools.time, tools.isClosed),
    numbers: (text: string, words: readonly Word[]) => tools.numbers.find(text, words),
  };
  const UNITS = [
    "dans la nuit de ",
    "Al-Omar Kataëb ",
    "lundi ",
    "cent mille ",
    "1 ",
    "a-",
    "forces américaines de la base ",
  ];

  test.each(Object.keys(readers) as (keyof typeof readers)[])(
    "%s: reads grow with the text and no faster",
    (name) => {
      for (const unit of UNITS) {
        const cost = (times: number): number => {
          const text = unit.repeat(times);
          const { words, reads } = counted(scanWords(text));
          readers[name](text, words);
          return reads();
        };
        expect(cost(800)).toBeLessThan(cost(400) * 2.2 + 200);
      }
    },
  );
});

const keys = (value: object): string[] => Object.keys(value).sort();
const readings = (language: "fr" | "en") => new Set(data[language].dates.patterns.map(({ means }) => means));
const headTypes = (language: "fr" | "en") => new Set(data[language].names.heads.map(({ type }) => type));

test("both languages fill the same lists", () => {
  expect(keys(data.en)).toEqual(keys(data.fr));
  expect(readings("en")).toEqual(readings("fr"));
  expect(headTypes("en")).toEqual(headTypes("fr"));
});
