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
import { COMMON_EVIDENCE, type Level } from "./evidence.ts";
import { NEAR_KM } from "./scenes.ts";
import { addUp, type Scored, type Weights } from "./score.ts";

/** Where a claim stands to an account of its document. */
interface Discourse {
  /** Whether the account is the one that the report opens with. */
  readonly opening: boolean;
  readonly proximity:
    | "overlapping"
    | "same sentence"
    | "next sentence"
    | "same paragraph"
    | "other paragraph";
}

/** Whether it names neither place nor target nor day: all that it can be known by is its kind. */
const isBare = ({ where, targets, spans }: Account): boolean =>
  where.size === 0 && targets.size === 0 && spans.length === 0;

function discourseLevels(
  claim: Account,
  account: Account,
  { opening, proximity }: Discourse,
): [string, Level][] {
  const bare = isBare(claim);
  return [
    ["opening", { level: `${opening ? "yes" : "no"}${bare ? ", bare" : ""}` }],
    ["proximity", { level: proximity }],
    ["answer", { level: `${claim.answers ? "answer" : "act"} to ${account.answers ? "answer" : "act"}` }],
  ];
}

/**
 * How likely a claim is to open an account of its own, whatever there is to join: names and days that the report has
 * not given before speak for it, a bare follow-up speaks against it.
 */
export function newnessLevels(
  claim: Account,
  earlier: readonly Account[],
  gazetteer: Gazetteer,
): [string, Level][] {
  const sort = (own: ReadonlySet<string>, pick: (account: Account) => ReadonlySet<string>): string => {
    if (own.size === 0) return "none";
    const seen = [...own].filter((id) => earlier.some((account) => pick(account).has(id))).length;
    return seen === own.size ? "known" : seen === 0 ? "new" : "partly new";
  };
  const kind = claim.subtypes.size === 0 ? "unspecified" : sort(claim.subtypes, ({ subtypes }) => subtypes);
  const [span] = claim.spans;
  const sameSpan = ({ spans }: Account): boolean =>
    spans.some(({ from, to }) => span !== undefined && from <= span.to && to >= span.from);
  return [
    ["place named", { level: placeLevel(claim, earlier, gazetteer) }],
    ["individual named", { level: sort(claim.individuals, ({ individuals }) => individuals) }],
    ["day given", { level: span === undefined ? "none" : earlier.some(sameSpan) ? "known" : "new" }],
    ["family", { level: claim.family }],
    ["told as", { level: claim.factual ? "real" : span === undefined ? "unreal, undated" : "unreal" }],
    ["accounts", { level: earlier.length === 1 ? "one" : earlier.length <= 3 ? "few" : "many" }],
    ["kind", { level: kind }],
    ["told as answer", { level: claim.answers ? "yes" : "no" }],
  ];
}

/** Whether its places were named before; a village beside the base that the report is about is hardly another scene. */
function placeLevel({ where }: Account, earlier: readonly Account[], gazetteer: Gazetteer): string {
  if (where.size === 0) return "none";
  const before = new Set(earlier.flatMap((account) => [...account.where]));
  const others = [...where].filter((id) => !before.has(id));
  if (others.length === 0) return "known";
  if (others.length < where.size) return "partly new";
  const beside = (id: string): boolean =>
    [...before].some((other) => (gazetteer.distanceKm(id, other) ?? Number.POSITIVE_INFINITY) <= NEAR_KM);
  return others.every(beside) ? "beside" : "new";
}

/** Weighs a claim against an earlier account of its document. */
export function weighWithin(
  claim: Account,
  account: Account,
  earlier: readonly Account[],
  document: SourceDocument,
  gazetteer: Gazetteer,
  weights: Weights,
): Scored {
  const levels: [string, Level][] = COMMON_EVIDENCE.map(({ name, weigh }) => [
    name,
    weigh(account, claim, gazetteer),
  ]);
  levels.push(...discourseLevels(claim, account, discourseOf(claim, account, earlier, document)));
  return addUp(levels, weights);
}

function discourseOf(
  claim: Account,
  account: Account,
  earlier: readonly Account[],
  document: SourceDocument,
): Discourse {
  const start = (claim.claims[0] as Claim).evidence.start;
  return {
    opening: earlier[0] === account,
    proximity: proximityOf((account.claims.at(-1) as Claim).evidence, start, document.text),
  };
}

