/**
 * Scores extracted claims and resolved events against a gold annotation.
 *
 * - `graph`      the headline: what a user sees. Action events (claims on one happening, over all documents) with the
 *                right doer and other side, plus statements with the right speaker; factual ones only
 * - `claims`     a predicted claim meets a gold claim: same document, same family of type, overlapping evidence
 * - `edges`      … and its participants are right; a role that gold inherits may be given or left empty
 * - `strict`     … and exact type and subtype, agent set and modality class right too
 * - `roles`      micro over the entity sets of matched claims
 * - `events`     B-cubed over matched action claims (Bagga & Baldwin 1998); `crossdoc`: same-event pairs of claims
 *                from different documents
 * - `replies`    event pairs "answers"; `about`: share of statements on the right event
 */
import {
  documentOf,
  evidenceJaccard,
  evidenceText,
  idsIn,
  isActionType,
  isFactualModality,
  listOf,
  SCORED_ROLES,
  type ScoredRole,
  scoredFamily,
  withAccepted,
} from "./compare.ts";
import { type Figure, figure, harmonic } from "./figures.ts";
import type { Annotation, ScoredClaim } from "./gold.ts";
import { graphFigures, type WrongEvent } from "./graph-figures.ts";
import { type ClaimMatch, Comparison, type MatchOptions } from "./match.ts";

export interface Score {
  readonly graph: Figure;
  readonly graphEvents: Figure;
  readonly statements: Figure;
  readonly claims: Figure;
  readonly edges: Figure;
  readonly strict: Figure;
  readonly roles: Readonly<Record<ScoredRole, Figure>>;
  readonly events: Figure;
  readonly crossdoc: Figure;
  readonly replies: Figure;
  readonly relations: Figure;
  /** Shares of matched claims, in [0, 1]. */
  readonly type: number;
  readonly modality: number;
  readonly modalityExact: number;
  readonly timeStart: number;
  readonly timeOverlap: number;
  readonly evidence: number;
  readonly about: number;
  readonly byType: Readonly<Record<string, Figure>>;
  readonly missed: readonly ScoredClaim[];
  readonly spurious: readonly ScoredClaim[];
  readonly wrong: readonly ClaimMatch[];
  readonly wrongEvents: readonly WrongEvent[];
}

/** Scores `predicted` against `gold`. Pure; see the head of this file for what each figure means. */
export function score(gold: Annotation, predicted: Annotation, options: MatchOptions = {}): Score {
  const comparison = new Comparison(gold, predicted, options);
  const { matches, asked } = comparison;
  const counted = comparison.predicted;
  const goldEvent = eventByClaim(gold);
  const predictedEvent = eventByClaim(predicted);
  const edgesRight = matches.filter((match) => comparison.right(match.gold, match.predicted));
  const perClaim = claimShares(comparison);
  const graph = graphFigures(comparison, goldEvent, predictedEvent);
  const standsFor = majorityEvent(matches, goldEvent, predictedEvent);
  return {
    ...graph,
    claims: figure(matches.length, counted.length, asked.length),
    edges: figure(edgesRight.length, counted.length, asked.length),
    strict: figure(
      edgesRight.filter((match) => isStrict(comparison, match)).length,
      counted.length,
      asked.length,
    ),
    roles: roleFigures(comparison),
    ...clusterFigures(matches, goldEvent, predictedEvent),
    replies: replyFigure(gold, predicted, options, (id) => goldEvent.get(id) ?? id, standsFor),
    relations: relationFigure(gold, predicted, options, comparison.link),
    ...perClaim,
    about: aboutShare(matches, goldEvent, standsFor),
    byType: typeFigures(comparison),
    missed: asked.filter((claim) => !comparison.answered.has(claim.id)),
    spurious: counted.filter((claim) => !comparison.used.has(claim.id)),
    wrong: matches.filter((match) => !comparison.right(match.gold, match.predicted)),
  };
}

function eventByClaim(annotation: Annotation): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const event of annotation.events ?? []) {
    for (const id of idsIn(event.claims)) if (!result.has(id)) result.set(id, event.id);
  }
  return result;
}

function exactType({ gold, predicted }: ClaimMatch): boolean {
  return gold.type === predicted.type && (!gold.subtype || gold.subtype === predicted.subtype);
}

function sameFactuality({ gold, predicted }: ClaimMatch): boolean {
  return isFactualModality(gold.modality) === isFactualModality(predicted.modality);
}

