/**
 * Which type of claim a reading is: chosen by a conditional logit model among the types of its kind. The type that rules
 * gave is a feature, and stands where no other is clearly likelier.
 */
import { ACTION_TYPES, type ClaimType, familyOf, STATEMENT_TYPES } from "../../ontology/index.ts";
import type { TypeWeights } from "../../packs/index.ts";
import type { EntityLookup } from "../entities.ts";
import { isAct, type Reading, type TypeChoice } from "../reading.ts";
import { typeFeatures } from "./type-features.ts";
import { likeliest, softmax, weigh } from "./weighing.ts";

/** An answer is an attack that is presented as one: the words beside it say so, not its kind. */
const ACTS = ACTION_TYPES.filter((type) => type !== "retaliation");

/** Weighs the types; the first one is that of the rules. */
export function rankType(
  reading: Reading,
  entities: EntityLookup,
  { types, margin }: TypeWeights,
): TypeChoice {
  const features = typeFeatures(reading, entities);
  const verdict = reading.type;
  const others: readonly ClaimType[] = isAct(reading) ? ACTS : STATEMENT_TYPES;
  const options = [verdict, ...others.filter((type) => familyOf(type) !== familyOf(verdict))].map(
    (type, i) => ({
      type,
      features: [...(i === 0 ? verdictFeatures(reading) : ["other"]), ...forType(familyOf(type), features)],
    }),
  );
  const probabilities = softmax(options.map((option) => weigh(option.features, types)));
  return {
    candidates: options.map((option, i) => ({ ...option, probability: probabilities[i] ?? 0 })),
    chosen: likeliest(probabilities, margin),
  };
}

const forType = (type: string, features: readonly string[]): string[] =>
  features.map((feature) => `${type} | ${feature}`);

function verdictFeatures({ type, pattern, doubt }: Reading): string[] {
  return [
    "rules",
    `rules ${familyOf(type)}`,
    `rules frame ${pattern.frameName}`,
    `rules trigger ${pattern.frameName}:${pattern.words.join("_")}`,
    `rules doubt ${doubt ?? "none"}`,
    `rules as the frame ${type === pattern.frame.type}`,
  ];
}
