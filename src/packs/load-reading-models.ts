import { join } from "node:path";
import { z } from "zod";
import { packagePath } from "../shared/index.ts";
import { hashFiles } from "./hash-files.ts";
import { readYaml } from "./read-yaml.ts";

const weights = z.record(z.string(), z.number());
const logisticSchema = z.strictObject({ bias: z.number(), weights });
const probability = z.number().min(0).max(1);
const acceptanceSchema = logisticSchema.extend({
  thresholds: z.strictObject({ sure: probability, doubted: probability }),
});
const rolesSchema = z.strictObject({
  margin: probability,
  roles: z.partialRecord(z.enum(["agent", "target", "speaker"]), weights),
});

const typesSchema = z.strictObject({ margin: probability, types: weights });

/** A logistic model over named binary features: log odds by feature. A feature without a weight counts for nothing. */
export type LogisticWeights = z.infer<typeof logisticSchema>;

/**
 * The logistic model that keeps or leaves out what rules read: kept from a probability on, which is lower where the
 * rules are `sure` than where they `doubted` the reading.
 */
export type AcceptanceWeights = z.infer<typeof acceptanceSchema>;

/**
 * Conditional logit models, one a role, that choose who fills it. The rules' choice stands unless another candidate
 * is more probable than it by more than `margin`.
 */
export type RoleWeights = z.infer<typeof rolesSchema>;

/**
 * A conditional logit model that chooses the type of a claim. The rules' choice stands unless another type is more
 * probable than it by more than `margin`.
 */
export type TypeWeights = z.infer<typeof typesSchema>;

/** The learned parts of reading (graph-data/models/README.md says how they were fitted). */
export interface ReadingModels {
  readonly acceptance: AcceptanceWeights;
  readonly roles: RoleWeights;
  readonly types: TypeWeights;
  readonly confidence: LogisticWeights;
}

const SHIPPED = packagePath("graph-data/models");
const FILES = ["acceptance", "roles", "types", "confidence"] as const;

/**
 * Hash of the files that `loadReadingModels` reads, part of the extraction cache's key.
 * @throws {RiposteError} `pack/not-found`
 */
export function readingModelsHash(folder: string = SHIPPED): string {
  return hashFiles(FILES.map((name) => join(folder, `${name}.yaml`)));
}

/** As they are in the files. */
export interface LoadedModels extends ReadingModels {
  /** As `readingModelsHash`. */
  readonly hash: string;
}

/**
 * @param folder  holds acceptance.yaml, roles.yaml, types.yaml and confidence.yaml
 * @throws {RiposteError} `pack/not-found`, `pack/bad-yaml`, `pack/bad-field`
 */
export function loadReadingModels(folder: string = SHIPPED): LoadedModels {
  return {
    acceptance: readYaml(join(folder, "acceptance.yaml"), acceptanceSchema),
    roles: readYaml(join(folder, "roles.yaml"), rolesSchema),
    types: readYaml(join(folder, "types.yaml"), typesSchema),
    confidence: readYaml(join(folder, "confidence.yaml"), logisticSchema),
    hash: readingModelsHash(folder),
  };
}
