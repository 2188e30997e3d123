/** Which doer faces which other side in one event, and which claims say so. */
import type { Claim, ConflictEvent } from "../ontology/index.ts";

export interface Pair {
  /** Entity id, or undefined where nobody is named. */
  readonly doer: string | undefined;
  readonly other: string | undefined;
  readonly claims: readonly string[];
  /** True where no single claim names both sides in its own words. */
  readonly inferred: boolean;
}

/**
 * Pairs of an action event, in order of first mention. Claims that name both sides give pairs of their own; a side
 * that is only ever named alone is joined with the other side as the event knows it. In a fight each
 * party faces the others.
 */
export function pairsOf(event: ConflictEvent, claims: readonly Claim[]): Pair[] {
  const doers = event.agent;
  const others = event.target.length > 0 ? event.target : event.place;
  if (doers.length === 0 && others.length === 0) return [];
  const pairs = [...statedPairs(claims, new Set(doers), new Set(others))];
  const paired = {
    doers: new Set(pairs.map((pair) => pair.doer)),
    others: new Set(pairs.map((pair) => pair.other)),
  };
  for (const doer of doers.filter((id) => !paired.doers.has(id))) {
    for (const other of orNobody(facing(others, doer))) pairs.push(joinedPair(event, claims, doer, other));
  }
  for (const other of others.filter((id) => !paired.others.has(id))) {
    for (const doer of orNobody(facing(doers, other))) {
      if (doer === undefined || paired.doers.has(doer)) pairs.push(joinedPair(event, claims, doer, other));
    }
  }
  return pairs;
}

/** The others, or the party itself where the text names nobody else. */
function facing(ids: readonly string[], one: string): readonly string[] {
  const others = ids.filter((id) => id !== one);
  return others.length > 0 ? others : ids;
}

function orNobody(ids: readonly string[]): readonly (string | undefined)[] {
  return ids.length > 0 ? ids : [undefined];
}

/** Pairs whose two sides stand in one claim. */
function statedPairs(
  claims: readonly Claim[],
  doers: ReadonlySet<string>,
  others: ReadonlySet<string>,
): Pair[] {
  const found = new Map<string, { doer: string; other: string; claims: string[]; inferred: boolean }>();
  for (const claim of claims) {
    const ownInference = claim.inferred.includes("agent") || claim.inferred.includes("target");
    for (const doer of claim.agent.filter((id) => doers.has(id))) {
      const named = [...claim.target, ...claim.place].filter((id) => others.has(id));
      for (const other of facing(named, doer)) {
        const key = `${doer}\t${other}`;
        const pair = found.get(key);
        if (!pair) found.set(key, { doer, other, claims: [claim.id], inferred: ownInference });
        else if (!pair.claims.includes(claim.id)) {
          pair.claims.push(claim.id);
          pair.inferred &&= ownInference;
        }
      }
    }
  }
  return [...found.values()];
}

/** A pair that no claim states by itself: its claims are those that name either side. */
function joinedPair(
  event: ConflictEvent,
  claims: readonly Claim[],
  doer: string | undefined,
  other: string | undefined,
): Pair {
  const naming = claims.filter(
    (claim) =>
      (doer !== undefined && claim.agent.includes(doer)) ||
      (other !== undefined && (claim.target.includes(other) || claim.place.includes(other))),
  );
  return {
    doer,
    other,
    claims: naming.length > 0 ? naming.map((claim) => claim.id) : event.claims,
    inferred: doer !== undefined && other !== undefined,
  };
}
