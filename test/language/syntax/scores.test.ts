import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { CORPORA, haveTreebanks, readCorpus } from "../../../scripts/syntax/corpora.ts";
import { scoreParsing } from "../../../scripts/syntax/evaluate.ts";
import { loadSyntaxModel } from "../../../src/language/index.ts";
import { LANGUAGES } from "../../../src/ontology/index.ts";
import { readSyntaxModelFile, syntaxModelPath } from "../../../src/packs/load-syntax-model.ts";
import { packagePath } from "../../../src/shared/index.ts";

/** How far a score may fall below the card's. */
const TOLERANCE = 0.005;

/** Scores in the card's table, by language and treebank. */
function cardScores(): Map<string, { upos: number; las: number }> {
  const card = readFileSync(packagePath("graph-data/models/README.md"), "utf8");
  const row = /^\| (fr|en) \| (\w+) \| ([\d.]+) \| [\d.]+ \| [\d.]+ \| ([\d.]+) \|/gm;
  return new Map(
    [...card.matchAll(row)].map(([, language, treebank, upos, las]) => [
      `${language} ${treebank}`,
      { upos: Number(upos), las: Number(las) },
    ]),
  );
}

const cases = LANGUAGES.flatMap((language) =>
  Object.entries(CORPORA[language].test).map(([treebank, file]) => ({ language, treebank, file })),
);

describe("scores of the committed models", () => {
  test("the card has them for every test treebank", () => {
    expect([...cardScores().keys()].sort()).toEqual(cases.map((c) => `${c.language} ${c.treebank}`).sort());
  });

  const scored = haveTreebanks() ? test : test.skip;
  scored.each(cases)("$language on $treebank are those of the card", ({ language, treebank, file }) => {
    const card = cardScores().get(`${language} ${treebank}`);
    const model = loadSyntaxModel(readSyntaxModelFile(syntaxModelPath(language)));
    const scores = scoreParsing(model, readCorpus(language, file));
    expect(scores.upos).toBeGreaterThan((card?.upos ?? 1) - TOLERANCE);
    expect(scores.las).toBeGreaterThan((card?.las ?? 1) - TOLERANCE);
  });
});
