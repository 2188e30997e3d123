/** Weighs two accounts, of two reports or left apart by the reading of one. */
import type { Gazetteer } from "../gazetteer.ts";
import type { ResolutionSettings } from "../settings.ts";
import type { Account } from "./account.ts";
import { candidatePairs, type PairIndex } from "./blocking.ts";
import { ACROSS_EVIDENCE, type Level, particulars } from "./evidence.ts";
import { addUp, bestWeights, type Scored, type Weights, weightOf } from "./score.ts";

/** @param oneByOne  whether others tell one of them beside further sites of the other */
export function weighAcross(
  a: Account,
  b: Account,
  gazetteer: Gazetteer,
  weights: Weights,
  oneByOne: boolean,
): Scored {
  const levels: [string, Level][] = ACROSS_EVIDENCE.map(({ name, weigh }) => [name, weigh(a, b, gazetteer)]);
  levels.push(["particulars", particulars(levels)]);
  levels.push(["report", { level: a.document === b.document ? "same" : "different" }]);
  levels.push(["told site by site", { level: oneByOne ? "yes" : "no" }]);
  return addUp(levels, weights);
}

/** What most often rules a pair out, weighed before the rest. */
const DECISIVE = ["time", "subtype", "death", "place"].flatMap(
  (decisive) => ACROSS_EVIDENCE.find(({ name }) => name === decisive) ?? [],
);

/** Whether two accounts score less than `least` even if all that is not decisive speaks for them. */
export function isRuledOut(
  a: Account,
  b: Account,
  { gazetteer, weights, least }: { gazetteer: Gazetteer; weights: Weights; least: number },
): boolean {
  const best = bestWeights(weights);
  let most = weights["bias"] ?? 0;
  for (const weight of best.values()) most += weight;
  for (const { name, weigh } of DECISIVE) {
    most += weightOf(weights, name, weigh(a, b, gazetteer).level) - (best.get(name) ?? 0);
    if (most < least) return true;
  }
  return false;
}

/**
 * The pairs to weigh: candidates of different reports, and all accounts of one family within a report, which are
 * few. Lower index first, sorted.
 */
export function accountPairs(
  accounts: readonly Account[],
  gazetteer: Gazetteer,
  settings: ResolutionSettings,
): PairIndex[] {
  const pairs = candidatePairs(accounts, gazetteer, settings).filter(
    ([a, b]) => accounts[a]?.document !== accounts[b]?.document,
  );
  const byReport = new Map<string, number[]>();
  for (const [at, { document, family }] of accounts.entries()) {
    const key = `${document}\n${family}`;
    const earlier = byReport.get(key);
    if (earlier) {
      pairs.push(...earlier.map((other): PairIndex => [other, at]));
      earlier.push(at);
    } else byReport.set(key, [at]);
  }
  return pairs.sort(([a, b], [c, d]) => a - c || b - d);
}
