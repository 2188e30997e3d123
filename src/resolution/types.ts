/** What resolution takes and gives. */
import type { SourceDocument } from "../documents/index.ts";
import type { Extraction } from "../extraction/index.ts";
import type { Claim, ConflictEvent, Entity, Judgement, Relation } from "../ontology/index.ts";
import type { PackSet } from "../packs/index.ts";
import type { Decision } from "./decisions/types.ts";
import type { Memory } from "./memory.ts";
import type { ResolutionSettings } from "./settings.ts";

/** What went wrong without stopping the build. The codes are stable; the message is one line that names the place. */
export interface Notice {
  readonly code:
    | "decision/unknown-id"
    | "decision/conflict"
    | "decision/repeated"
    | "resolution/part-of-cycle"
    | "resolution/dated-after-report"
    | "resolution/unknown-document";
  readonly message: string;
}

export interface DocumentExtraction {
  /** Id of the document that the extraction was made from. */
  readonly document: string;
  readonly extraction: Extraction;
  /** Hash of all that the extraction depends on; without one, nothing is kept of the document. */
  readonly key?: string;
}

/** What counts of an event of the build before. */
export type PreviousEvent = Pick<ConflictEvent, "id" | "claims" | "formerIds">;

export interface ResolveInput {
  readonly documents: readonly SourceDocument[];
  readonly extractions: readonly DocumentExtraction[];
  readonly packs: PackSet;
  readonly decisions: readonly Decision[];
  /** Events of the build before: ids that change are kept as `formerIds`. */
  readonly previous?: readonly PreviousEvent[];
  /** Recorded in each claim. */
  readonly extractor?: { readonly name: string; readonly version: string };
  readonly settings?: Partial<ResolutionSettings>;
  /** What earlier calls kept: it changes how long resolution takes, never what it gives. */
  readonly memory?: Memory;
}

/**
 * All documents read together. Orders are fixed: claims by document and text; entities, relations and judgements by
 * id; events by the day they start, then id.
 */
export interface Resolution {
  readonly claims: readonly Claim[];
  readonly entities: readonly Entity[];
  readonly events: readonly ConflictEvent[];
  readonly relations: readonly Relation[];
  readonly judgements: readonly Judgement[];
  readonly notices: readonly Notice[];
}