function isStrict(comparison: Comparison, match: ClaimMatch): boolean {
  const wanted = comparison.participants(match.gold, "gold");
  const given = withAccepted(
    wanted,
    comparison.participants(match.predicted, "predicted"),
    comparison.accept,
  );
  const sameAgents =
    wanted.agent.size === given.agent.size && [...wanted.agent].every((id) => given.agent.has(id));
  return exactType(match) && sameFactuality(match) && sameAgents;
}

interface TimeOf {
  readonly time?: { readonly start?: string; readonly end?: string };
}

function claimShares({ matches }: Comparison) {
  const n = matches.length || 1;
  let dated = 0;
  let sameStart = 0;
  let overlapping = 0;
  for (const { gold, predicted } of matches) {
    const wanted = (gold as TimeOf).time;
    const given = (predicted as TimeOf).time;
    if (!wanted?.start) continue;
    dated++;
    if (!given?.start) continue;
    if (wanted.start.slice(0, 10) === given.start.slice(0, 10)) sameStart++;
    // "~" sorts after every digit: an end day includes the whole day.
    if (given.start <= `${wanted.end ?? wanted.start}~` && wanted.start <= `${given.end ?? given.start}~`)
      overlapping++;
  }
  const tightness = matches.reduce(
    (sum, { gold, predicted }) =>
      sum +
      Math.max(
        ...[gold.evidence, ...listOf(gold.also_evidence)].map((e) =>
          evidenceJaccard(evidenceText(e), evidenceText(predicted.evidence)),
        ),
      ),
    0,
  );
  return {
    type: matches.filter(exactType).length / n,
    modality: matches.filter(sameFactuality).length / n,
    modalityExact: matches.filter(({ gold, predicted }) => gold.modality === predicted.modality).length / n,
    timeStart: dated ? sameStart / dated : 0,
    timeOverlap: dated ? overlapping / dated : 0,
    evidence: matches.length > 0 ? tightness / matches.length : 0,
  };
}

function roleFigures(comparison: Comparison): Record<ScoredRole, Figure> {
  const counts = Object.fromEntries(SCORED_ROLES.map((role) => [role, [0, 0, 0]])) as Record<
    ScoredRole,
    [number, number, number]
  >;
  for (const { gold, predicted } of comparison.matches) {
    const wanted = comparison.participants(gold, "gold");
    const given = withAccepted(wanted, comparison.participants(predicted, "predicted"), comparison.accept);
    for (const role of SCORED_ROLES) {
      counts[role][0] += [...given[role]].filter((id) => wanted[role].has(id)).length;
      counts[role][1] += given[role].size;
      counts[role][2] += wanted[role].size;
    }
  }
  return Object.fromEntries(SCORED_ROLES.map((role) => [role, figure(...counts[role])])) as Record<
    ScoredRole,
    Figure
  >;
}

function countOf(claims: readonly ScoredClaim[], family: string): number {
  return claims.filter((claim) => scoredFamily(claim.type) === family).length;
}

function typeFigures(comparison: Comparison): Record<string, Figure> {
  const families = new Set(
    [...comparison.gold, ...comparison.predicted].map((claim) => scoredFamily(claim.type)),
  );
  return Object.fromEntries(
    [...families].map((family) => {
      const right = comparison.matches.filter(
        (match) => scoredFamily(match.gold.type) === family && comparison.right(match.gold, match.predicted),
      );
      return [
        family,
        figure(right.length, countOf(comparison.predicted, family), countOf(comparison.asked, family)),
      ];
    }),
  );
}

/** B-cubed and cross-document pairs over matched action claims. */
function clusterFigures(
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

type ToEvent = (id: string) => string | undefined;

/** A predicted event stands for the gold event that most of its matched claims belong to. */
function majorityEvent(
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

function replyFigure(
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

function relationFigure(
  gold: Annotation,
  predicted: Annotation,
  { documents }: MatchOptions,
  link: (id: string) => string,
): Figure {
  const wanted = new Set(
    (gold.relations ?? [])
      .filter((relation) => !documents || documents.includes(String(relation.doc)))
      .map((relation) => `${relation.subject} ${relation.type} ${relation.object}`),
  );
  const given = new Set(
    (predicted.relations ?? [])
      .filter(
        (relation) =>
          !documents || !(relation.doc ?? relation.document) || documents.includes(documentOf(relation)),
      )
      .map((relation) => `${link(relation.subject)} ${relation.type} ${link(relation.object)}`),
  );
  return figure([...given].filter((key) => wanted.has(key)).length, given.size, wanted.size);
}

function aboutShare(
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
