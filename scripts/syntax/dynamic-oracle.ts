import {
  type Configuration,
  LEFT_ARC,
  type Move,
  RIGHT_ARC,
  SHIFT,
} from "../../src/language/syntax/configuration.ts";

/** Cost of a move that is not allowed. */
const IMPOSSIBLE = 1e6;

/** The right tree of a sentence, numbered as in `Configuration`: words from 1, the root at the end. */
export interface GoldTree {
  readonly heads: Int32Array;
  /** Dependents of each word and of the root, in order. */
  readonly dependents: readonly (readonly number[])[];
}

/** `heads` count from 0, -1 for the root. */
export function goldTree(heads: readonly number[]): GoldTree {
  const root = heads.length + 1;
  const numbered = Int32Array.from([0, ...heads.map((head) => (head < 0 ? root : head + 1)), 0]);
  const dependents: number[][] = Array.from({ length: root + 1 }, () => []);
  for (let word = 1; word < root; word++) dependents[numbered[word] as number]?.push(word);
  return { heads: numbered, dependents };
}

/**
 * For each move, how many right arcs it puts out of reach: the dynamic oracle of arc-hybrid parsing (Goldberg and
 * Nivre 2013). It is exact for projective trees; crossing arcs make it a close guess.
 */
export function moveCosts(state: Configuration, gold: GoldTree, costs: Int32Array): void {
  for (const move of [SHIFT, LEFT_ARC, RIGHT_ARC] as const) {
    costs[move] = state.allows(move) ? lostArcs(move, state, gold) : IMPOSSIBLE;
  }
}

function lostArcs(move: Move, state: Configuration, gold: GoldTree): number {
  const { front } = state;
  const top = state.stackAt(0);
  const isOnStack = (word: number) => word > 0 && word < front && state.head[word] === 0;
  if (move === SHIFT) {
    const head = gold.heads[front] as number;
    const dependents = (gold.dependents[front] as readonly number[]).filter(isOnStack).length;
    return dependents + (head !== top && isOnStack(head) ? 1 : 0);
  }
  const head = gold.heads[top] as number;
  const dependents = (gold.dependents[top] as readonly number[]).filter((word) => word >= front).length;
  if (move === LEFT_ARC) return dependents + (head === state.stackAt(1) || head > front ? 1 : 0);
  return dependents + (head >= front ? 1 : 0);
}
