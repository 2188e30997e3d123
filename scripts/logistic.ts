/** Logistic regression over named binary features, for fitting small weight tables. */

export interface Example {
  readonly features: readonly string[];
  readonly label: boolean;
  /** Relative importance; 1 by default. */
  readonly importance?: number;
}

/** A choice among candidates, each with its features. */
export interface Choice {
  readonly candidates: readonly (readonly string[])[];
  /** Index of the right one. */
  readonly right: number;
}

/** Weights of a conditional logit model (softmax over the candidates), with a Gaussian prior around `expected`. */
export function fitChoices(
  choices: readonly Choice[],
  ridge: number,
  expected: Readonly<Record<string, number>> = {},
  steps = 3000,
): Map<string, number> {
  const index = new Map<string, number>();
  const idOf = (name: string): number => {
    const known = index.get(name) ?? index.size;
    index.set(name, known);
    return known;
  };
  const rows = choices.map(({ candidates }) => candidates.map((features) => features.map(idOf)));
  const centre = Float64Array.from(index.keys(), (name) => expected[name] ?? 0);
  const weights = Float64Array.from(centre);
  const velocity = new Float64Array(index.size);
  for (let step = 0; step < steps; step++) {
    const gradient = new Float64Array(index.size);
    for (const [i, candidates] of rows.entries()) {
      const scores = candidates.map((row) => row.reduce((sum, at) => sum + (weights[at] ?? 0), 0));
      const top = Math.max(...scores);
      const parts = scores.map((score) => Math.exp(score - top));
      const total = parts.reduce((sum, part) => sum + part, 0);
      for (const [j, row] of candidates.entries()) {
        const error = (choices[i]?.right === j ? 1 : 0) - (parts[j] ?? 0) / total;
        for (const at of row) gradient[at] = (gradient[at] ?? 0) + error;
      }
    }
    for (let at = 0; at < weights.length; at++) {
      velocity[at] =
        0.9 * (velocity[at] ?? 0) +
        (((gradient[at] ?? 0) - ridge * ((weights[at] ?? 0) - (centre[at] ?? 0))) / choices.length) * 0.5;
      weights[at] = (weights[at] ?? 0) + (velocity[at] ?? 0);
    }
  }
  return new Map([...index].map(([name, at]) => [name, weights[at] ?? 0]));
}

/**
 * Maximum a posteriori weights under a Gaussian prior around `expected` (0 where not given), by full-batch gradient ascent with momentum.
 * Every example has the feature `bias`, which the prior leaves free. Deterministic.
 */
export function fitLogistic(
  examples: readonly Example[],
  ridge: number,
  expected: Readonly<Record<string, number>> = {},
  steps = 3000,
): Map<string, number> {
  const index = new Map<string, number>([["bias", 0]]);
  const rows = examples.map(({ features }) => [
    0,
    ...features.map((name) => {
      const known = index.get(name);
      if (known !== undefined) return known;
      index.set(name, index.size);
      return index.size - 1;
    }),
  ]);
  const centre = Float64Array.from(index.keys(), (name) => expected[name] ?? 0);
  const weights = Float64Array.from(centre);
  const velocity = new Float64Array(index.size);
  const total = examples.reduce((sum, { importance = 1 }) => sum + importance, 0);
  for (let step = 0; step < steps; step++) {
    const gradient = new Float64Array(index.size);
    for (const [i, row] of rows.entries()) {
      let score = 0;
      for (const at of row) score += weights[at] ?? 0;
      const example = examples[i] as Example;
      const error = ((example.label ? 1 : 0) - 1 / (1 + Math.exp(-score))) * (example.importance ?? 1);
      for (const at of row) gradient[at] = (gradient[at] ?? 0) + error;
    }
    for (let at = 0; at < weights.length; at++) {
      const pull = at === 0 ? 0 : ridge * ((weights[at] ?? 0) - (centre[at] ?? 0));
      velocity[at] = 0.9 * (velocity[at] ?? 0) + (((gradient[at] ?? 0) - pull) / total) * 0.5;
      weights[at] = (weights[at] ?? 0) + (velocity[at] ?? 0);
    }
  }
  return new Map([...index].map(([name, at]) => [name, weights[at] ?? 0]));
}
