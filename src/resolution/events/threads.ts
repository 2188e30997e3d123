/**
 * The accounts of one report: which of its claims speak of the same happening.
 *
 * A report names a happening once and then speaks of it in part (« Six gardes du corps ont été blessés »), so claims
 * are read in text order, and each joins the account so far that it fits best, or opens a new one. This is the
 * mention-to-cluster ranking of coreference resolution (Rahman and Ng 2009), with additive weights.
 */
import type { Claim } from "../../ontology/index.ts";
import type { SourceDocument } from "../../documents/index.ts";
import { dayNumber } from "../days.ts";
import type { Gazetteer } from "../gazetteer.ts";
import { type Account, accountOf, mergeAccounts } from "./account.ts";
import { EVIDENCE, type Level } from "./evidence.ts";
import { addUp, type Scored, type Weights } from "./score.ts";

/** Where a claim stands to an account of its document. */
interface Discourse {
  /** Accounts that the text has turned to since it last spoke of this one. */
  readonly turned: number;
  /** Whether the account is the one that the report opens with. */
  readonly opening: boolean;
  readonly sameParagraph: boolean;
  readonly overlap: boolean;
}

function discourseLevels(
  claim: Account,
  { turned, opening, sameParagraph, overlap }: Discourse,
): [string, Level][] {
  const bare = claim.where.size === 0 && claim.targets.size === 0 && claim.spans.length === 0;
  const recency = turned === 0 ? "last" : turned === 1 ? "last but one" : "earlier";
  return [
    ["recency", { level: `${recency}${bare ? ", bare" : ""}` }],
    ["opening", { level: `${opening ? "yes" : "no"}${bare ? ", bare" : ""}` }],
    ["paragraph", { level: sameParagraph ? "same" : "other" }],
    ["span", { level: overlap ? "overlapping" : "apart" }],
  ];
}

export interface WithinPair extends Scored {
  readonly levels: readonly (readonly [string, Level])[];
}

/** Weighs a claim against an earlier account of its document. */
export function weighWithin(
  claim: Account,
  account: Account,
  earlier: readonly Account[],
  document: SourceDocument,
  gazetteer: Gazetteer,
  weights: Weights,
): WithinPair {
  const levels: [string, Level][] = EVIDENCE.map(({ name, weigh }) => [
    name,
    weigh(account, claim, gazetteer),
  ]);
  levels.push(...discourseLevels(claim, discourseOf(claim, account, earlier, document)));
  return { ...addUp(levels, weights), levels };
}

const lastOf = ({ claims }: Account): number => (claims.at(-1) as Claim).evidence.start;

function discourseOf(
  claim: Account,
  account: Account,
  earlier: readonly Account[],
  document: SourceDocument,
): Discourse {
  const start = (claim.claims[0] as Claim).evidence.start;
  const last = lastOf(account);
  return {
    turned: earlier.filter((other) => other !== account && lastOf(other) > last).length,
    opening: earlier[0] === account,
    sameParagraph: !document.text.slice(last, start).includes("\n\n"),
    overlap: account.claims.some(({ evidence }) => evidence.end > start),
  };
}

export interface ThreadOptions {
  readonly weights: Weights;
  readonly threshold: number;
}

/** Groups the action claims of one document, in text order, into accounts. */
export function threadDocument(
  claims: readonly Claim[],
  document: SourceDocument,
  gazetteer: Gazetteer,
  { weights, threshold }: ThreadOptions,
): Account[] {
  const published = dayNumber(document.published);
  const accounts: Account[] = [];
  for (const claim of claims) {
    const single = accountOf(claim, published, gazetteer);
    let best: { at: number; score: number } | undefined;
    for (const [at, account] of accounts.entries()) {
      if (account.family !== single.family) continue;
      const { score } = weighWithin(single, account, accounts, document, gazetteer, weights);
      if (score >= threshold && (best === undefined || score >= best.score)) best = { at, score };
    }
    if (best === undefined) accounts.push(single);
    else accounts[best.at] = mergeAccounts([accounts[best.at] as Account, single]);
  }
  return accounts;
}
