import { compareText } from "../../src/shared/index.ts";
import { type Configuration, LEFT_ARC, RIGHT_ARC, SHIFT } from "../../src/language/syntax/configuration.ts";
import {
  type Action,
  isPossible,
  newConfiguration,
  type ParserInventory,
  ROOT_RELATION,
} from "../../src/language/syntax/parser.ts";
import { ParserFeatures } from "../../src/language/syntax/parser-features.ts";
import type { WeightTable } from "../../src/language/syntax/sparse-weights.ts";
import { type GoldTree, goldTree, moveCosts } from "./dynamic-oracle.ts";
import { AveragedPerceptron } from "./perceptron.ts";
import { Random } from "./random.ts";
import type { TreebankSentence } from "./treebank.ts";

export interface ParserSettings {
  readonly epochs: number;
  readonly minUpdates: number;
  /** Unit of the stored weights. */
  readonly step: number;
  readonly seed: number;
  /** Share of wrong decisions that training follows from the second epoch on, to learn to go on after errors. */
  readonly exploration: number;
}

export interface TrainedParser {
  readonly inventory: ParserInventory;
  readonly weights: WeightTable;
}

/** A training sentence: predicted tags, right tree. */
interface Example {
  readonly forms: readonly string[];
  readonly tags: readonly string[];
  readonly gold: GoldTree;
  /** Label per word, counted from 1. */
  readonly labels: Int32Array;
}

/** Trains with a dynamic oracle; `tags` are the predicted tags of the sentences. */
export function trainParser(
  sentences: readonly TreebankSentence[],
  tags: readonly (readonly string[])[],
  settings: ParserSettings,
): TrainedParser {
  const inventory = buildInventory(sentences);
  const examples = sentences.map(
    (sentence, index): Example => ({
      forms: sentence.forms,
      tags: tags[index] as readonly string[],
      gold: goldTree(sentence.heads),
      labels: Int32Array.from([
        0,
        ...sentence.relations.map((relation) => inventory.labels.indexOf(relation)),
      ]),
    }),
  );
  const training = new ParserTraining(inventory, settings);
  const random = new Random(settings.seed);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    const exploration = epoch === 0 ? 0 : settings.exploration;
    for (const example of random.shuffled(examples))
      training.learn(example, () => random.next() < exploration);
  }
  return { inventory, weights: training.perceptron.averaged(settings.step) };
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
  readonly #features = new ParserFeatures();
  readonly #state: Configuration;
  readonly #scores: Int32Array;
  readonly #costs = new Int32Array(3);

  constructor(inventory: ParserInventory, settings: ParserSettings) {
    this.#inventory = inventory;
    this.#rootLabel = inventory.labels.indexOf(ROOT_RELATION);
    this.perceptron = new AveragedPerceptron(inventory.actions.length, settings.minUpdates);
    this.#state = newConfiguration(inventory);
    this.#scores = new Int32Array(inventory.actions.length);
  }

  /** Parses the sentence, correcting each wrong decision; `explore` says whether to follow it all the same. */
  learn(example: Example, explore: () => boolean): void {
    const { actions } = this.#inventory;
    const state = this.#state;
    state.reset(example.forms.length);
    this.#features.prepare(example.forms, example.tags);
    while (!state.done) {
      this.#features.extract(state);
      this.perceptron.score(this.#features.features, ParserFeatures.count, this.#scores);
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
      if (!isRight) this.perceptron.update(this.#features.features, ParserFeatures.count, right, guess);
      this.perceptron.countExample();
      const next = actions[isRight || explore() ? guess : right] as Action;
      state.apply(next.move, next.label);
    }
  }
}
