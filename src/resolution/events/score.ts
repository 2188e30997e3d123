/** Adds up evidence: a score in log odds, and on demand every feature that made it. */
import type { Judgement } from "../../ontology/index.ts";
import { once } from "../../shared/index.ts";
import type { Level } from "./evidence.ts";

/** Weight of each `evidence: level`; a level without one weighs nothing. `bias` is the prior. */
export type Weights = Readonly<Record<string, number>>;
export type Feature = Judgement["features"][number];
export type Levels = readonly (readonly [evidence: string, level: Level])[];

export interface Scored {
  /** Log odds that the two are one. */
  readonly score: number;
  readonly levels: Levels;
}

const featureName = (evidence: string, level: string): string => `${evidence}: ${level}`;

/** Weights by evidence, then level: names are put together once, not at every pair. */
const compiled = new WeakMap<Weights, Map<string, Map<string, number>>>();

export function weightOf(weights: Weights, evidence: string, level: string): number {
  let table = compiled.get(weights);
  if (!table) compiled.set(weights, (table = new Map()));
  let levels = table.get(evidence);
  if (!levels) table.set(evidence, (levels = new Map()));
  let weight = levels.get(level);
  if (weight === undefined) levels.set(level, (weight = weights[featureName(evidence, level)] ?? 0));
  return weight;
}

/** The most that a kind of evidence can add, by its name; what is not listed adds nothing. */
export const bestWeights = once((weights: Weights): ReadonlyMap<string, number> => {
  const best = new Map<string, number>();
  for (const [name, weight] of Object.entries(weights)) {
    const [evidence = "", level] = name.split(": ", 2);
    if (level !== undefined) best.set(evidence, Math.max(best.get(evidence) ?? 0, weight));
  }
  return best;
});

/** Sum of the weights of the levels and the prior, rounded to a thousandth. */
export function addUp(levels: Levels, weights: Weights): Scored {
  let score = weights["bias"] ?? 0;
  for (const [evidence, { level }] of levels) score += weightOf(weights, evidence, level);
  return { score: Math.round(score * 1000) / 1000, levels };
}

/** What made a score, without what weighed nothing. */
export function featuresOf({ levels }: Scored, weights: Weights): Feature[] {
  const prior = weights["bias"] ?? 0;
  const features: Feature[] = prior === 0 ? [] : [{ name: "bias", value: 1, weight: prior }];
  for (const [evidence, { level, why }] of levels) {
    const weight = weightOf(weights, evidence, level);
    if (weight === 0) continue;
    features.push({
      name: featureName(evidence, level),
      value: 1,
      weight,
      ...(why === undefined ? {} : { why }),
    });
  }
  return features;
}
