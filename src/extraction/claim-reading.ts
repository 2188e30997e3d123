/** How one claim was read, step by step: what `riposte explain` shows. */
import type { ReadingModels } from "../packs/index.ts";
import { strongest } from "./learned/weighing.ts";
import type { ClaimBasis } from "./read-document.ts";
import type { RoleChoice } from "./reading.ts";
import type { DraftClaim, Filler } from "./types.ts";

/** A token of the sentence in its parse. */
export interface ParsedToken {
  readonly form: string;
  /** Universal part of speech, with the verb form after a dot. */
  readonly tag: string;
  /** Index of the governor among the tokens, -1 for the root. */
  readonly head: number;
  readonly relation: string;
  /** One of the words that tell the claim. */
  readonly trigger: boolean;
}

/** Somebody who could fill a role. */
export interface RankedCandidate {
  /** The words, and where they name a known entity its id; empty for nobody. */
  readonly names: readonly { readonly text: string; readonly entity?: string }[];
  /** In [0, 1]; over all candidates of a role they sum to 1. */
  readonly probability: number;
  /** Found by the rules, before any ranking. */
  readonly byRules: boolean;
  readonly chosen: boolean;
  /** The features that move it most. */
  readonly because: string;
}

export interface ClaimReading {
  readonly claim: DraftClaim;
  /** What the rules did, in order. */
  readonly trace: readonly string[];
  /** The sentence, or the window of a very long one. */
  readonly tokens: readonly ParsedToken[];
  /** Roles that were ranked, candidates likeliest first. */
  readonly roles: readonly { readonly role: string; readonly candidates: readonly RankedCandidate[] }[];
  /** How likely people make a claim of it, and what a rule held against that. */
  readonly acceptance: { readonly probability: number; readonly doubt?: string; readonly because: string };
}

const SHOWN_CANDIDATES = 6;

/** Gathers what is known of the reading behind a claim. */
export function describeReading(
  claim: DraftClaim,
  { reading }: ClaimBasis,
  models: ReadingModels,
): ClaimReading {
  const { view, members, acceptance, doubt, choices } = reading;
  return {
    claim,
    trace: claim.trace,
    tokens: view.tokens.map(({ form, pos }, i) => ({
      form,
      tag: pos,
      head: view.head(i),
      relation: view.relation(i),
      trigger: members.includes(i),
    })),
    roles: choices.map((choice) => ({ role: choice.role, candidates: rankedCandidates(choice, models) })),
    acceptance: {
      probability: round(acceptance.probability),
      ...(doubt !== undefined && { doubt }),
      because: strongest(acceptance.features, models.acceptance.weights),
    },
  };
}

function rankedCandidates(
  { role, candidates, chosen }: RoleChoice,
  { roles }: ReadingModels,
): RankedCandidate[] {
  const weights = (roles.roles as Readonly<Record<string, Readonly<Record<string, number>>>>)[role] ?? {};
  return candidates
    .map((candidate, i) => ({
      names: candidate.fillers.map(nameOf),
      probability: round(candidate.probability),
      byRules: i === 0,
      chosen: i === chosen,
      because: strongest(candidate.features, weights),
    }))
    .sort((a, b) => b.probability - a.probability)
    .filter((candidate, i) => i < SHOWN_CANDIDATES || candidate.chosen || candidate.byRules);
}

function nameOf({ mention }: Filler): { text: string; entity?: string } {
  const [entity] = mention.candidates;
  return { text: mention.text, ...(entity !== undefined && { entity }) };
}

const round = (probability: number): number => Math.round(probability * 1000) / 1000;
