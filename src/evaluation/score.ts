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
  isFactualModality,
  listOf,
  SCORED_ROLES,
  type ScoredRole,
  scoredFamily,
  withAccepted,
} from "./compare.ts";
import { aboutShare, clusterFigures, eventByClaim, majorityEvent, replyFigure } from "./event-figures.ts";
import { type Figure, figure } from "./figures.ts";
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
