import { compareText } from "../../src/shared/index.ts";
import type { WeightTable } from "../../src/language/syntax/sparse-weights.ts";
import { argmax, Tagger } from "../../src/language/syntax/tagger.ts";
import { lexiconKey, TaggerFeatures, type TagLexicon } from "../../src/language/syntax/tagger-features.ts";
import { SparseWeights } from "../../src/language/syntax/sparse-weights.ts";
import { AveragedPerceptron } from "./perceptron.ts";
import { Random } from "./random.ts";
import type { TreebankSentence } from "./treebank.ts";
import { meanTable, type Rounding } from "./weight-table.ts";

export interface TaggerSettings {
  readonly epochs: number;
  readonly minUpdates: number;
  /** One training per seed; the weights are their mean. */
  readonly seeds: readonly number[];
  readonly rounding: Rounding;
}

export interface TrainedTagger {
  readonly tags: readonly string[];
  readonly lexicon: TagLexicon;
  readonly weights: WeightTable;
}

export function trainTagger(sentences: readonly TreebankSentence[], settings: TaggerSettings): TrainedTagger {
  const tags = [...new Set(sentences.flatMap((sentence) => sentence.tags))].sort(compareText);
  const tagNumber = new Map(tags.map((tag, index) => [tag, index]));
  const lexicon = buildLexicon(sentences);
  const trainings = settings.seeds.map((seed) => {
    const perceptron = new AveragedPerceptron(tags.length, settings.minUpdates);
    const features = new TaggerFeatures(lexicon);
    const scores = new Int32Array(tags.length);
    const random = new Random(seed);
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      for (const sentence of random.shuffled(sentences)) {
        const given = new Int32Array(sentence.forms.length);
        features.prepare(sentence.forms);
        for (let i = 0; i < sentence.forms.length; i++) {
          features.extract(i, given);
          perceptron.score(features.features, TaggerFeatures.count, scores);
          const guess = argmax(scores);
          const right = tagNumber.get(sentence.tags[i] as string) as number;
          if (guess !== right) perceptron.update(features.features, TaggerFeatures.count, right, guess);
          perceptron.countExample();
          given[i] = guess;
        }
      }
    }
    return perceptron.averages();
  });
  return { tags, lexicon, weights: meanTable(trainings, settings.rounding) };
}

/** The tagger that a model file of these weights would give. */
export function taggerOf(trained: TrainedTagger): Tagger {
  return new Tagger(trained.tags, trained.lexicon, new SparseWeights(trained.tags.length, trained.weights));
}

/** Share of a word's occurrences that a tag needs to count as one of its tags, and how many tags count at most. */
const MIN_SHARE = 0.03;
const MAX_TAGS = 3;

function buildLexicon(sentences: readonly TreebankSentence[]): TagLexicon {
  const tagCounts = new Map<number, Map<string, number>>();
  for (const sentence of sentences) {
    sentence.forms.forEach((form, i) => {
      const key = lexiconKey(form);
      const counts = tagCounts.get(key) ?? new Map<string, number>();
      tagCounts.set(key, counts);
      const tag = sentence.tags[i] as string;
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    });
  }
  const tagSets = new Map<string, number>();
  const lexicon = new Map<number, number>();
  for (const [key, counts] of [...tagCounts].sort((a, b) => a[0] - b[0])) {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (total < 2) continue;
    const tags = [...counts]
      .filter(([, count]) => count / total > MIN_SHARE)
      .sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
      .slice(0, MAX_TAGS)
      .map(([tag]) => tag)
      .join(" ");
    if (!tagSets.has(tags)) tagSets.set(tags, tagSets.size + 1);
    lexicon.set(key, tagSets.get(tags) as number);
  }
  return lexicon;
}
