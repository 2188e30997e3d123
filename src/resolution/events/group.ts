/** From action claims to groups of claims, one an event, with the reasons kept. */
import type { SourceDocument } from "../../documents/index.ts";
import type { Claim, Judgement } from "../../ontology/index.ts";
import { compareBy } from "../../shared/index.ts";
import type { Ledger } from "../decisions/ledger.ts";
import type { Gazetteer } from "../gazetteer.ts";
import type { ResolutionSettings } from "../settings.ts";
import type { Account } from "./account.ts";
import { accountPairs } from "./across.ts";
import type { PairIndex } from "./blocking.ts";
import { clusterAccounts, connected, type ScoredPair } from "./cluster.ts";
import { toldOneByOne } from "./one-by-one.ts";
import { accountsOf, threadDocument, type Threads, threadsOf } from "./threads.ts";
import { type KeptPairs, type KnownPairs, WeighedPairs } from "./weighed-pairs.ts";

export interface GroupInput {
  /** Action claims by document id, in text order; documents sorted. */
  readonly actionsByDocument: ReadonlyMap<string, readonly Claim[]>;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly gazetteer: Gazetteer;
  readonly ledger: Ledger;
  readonly settings: ResolutionSettings;
  /** Threads of a document that are known already. */
  readonly knownThreads?: (document: string) => Threads | undefined;
  readonly knownPairs?: KnownPairs | undefined;
}

export interface Grouped {
  /** Which acts of each document speak of one happening, by document id. */
  readonly threads: ReadonlyMap<string, Threads>;
  /** What is new of the pairs that were weighed. */
  readonly pairs: KeptPairs | undefined;
  /** A partition of the action claims. */
  readonly groups: readonly (readonly Claim[])[];
  readonly judgements: readonly Judgement[];
}

/** Scores are rounded to a thousandth. */
const ROUNDING = 0.001;

export function groupClaims({
  actionsByDocument,
  documents,
  gazetteer,
  ledger,
  settings,
  knownThreads,
  knownPairs: known,
}: GroupInput): Grouped {
  const accounts: Account[] = [];
  const threads = new Map<string, Threads>();
  for (const [id, actions] of actionsByDocument) {
    const document = documents.get(id);
    if (!document) continue;
    const before = knownThreads?.(id);
    const own = before
      ? accountsOf(actions, before, document, gazetteer)
      : threadDocument(actions, document, gazetteer, {
          weights: settings.weights.within,
          threshold: settings.joinWithinDocument,
          apart: (a, b) => ledger.areClaimsApart(a.id, b.id),
        });
    threads.set(id, before ?? threadsOf(actions, own));
    accounts.push(...own);
  }
  const accountOfClaim = new Map(
    accounts.flatMap(({ claims }, at) => claims.map(({ id }) => [id, at] as const)),
  );
  const candidates = accountPairs(accounts, gazetteer, settings);
  const oneByOne = toldOneByOne(accounts, candidates, gazetteer);
  const decided = (ends: readonly (readonly [string, string])[], score: number) =>
    ends.flatMap(([x, y]) => {
      const [a, b] = [accountOfClaim.get(x), accountOfClaim.get(y)];
      return a === undefined || b === undefined || a === b ? [] : [{ a, b, score }];
    });
  const settled = [
    ...decided(ledger.claimMerges, Number.POSITIVE_INFINITY),
    ...decided(ledger.claimsApart, Number.NEGATIVE_INFINITY),
  ];
  const options = { threshold: settings.joinAcrossDocuments, missing: settings.missingScore };
  // Most pairs are plainly different. They count only between accounts that other pairs bring together, and reasons,
  // which few pairs keep, are weighed again for those.
  const least = settings.joinAcrossDocuments - settings.unsureMargin - ROUNDING;
  const weights = settings.weights.across;
  const weighed = new WeighedPairs({ accounts, candidates, oneByOne, gazetteer, weights, least, known });
  const plain = candidates.map((_, at) => weighed.isRuledOut(at));
  const scored = ([a, b]: PairIndex, at: number): Candidate => ({ at, a, b, score: weighed.scoreOf(at) });
  const likely = candidates.flatMap((pair, at) => (plain[at] ? [] : scored(pair, at)));
  const partOf = connected(accounts.length, [...likely, ...settled], options);
  const pairs = candidates.flatMap((pair, at) =>
    plain[at] && partOf(pair[0]) !== partOf(pair[1]) ? [] : scored(pair, at),
  );
  const clusters = clusterAccounts(accounts.length, [...pairs, ...settled], options);
  const clusterOf = new Map(
    clusters.flatMap((cluster, at) => cluster.map((account) => [account, at] as const)),
  );
  return {
    threads,
    groups: clusters.map((cluster) => cluster.flatMap((at) => accounts[at]?.claims ?? [])),
    judgements: judge({ accounts, pairs, clusterOf, weighed, ledger, settings }),
    pairs: weighed.toKeep(),
  };
}

