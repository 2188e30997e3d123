/** How likely a claim is right: a logistic model over the features of its reading, calibrated on annotated reports. */
import type { LogisticWeights } from "../../packs/index.ts";
import { logistic, strongest, weigh } from "./weighing.ts";

export interface Judged {
  /** Probability that type and participants are right, in [0, 1], rounded to three places. */
  readonly confidence: number;
  /** The features that move it most, for `riposte explain`. */
  readonly because: string;
}

/** Adds up the weights of the features that hold. */
export function judge(features: readonly string[], { bias, weights }: LogisticWeights): Judged {
  const confidence = Math.round(1000 * logistic(bias + weigh(features, weights))) / 1000;
  return { confidence, because: strongest(features, weights) };
}
