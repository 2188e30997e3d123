/** What words say of gender and number: graph-data/languages/<language>/agreement.yaml. */
import { z } from "zod";

const words = z.array(z.string().min(1));

export const agreementSchema = z.strictObject({
  /** Pronouns and possessives by what they say of whom they stand for; one that is in no list says nothing. */
  pronouns: z.strictObject({
    masculine: words,
    feminine: words,
    singular: words,
    plural: words,
    person: words,
    thing: words,
  }),
  /** Articles and other words that lead a phrase, by what they say of its noun. */
  determiners: z.strictObject({ masculine: words, feminine: words, singular: words, plural: words }),
  /** Nouns by their gender: whole words first, else how they end. */
  nouns: z.strictObject({ masculine: words, feminine: words }),
  /** `plural`: how a common noun ends that is not written as its lemma. */
  endings: z.strictObject({ masculine: words, feminine: words, plural: words }),
});

export type AgreementWords = z.infer<typeof agreementSchema>;