/** A pair that was weighed, with its place among the candidates. */
interface Candidate extends ScoredPair {
  readonly at: number;
}

interface JudgeInput {
  readonly accounts: readonly Account[];
  readonly pairs: readonly Candidate[];
  readonly clusterOf: ReadonlyMap<number, number>;
  readonly weighed: WeighedPairs;
  readonly ledger: Ledger;
  readonly settings: ResolutionSettings;
}

/**
 * Judgements kept: for each account the pair that most speaks for where it is, every pair that could have gone the
 * other way, and what people decided. Pairs plainly different are not worth a line each.
 */
function judge({ accounts, pairs, clusterOf, weighed, ledger, settings }: JudgeInput): Judgement[] {
  const { joinAcrossDocuments, unsureMargin } = settings;
  const strongest = new Map<number, Candidate>();
  const kept = new Set<Candidate>();
  for (const pair of pairs) {
    const joined = clusterOf.get(pair.a) === clusterOf.get(pair.b);
    if (
      Math.abs(pair.score - joinAcrossDocuments) < unsureMargin ||
      (!joined && pair.score > joinAcrossDocuments)
    )
      kept.add(pair);
    else if (joined)
      for (const end of [pair.a, pair.b])
        if (pair.score > (strongest.get(end)?.score ?? Number.NEGATIVE_INFINITY)) strongest.set(end, pair);
  }
  for (const pair of strongest.values()) kept.add(pair);
  const firstClaim = (at: number): string => accounts[at]?.claims[0]?.id ?? "";
  const byRules = [...kept].map((pair): Judgement => {
    const { at, a, b, score } = pair;
    const joined = clusterOf.get(a) === clusterOf.get(b);
    const close =
      Math.abs(score - joinAcrossDocuments) < unsureMargin || joined !== score >= joinAcrossDocuments;
    return {
      kind: "event",
      a: firstClaim(a),
      b: firstClaim(b),
      verdict: close ? "unsure" : joined ? "same" : "different",
      score,
      features: [...weighed.featuresOf(at)],
      by: "rules",
    };
  });
  const byPeople = [
    ...ledger.claimMerges.map((ends) => ({ ends, verdict: "same" as const })),
    ...ledger.claimsApart.map((ends) => ({ ends, verdict: "different" as const })),
  ].map(
    ({ ends: [a, b], verdict }): Judgement => ({
      kind: "event",
      a,
      b,
      verdict,
      score: 0,
      features: [],
      by: "decision",
    }),
  );
  const settled = new Set(byPeople.flatMap(({ a, b }) => [`${a}\n${b}`, `${b}\n${a}`]));
  return [...byRules.filter(({ a, b }) => !settled.has(`${a}\n${b}`)), ...byPeople].sort(
    compareBy(
      (one) => one.a,
      (one) => one.b,
    ),
  );
}
