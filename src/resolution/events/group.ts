/** From action claims to groups of claims, one an event, with the reasons kept. */
import type { SourceDocument } from "../../documents/index.ts";
import type { Claim, Judgement } from "../../ontology/index.ts";
import { compareBy } from "../../shared/index.ts";
import type { Ledger } from "../decisions/ledger.ts";
import type { Gazetteer } from "../gazetteer.ts";
import type { ResolutionSettings } from "../settings.ts";
import type { Account } from "./account.ts";
import { accountPairs, weighAcross } from "./across.ts";
import { clusterAccounts } from "./cluster.ts";
import { featuresOf, type Scored } from "./score.ts";
import { threadDocument } from "./threads.ts";

export interface GroupInput {
  /** Action claims by document id, in text order; documents sorted. */
  readonly actionsByDocument: ReadonlyMap<string, readonly Claim[]>;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly gazetteer: Gazetteer;
  readonly ledger: Ledger;
  readonly settings: ResolutionSettings;
}

export interface Grouped {
  /** A partition of the action claims. */
  readonly groups: readonly (readonly Claim[])[];
  readonly judgements: readonly Judgement[];
}

interface WeighedPair extends Scored {
  readonly a: number;
  readonly b: number;
}

export function groupClaims({
  actionsByDocument,
  documents,
  gazetteer,
  ledger,
  settings,
}: GroupInput): Grouped {
  const accounts: Account[] = [];
  for (const [id, actions] of actionsByDocument) {
    const document = documents.get(id);
    if (document)
      accounts.push(
        ...threadDocument(actions, document, gazetteer, {
          weights: settings.weights.within,
          threshold: settings.joinWithinDocument,
          apart: (a, b) => ledger.areClaimsApart(a.id, b.id),
        }),
      );
  }
  const accountOfClaim = new Map(
    accounts.flatMap(({ claims }, at) => claims.map(({ id }) => [id, at] as const)),
  );
  const pairs = accountPairs(accounts, gazetteer, settings).map(([a, b]): WeighedPair => {
    const { score, levels } = weighAcross(
      accounts[a] as Account,
      accounts[b] as Account,
      gazetteer,
      settings.weights.across,
    );
    return { a, b, score, levels };
  });
  const decided = (ends: readonly (readonly [string, string])[], score: number) =>
    ends.flatMap(([x, y]) => {
      const [a, b] = [accountOfClaim.get(x), accountOfClaim.get(y)];
      return a === undefined || b === undefined || a === b ? [] : [{ a, b, score }];
    });
  const clusters = clusterAccounts(
    accounts.length,
    [
      ...pairs,
      ...decided(ledger.claimMerges, Number.POSITIVE_INFINITY),
      ...decided(ledger.claimsApart, Number.NEGATIVE_INFINITY),
    ],
    { threshold: settings.joinAcrossDocuments, missing: settings.missingScore },
  );
  const clusterOf = new Map(
    clusters.flatMap((cluster, at) => cluster.map((account) => [account, at] as const)),
  );
  return {
    groups: clusters.map((cluster) => cluster.flatMap((at) => accounts[at]?.claims ?? [])),
    judgements: judge(accounts, pairs, clusterOf, ledger, settings),
  };
}

/**
 * Judgements kept: for each account the pair that most speaks for where it is, every pair that could have gone the
 * other way, and what people decided. Pairs plainly different are not worth a line each.
 */
function judge(
  accounts: readonly Account[],
  pairs: readonly WeighedPair[],
  clusterOf: ReadonlyMap<number, number>,
  ledger: Ledger,
  { joinAcrossDocuments, unsureMargin, weights }: ResolutionSettings,
): Judgement[] {
  const strongest = new Map<number, WeighedPair>();
  const kept = new Set<WeighedPair>();
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
      features: featuresOf(pair, weights.across),
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
