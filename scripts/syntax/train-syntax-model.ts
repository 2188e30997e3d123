import type { Language } from "../../src/ontology/index.ts";
import type { TrainedSyntax } from "../../src/language/syntax/model-file.ts";
import { trainParser } from "./train-parser.ts";
import { jackknifedTags, trainTagger } from "./train-tagger.ts";
import type { TreebankSentence } from "./treebank.ts";

/** Chosen on held-out parts of the training data, never on test files. */
const TAGGER = { epochs: 6, minUpdates: 3, step: 0.5, seed: 1 };
const PARSER = { epochs: 8, minUpdates: 4, step: 0.5, seed: 1, exploration: 0.9 };
const FOLDS = 5;

export function trainSyntax(
  language: Language,
  treebanks: readonly string[],
  sentences: readonly TreebankSentence[],
): TrainedSyntax {
  const tagger = trainTagger(sentences, TAGGER);
  const parser = trainParser(sentences, jackknifedTags(sentences, FOLDS, TAGGER), PARSER);
  return {
    language,
    treebanks,
    tags: tagger.tags,
    lexicon: tagger.lexicon,
    tagger: tagger.weights,
    inventory: parser.inventory,
    parser: parser.weights,
  };
}
