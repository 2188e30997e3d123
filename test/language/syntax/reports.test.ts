import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { Random } from "../../../scripts/syntax/random.ts";
import { englishReports } from "../../../scripts/syntax/reports/english.ts";
import { inflected } from "../../../scripts/syntax/reports/english-words.ts";

const TAGS =
  /^(?:ADJ|ADP|ADV|AUX\.Fin|CCONJ|DET|NOUN|NUM|PART|PRON|PROPN|PUNCT|SCONJ|VERB\.(?:Fin|Part|Inf|Ger))$/;

/** Whether the heads (-1 for the root) make one tree. */
function isTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head === -1).length !== 1) return false;
  return heads.every((_, at) => {
    let up = at;
    for (let steps = 0; steps <= heads.length; steps++) {
      if (up === -1) return true;
      up = heads[up] ?? Number.NaN;
    }
    return false;
  });
}

describe("sentences of reports made by grammar", () => {
  test("each is a tree over its words, with tags of the product", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const sentence of englishReports(5, new Random(seed))) {
          expect(isTree(sentence.heads)).toBe(true);
          expect(sentence.relations[sentence.heads.indexOf(-1)]).toBe("root");
          expect(sentence.tags.filter((tag) => !TAGS.test(tag))).toEqual([]);
          expect(sentence.forms.every((form) => form.length > 0)).toBe(true);
          expect(sentence.forms[0]).toMatch(/^[\p{Lu}\d]/u);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("the same seed gives the same sentences, another seed others", () => {
    expect(englishReports(20, new Random(1))).toEqual(englishReports(20, new Random(1)));
    expect(englishReports(20, new Random(1))).not.toEqual(englishReports(20, new Random(2)));
  });

  test.each([
    ["strike", "struck", "struck", "striking"],
    ["retake", "retook", "retaken", "retaking"],
    ["deny", "denied", "denied", "denying"],
    ["patrol", "patrolled", "patrolled", "patrolling"],
    ["seize", "seized", "seized", "seizing"],
    ["flee", "fled", "fled", "fleeing"],
    ["free", "freed", "freed", "freeing"],
    ["deploy", "deployed", "deployed", "deploying"],
  ])("%s: %s, %s, %s", (lemma, past, participle, gerund) => {
    const forms = (["Fin", "Part", "Ger"] as const).map((form) => inflected(lemma, form));
    expect(forms.map(({ form }) => form)).toEqual([past, participle, gerund]);
    expect(forms.map(({ tag }) => tag)).toEqual(["VERB.Fin", "VERB.Part", "VERB.Ger"]);
  });

  test("what is no tree is told apart", () => {
    expect(isTree([1, -1, 1])).toBe(true);
    expect(isTree([1, 0, -1])).toBe(false);
    expect(isTree([-1, -1])).toBe(false);
    expect(isTree([2, -1])).toBe(false);
  });
});
