/** How likely a claim is right: a logistic model over the features of its reading, calibrated on annotated reports. */
import type { LogisticWeights } from "../../packs/index.ts";
import { logistic } from "./weighing.ts";

export interface Judged {
  /** Probability that type and participants are right, in [0, 1], rounded to three places. */
  readonly confidence: number;
  /** The features that move it most, for `riposte explain`. */
  readonly because: string;
}

const SHOWN = 5;

/** Adds up the weights of the features that hold. */
export function judge(features: readonly string[], { bias, weights }: LogisticWeights): Judged {
  const known = features.flatMap((feature) => {
    const weight = weights[feature];
    return weight === undefined ? [] : [{ feature, weight }];
  });
  const logOdds = known.reduce((sum, { weight }) => sum + weight, bias);
  const because = [...known]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, SHOWN)
    .map(({ feature, weight }) => `${feature} ${weight > 0 ? "+" : "−"}${Math.abs(weight).toFixed(1)}`)
    .join(", ");
  return { confidence: Math.round(1000 * logistic(logOdds)) / 1000, because };
}
