import { z } from "zod";

/** The form of the case folder. Raised when older versions of Riposte could not read it. */
export const CASE_FORMAT = 1;

/** What a case was built from and with. No clock and no machine name in it: equal builds give equal bytes. */
export const manifestSchema = z.strictObject({
  format: z.literal(CASE_FORMAT),
  riposte: z.string(),
  packs: z.array(z.string()),
  extractor: z.strictObject({ name: z.string(), version: z.string() }),
  /** Content hashes of packs, language data and models. */
  inputs: z.record(z.string(), z.string()),
  /** Lines and SHA-256 of each JSON Lines file. */
  files: z.record(z.string(), z.strictObject({ lines: z.int(), sha256: z.string() })),
  skipped: z.array(z.strictObject({ name: z.string(), code: z.string(), reason: z.string() })),
  notices: z.array(z.strictObject({ code: z.string(), message: z.string() })),
  /** True for a corpus that was written for demonstration: whoever shows it says so. */
  synthetic: z.boolean(),
});

export type Manifest = z.infer<typeof manifestSchema>;
