import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { Tokenizer } from "../../src/language/text/tokenize.ts";
import { data, hasTreebanks, treebank } from "./resources.ts";

const tokenizers = { fr: new Tokenizer(data.fr.text), en: new Tokenizer(data.en.text) };
const tokens = (text: string, language: "fr" | "en"): string[] =>
  tokenizers[language].tokenize(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

describe("French tokens", () => {
  test.each([
    ["l'attaque d'aujourd'hui", "l' attaque d' aujourd'hui"],
    ["qu’il a-t-il dit", "qu’ il a -t-il dit"],
    ["ont-ils réussi", "ont -ils réussi"],
    ["jusqu'à l'Est", "jusqu' à l' Est"],
    ["le porte-parole d' Ayn al-Assad", "le porte-parole d' Ayn al-Assad"],
    ["1 200 soldats à 19h44 le 1er", "1 200 soldats à 19h44 le 1er"],
    ["la zone 55km", "la zone 55 km"],
    ["celui-ci, M. X", "celui-ci , M. X"],
    ["qu'al-Harir", "qu' al-Harir"],
    ["lit-on… S'agit-il", "lit -on … S' agit -il"],
  ])("%s", (text, expected) => {
    expect(tokens(text, "fr").join(" ")).toBe(expected);
  });
});

describe("English tokens", () => {
  test.each([
    ["Iran's army didn't leave", "Iran 's army did n't leave"],
    ["a US-led, post-war coalition", "a US - led , post-war coalition"],
    ["They cannot; we can't", "They can not ; we ca n't"],
    ["the soldiers' 1,200 rockets", "the soldiers ' 1,200 rockets"],
    ["U.S. forces at 7 a.m.", "U.S. forces at 7 a.m."],
  ])("%s", (text, expected) => {
    expect(tokens(text, "en").join(" ")).toBe(expected);
  });
});

test("tokens cover all that is no white space, in order and without overlap", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.constantFrom("fr" as const, "en" as const),
      (text, language) => {
        let end = 0;
        for (const token of tokenizers[language].tokenize(text, 0, text.length)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(end, token.start).trim()).toBe("");
          end = token.end;
        }
        expect(text.slice(end).trim()).toBe("");
      },
    ),
  );
});

/** Texts of a treebank with the ends of their surface tokens: contractions of French are whole there as well. */
function* goldTokens(name: string): Iterable<{ text: string; forms: string[] }> {
  for (const block of readFileSync(treebank(name), "utf8").split("\n\n")) {
    const text = /^# text = (.*)$/m.exec(block)?.[1];
    if (!text) continue;
    const forms: string[] = [];
    let covered = 0;
    for (const line of block.split("\n")) {
      const [id = "", form = ""] = line.split("\t");
      const range = /^(\d+)-(\d+)$/.exec(id);
      if (range && name.startsWith("fr")) {
        forms.push(form);
        covered = Number(range[2]);
      } else if (/^\d+$/.test(id) && Number(id) > covered) forms.push(form);
    }
    yield { text, forms };
  }
}

function boundaries(text: string, forms: readonly string[]): Set<number> {
  const ends = new Set<number>();
  let at = 0;
  for (const form of forms) {
    const found = text.indexOf(form, at);
    if (found < 0) continue;
    at = found + form.length;
    ends.add(at);
  }
  return ends;
}

const onTreebanks = hasTreebanks ? test : test.skip;
onTreebanks.each([
  ["fr-gsd-dev", "fr", 0.985],
  ["fr-sequoia-dev", "fr", 0.985],
  ["en-ewt-dev", "en", 0.97],
] as const)("token ends agree with %s", (name, language, least) => {
  let right = 0;
  let given = 0;
  let gold = 0;
  for (const { text, forms } of goldTokens(name)) {
    const expected = boundaries(text, forms);
    const found = tokenizers[language].tokenize(text, 0, text.length);
    gold += expected.size;
    given += found.length;
    right += found.filter(({ end }) => expected.has(end)).length;
  }
  expect((2 * right) / (given + gold)).toBeGreaterThan(least);
});
