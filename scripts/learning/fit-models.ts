/**
 * Fits the learned parts of reading, one after the other: who fills a role, what is a claim, how sure each claim is.
 * Confidence learns from readings by models that did not see the region: a model is surer of what it was fitted on.
 */
import type { RankedRole } from "../../src/extraction/learned/rank-role.ts";
import type { LogisticWeights, ReadingModels } from "../../src/packs/index.ts";
import { compareText } from "../../src/shared/index.ts";
import { type Choice, type Example, fitChoices, fitLogistic } from "../logistic.ts";
import type { AnnotatedSet } from "./annotated-set.ts";
import { acceptanceExamples, confidenceExamples, roleChoices, typeChoices } from "./examples.ts";

/** Strengths of the pull of each weight to its prior, and thresholds; chosen on regions left out. */
export const SETTINGS = {
  roles: { ridge: 12, trustInRules: 1, steps: 600, margin: 0.05 },
  types: { ridge: 6, trustInRules: 1.5, steps: 150, margin: 0.5 },
  acceptance: { ridge: 15, steps: 1500, trustInRules: 2.5, thresholds: { sure: 0.35, doubted: 0.45 } },
  confidence: { ridge: 50, steps: 3000 },
};

/** Weights smaller than this say nothing. */
const NEGLIGIBLE = 0.02;
const RANKED: readonly RankedRole[] = ["agent", "target", "speaker"];

/** Every reading is a claim and the rules' choice of participants stands: what the others are fitted on. */
const RULES_ONLY: ReadingModels = {
  acceptance: { bias: 0, weights: {}, thresholds: { sure: 0, doubted: 0 } },
  roles: { margin: 0, roles: {} },
  types: { margin: 0, types: {} },
  confidence: { bias: 0, weights: {} },
};

/** The rules without anything learned: what they doubt is left out. For comparison. */
export const UNLEARNED: ReadingModels = {
  ...RULES_ONLY,
  acceptance: { bias: -1, weights: { "doubt none": 2 }, thresholds: { sure: 0.5, doubted: 0.5 } },
};

type Fitted = Pick<ReadingModels, "roles" | "types" | "acceptance">;

/** What people chose in a set, among what the rules found. */
interface SetChoices {
  readonly roles: ReadonlyMap<RankedRole, readonly Choice[]>;
  readonly types: readonly Choice[];
}

/** Fits on any of the sets; what was fitted once on the same sets is kept. */
export class ModelFitter {
  readonly #kept = new Map<string, Fitted>();
  readonly #keptWhole = new Map<string, ReadingModels>();
  readonly #choices = new Map<AnnotatedSet, SetChoices>();

  fit(sets: readonly AnnotatedSet[]): ReadingModels {
    const key = nameOf(sets);
    const known = this.#keptWhole.get(key);
    if (known) return known;
    const examples = sets.flatMap((set) => {
      const others = sets.filter((other) => other.region !== set.region);
      return confidenceExamples(set.read({ ...RULES_ONLY, ...this.fitReading(others) }));
    });
    const { ridge, steps } = SETTINGS.confidence;
    const fitted = { ...this.fitReading(sets), confidence: logisticWeights(examples, ridge, steps) };
    this.#keptWhole.set(key, fitted);
    return fitted;
  }

  fitReading(sets: readonly AnnotatedSet[]): Fitted {
    const key = nameOf(sets);
    const known = this.#kept.get(key);
    if (known) return known;
    const { ridge, steps, trustInRules, margin } = SETTINGS.roles;
    const expected = { rules: trustInRules, other: -trustInRules };
    const roles = Object.fromEntries(
      RANKED.map((role) => {
        const choices = sets.flatMap((set) => this.#choicesOf(set).roles.get(role) ?? []);
        return [role, rounded(fitChoices(choices, ridge, expected, steps))];
      }),
    );
    const types = {
      margin: SETTINGS.types.margin,
      types: rounded(
        fitChoices(
          sets.flatMap((set) => this.#choicesOf(set).types),
          SETTINGS.types.ridge,
          { rules: SETTINGS.types.trustInRules, other: -SETTINGS.types.trustInRules },
          SETTINGS.types.steps,
        ),
      ),
    };
    const chosen = { ...RULES_ONLY, roles: { margin, roles }, types };
    const examples = sets.flatMap((set) =>
      acceptanceExamples(set.read(chosen)).map((one) => ({ ...one, importance: set.importance })),
    );
    const acceptance = {
      ...logisticWeights(examples, SETTINGS.acceptance.ridge, SETTINGS.acceptance.steps, {
        "doubt none": SETTINGS.acceptance.trustInRules,
      }),
      thresholds: SETTINGS.acceptance.thresholds,
    };
    const fitted = { roles: { margin, roles }, types, acceptance };
    this.#kept.set(key, fitted);
    return fitted;
  }

  #choicesOf(set: AnnotatedSet): SetChoices {
    const known = this.#choices.get(set);
    if (known) return known;
    const read = set.read(RULES_ONLY);
    const choices = {
      roles: new Map(RANKED.map((role) => [role, roleChoices(set, read, role)])),
      types: typeChoices(read),
    };
    this.#choices.set(set, choices);
    return choices;
  }
}

const nameOf = (sets: readonly AnnotatedSet[]): string => sets.map((set) => set.name).join(" ");

function logisticWeights(
  examples: readonly Example[],
  ridge: number,
  steps: number,
  expected: Readonly<Record<string, number>> = {},
): LogisticWeights {
  const fitted = fitLogistic(examples, ridge, expected, steps);
  const bias = Math.round(100 * (fitted.get("bias") ?? 0)) / 100;
  fitted.delete("bias");
  return { bias, weights: rounded(fitted) };
}

/** Two decimals, sorted by name, without what says nothing. */
function rounded(weights: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries(
    [...weights]
      .filter(([, weight]) => Math.abs(weight) >= NEGLIGIBLE)
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, weight]) => [name, Math.round(100 * weight) / 100]),
  );
}
