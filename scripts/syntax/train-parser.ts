import { compareText } from "../../src/shared/index.ts";
import { type Configuration, LEFT_ARC, RIGHT_ARC, SHIFT } from "../../src/language/syntax/configuration.ts";
import {
  type Action,
  isPossible,
  newConfiguration,
  Parser,
  type ParserInventory,
  ROOT_RELATION,
} from "../../src/language/syntax/parser.ts";
import { type Guide, ParserFeatures } from "../../src/language/syntax/parser-features.ts";
import { SparseWeights, type WeightTable } from "../../src/language/syntax/sparse-weights.ts";
import { type GoldTree, goldTree, moveCosts } from "./dynamic-oracle.ts";
import { AveragedPerceptron } from "./perceptron.ts";
import { Random } from "./random.ts";
import type { TreebankSentence } from "./treebank.ts";
import { meanTable, type Rounding } from "./weight-table.ts";

export interface ParserSettings {
  readonly epochs: number;
  readonly minUpdates: number;
  /** One training per seed; the weights are their mean. */
  readonly seeds: readonly number[];
  /** Share of wrong decisions that training follows from the second epoch on, to learn to go on after errors. */
  readonly exploration: number;
  readonly rounding: Rounding;
}

/** What the parser is given of a sentence, as predicted: with the right tags and guides it would learn to trust them. */
export interface ParserInput {
  readonly tags: readonly string[];
  readonly guide?: Guide;
}

export interface TrainedParser {
  readonly inventory: ParserInventory;
  readonly weights: WeightTable;
}

interface Example extends ParserInput {
  readonly forms: readonly string[];
  readonly gold: GoldTree;
  /** Label per word, counted from 1. */
  readonly labels: Int32Array;
}

/** Trains with a dynamic oracle; `inputs` are parallel to the sentences, and all have a guide or none has. */
export function trainParser(
  sentences: readonly TreebankSentence[],
  inputs: readonly ParserInput[],
  settings: ParserSettings,
): TrainedParser {
  const inventory = buildInventory(sentences);
  const examples = sentences.map(
    (sentence, index): Example => ({
      ...(inputs[index] as ParserInput),
      forms: sentence.forms,
      gold: goldTree(sentence.heads),
      labels: Int32Array.from([
        0,
        ...sentence.relations.map((relation) => inventory.labels.indexOf(relation)),
      ]),
    }),
  );
  const trainings = settings.seeds.map((seed) => {
    const training = new ParserTraining(inventory, inputs[0]?.guide !== undefined, settings.minUpdates);
    const random = new Random(seed);
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
      const exploration = epoch === 0 ? 0 : settings.exploration;
      for (const example of random.shuffled(examples))
        training.learn(example, () => random.next() < exploration);
    }
    return training.perceptron.averages();
  });
  return { inventory, weights: meanTable(trainings, settings.rounding) };
}

/** The parser that a model file of these weights would give. */
export function parserOf(trained: TrainedParser, guided: boolean): Parser {
  return new Parser(
    trained.inventory,
    new SparseWeights(trained.inventory.actions.length, trained.weights),
    guided,
  );
}

/** All labels, and the moves that they occur with. */
function buildInventory(sentences: readonly TreebankSentence[]): ParserInventory {
  const labels = ["", ...[...new Set(sentences.flatMap((sentence) => sentence.relations))].sort(compareText)];
  const seen = new Set<string>();
  for (const { heads, relations } of sentences) {
    heads.forEach((head, i) => {
      const move = head < 0 || head > i ? LEFT_ARC : RIGHT_ARC;
      seen.add(`${move} ${labels.indexOf(relations[i] as string)}`);
    });
  }
  const arcs: Action[] = [LEFT_ARC, RIGHT_ARC].flatMap((move) =>
    labels.flatMap((_, label) =>
      seen.has(`${move} ${label}`) ? [{ move: move as Action["move"], label }] : [],
    ),
  );
  return { labels, actions: [{ move: SHIFT, label: 0 }, ...arcs] };
}

class ParserTraining {
  readonly perceptron: AveragedPerceptron;
  readonly #inventory: ParserInventory;
  readonly #rootLabel: number;
  readonly #features: ParserFeatures;
  readonly #state: Configuration;
  readonly #scores: Int32Array;
  readonly #costs = new Int32Array(3);

  constructor(inventory: ParserInventory, guided: boolean, minUpdates: number) {
    this.#features = new ParserFeatures(guided);
    this.#inventory = inventory;
    this.#rootLabel = inventory.labels.indexOf(ROOT_RELATION);
    this.perceptron = new AveragedPerceptron(inventory.actions.length, minUpdates);
    this.#state = newConfiguration(inventory);
    this.#scores = new Int32Array(inventory.actions.length);
  }

  /** Parses the sentence, correcting each wrong decision; `explore` says whether to follow it all the same. */
  learn(example: Example, explore: () => boolean): void {
    const { actions } = this.#inventory;
    const state = this.#state;
    state.reset(example.forms.length);
    this.#features.prepare(example.forms, example.tags, example.guide);
    while (!state.done) {
      this.#features.extract(state);
      this.perceptron.score(this.#features.features, this.#features.count, this.#scores);
      moveCosts(state, example.gold, this.#costs);
      const lowestCost = Math.min(...this.#costs);
      const top = state.stackAt(0);
      const goldHead = example.gold.heads[top] as number;
      const goldLabel = example.labels[top] as number;
      let guess = -1;
      let right = -1;
      for (let i = 0; i < actions.length; i++) {
        const action = actions[i] as Action;
        if (!isPossible(action, state, this.#rootLabel)) continue;
        const score = this.#scores[i] as number;
        if (guess < 0 || score > (this.#scores[guess] as number)) guess = i;
        if (this.#costs[action.move] !== lowestCost) continue;
        const head = action.move === LEFT_ARC ? state.front : state.stackAt(1);
        if (action.move !== SHIFT && head === goldHead && action.label !== goldLabel) continue;
        if (right < 0 || score > (this.#scores[right] as number)) right = i;
      }
      const isRight = guess === right;
      if (!isRight) this.perceptron.update(this.#features.features, this.#features.count, right, guess);
      this.perceptron.countExample();
      const next = actions[isRight || explore() ? guess : right] as Action;
      state.apply(next.move, next.label);
    }
  }
}
