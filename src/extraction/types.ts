/** What extraction gives: draft claims over mentions, before anybody is identified for good. */
import type { AnnotatedDocument } from "../language/index.ts";
import type {
  ClaimType,
  Effects,
  EntityType,
  Instrument,
  Modality,
  Quantity,
  RelationType,
  Role,
  Span,
  Subtype,
  TimeRange,
} from "../ontology/index.ts";

/** Words that name (or stand for) a participant, with whom they may denote. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Entity ids known to the packs, best first. Empty for a name that no pack knows. */
  readonly candidates: readonly string[];
  /** What to create where no candidate fits: a proposed entity. */
  readonly proposed?: {
    readonly type: EntityType;
    readonly name: string;
    readonly because: string;
    /** Report that alone knows it: a party described by common words is another one in each report. */
    readonly document?: string;
  };
}

/** A participant of a claim. `inferred`: it stands outside the claim's own words. */
export interface Filler {
  readonly mention: Mention;
  readonly inferred: boolean;
}

/** Refers to another draft claim of the same document by its position in `Extraction.claims`. */
export type DraftIndex = number;

export interface DraftClaim {
  readonly evidence: Span;
  readonly type: ClaimType;
  readonly subtype?: Subtype;
  readonly roles: { readonly [R in Role]?: readonly Filler[] };
  readonly sourceText?: string;
  readonly speakerText?: string;
  readonly time?: TimeRange;
  readonly instrument: readonly Instrument[];
  readonly quantity?: Quantity;
  readonly effects?: Effects;
  readonly modality: Modality;
  /** Draft claims of this document that a statement speaks of. */
  readonly about: readonly DraftIndex[];
  /** Cues that present the act as an answer; `to` where the answered act was found in this document. */
  readonly answers: readonly { readonly cue: Span; readonly to?: DraftIndex }[];
  /** The rule, frame or pattern that fired. */
  readonly rule: string;
  readonly confidence: number;
  /** How it was read, for `riposte explain`: candidates and why one won. Plain lines, no markup. */
  readonly trace: readonly string[];
}

export interface DraftRelation {
  readonly subject: Mention;
  readonly type: RelationType;
  readonly object: Mention;
  readonly evidence: Span;
  readonly confidence: number;
}

export interface Extraction {
  /** In text order. */
  readonly claims: readonly DraftClaim[];
  readonly relations: readonly DraftRelation[];
  /** Sentences that were not read, with the reason. */
  readonly skipped: readonly { readonly start: number; readonly end: number; readonly reason: string }[];
}

/** Reads claims out of one document. Implementations pass test/contracts/extractor.ts. */
export interface Extractor {
  readonly name: string;
  /** Changes whenever the same input could give other claims: part of the cache's key. */
  readonly version: string;
  extract(doc: AnnotatedDocument): Extraction | Promise<Extraction>;
}
