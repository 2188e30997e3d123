/**
 * The records of a case, one schema a file. Types, validation and the published JSON Schemas all come from here.
 *
 * Offsets are UTF-16 code units into the document's `text`, end exclusive. Dates are ISO 8601 days (`2021-06-28`)
 * unless said otherwise. Confidence and scores lie in [0, 1].
 */
import { z } from "zod";
import {
  CLAIM_TYPES,
  ENTITY_TYPES,
  INSTRUMENTS,
  LANGUAGES,
  MODALITIES,
  RELATION_TYPES,
  ROLES,
  SUBTYPES,
} from "./table.ts";

const id = z.string().min(1);
const offset = z.int().nonnegative();
const day = z.iso.date();
const unit = z.number().min(0).max(1);
const ids = z.array(id);

export const spanSchema = z.strictObject({ start: offset, end: offset, text: z.string() }).meta({
  description: "A slice of a document: `text === document.text.slice(start, end)`.",
});

/** Where a time or number is not one point, `start` and `end` (or `min` and `max`) enclose it. */
export const timeSchema = z.strictObject({ start: day, end: day, text: z.string().optional() });

export const quantitySchema = z.strictObject({
  min: z.number(),
  /** Absent: no upper bound (« au moins huit »). */
  max: z.number().optional(),
  approximate: z.boolean(),
  text: z.string(),
});

/** A count of an effect; an explicit "none" is `min = max = 0`. `side`: whose loss, where the text says. */
export const effectSchema = quantitySchema.extend({ side: id.optional() });

export const effectsSchema = z.strictObject({
  killed: effectSchema.optional(),
  wounded: effectSchema.optional(),
  missing: effectSchema.optional(),
  damage: z.strictObject({ none: z.boolean(), text: z.string() }).optional(),
});

export const documentSchema = z.strictObject({
  id,
  title: z.string().optional(),
  language: z.enum(LANGUAGES).optional(),
  /** ISO date, or date and time with offset. */
  published: z.string().optional(),
  /** How `published` became known; `inferred` from weekdays and dates in the text. */
  publishedFrom: z.enum(["metadata", "dateline", "inferred"]).optional(),
  publisher: z.string().optional(),
  url: z.string().optional(),
  text: z.string(),
  sha256: z.string(),
  /** Id of the group of near-identical texts that the report belongs to (wire copy counts as one source). */
  copyGroup: id.optional(),
  /** True for a report written for demonstration: whoever shows it says so. */
  synthetic: z.boolean().optional(),
});

export const mentionSchema = z.strictObject({
  role: z.enum(ROLES),
  entity: id,
  start: offset,
  end: offset,
  /** True where the filler stands outside the claim's own words. */
  inferred: z.boolean().optional(),
});

/** A claim or event that an action answers, with the words that say so. */
export const responseSchema = z.strictObject({
  id,
  cue: z.string().optional(),
  evidence: spanSchema.optional(),
  /** Claim that says so; absent where the link is inferred from sequence. */
  claim: id.optional(),
  inferred: z.boolean().optional(),
  confidence: unit.optional(),
});

export const claimSchema = z.strictObject({
  id,
  document: id,
  evidence: spanSchema,
  type: z.enum(CLAIM_TYPES),
  subtype: z.enum(SUBTYPES).optional(),
  agent: ids,
  target: ids,
  place: ids,
  source: ids,
  speaker: ids,
  origin: ids,
  destination: ids,
  sourceText: z.string().optional(),
  speakerText: z.string().optional(),
  time: timeSchema.optional(),
  instrument: z.array(z.enum(INSTRUMENTS)),
  quantity: quantitySchema.optional(),
  effects: effectsSchema.optional(),
  modality: z.enum(MODALITIES),
  inferred: z.array(z.enum(ROLES)),
  about: ids,
  responseTo: z.array(responseSchema),
  mentions: z.array(mentionSchema),
  extractor: z.strictObject({ name: z.string(), version: z.string(), rule: z.string() }),
  confidence: unit,
});

export const aliasSchema = z.strictObject({
  name: z.string(),
  /** Publishers seen using the name; empty for names that only the pack gives. */
  usedBy: z.array(z.string()),
});

export const officeSchema = z.strictObject({
  position: z.string(),
  organization: id.optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});

