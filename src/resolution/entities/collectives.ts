/**
 * Who calls whom what: one outlet's « Résistance » is another's « milices pro-iraniennes ».
 *
 * Two armed groups that different outlets name in one role of one event, neither being a part of the other, may denote
 * one collective. That is kept as an unsure judgement with who said what, and put to the user: labels carry a view, so
 * they are never merged by a rule.
 */
import {
  type Claim,
  type ConflictEvent,
  type DocumentRecord,
  isAction,
  isFactual,
  type Judgement,
} from "../../ontology/index.ts";
import { compareBy, compareText, sortedUnique } from "../../shared/index.ts";
import type { Gazetteer } from "../gazetteer.ts";

/** The name that the judgement's features go by. */
export const NAMED_FOR_ONE_EVENT = "named for one event";
/** Events listed as reasons for a pair. */
const SHOWN_EVENTS = 3;

interface Naming {
  readonly entity: string;
  readonly outlet: string;
  readonly words: string;
}

/** Armed groups that claims of an event name in a role, with the outlet and its words. */
function namings(
  claims: readonly Claim[],
  role: "agent" | "target",
  documents: ReadonlyMap<string, DocumentRecord>,
  gazetteer: Gazetteer,
): Naming[] {
  return claims.flatMap(({ document, mentions }) => {
    const { publisher, text = "" } = documents.get(document) ?? {};
    return mentions
      .filter((mention) => mention.role === role && gazetteer.typeOf(mention.entity) === "ArmedGroup")
      .map(({ entity, start, end }) => ({
        entity,
        outlet: publisher ?? document,
        words: text.slice(start, end).replace(/\s+/gu, " "),
      }));
  });
}

/** Pairs named by outlets that use one each for this event, with why. */
function rivals(
  all: readonly Naming[],
  gazetteer: Gazetteer,
): (readonly [a: string, b: string, why: string])[] {
  const groups = sortedUnique(all.map(({ entity }) => entity));
  const outletsOf = (id: string): Set<string> =>
    new Set(all.filter(({ entity }) => entity === id).map(({ outlet }) => outlet));
  const said = (id: string, by: string): string =>
    `${by}: « ${all.find(({ entity, outlet }) => entity === id && outlet === by)?.words ?? ""} »`;
  return groups.flatMap((a, at) =>
    groups.slice(at + 1).flatMap((b) => {
      if (gazetteer.isPartOf(a, b) || gazetteer.isPartOf(b, a)) return [];
      const [callA, callB] = [outletsOf(a), outletsOf(b)];
      const onlyA = sortedUnique(callA).find((outlet) => !callB.has(outlet));
      const onlyB = sortedUnique(callB).find((outlet) => !callA.has(outlet));
      return onlyA === undefined || onlyB === undefined
        ? []
        : [[a, b, `${said(a, onlyA)} / ${said(b, onlyB)}`] as const];
    }),
  );
}

export interface CollectivesInput {
  readonly events: readonly ConflictEvent[];
  readonly claims: readonly Claim[];
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  readonly gazetteer: Gazetteer;
}

/** One unsure judgement a pair, by id; the value of each feature is one event. */
export function possibleCollectives({ events, claims, documents, gazetteer }: CollectivesInput): Judgement[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const reasons = new Map<string, { readonly ends: readonly [string, string]; readonly why: string[] }>();
  for (const { id, claims: own } of events) {
    const telling = own
      .flatMap((claim) => byId.get(claim) ?? [])
      .filter(({ type, modality }) => isAction(type) && isFactual(modality));
    for (const role of ["agent", "target"] as const)
      for (const [a, b, why] of rivals(namings(telling, role, documents, gazetteer), gazetteer)) {
        const pair = reasons.get(`${a}\n${b}`) ?? { ends: [a, b] as const, why: [] };
        reasons.set(`${a}\n${b}`, pair);
        pair.why.push(`${why} (${id})`);
      }
  }
  return [...reasons.values()]
    .map(
      ({ ends: [a, b], why }): Judgement => ({
        kind: "entity",
        a,
        b,
        verdict: "unsure",
        score: 0,
        features: why
          .toSorted(compareText)
          .slice(0, SHOWN_EVENTS)
          .map((reason) => ({ name: NAMED_FOR_ONE_EVENT, value: 1, weight: 0, why: reason })),
        by: "rules",
      }),
    )
    .sort(
      compareBy(
        ({ a }) => a,
        ({ b }) => b,
      ),
    );
}