/** « après les raids, une riposte tombe »: of an answer that names nobody, an act told before it in its sentence is what it answers. */
function isAnswerBeside(claim: Account, account: Account, document: SourceDocument): boolean {
  const [answer, act] = claim.answers ? [claim, account] : [account, claim];
  if (!answer.answers || act.answers || !isBare(answer)) return false;
  const { start, end } = (answer.claims[0] as Claim).evidence;
  return act.claims.some(
    ({ evidence }) =>
      evidence.start < end &&
      (evidence.end > start || proximityOf(evidence, start, document.text) === "same sentence"),
  );
}

/** « une première riposte tombe : … »: an answer that names nobody is the act told right behind it. */
function isAnnouncedBy(answer: Account | undefined, claim: Account, { text }: SourceDocument): boolean {
  if (!answer?.answers || answer.claims.length > 1 || !isBare(answer) || answer.agents.size > 0) return false;
  const { evidence } = answer.claims[0] as Claim;
  const { start } = (claim.claims[0] as Claim).evidence;
  const follows = ["same sentence", "next sentence"].includes(proximityOf(evidence, start, text));
  return follows && claim.family === answer.family && claim.factual && evidence.end <= start;
}

export interface ThreadOptions {
  readonly weights: Weights;
  readonly threshold: number;
  /** Whether a person keeps two claims apart. */
  readonly apart?: (a: Claim, b: Claim) => boolean;
}

const SENTENCE_END = /[.!?…]["»”’)]*\s/gu;

function proximityOf(
  last: { start: number; end: number },
  start: number,
  text: string,
): Discourse["proximity"] {
  if (last.end > start) return "overlapping";
  if (text.slice(last.start, start).includes("\n\n")) return "other paragraph";
  const ends = text.slice(last.end, start).match(SENTENCE_END)?.length ?? 0;
  return ends === 0 ? "same sentence" : ends === 1 ? "next sentence" : "same paragraph";
}

/** The claims of one document that make an account each: places in its action claims. */
export type Threads = readonly (readonly number[])[];

/** The accounts of one document whose threads are known. */
export function accountsOf(
  claims: readonly Claim[],
  threads: Threads,
  document: SourceDocument,
  gazetteer: Gazetteer,
): Account[] {
  const published = dayNumber(document.published);
  return threads.map((thread) => {
    const [first, ...rest] = thread.map((at) => accountOf(claims[at] as Claim, published, gazetteer));
    return rest.reduce((account, single) => mergeAccounts([account, single]), first as Account);
  });
}

/** Which claims of a document make which of its accounts. */
export function threadsOf(claims: readonly Claim[], accounts: readonly Account[]): Threads {
  const places = new Map(claims.map(({ id }, at) => [id, at]));
  return accounts.map((account) => account.claims.map(({ id }) => places.get(id) as number));
}

/** Groups the action claims of one document, in text order, into accounts. */
export function threadDocument(
  claims: readonly Claim[],
  document: SourceDocument,
  gazetteer: Gazetteer,
  { weights, threshold, apart }: ThreadOptions,
): Account[] {
  const published = dayNumber(document.published);
  const accounts: Account[] = [];
  for (const claim of claims) {
    const single = accountOf(claim, published, gazetteer);
    let best: { at: number; score: number } | undefined;
    const family = accounts.filter((account) => account.family === single.family);
    const newness = addUp(newnessLevels(single, family, gazetteer), weights).score;
    for (const [at, account] of accounts.entries()) {
      if (account.family !== single.family) continue;
      if (apart && account.claims.some((other) => apart(claim, other))) continue;
      if (isAnswerBeside(single, account, document)) continue;
      const score = weighWithin(single, account, accounts, document, gazetteer, weights).score - newness;
      if (score >= threshold && (best === undefined || score >= best.score)) best = { at, score };
    }
    const last = accounts.length - 1;
    if (isAnnouncedBy(accounts[last], single, document)) best = { at: last, score: 0 };
    if (best === undefined) accounts.push(single);
    else accounts[best.at] = mergeAccounts([accounts[best.at] as Account, single]);
  }
  return accounts;
}
