/** How well claims are gathered into events, and events and statements are linked. */
import { documentOf, idsIn, isActionType } from "./compare.ts";
import { type Figure, figure, harmonic } from "./figures.ts";
import type { Annotation, ScoredClaim } from "./gold.ts";
import type { ClaimMatch, MatchOptions } from "./match.ts";

/** The event of each claim; of two that list it, the first. */
export function eventByClaim(annotation: Annotation): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const event of annotation.events ?? []) {
    for (const id of idsIn(event.claims)) if (!result.has(id)) result.set(id, event.id);
  }
  return result;
}

/** B-cubed and cross-document pairs over matched action claims. */
export function clusterFigures(
  matches: readonly ClaimMatch[],
  goldEvent: ReadonlyMap<string, string>,
  predictedEvent: ReadonlyMap<string, string>,
): { events: Figure; crossdoc: Figure } {
  const items = matches
    .filter((match) => isActionType(match.gold.type))
    .map(({ gold, predicted }) => ({
      gold: goldEvent.get(gold.id) ?? `g${gold.id}`,
      predicted: predictedEvent.get(predicted.id) ?? `p${predicted.id}`,
      document: documentOf(gold),
    }));
  let precision = 0;
  let recall = 0;
  for (const item of items) {
    const together = items.filter((other) => other.predicted === item.predicted);
    const truly = items.filter((other) => other.gold === item.gold);
    const both = together.filter((other) => other.gold === item.gold).length;
    precision += both / together.length;
    recall += both / truly.length;
  }
  let rightPairs = 0;
  let predictedPairs = 0;
  let goldPairs = 0;
  for (const [i, a] of items.entries()) {
    for (const b of items.slice(i + 1)) {
      if (a.document === b.document) continue;
      const inPredicted = a.predicted === b.predicted;
      const inGold = a.gold === b.gold;
      if (inPredicted) predictedPairs++;
      if (inGold) goldPairs++;
      if (inPredicted && inGold) rightPairs++;
    }
  }
  const p = items.length ? precision / items.length : 0;
  const r = items.length ? recall / items.length : 0;
  return {
    events: { precision: p, recall: r, f1: harmonic(p, r) },
    crossdoc: figure(rightPairs, predictedPairs, goldPairs),
  };
}

/** From a claim or event id to a gold event. */
type ToEvent = (id: string) => string | undefined;

/** A predicted event stands for the gold event that most of its matched claims belong to. */
export function majorityEvent(
  matches: readonly ClaimMatch[],
  goldEvent: ReadonlyMap<string, string>,
  predictedEvent: ReadonlyMap<string, string>,
): ToEvent {
  const votes = new Map<string, Map<string, number>>();
  for (const { gold, predicted } of matches) {
    const event = predictedEvent.get(predicted.id) ?? predicted.id;
    const counts = votes.get(event) ?? new Map<string, number>();
    const wanted = goldEvent.get(gold.id) ?? gold.id;
    counts.set(wanted, (counts.get(wanted) ?? 0) + 1);
    votes.set(event, counts);
  }
  return (id) => {
    const counts = votes.get(predictedEvent.get(id) ?? id);
    return counts && [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0];
  };
}

/** Pairs of events of which one answers the other, in the words of gold events. */
export function replyFigure(
  gold: Annotation,
  predicted: Annotation,
  { documents, minConfidence = 0 }: MatchOptions,
  goldEventOf: ToEvent,
  standsFor: ToEvent,
): Figure {
  const pairsOf = (annotation: Annotation, claims: readonly ScoredClaim[], toEvent: ToEvent) => {
    const pairs = new Set<string>();
    for (const record of [...claims, ...(annotation.events ?? [])]) {
      for (const answered of idsIn(record.responseTo ?? record.response_to)) {
        const from = toEvent(record.id);
        const to = toEvent(answered);
        if (from && to && from !== to) pairs.add(`${from} → ${to}`);
      }
    }
    return pairs;
  };
  const inScope = (claim: ScoredClaim) => !documents || documents.includes(documentOf(claim));
  const sure = (claim: ScoredClaim) => !minConfidence || (claim.confidence ?? 1) >= minConfidence;
  const wanted = pairsOf(gold, gold.claims.filter(inScope), goldEventOf);
  const given = pairsOf(predicted, predicted.claims.filter(inScope).filter(sure), standsFor);
  return figure([...given].filter((pair) => wanted.has(pair)).length, given.size, wanted.size);
}

/** Share, in [0, 1], of the matched statements that speak of the right event. */
export function aboutShare(
  matches: readonly ClaimMatch[],
  goldEvent: ReadonlyMap<string, string>,
  standsFor: ToEvent,
): number {
  const asked = matches.filter(({ gold }) => !isActionType(gold.type) && idsIn(gold.about).length > 0);
  const right = asked.filter(({ gold, predicted }) => {
    const wanted = new Set(idsIn(gold.about).map((id) => goldEvent.get(id) ?? id));
    return idsIn(predicted.about).some((id) => wanted.has(standsFor(id) ?? ""));
  });
  return asked.length > 0 ? right.length / asked.length : 0;
}
