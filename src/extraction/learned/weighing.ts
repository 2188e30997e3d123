/** The two ways in which named binary features are weighed: a yes or no, and a choice among several. */

type Weights = Readonly<Record<string, number>>;

/** Sum of the weights of the features that hold. */
export const weigh = (features: readonly string[], weights: Weights): number =>
  features.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0);

/** Log odds to a probability. */
export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Probabilities of a choice from the score of each candidate; they sum to 1. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - top));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

/** `value` as the first limit that it does not exceed, for features that stand for a number. */
export function step(value: number, limits: readonly number[]): string {
  const limit = limits.find((each) => value <= each);
  return limit === undefined ? "more" : `≤${limit}`;
}