export const entitySchema = z.strictObject({
  id,
  type: z.enum(ENTITY_TYPES),
  name: z.string(),
  names: z.strictObject({ fr: z.string().optional(), en: z.string().optional() }),
  aliases: z.array(aliasSchema),
  country: id.optional(),
  wikidata: z.string().optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  within: id.optional(),
  offices: z.array(officeSchema).optional(),
  /** True for a name that no pack knows; `evidence` is where it was first read. */
  proposed: z.boolean().optional(),
  evidence: z.strictObject({ document: id, start: offset, end: offset, text: z.string() }).optional(),
});

/** What one field of an event is said to be, by whom. `sources` are keys of independent sources. */
export const fieldValueSchema = z.strictObject({
  value: z.union([z.string(), quantitySchema]),
  claims: ids,
  sources: z.array(z.string()),
});

export const fieldSchema = z.strictObject({
  values: z.array(fieldValueSchema),
  /** Index into `values` of the best supported one. */
  shown: z.int().nonnegative(),
  contested: z.boolean(),
  why: z.string().optional(),
});

export const eventSchema = z.strictObject({
  id,
  type: z.enum(CLAIM_TYPES),
  subtype: z.enum(SUBTYPES).optional(),
  claims: ids,
  agent: ids,
  target: ids,
  place: ids,
  time: timeSchema.optional(),
  /** The strongest modality among its claims: asserted, reported, alleged, then the non-factual ones. */
  modality: z.enum(MODALITIES),
  responseTo: z.array(responseSchema),
  /** Events that this one is a part of (one of several sites of a raid). */
  partOf: ids,
  /** The event before it in a series of strikes on one site or victim. */
  sameSeries: ids.optional(),
  fields: z.record(z.string(), fieldSchema),
  /** Reports that carry it, and keys of the independent sources behind them. */
  documents: ids,
  sources: z.array(z.string()),
  confidence: unit,
  /** Former ids, so that old addresses and decisions still find it. */
  formerIds: ids.optional(),
});

export const relationSchema = z.strictObject({
  id,
  subject: id,
  type: z.enum(RELATION_TYPES),
  object: id,
  /** Absent for facts that a pack gives. */
  document: id.optional(),
  evidence: spanSchema.optional(),
  pack: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  confidence: unit,
});

/** Why two records were taken as one or kept apart. */
export const judgementSchema = z.strictObject({
  kind: z.enum(["entity", "event"]),
  a: id,
  b: id,
  verdict: z.enum(["same", "different", "unsure"]),
  score: z.number(),
  features: z.array(
    z.strictObject({ name: z.string(), value: z.number(), weight: z.number(), why: z.string().optional() }),
  ),
  /** `rules`, or `decision` where a person settled it. */
  by: z.enum(["rules", "decision"]),
});

export type Span = z.infer<typeof spanSchema>;
export type TimeRange = z.infer<typeof timeSchema>;
export type Quantity = z.infer<typeof quantitySchema>;
export type Effect = z.infer<typeof effectSchema>;
export type Effects = z.infer<typeof effectsSchema>;
export type DocumentRecord = z.infer<typeof documentSchema>;
export type ClaimMention = z.infer<typeof mentionSchema>;
export type ResponseLink = z.infer<typeof responseSchema>;
export type Claim = z.infer<typeof claimSchema>;
export type Alias = z.infer<typeof aliasSchema>;
export type Office = z.infer<typeof officeSchema>;
export type Entity = z.infer<typeof entitySchema>;
export type FieldValue = z.infer<typeof fieldValueSchema>;
export type EventField = z.infer<typeof fieldSchema>;
export type ConflictEvent = z.infer<typeof eventSchema>;
export type Relation = z.infer<typeof relationSchema>;
export type Judgement = z.infer<typeof judgementSchema>;

/** The records of a whole case, as the graph and everything after it read them. */
export interface CaseRecords {
  readonly documents: readonly DocumentRecord[];
  readonly claims: readonly Claim[];
  readonly entities: readonly Entity[];
  readonly events: readonly ConflictEvent[];
  readonly relations: readonly Relation[];
  readonly judgements: readonly Judgement[];
}

/** Schema of each JSON Lines file of a case, by file name. */
export const CASE_FILES = {
  "documents.jsonl": documentSchema,
  "claims.jsonl": claimSchema,
  "entities.jsonl": entitySchema,
  "events.jsonl": eventSchema,
  "relations.jsonl": relationSchema,
  "judgements.jsonl": judgementSchema,
} as const;
