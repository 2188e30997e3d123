/** Logistic regression over named binary features, for fitting small weight tables. */

export interface Example {
  readonly features: readonly string[];
  readonly label: boolean;
  /** Relative importance; 1 by default. */
  readonly importance?: number;
}

/**
 * Maximum a posteriori weights under a Gaussian prior (ridge), by full-batch gradient ascent with momentum.
 * Every example has the feature `bias`, which the prior leaves free. Deterministic.
 */
export function fitLogistic(examples: readonly Example[], ridge: number, steps = 3000): Map<string, number> {
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
  const weights = new Float64Array(index.size);
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
      const pull = at === 0 ? 0 : ridge * (weights[at] ?? 0);
      velocity[at] = 0.9 * (velocity[at] ?? 0) + (((gradient[at] ?? 0) - pull) / total) * 0.5;
      weights[at] = (weights[at] ?? 0) + (velocity[at] ?? 0);
    }
  }
  return new Map([...index].map(([name, at]) => [name, weights[at] ?? 0]));
}
