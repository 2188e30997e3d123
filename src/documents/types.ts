import type { DocumentRecord } from "../ontology/index.ts";

/** One report as read: the record that the case keeps, before any analysis. */
export type SourceDocument = DocumentRecord;

/** A file or record that could not be read, and why; the run goes on without it. */
export interface SkippedInput {
  /** Path or record name as the user gave it. */
  readonly name: string;
  readonly code: string;
  readonly reason: string;
}

export interface ReadResult {
  /** Sorted by id. */
  readonly documents: readonly SourceDocument[];
  readonly skipped: readonly SkippedInput[];
}
