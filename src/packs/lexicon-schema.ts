/** Shapes of the extraction lexicon under graph-data/languages: frames shared by all languages, words per language. */
import { z } from "zod";
import { CLAIM_TYPES, INSTRUMENTS, MODALITIES, RELATION_TYPES, SUBTYPES } from "../ontology/index.ts";

const word = z.string().min(1);
const words = z.array(word);

/** Roles that a frame can say where to find. `source` is never one: attribution finds it. */
export const FRAME_ROLES = ["agent", "target", "speaker", "place", "origin", "destination"] as const;

const needsSchema = z.strictObject({ subject: word.optional(), object: word.optional() });

/** One class of trigger words: the claim it makes and where its participants stand. See graph-data/languages/frames.yaml. */
export const frameSchema = z.strictObject({
  type: z.enum(CLAIM_TYPES),
  subtype: z.enum(SUBTYPES).optional(),
  agent: words.optional(),
  target: words.optional(),
  speaker: words.optional(),
  place: words.optional(),
  origin: words.optional(),
  destination: words.optional(),
  of: z.enum(["agent", "target", "place", "auto"]).optional(),
  effect: z.enum(["killed", "wounded", "damage"]).optional(),
  needs: needsSchema.optional(),
  unless: needsSchema.optional(),
  modality: z.enum(MODALITIES).optional(),
  own: z.boolean().optional(),
  content: z.boolean().optional(),
});

export const framesSchema = z.strictObject({ frames: z.record(word, frameSchema) });

/** A trigger entry: its words, or a map that adds conditions to them. */
export const triggerEntrySchema = z.union([
  word,
  z.strictObject({
    use: word,
    subtype: z.enum(SUBTYPES).optional(),
    needs: needsSchema.optional(),
    unless: needsSchema.optional(),
    modality: z.enum(MODALITIES).optional(),
    only: z.enum(["passive", "active"]).optional(),
  }),
]);

export const triggersSchema = z.strictObject({
  verbs: z.record(word, z.array(triggerEntrySchema)),
  nouns: z.record(word, z.array(triggerEntrySchema)),
  light: z.strictObject({ active: words, passive: words, occur: words }),
});

export const grammarSchema = z.strictObject({
  contractions: z.record(word, word),
  prepositions: z.record(word, words),
  pronouns: z.strictObject({
    third: words,
    first: words,
    relative: words,
    place: words,
    object: words,
    event: words,
    nobody: words,
    possessive: words,
    owner: words,
    impersonal: words,
    reflexive: words,
  }),
  definite: words,
  articles: words,
  demonstrative: words,
  complementizers: words,
  conjunctions: words,
  lookingBack: words,
  pastPerfect: words,
  sequence: words,
  circumstance: words,
  separators: words,
  intransitive: words,
  pastLikeParticiple: z.boolean(),
  bareContent: z.boolean(),
  closingSubjectFirst: z.boolean(),
});

export const nounClassesSchema = z.record(word, words);

export const weaponsSchema = z.strictObject({
  instruments: z.partialRecord(z.enum(INSTRUMENTS), words),
  kinds: z.partialRecord(z.enum(SUBTYPES), words),
  shots: words,
});

export const weaponSubtypesSchema = z.array(
  z.strictObject({ instrument: z.enum(INSTRUMENTS), subtype: z.enum(SUBTYPES) }),
);

export const attributionSchema = z.strictObject({
  citedBy: words,
  voice: words,
  distancing: words,
  toll: words,
  goingOn: words,
  content: z.partialRecord(z.enum(CLAIM_TYPES), words),
  opinion: words,
});

export const relationsSchema = z.strictObject({
  offices: z.partialRecord(z.enum(RELATION_TYPES), words),
  links: z.array(
    z.strictObject({
      words,
      relation: z.enum(RELATION_TYPES),
      where: z.enum(["in", "by", "of-or-to", "object"]),
      inverse: z.boolean().optional(),
    }),
  ),
  strongholds: words,
});

const byModality = z.partialRecord(z.enum(MODALITIES), words);

export const modalitySchema = z.strictObject({
  operators: byModality,
  nouns: byModality,
  adverbs: byModality,
  subordinators: byModality,
  negation: words,
  restriction: words,
  nobody: words,
  conditional: z.strictObject({ endings: words, future: words, stems: words }),
  auxiliaries: words,
  answers: words,
});

export type FrameRole = (typeof FRAME_ROLES)[number];
export type Frame = z.infer<typeof frameSchema>;
export type TriggerEntry = z.infer<typeof triggerEntrySchema>;
export type Needs = z.infer<typeof needsSchema>;
