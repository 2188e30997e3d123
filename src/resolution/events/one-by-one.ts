/**
 * Raids that one report tells as a whole and others site by site. « Trois bases ont été frappées » is no more the
 * strike on the first base than that on the second: each is a part of it.
 */
import { gapDays } from "../days.ts";
import type { Gazetteer } from "../gazetteer.ts";
import type { Account } from "./account.ts";
import type { PairIndex } from "./blocking.ts";
import { scenesOf } from "./scenes.ts";

/** Scenes from which on an account tells of a raid on several sites. */
const SEVERAL_SCENES = 3;

/** Tells of a pair of candidates whether one is a site that others tell beside further sites of the other. */
export type ToldOneByOne = (a: number, b: number) => boolean;

/** @param pairs candidates as indices into `accounts` */
export function toldOneByOne(
  accounts: readonly Account[],
  pairs: readonly PairIndex[],
  gazetteer: Gazetteer,
): ToldOneByOne {
  const scenes = accounts.map(({ where }) =>
    scenesOf(new Set([...where].filter((id) => gazetteer.typeOf(id) !== "Country")), gazetteer),
  );
  const within = (part: number, whole: number): boolean => {
    const [own, all] = [scenes[part] ?? [], scenes[whole] ?? []];
    if (all.length < SEVERAL_SCENES || own.length === 0 || own.length > all.length - 2) return false;
    return own.every((id) => all.includes(id)) && sameDays(accounts[part], accounts[whole]);
  };
  const partsOf = new Map<number, number[]>();
  for (const [a, b] of pairs)
    for (const [part, whole] of [[a, b] as const, [b, a] as const])
      if (within(part, whole)) partsOf.set(whole, [...(partsOf.get(whole) ?? []), part]);
  const apart = (x: number, y: number): boolean => !scenes[x]?.some((id) => scenes[y]?.includes(id));
  const isPart = (part: number, whole: number): boolean => {
    const parts = partsOf.get(whole);
    return parts !== undefined && parts.includes(part) && parts.some((other) => apart(part, other));
  };
  return (a, b) => isPart(a, b) || isPart(b, a);
}

const sameDays = (a: Account | undefined, b: Account | undefined): boolean =>
  a?.spans.some((x) => b?.spans.some((y) => gapDays(x, y) === 0)) ?? false;
