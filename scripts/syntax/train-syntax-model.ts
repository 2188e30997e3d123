import type { TrainedSyntax } from "../../src/language/syntax/model-file.ts";
import type { ParsedSentence } from "../../src/language/syntax/parser.ts";
import { reversedTree } from "../../src/language/syntax/two-way-parser.ts";
import type { Language } from "../../src/ontology/index.ts";
import { jackknife } from "./jackknife.ts";
import { addNoise, type NoiseShares } from "./noise.ts";
import { Random } from "./random.ts";
import { parserOf, type ParserInput, type ParserSettings, trainParser } from "./train-parser.ts";
import { taggerOf, type TaggerSettings, trainTagger } from "./train-tagger.ts";
import type { TreebankSentence } from "./treebank.ts";

export interface SyntaxSettings {
  readonly noise: NoiseShares;
  readonly noiseSeed: number;
  readonly tagger: TaggerSettings;
  readonly tagFolds: number;
  readonly backward: ParserSettings;
  readonly guideFolds: number;
  readonly forward: ParserSettings;
}

const BACKWARD: ParserSettings = {
  epochs: 4,
  minUpdates: 8,
  seeds: [1],
  exploration: 0.9,
  rounding: { step: 0.5, threshold: 1 },
};

const FRENCH: SyntaxSettings = {
  noise: {
    collapseNames: 0.3,
    collapseTimes: 0.3,
    dropQuotes: 0.3,
    lowerCase: 0.03,
    upperCase: 0.03,
    dropAccents: 0.05,
  },
  noiseSeed: 1,
  tagger: { epochs: 6, minUpdates: 3, seeds: [1], rounding: { step: 0.5, threshold: 0.5 } },
  tagFolds: 5,
  backward: BACKWARD,
  guideFolds: 3,
  forward: {
    epochs: 6,
    minUpdates: 4,
    seeds: [1, 2, 3],
    exploration: 0.9,
    rounding: { step: 0.5, threshold: 0.75 },
  },
};

/**
 * Chosen on held-out parts of the training data, never on test files. English has nearly twice the data: fewer
 * trainings do, and more weights can go.
 */
export const SETTINGS: Readonly<Record<Language, SyntaxSettings>> = {
  fr: FRENCH,
  en: {
    ...FRENCH,
    forward: { ...FRENCH.forward, minUpdates: 6, seeds: [1, 2], rounding: { step: 0.5, threshold: 1 } },
  },
};

/** Trains tagger, backward parser and guided forward parser, each on what the one before predicts. */
export function trainSyntax(
  language: Language,
  treebanks: readonly string[],
  treebank: readonly TreebankSentence[],
  settings: SyntaxSettings = SETTINGS[language],
): TrainedSyntax {
  const random = new Random(settings.noiseSeed);
  const sentences = treebank.map((sentence) => addNoise(sentence, settings.noise, random));
  const tagger = trainTagger(sentences, settings.tagger);
  const tags = jackknife(sentences, settings.tagFolds, (isTraining) => {
    const partial = taggerOf(
      trainTagger(
        sentences.filter((_, index) => isTraining(index)),
        settings.tagger,
      ),
    );
    return (sentence) => partial.tag(sentence.forms);
  });
  const reversed = sentences.map(reversedSentence);
  const reversedInputs = tags.map((ofSentence): ParserInput => ({ tags: [...ofSentence].reverse() }));
  const backward = trainParser(reversed, reversedInputs, settings.backward);
  const guides = jackknife(reversed, settings.guideFolds, (isTraining) => {
    const isUsed = (_: unknown, index: number) => isTraining(index);
    const partial = parserOf(
      trainParser(reversed.filter(isUsed), reversedInputs.filter(isUsed), settings.backward),
      false,
    );
    return (sentence, index): ParsedSentence =>
      reversedTree(partial.parse(sentence.forms, (reversedInputs[index] as ParserInput).tags));
  });
  const inputs = tags.map(
    (ofSentence, index): ParserInput => ({
      tags: ofSentence,
      guide: guides[index] as ParsedSentence,
    }),
  );
  return {
    language,
    treebanks,
    tags: tagger.tags,
    lexicon: tagger.lexicon,
    tagger: tagger.weights,
    backward,
    forward: trainParser(sentences, inputs, settings.forward),
  };
}

function reversedSentence(sentence: TreebankSentence): TreebankSentence {
  return {
    forms: [...sentence.forms].reverse(),
    tags: [...sentence.tags].reverse(),
    ...reversedTree(sentence),
  };
}
