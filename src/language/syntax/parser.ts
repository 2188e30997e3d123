import { Configuration, LEFT_ARC, type Move, SHIFT } from "./configuration.ts";
import { type Guide, ParserFeatures } from "./parser-features.ts";
import type { Scorer } from "./sparse-weights.ts";

/** A class of the parser's classifier: a move, with the label of the arc that it makes (0 for a shift). */
export interface Action {
  readonly move: Move;
  readonly label: number;
}

/** What the parser's classes mean. `labels[0]` is unused; `actions[0]` is the shift. */
export interface ParserInventory {
  readonly labels: readonly string[];
  readonly actions: readonly Action[];
}

/** Heads (index from 0, -1 for the root) and relations, one per word. */
export interface ParsedSentence {
  heads: number[];
  relations: string[];
}

export const ROOT_RELATION = "root";

/** A configuration that knows which of the inventory's labels are markers. */
export function newConfiguration(inventory: ParserInventory): Configuration {
  return new Configuration({
    case: inventory.labels.indexOf("case"),
    mark: inventory.labels.indexOf("mark"),
  });
}

/** Whether the action is possible: the move is, and the label `root` goes with the artificial root alone. */
export function isPossible(action: Action, state: Configuration, rootLabel: number): boolean {
  if (!state.allows(action.move)) return false;
  if (action.move === SHIFT) return true;
  return (action.label === rootLabel) === (action.move === LEFT_ARC && state.front === state.root);
}

/**
 * Greedy arc-hybrid dependency parser: 2n moves for n words, so time is linear in their number.
 * Whatever the weights, the result is a tree with one root.
 */
export class Parser {
  readonly #inventory: ParserInventory;
  readonly #weights: Scorer;
  readonly #features: ParserFeatures;
  readonly #scores: Int32Array;
  readonly #state: Configuration;
  readonly #rootLabel: number;

  /** `guided`: whether the weights are for parsing with a guide. */
  constructor(inventory: ParserInventory, weights: Scorer, guided: boolean) {
    this.#features = new ParserFeatures(guided);
    this.#inventory = inventory;
    this.#weights = weights;
    this.#scores = new Int32Array(weights.classCount);
    this.#state = newConfiguration(inventory);
    this.#rootLabel = inventory.labels.indexOf(ROOT_RELATION);
  }

  /** The tree of tagged forms; `guide` is for a guided parser, and needed there. */
  parse(forms: readonly string[], tags: readonly string[], guide?: Guide): ParsedSentence {
    const state = this.#state;
    state.reset(forms.length);
    this.#features.prepare(forms, tags, guide);
    while (!state.done) {
      this.#features.extract(state);
      this.#weights.score(this.#features.features, this.#features.count, this.#scores);
      const action = this.#best();
      state.apply(action.move, action.label);
    }
    const heads: number[] = [];
    const relations: string[] = [];
    for (let word = 1; word <= forms.length; word++) {
      const head = state.head[word] as number;
      heads.push(head === state.root ? -1 : head - 1);
      relations.push(this.#inventory.labels[state.label[word] as number] as string);
    }
    return { heads, relations };
  }

  #best(): Action {
    const { actions } = this.#inventory;
    let best: Action | undefined;
    let bestScore = 0;
    for (let i = 0; i < actions.length; i++) {
      const score = this.#scores[i] as number;
      if (best !== undefined && score <= bestScore) continue;
      const action = actions[i] as Action;
      if (!isPossible(action, this.#state, this.#rootLabel)) continue;
      best = action;
      bestScore = score;
    }
    return best as Action;
  }
}
