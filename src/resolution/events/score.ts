/** Adds up evidence: a score in log odds, with every feature that made it. */
import type { Judgement } from "../../ontology/index.ts";
import type { Level } from "./evidence.ts";

export type Weights = Readonly<Record<string, number>>;
export type Feature = Judgement["features"][number];

export interface Scored {
  /** Log odds that the two are one. */
  readonly score: number;
  readonly features: readonly Feature[];
}

/** Names of features are `evidence: level`; a level without a weight weighs nothing. `bias` is the prior. */
export function addUp(
  levels: readonly (readonly [evidence: string, level: Level])[],
  weights: Weights,
): Scored {
  let score = weights["bias"] ?? 0;
  const features: Feature[] = [{ name: "bias", value: 1, weight: score }];
  for (const [evidence, { level, why }] of levels) {
    const name = `${evidence}: ${level}`;
    const weight = weights[name] ?? 0;
    score += weight;
    features.push({ name, value: 1, weight, ...(why === undefined ? {} : { why }) });
  }
  return { score: Math.round(score * 1000) / 1000, features };
}
