import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { goldTree, moveCosts } from "../../../scripts/syntax/dynamic-oracle.ts";
import { addNoise, type NoiseShares } from "../../../scripts/syntax/noise.ts";
import { Random } from "../../../scripts/syntax/random.ts";
import { SETTINGS, trainSyntax } from "../../../scripts/syntax/train-syntax-model.ts";
import type { TreebankSentence } from "../../../scripts/syntax/treebank.ts";
import {
  Configuration,
  LEFT_ARC,
  type Move,
  RIGHT_ARC,
  SHIFT,
} from "../../../src/language/syntax/configuration.ts";
import { loadSyntaxModel } from "../../../src/language/syntax/index.ts";
import { writeModelFile } from "../../../src/language/syntax/model-file.ts";

/** A sentence from "form tag head relation" lines, heads counted from 1. */
function sentence(...words: readonly string[]): TreebankSentence {
  const fields = words.map((word) => word.split(" "));
  return {
    forms: fields.map((field) => field[0] as string),
    tags: fields.map((field) => field[1] as string),
    heads: fields.map((field) => Number(field[2]) - 1),
    relations: fields.map((field) => field[3] as string),
  };
}

const base = sentence("La DET 2 det", "base NOUN 3 nsubj", "tombe VERB.Fin 0 root", ". PUNCT 3 punct");
const drones = sentence("Les DET 2 det", "drones NOUN 3 nsubj", "visent VERB.Fin 0 root", "Homs PROPN 3 obj");
const tiny = [base, drones, base, drones, base, drones, base, drones, base, drones];

const quiet: NoiseShares = {
  collapseNames: 0,
  collapseTimes: 0,
  dropQuotes: 0,
  lowerCase: 0,
  upperCase: 0,
  dropAccents: 0,
};

/** Heads (counted from 0, -1 for the root) of a projective tree drawn by `choose`. */
function projectiveHeads(size: number, choose: (options: number) => number): number[] {
  const heads = Array<number>(size).fill(-1);
  const attach = (first: number, last: number, head: number): void => {
    if (first > last) return;
    const top = first + choose(last - first + 1);
    heads[top] = head;
    attach(first, top - 1, top);
    attach(top + 1, last, top);
  };
  attach(0, size - 1, -1);
  return heads;
}

describe("training", () => {
  test("gives the same bytes again, and a model that knows its training data", () => {
    const settings = { ...SETTINGS.fr, noise: quiet };
    const bytes = writeModelFile(trainSyntax("fr", ["tiny"], tiny, settings));
    expect(writeModelFile(trainSyntax("fr", ["tiny"], tiny, settings))).toEqual(bytes);
    const model = loadSyntaxModel(bytes);
    for (const { forms, tags, heads, relations } of [base, drones]) {
      expect(model.tag(forms)).toEqual(tags);
      expect(model.parse(forms, tags)).toEqual({ heads, relations });
    }
  });

  test("moves that cost nothing rebuild any projective tree", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer(), (size, seed) => {
        const random = new Random(seed);
        const heads = projectiveHeads(size, (options) => Math.floor(random.next() * options));
        const gold = goldTree(heads);
        const state = new Configuration({ case: -1, mark: -1 });
        state.reset(size);
        const costs = new Int32Array(3);
        while (!state.done) {
          moveCosts(state, gold, costs);
          const free = ([SHIFT, LEFT_ARC, RIGHT_ARC] as Move[]).filter((move) => costs[move] === 0);
          expect(free).not.toHaveLength(0);
          state.apply(free[Math.floor(random.next() * free.length)] as Move, 1);
        }
        expect([...state.head.subarray(1, size + 1)]).toEqual([...gold.heads.subarray(1, size + 1)]);
      }),
    );
  });
});

describe("noise", () => {
  const report = sentence(
    "Le DET 2 det",
    "général NOUN 6 nsubj",
    "Joseph PROPN 2 appos",
    "Votel PROPN 3 flat:name",
    "a AUX.Fin 6 aux:tense",
    "visité VERB.Part 0 root",
    "« PUNCT 8 punct",
    "Tanf PROPN 6 obj",
    "» PUNCT 8 punct",
    "le DET 11 det",
    "lundi NOUN 6 obl:unmarked",
    "8 NUM 11 nummod",
  );
  const noisy = (shares: Partial<NoiseShares>) => addNoise(report, { ...quiet, ...shares }, new Random(1));

  test("none leaves a sentence as it is", () => {
    expect(noisy({})).toEqual(report);
  });

  test("collapses names and times, and leaves out quotation marks", () => {
    expect(noisy({ collapseNames: 1, collapseTimes: 1, dropQuotes: 1 })).toEqual({
      forms: ["Le", "général", "Joseph Votel", "a", "visité", "Tanf", "le lundi 8"],
      tags: ["DET", "NOUN", "PROPN", "AUX.Fin", "VERB.Part", "PROPN", "ADV"],
      heads: [1, 4, 1, 4, -1, 4, 4],
      relations: ["det", "nsubj", "appos", "aux:tense", "root", "obj", "advmod"],
    });
  });

  test("changes capitals and accents", () => {
    expect(noisy({ upperCase: 1 }).forms[1]).toBe("GÉNÉRAL");
    expect(noisy({ lowerCase: 1 }).forms[3]).toBe("votel");
    expect(noisy({ dropAccents: 1 }).forms[1]).toBe("general");
  });
});
