/** Weighs two accounts of different reports. */
import type { Gazetteer } from "../gazetteer.ts";
import type { Account } from "./account.ts";
import { EVIDENCE, type Level } from "./evidence.ts";
import { addUp, type Scored, type Weights } from "./score.ts";

export interface AcrossPair extends Scored {
  readonly levels: readonly (readonly [string, Level])[];
}

export function weighAcross(a: Account, b: Account, gazetteer: Gazetteer, weights: Weights): AcrossPair {
  const levels = EVIDENCE.map(({ name, weigh }) => [name, weigh(a, b, gazetteer)] as const);
  return { ...addUp(levels, weights), levels };
}
