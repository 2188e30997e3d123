/** The two ways in which named binary features are weighed: a yes or no, and a choice among several. */

type Weights = Readonly<Record<string, number>>;

/** Weights by feature as maps: features are built as they are needed, and a map finds such strings faster. */
const tables = new WeakMap<Weights, ReadonlyMap<string, number>>();

function tableOf(weights: Weights): ReadonlyMap<string, number> {
  const known = tables.get(weights);
  if (known) return known;
  const table = new Map(Object.entries(weights));
  tables.set(weights, table);
  return table;
}

/** Sum of the weights of the features that hold. */
export function weigh(features: readonly string[], weights: Weights): number {
  const table = tableOf(weights);
  let sum = 0;
  for (const feature of features) sum += table.get(feature) ?? 0;
  return sum;
}

/** Log odds to a probability. */
export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Probabilities of a choice from the score of each candidate; they sum to 1. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - top));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

/** Position of the likeliest candidate where it beats the first one, the rules' choice, by more than the margin; else 0. */
export function likeliest(probabilities: readonly number[], margin: number): number {
  const best = probabilities.indexOf(Math.max(...probabilities));
  return (probabilities[best] ?? 0) > (probabilities[0] ?? 0) + margin ? best : 0;
}

/** `value` as the first limit that it does not exceed, for features that stand for a number. */
export function step(value: number, limits: readonly number[]): string {
  const limit = limits.find((each) => value <= each);
  return limit === undefined ? "more" : `≤${limit}`;
}

const SHOWN_FEATURES = 5;

/** The features that move a score most, each with its weight: the short answer to why. */
export function strongest(features: readonly string[], weights: Weights): string {
  return features
    .flatMap((feature) => {
      const weight = weights[feature];
      return weight === undefined ? [] : [{ feature, weight }];
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, SHOWN_FEATURES)
    .map(({ feature, weight }) => `${feature} ${weight > 0 ? "+" : "−"}${Math.abs(weight).toFixed(1)}`)
    .join(", ");
}
