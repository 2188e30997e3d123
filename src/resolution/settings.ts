import type { Weights } from "./events/score.ts";
import { ABOUT_WEIGHTS, ACROSS_WEIGHTS, REPLY_WEIGHTS, WITHIN_WEIGHTS } from "./weights.ts";

/** What each level of evidence weighs, in log odds, for each question that resolution decides. */
export interface ResolutionWeights {
  /** Whether a claim joins an earlier account of its report. */
  readonly within: Weights;
  /** Whether two accounts are of one happening. */
  readonly across: Weights;
  /** Which act a statement speaks of. */
  readonly about: Weights;
  /** Which act a retaliation answers. */
  readonly reply: Weights;
}

/** Thresholds of resolution, with their units. Scores are log odds: 0 is even chances. */
export interface ResolutionSettings {
  /** Least score for a claim to join an earlier account of the same document. */
  readonly joinWithinDocument: number;
  /** Least mean score for accounts of several documents to be one event. */
  readonly joinAcrossDocuments: number;
  /** Score of a pair of accounts that were never compared. */
  readonly missingScore: number;
  /** Scores within this distance of the threshold are judged unsure, and asked about in review. */
  readonly unsureMargin: number;
  /** Days that reports of one happening may lie apart in what they give as its date, and still be compared. */
  readonly blockDays: number;
  /** Days before its report that an undated account of a common target is compared within. */
  readonly undatedDays: number;
  /** Least score for a statement to be attached to an act of its report. */
  readonly attachStatement: number;
  /** Least score for an act that is told as an answer to be linked to the act that it answers. */
  readonly attachReply: number;
  /** Longest delay in days between an act and an answer inferred from sequence alone. */
  readonly sequenceDays: number;
  readonly weights: ResolutionWeights;
}

export const DEFAULT_SETTINGS: ResolutionSettings = Object.freeze({
  joinWithinDocument: 0,
  joinAcrossDocuments: 0,
  missingScore: -1,
  unsureMargin: 1,
  blockDays: 3,
  undatedDays: 45,
  attachStatement: -99,
  attachReply: -1,
  sequenceDays: 1,
  weights: {
    within: WITHIN_WEIGHTS,
    across: ACROSS_WEIGHTS,
    about: ABOUT_WEIGHTS,
    reply: REPLY_WEIGHTS,
  },
});
