/** The weights of resolution, fitted with a Gaussian prior around what the field would expect. */
import type { Weights } from "../../src/resolution/events/score.ts";
import type { ResolutionWeights } from "../../src/resolution/settings.ts";
import { fitChoices, fitLogistic } from "../logistic.ts";
import { aboutChoices, type GoldSet, replyChoices, type TrainingExamples } from "./examples.ts";
import {
  EXPECTED_ABOUT,
  EXPECTED_ACROSS,
  EXPECTED_REPLY,
  EXPECTED_WITHIN,
  RIDGE,
  SET_ACROSS,
} from "./priors.ts";

/** A level that gold never shows keeps the weight expected of it. */
function rounded(expected: Weights, fitted: ReadonlyMap<string, number>): Weights {
  return Object.fromEntries(
    Object.entries({ ...expected, ...Object.fromEntries(fitted) })
      .map(([level, weight]) => [level, Math.round(weight * 10) / 10] as const)
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/**
 * Weights in log odds, rounded to a tenth.
 *
 * @param single  reports of their own each, which say nothing on how reports meet
 */
export function fitWeights(
  examples: readonly TrainingExamples[],
  single: readonly GoldSet[],
): ResolutionWeights {
  const within = examples.flatMap((set) => set.within);
  const across = examples.flatMap((set) => set.across);
  const about = [...examples.flatMap((set) => set.about), ...single.flatMap(aboutChoices)];
  const reply = [...examples.flatMap((set) => set.reply), ...single.flatMap(replyChoices)];
  return {
    within: rounded(EXPECTED_WITHIN, fitChoices(within, RIDGE, EXPECTED_WITHIN)),
    across: { ...rounded(EXPECTED_ACROSS, fitLogistic(across, RIDGE, EXPECTED_ACROSS)), ...SET_ACROSS },
    about: rounded(EXPECTED_ABOUT, fitChoices(about, RIDGE, EXPECTED_ABOUT)),
    reply: rounded(EXPECTED_REPLY, fitChoices(reply, RIDGE, EXPECTED_REPLY)),
  };
}
