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

/** Names of features as numbers, in the order in which they are met. */
class Features {
  readonly names: string[] = [];
  readonly #ids = new Map<string, number>();

  row(features: readonly string[]): Int32Array {
    return Int32Array.from(features, (name) => {
      const known = this.#ids.get(name);
      if (known !== undefined) return known;
      this.#ids.set(name, this.names.length);
      return this.names.push(name) - 1;
    });
  }

  named(weights: Float64Array): Map<string, number> {
    return new Map(this.names.map((name, at) => [name, weights[at] ?? 0]));
  }
}

/** Steps after which a fit ends at the latest, and the change of any weight below which it has ended. */
const STEPS = 3000;
const SETTLED = 1e-5;

/**
 * Gradient ascent with momentum from the centre of the prior; deterministic.
 * @param gradientOf  adds the gradient of the data to the zeroed array
 * @param scale  by which the gradient is divided: the number of observations
 */
function ascend(
  centre: Float64Array,
  ridge: (at: number) => number,
  scale: number,
  steps: number,
  gradientOf: (weights: Float64Array, gradient: Float64Array) => void,
): Float64Array {
  const weights = Float64Array.from(centre);
  const velocity = new Float64Array(centre.length);
  const gradient = new Float64Array(centre.length);
  for (let step = 0; step < steps; step++) {
    gradient.fill(0);
    gradientOf(weights, gradient);
    let largest = 0;
    for (let at = 0; at < weights.length; at++) {
      const own = weights[at] as number;
      const pull = ridge(at) * (own - (centre[at] as number));
      const speed = 0.9 * (velocity[at] as number) + (((gradient[at] as number) - pull) / scale) * 0.5;
      velocity[at] = speed;
      weights[at] = own + speed;
      largest = Math.max(largest, Math.abs(speed));
    }
    if (largest < SETTLED) break;
  }
  return weights;
}

function scoreOf(row: Int32Array, weights: Float64Array): number {
  let score = 0;
  for (let at = 0; at < row.length; at++) score += weights[row[at] as number] as number;
  return score;
}

function addTo(gradient: Float64Array, row: Int32Array, error: number): void {
  for (let at = 0; at < row.length; at++) {
    const feature = row[at] as number;
    gradient[feature] = (gradient[feature] as number) + error;
  }
}

/** Weights of a conditional logit model (softmax over the candidates), with a Gaussian prior around `expected`. */
export function fitChoices(
  choices: readonly Choice[],
  ridge: number,
  expected: Readonly<Record<string, number>> = {},
  steps = STEPS,
): Map<string, number> {
  const features = new Features();
  const rows = choices.map(({ candidates }) => candidates.map((names) => features.row(names)));
  const centre = Float64Array.from(features.names, (name) => expected[name] ?? 0);
  const weights = ascend(
    centre,
    () => ridge,
    choices.length,
    steps,
    (now, gradient) => {
      for (const [i, candidates] of rows.entries()) {
        const scores = candidates.map((row) => scoreOf(row, now));
        const top = Math.max(...scores);
        const parts = scores.map((score) => Math.exp(score - top));
        const total = parts.reduce((sum, part) => sum + part, 0);
        for (const [j, row] of candidates.entries())
          addTo(gradient, row, (choices[i]?.right === j ? 1 : 0) - (parts[j] ?? 0) / total);
      }
    },
  );
  return features.named(weights);
}

/**
 * Maximum a posteriori weights under a Gaussian prior around `expected` (0 where not given). Every example has the
 * feature `bias`, which the prior leaves free.
 */
export function fitLogistic(
  examples: readonly Example[],
  ridge: number,
  expected: Readonly<Record<string, number>> = {},
  steps = STEPS,
): Map<string, number> {
  const features = new Features();
  const rows = examples.map((example) => features.row(["bias", ...example.features]));
  const centre = Float64Array.from(features.names, (name) => expected[name] ?? 0);
  const total = examples.reduce((sum, { importance = 1 }) => sum + importance, 0);
  const weights = ascend(
    centre,
    (at) => (at === 0 ? 0 : ridge),
    total,
    steps,
    (now, gradient) => {
      for (const [i, row] of rows.entries()) {
        const { label, importance = 1 } = examples[i] as Example;
        addTo(gradient, row, ((label ? 1 : 0) - 1 / (1 + Math.exp(-scoreOf(row, now)))) * importance);
      }
    },
  );
  return features.named(weights);
}
