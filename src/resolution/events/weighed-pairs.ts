/** Pairs of accounts with what weighing them gave: each is weighed once, and not again while its reports say the same. */
import type { Gazetteer } from "../gazetteer.ts";
import type { Account } from "./account.ts";
import { isRuledOut, weighAcross } from "./across.ts";
import type { PairIndex } from "./blocking.ts";
import type { ToldOneByOne } from "./one-by-one.ts";
import { type Feature, featuresOf, type Scored, type Weights } from "./score.ts";

/** Pairs as they are kept; JSON. */
export interface KeptPairs {
  /** Reports with a stamp of what they said. */
  readonly reports: readonly (readonly [document: string, said: string])[];
  /** `NUMBERS` for each pair: report and place of one account, of the other, what is known, score. */
  readonly pairs: readonly number[];
  /** What made the score of a pair, by its place among the pairs. */
  readonly features: readonly (readonly [pair: number, features: readonly Feature[]])[];
}

const NUMBERS = 6;
/** What is known of a kept pair. */
const ONE_BY_ONE = 1;
const RULED_OUT = 2;
const SCORED = 4;

export interface PairsInput {
  readonly accounts: readonly Account[];
  /** Lower index first, sorted. */
  readonly candidates: readonly PairIndex[];
  readonly oneByOne: ToldOneByOne;
  readonly gazetteer: Gazetteer;
  readonly weights: Weights;
  /** Score below which a pair is ruled out. */
  readonly least: number;
  readonly known?: KnownPairs | undefined;
}

/** Pairs of an earlier build, and by what a report says whether they hold still. */
export interface KnownPairs {
  readonly kept: KeptPairs | undefined;
  readonly saidOf: (document: string) => string | undefined;
}

/** Pairs go by their place among the candidates. */
export class WeighedPairs {
  readonly #input: PairsInput;
  readonly #ruledOut: (boolean | undefined)[] = [];
  readonly #scores: (number | undefined)[] = [];
  readonly #features = new Map<number, readonly Feature[]>();
  #isNew = false;

  constructor(input: PairsInput) {
    this.#input = input;
    if (input.known?.kept) this.#recall(input.known.kept, input.known.saidOf);
  }

  /** Whether a pair is plainly of two happenings, by its decisive evidence alone. */
  isRuledOut(at: number): boolean {
    const { gazetteer, weights, least } = this.#input;
    return (this.#ruledOut[at] ??= this.#made(isRuledOut(...this.#pair(at), { gazetteer, weights, least })));
  }

  /** Log odds that the two are of one happening. */
  scoreOf(at: number): number {
    return (this.#scores[at] ??= this.#made(this.#weigh(at).score));
  }

  /** What made the score. */
  featuresOf(at: number): readonly Feature[] {
    let features = this.#features.get(at);
    if (!features) {
      features = this.#made(featuresOf(this.#weigh(at), this.#input.weights));
      this.#features.set(at, features);
    }
    return features;
  }

  /** All that is known of the pairs; undefined where it is what was known, or where reports are not told apart. */
  toKeep(): KeptPairs | undefined {
    const { accounts, candidates, known, oneByOne } = this.#input;
    const places = placesOf(accounts);
    const reports = [...places.firsts.keys()].map((document) => [document, known?.saidOf(document)] as const);
    const told = reports.flatMap(([document, said]) =>
      said === undefined ? [] : [[document, said] as const],
    );
    const isSame = !this.#isNew && known?.kept?.pairs.length === candidates.length * NUMBERS;
    if (isSame || told.length < reports.length) return undefined;
    const pairs = candidates.flatMap(([a, b], at) => {
      const [ruledOut, score] = [this.#ruledOut[at], this.#scores[at]];
      const flags =
        (oneByOne(a, b) ? ONE_BY_ONE : 0) + (ruledOut ? RULED_OUT : 0) + (score === undefined ? 0 : SCORED);
      return [...places.of(a), ...places.of(b), flags, score ?? 0];
    });
    return { reports: told, pairs, features: [...this.#features] };
  }

  #recall({ reports, pairs, features }: KeptPairs, saidOf: KnownPairs["saidOf"]): void {
    const { accounts, candidates, oneByOne } = this.#input;
    const { firsts } = placesOf(accounts);
    const first = reports.map(([document, said]) =>
      saidOf(document) === said ? firsts.get(document) : undefined,
    );
    const featuresAt = new Map(features);
    // Both lists are sorted: reports keep their order, whichever came or went.
    for (let from = 0, at = 0; from < pairs.length && at < candidates.length; from += NUMBERS) {
      const number = (offset: number): number => pairs[from + offset] as number;
      const [firstA, firstB] = [first[number(0)], first[number(2)]];
      if (firstA === undefined || firstB === undefined) continue;
      const [a, b, flags] = [firstA + number(1), firstB + number(3), number(4)];
      while (at < candidates.length && isBefore(candidates[at] as PairIndex, a, b)) at++;
      const candidate = candidates[at];
      if (candidate?.[0] !== a || candidate[1] !== b) continue;
      this.#ruledOut[at] = (flags & RULED_OUT) !== 0;
      if (oneByOne(a, b) !== ((flags & ONE_BY_ONE) !== 0)) continue;
      if ((flags & SCORED) !== 0) this.#scores[at] = number(5);
      const known = featuresAt.get(from / NUMBERS);
      if (known) this.#features.set(at, known);
    }
  }

  #weigh(at: number): Scored {
    const { candidates, gazetteer, weights, oneByOne } = this.#input;
    const [a, b] = candidates[at] as PairIndex;
    return weighAcross(...this.#pair(at), gazetteer, weights, oneByOne(a, b));
  }

  #pair(at: number): readonly [Account, Account] {
    const { accounts, candidates } = this.#input;
    const [a, b] = candidates[at] as PairIndex;
    return [accounts[a] as Account, accounts[b] as Account];
  }

  #made<T>(value: T): T {
    this.#isNew = true;
    return value;
  }
}

const isBefore = ([x, y]: PairIndex, a: number, b: number): boolean => x < a || (x === a && y < b);

/** Where the accounts of each report begin, and report and place of an account. Those of a report stand together. */
function placesOf(accounts: readonly Account[]) {
  const firsts = new Map<string, number>();
  const reports: number[] = [];
  for (const [at, { document }] of accounts.entries()) {
    if (!firsts.has(document)) firsts.set(document, at);
    reports.push(firsts.size - 1);
  }
  const of = (account: number): readonly [report: number, place: number] => {
    const first = firsts.get((accounts[account] as Account).document) as number;
    return [reports[account] as number, account - first];
  };
  return { firsts, of };
}
