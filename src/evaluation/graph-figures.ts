/** The headline figure: events and statements as a user of the graph sees them. */
import {
  edgeRight,
  isActionType,
  isFactualModality,
  type Participants,
  SCORED_ROLES,
  type ScoredRole,
  withAccepted,
} from "./compare.ts";
import { type Figure, figure } from "./figures.ts";
import type { ScoredClaim } from "./gold.ts";
import type { Comparison } from "./match.ts";

/** A predicted event that meets a gold one, with the wrong sides. */
export interface WrongEvent {
  readonly gold: string;
  readonly expected: string;
  readonly got: string;
}

/** Gold and predicted action events meet one to one by shared matched claims, most first. */
export function graphFigures(
  comparison: Comparison,
  goldEvent: ReadonlyMap<string, string>,
  predictedEvent: ReadonlyMap<string, string>,
): { graph: Figure; graphEvents: Figure; statements: Figure; wrongEvents: WrongEvent[] } {
  const wanted = factualEvents(comparison.asked, goldEvent);
  const given = factualEvents(comparison.predicted, predictedEvent);
  const shared = new Map<string, number>();
  for (const { gold, predicted } of comparison.matches) {
    const goldId = goldEvent.get(gold.id) ?? gold.id;
    const predictedId = predictedEvent.get(predicted.id) ?? predicted.id;
    if (!wanted.has(goldId) || !given.has(predictedId)) continue;
    const key = `${goldId}\t${predictedId}`;
    shared.set(key, (shared.get(key) ?? 0) + 1);
  }
  const usedGold = new Set<string>();
  const usedPredicted = new Set<string>();
  const wrongEvents: WrongEvent[] = [];
  let eventsRight = 0;
  for (const [key] of [...shared].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))) {
    const [goldId = "", predictedId = ""] = key.split("\t");
    if (usedGold.has(goldId) || usedPredicted.has(predictedId)) continue;
    usedGold.add(goldId);
    usedPredicted.add(predictedId);
    const nobody = new Set<string>();
    const goldClaims = (wanted.get(goldId) ?? []).map((claim) => claim.id);
    const goldRoles: Participants = {
      ...comparison.gatherRoles({}, goldClaims),
      speaker: nobody,
      source: nobody,
    };
    const givenRoles = predictedRoles(comparison, given.get(predictedId) ?? []);
    if (edgeRight(goldRoles, withAccepted(goldRoles, givenRoles, comparison.accept), "attack")) eventsRight++;
    else wrongEvents.push({ gold: goldId, expected: sidesOf(goldRoles), got: sidesOf(givenRoles) });
  }
  const statementsRight = comparison.matches.filter(
    (match) =>
      isFactualStatement(match.gold) &&
      isFactualStatement(match.predicted) &&
      comparison.right(match.gold, match.predicted),
  ).length;
  const graphEvents = figure(eventsRight, given.size, wanted.size);
  const statements = figure(
    statementsRight,
    comparison.predicted.filter(isFactualStatement).length,
    comparison.asked.filter(isFactualStatement).length,
  );
  const graph = figure(
    eventsRight + statementsRight,
    (graphEvents.predicted ?? 0) + (statements.predicted ?? 0),
    (graphEvents.gold ?? 0) + (statements.gold ?? 0),
  );
  return { graph, graphEvents, statements, wrongEvents };
}

/** A claim without a modality asserts. */
function isFactualClaim(claim: ScoredClaim): boolean {
  return isFactualModality(claim.modality ?? "asserted");
}

function isFactualStatement(claim: ScoredClaim): boolean {
  return !isActionType(claim.type) && isFactualClaim(claim);
}

/** Factual action claims by the event that they belong to; a claim without one is an event of its own. */
function factualEvents(
  claims: readonly ScoredClaim[],
  eventOf: ReadonlyMap<string, string>,
): Map<string, ScoredClaim[]> {
  const events = new Map<string, ScoredClaim[]>();
  for (const claim of claims) {
    if (!isActionType(claim.type) || !isFactualClaim(claim)) continue;
    const event = eventOf.get(claim.id) ?? claim.id;
    events.set(event, [...(events.get(event) ?? []), claim]);
  }
  return events;
}

function predictedRoles(comparison: Comparison, claims: readonly ScoredClaim[]): Participants {
  const roles: Record<ScoredRole, Set<string>> = {
    agent: new Set(),
    target: new Set(),
    place: new Set(),
    speaker: new Set(),
    source: new Set(),
  };
  for (const claim of claims) {
    const participants = comparison.participants(claim, "predicted");
    for (const role of SCORED_ROLES) for (const id of participants[role]) roles[role].add(id);
  }
  return roles;
}

function sidesOf(roles: Participants): string {
  return `${[...roles.agent].join(",")}→${[...roles.target, ...roles.place].join(",")}`;
}
