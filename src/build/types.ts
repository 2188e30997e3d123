import type { Manifest } from "../case/index.ts";
import type { SkippedInput } from "../documents/index.ts";
import type { CaseRecords, DocumentRecord } from "../ontology/index.ts";

export interface BuildOptions {
  /** Folder of the case; made where it does not exist. */
  readonly caseFolder: string;
  /** Theatre packs by name, or folders with a pack of one's own. */
  readonly packs: readonly string[];
  /** Called after each report; `cached` where nothing had to be read anew. */
  readonly onProgress?: (progress: BuildProgress) => void;
  readonly signal?: AbortSignal;
}

export interface BuildProgress {
  readonly phase: "reading" | "extracting" | "resolving" | "saving";
  readonly done: number;
  readonly total: number;
  readonly document?: string;
}

export interface BuildResult {
  readonly manifest: Manifest;
  readonly records: CaseRecords;
  readonly skipped: readonly SkippedInput[];
  /** Reports whose extraction was taken from the cache. */
  readonly fromCache: number;
}

/** What the extraction cache keeps of one report. */
export interface CachedReading<E> {
  readonly language: NonNullable<DocumentRecord["language"]>;
  /** Publishing day that the text itself gave, where the metadata had none. */
  readonly anchor?: string;
  readonly extraction: E;
}
