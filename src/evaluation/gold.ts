/** Gold annotations: what people read in a report, in the form of graph-data/corpus/README.md. */
import { z } from "zod";
import { RiposteError } from "../shared/index.ts";

const oneOrMany = <T extends z.ZodType>(item: T) => z.union([item, z.array(item)]).nullish();
const reference = z.union([z.string(), z.looseObject({ id: z.string().optional() })]);
const evidence = z.union([z.string(), z.looseObject({ text: z.string() })]);

const goldEntity = z.looseObject({
  id: z.string(),
  type: z.string().optional(),
  name: z.string().optional(),
  aliases: oneOrMany(z.union([z.string(), z.looseObject({})])),
  /** Others that are as right: a convoy and its army, a base and its oil field. */
  accept: z.array(z.string()).optional(),
});

const goldClaim = z.looseObject({
  id: z.string(),
  doc: z.string().optional(),
  type: z.string(),
  evidence: evidence.optional(),
  also_evidence: oneOrMany(evidence),
  modality: z.string().optional(),
  optional: z.boolean().optional(),
  about: oneOrMany(reference),
});

const goldSchema = z.looseObject({
  documents: z
    .array(
      z.looseObject({
        id: z.union([z.string(), z.number()]).transform(String),
        language: z.string().optional(),
      }),
    )
    .optional(),
  entities: z.array(goldEntity),
  claims: z.array(goldClaim),
  events: z.array(z.looseObject({ id: z.string() })).optional(),
  relations: z.array(z.looseObject({ subject: z.string(), type: z.string(), object: z.string() })).optional(),
});

/**
 * A claim as the scorer reads it, from gold or from a case. Gold writes `doc`, `response_to` and evidence as text;
 * a case writes `document`, `responseTo` and evidence with offsets. Roles hold entity ids.
 */
export interface ScoredClaim {
  readonly id: string;
  readonly type: string;
  readonly subtype?: string | undefined;
  readonly modality?: string | undefined;
  readonly confidence?: number | undefined;
  readonly optional?: boolean | undefined;
  readonly [field: string]: unknown;
}

export interface ScoredEntity {
  readonly id: string;
  readonly name?: string | undefined;
  readonly accept?: readonly string[] | undefined;
  readonly [field: string]: unknown;
}

export interface ScoredEvent {
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface ScoredRelation {
  readonly subject: string;
  readonly type: string;
  readonly object: string;
  readonly [field: string]: unknown;
}

/** Either side of a comparison. */
export interface Annotation {
  readonly documents?: readonly { readonly id: string; readonly language?: string | undefined }[] | undefined;
  readonly entities: readonly ScoredEntity[];
  readonly claims: readonly ScoredClaim[];
  readonly events?: readonly ScoredEvent[] | undefined;
  readonly relations?: readonly ScoredRelation[] | undefined;
}

/**
 * Reads a gold file's text.
 * @param name  shown in messages
 * @throws {RiposteError} `gold/bad-shape` naming the first field that is wrong
 */
export function parseGold(text: string, name: string): Annotation {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new RiposteError("gold/bad-shape", `${name}: no JSON`, { cause: error });
  }
  const result = goldSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new RiposteError(
    "gold/bad-shape",
    `${name}: ${issue?.path.join(".") || "top level"}: ${issue?.message ?? "wrong"}`,
  );
}
