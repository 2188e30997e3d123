/** From action claims to groups of claims, one an event, with the reasons kept. */
import type { SourceDocument } from "../../documents/index.ts";
import type { Claim, Judgement } from "../../ontology/index.ts";
import { compareBy } from "../../shared/index.ts";
import type { Ledger } from "../decisions/ledger.ts";
import type { Gazetteer } from "../gazetteer.ts";
import type { ResolutionSettings } from "../settings.ts";
import type { Account } from "./account.ts";
import { accountPairs, isRuledOut, weighAcross } from "./across.ts";
import { clusterAccounts, connected, type ScoredPair } from "./cluster.ts";
import { toldOneByOne } from "./one-by-one.ts";
import { featuresOf, type Scored } from "./score.ts";
import { accountsOf, threadDocument, type Threads, threadsOf } from "./threads.ts";

export interface GroupInput {
  /** Action claims by document id, in text order; documents sorted. */
  readonly actionsByDocument: ReadonlyMap<string, readonly Claim[]>;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly gazetteer: Gazetteer;
  readonly ledger: Ledger;
  readonly settings: ResolutionSettings;
  /** Threads of a document that are known already. */
  readonly knownThreads?: (document: string) => Threads | undefined;
}

export interface Grouped {
  /** Which acts of each document speak of one happening, by document id. */
  readonly threads: ReadonlyMap<string, Threads>;
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
  const weigh = (a: number, b: number): Scored => {
    const [x, y] = [accounts[a] as Account, accounts[b] as Account];
    return weighAcross(x, y, gazetteer, settings.weights.across, oneByOne(a, b));
  };
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
  const doubtful = { gazetteer, weights: settings.weights.across, least };
  const plain = candidates.map(([a, b]) =>
    isRuledOut(accounts[a] as Account, accounts[b] as Account, doubtful),
  );
  const scored = candidates.map(([a, b], at) => (plain[at] ? undefined : { a, b, score: weigh(a, b).score }));
  const partOf = connected(
    accounts.length,
    [...scored.filter((pair) => pair !== undefined), ...settled],
    options,
  );
  const pairs = candidates.flatMap(([a, b], at): ScoredPair | readonly ScoredPair[] => {
    const known = scored[at];
    if (known) return known;
    return partOf(a) === partOf(b) ? { a, b, score: weigh(a, b).score } : [];
  });
  const clusters = clusterAccounts(accounts.length, [...pairs, ...settled], options);
  const clusterOf = new Map(
    clusters.flatMap((cluster, at) => cluster.map((account) => [account, at] as const)),
  );
  return {
    threads,
    groups: clusters.map((cluster) => cluster.flatMap((at) => accounts[at]?.claims ?? [])),
    judgements: judge({ accounts, pairs, clusterOf, weigh, ledger, settings }),
  };
}

interface JudgeInput {
  readonly accounts: readonly Account[];
  readonly pairs: readonly ScoredPair[];
  readonly clusterOf: ReadonlyMap<number, number>;
  /** What made the score of a pair. */
  readonly weigh: (a: number, b: number) => Scored;
  readonly ledger: Ledger;
  readonly settings: ResolutionSettings;
}

/**
 * Judgements kept: for each account the pair that most speaks for where it is, every pair that could have gone the
 * other way, and what people decided. Pairs plainly different are not worth a line each.
 */
function judge({ accounts, pairs, clusterOf, weigh, ledger, settings }: JudgeInput): Judgement[] {
  const { joinAcrossDocuments, unsureMargin, weights } = settings;
  const strongest = new Map<number, ScoredPair>();
  const kept = new Set<ScoredPair>();
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
    const { a, b, score } = pair;
    const joined = clusterOf.get(a) === clusterOf.get(b);
    const close =
      Math.abs(score - joinAcrossDocuments) < unsureMargin || joined !== score >= joinAcrossDocuments;
    return {
      kind: "event",
      a: firstClaim(a),
      b: firstClaim(b),
      verdict: close ? "unsure" : joined ? "same" : "different",
      score,
      features: featuresOf(weigh(a, b), weights.across),
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
