/** What a person settled. Decisions name claims and entities, whose ids survive rebuilds. */
import { z } from "zod";
import { CLAIM_TYPES, ENTITY_TYPES, SUBTYPES } from "../../ontology/index.ts";

const id = z.string().min(1);
/** A name as reports write it; a sentence is none. */
const name = z.string().trim().min(2).max(120);
const note = { note: z.string().optional() };

export const decisionSchema = z.discriminatedUnion("decide", [
  /** These claims speak of one happening, or these entities are one; the first gives the id. */
  z.strictObject({
    decide: z.literal("merge"),
    kind: z.enum(["claims", "entities"]),
    ids: z.array(id).min(2),
    ...note,
  }),
  /** No two of these are one. */
  z.strictObject({
    decide: z.literal("keep-apart"),
    kind: z.enum(["claims", "entities"]),
    ids: z.array(id).min(2),
    ...note,
  }),
  /** The claim was misread: it is left out. */
  z.strictObject({ decide: z.literal("reject"), claim: id, ...note }),
  z.strictObject({
    decide: z.literal("retype"),
    claim: id,
    type: z.enum(CLAIM_TYPES),
    subtype: z.enum(SUBTYPES).optional(),
    ...note,
  }),
  z.strictObject({ decide: z.literal("retype-entity"), entity: id, type: z.enum(ENTITY_TYPES), ...note }),
  z.strictObject({ decide: z.literal("rename"), entity: id, name: z.string().min(1), ...note }),
  /** Reports call a known entity by this name, too. */
  z.strictObject({ decide: z.literal("alias"), entity: id, name, ...note }),
  /** This name is an entity that no pack knows. */
  z.strictObject({ decide: z.literal("add-entity"), name, type: z.enum(ENTITY_TYPES), ...note }),
  /** The claim or entity is right as it stands: its confidence becomes 1, and review asks no more. */
  z.strictObject({ decide: z.literal("confirm"), id, ...note }),
]);

export type DecisionContent = z.infer<typeof decisionSchema>;

/** A decision with where it was read (`decisions.yaml:12`), for messages. */
export type Decision = DecisionContent & { readonly place?: string };
