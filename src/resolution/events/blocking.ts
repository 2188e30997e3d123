/**
 * Which accounts are worth comparing: those of one family that share somebody or something particular, and whose
 * days can be the same. Keeps the number of pairs near linear in the number of accounts.
 */
import { compareBy } from "../../shared/index.ts";
import type { DaySpan } from "../days.ts";
import type { Gazetteer } from "../gazetteer.ts";
import type { ResolutionSettings } from "../settings.ts";
import type { Account } from "./account.ts";

export type PairIndex = readonly [a: number, b: number];

/** Targets that are one of a kind: told of again at any distance in time. */
const PARTICULAR = new Set(["Person", "Unit"]);
/** A target that more accounts than this name is not one of a kind after all. */
const LARGEST_TIMELESS_BLOCK = 300;

/** What an account may be found by. Keys of a named individual hold at any distance in time. */
function keysOf(
  account: Account,
  gazetteer: Gazetteer,
): { readonly timed: string[]; readonly timeless: string[] } {
  const timed = new Set<string>();
  const timeless = new Set<string>();
  for (const id of account.where) {
    const dated = account.spans.length > 0;
    for (const own of [id, ...gazetteer.ancestorsOf(id)])
      if (dated || gazetteer.typeOf(own) !== "Country") timed.add(`where ${own}`);
  }
  for (const id of account.targets) {
    if (PARTICULAR.has(gazetteer.typeOf(id) ?? "")) timeless.add(`target ${id}`);
    for (const own of [id, ...gazetteer.ancestorsOf(id)]) timed.add(`target ${own}`);
  }
  for (const id of account.agents) timed.add(`agent ${id}`);
  return { timed: [...timed], timeless: [...timeless] };
}

/** Days in which the happening may lie: those given, or else those before the report. */
function windowOf(account: Account, { blockDays, undatedDays }: ResolutionSettings): DaySpan | undefined {
  if (account.spans.length > 0)
    return {
      from: Math.min(...account.spans.map(({ from }) => from)) - blockDays,
      to: Math.max(...account.spans.map(({ to }) => to)) + blockDays,
    };
  return account.published === undefined
    ? undefined
    : { from: account.published - undatedDays, to: account.published + blockDays };
}

/** Pairs of indices into `accounts`, lower first, each once, sorted. */
export function candidatePairs(
  accounts: readonly Account[],
  gazetteer: Gazetteer,
  settings: ResolutionSettings,
): PairIndex[] {
  const windows = accounts.map((account) => windowOf(account, settings));
  const blocks = new Map<string, number[]>();
  const put = (key: string, at: number): void => {
    const block = blocks.get(key);
    if (block) block.push(at);
    else blocks.set(key, [at]);
  };
  for (const [at, account] of accounts.entries()) {
    const { timed, timeless } = keysOf(account, gazetteer);
    for (const key of timeless) put(`${account.family} ${key}`, at);
    for (const key of timed) if (windows[at]) put(`${account.family} ${key} by day`, at);
  }
  const pairs = new Set<number>();
  const n = accounts.length;
  const add = (a: number, b: number): void => {
    pairs.add(Math.min(a, b) * n + Math.max(a, b));
  };
  for (const [key, block] of blocks) {
    if (!key.endsWith(" by day")) {
      if (block.length > LARGEST_TIMELESS_BLOCK) continue;
      for (const [i, a] of block.entries()) for (const b of block.slice(i + 1)) add(a, b);
      continue;
    }
    const sorted = block.sort(
      compareBy(
        (at) => windows[at]?.from ?? 0,
        (at) => at,
      ),
    );
    for (const [i, a] of sorted.entries()) {
      const end = windows[a]?.to ?? 0;
      for (let j = i + 1; j < sorted.length; j++) {
        const b = sorted[j] as number;
        if ((windows[b]?.from ?? 0) > end) break;
        add(a, b);
      }
    }
  }
  return [...pairs].sort((x, y) => x - y).map((pair) => [Math.floor(pair / n), pair % n] as const);
}
