import { z } from "zod";
import { packagePath } from "../shared/index.ts";
import { readYaml } from "./read-yaml.ts";

const confidenceSchema = z.strictObject({ bias: z.number(), weights: z.record(z.string(), z.number()) });

/** Weights of the confidence model: log odds by feature name (graph-data/models/README.md says how they were fitted). */
export type ConfidenceWeights = z.infer<typeof confidenceSchema>;

/** @throws {RiposteError} `pack/not-found`, `pack/bad-yaml`, `pack/bad-field` */
export function loadConfidenceWeights(
  file: string = packagePath("graph-data/models/confidence.yaml"),
): ConfidenceWeights {
  return readYaml(file, confidenceSchema);
}
