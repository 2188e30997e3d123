/** Which predicted claim answers which gold claim, and whether its participants are right. */
import {
  acceptedIds,
  documentOf,
  edgeRight,
  entityLinker,
  evidenceOverlap,
  evidenceText,
  idsIn,
  isActionType,
  listOf,
  meets,
  type Participants,
  participantsOf,
  plainText,
  scoredFamily,
  union,
  withAccepted,
} from "./compare.ts";
import type { Annotation, ScoredClaim, ScoredEvent } from "./gold.ts";

export interface ClaimMatch {
  readonly gold: ScoredClaim;
  readonly predicted: ScoredClaim;
}

export interface MatchOptions {
  /** Document ids to score; default all. */
  readonly documents?: readonly string[];
  /** Predicted claims below it are left out; default 0. */
  readonly minConfidence?: number;
}

type EventRoles = Pick<Participants, "agent" | "target" | "place">;

/** Gold against prediction, with every claim-level judgement that the figures need. */
export class Comparison {
  readonly gold: readonly ScoredClaim[];
  readonly predictedAll: readonly ScoredClaim[];
  /** Predictions that count: not on a repeat that gold folded away, not on an optional claim. */
  readonly predicted: readonly ScoredClaim[];
  /** Gold claims that are asked for. */
  readonly asked: readonly ScoredClaim[];
  /** One-to-one, without optional gold claims, best first. */
  readonly matches: readonly ClaimMatch[];
  /** Gold claims with any match, optional ones included. */
  readonly answered: ReadonlySet<string>;
  /** Predictions with any match. */
  readonly used: ReadonlySet<string>;
  readonly goldParticipants: ReadonlyMap<string, Participants>;
  readonly predictedParticipants: ReadonlyMap<string, Participants>;
  readonly accept: ReadonlyMap<string, ReadonlySet<string>>;
  readonly link: (id: string) => string;
  private readonly rolesOfEvent = new Map<string, EventRoles>();
  private readonly goldNames: ReadonlyMap<string, readonly string[]>;
  private readonly goldWords: ReadonlyMap<string, string>;

  constructor(gold: Annotation, predicted: Annotation, options: MatchOptions = {}) {
    const { documents, minConfidence = 0 } = options;
    const inScope = (claim: ScoredClaim) => !documents || documents.includes(documentOf(claim));
    const sure = (claim: ScoredClaim) => !minConfidence || (claim.confidence ?? 1) >= minConfidence;
    this.link = entityLinker(gold.entities, predicted.entities);
    this.gold = gold.claims.filter(inScope);
    this.predictedAll = predicted.claims.filter((claim) => sure(claim) && inScope(claim));
    this.accept = acceptedIds(gold);
    this.goldParticipants = new Map(this.gold.map((claim) => [claim.id, participantsOf(claim, (id) => id)]));
    this.predictedParticipants = new Map(
      this.predictedAll.map((claim) => [claim.id, participantsOf(claim, this.link)]),
    );
    this.goldNames = new Map(
      gold.entities.map((e) => [
        e.id,
        [e.name, ...listOf(e.aliases)].map(plainText).filter((name) => name.length > 1),
      ]),
    );
    this.goldWords = new Map(
      this.gold.map((claim) => [claim.id, ` ${plainText(goldEvidence(claim).map(evidenceText).join(" "))} `]),
    );
    for (const event of gold.events ?? []) {
      const roles = this.gatherRoles(event, idsIn(event.claims));
      for (const id of idsIn(event.claims)) this.rolesOfEvent.set(id, roles);
    }
    const matched = this.matchAll();
    this.answered = new Set(matched.map((match) => match.gold.id));
    this.used = new Set(matched.map((match) => match.predicted.id));
    this.matches = matched.filter((match) => !match.gold.optional);
    const optional = new Set(
      matched.filter((match) => match.gold.optional).map((match) => match.predicted.id),
    );
    this.predicted = this.predictedAll.filter(
      (claim) => !optional.has(claim.id) && (this.used.has(claim.id) || !this.isRepeat(claim)),
    );
    this.asked = this.gold.filter((claim) => !claim.optional);
  }

  participants(claim: ScoredClaim, side: "gold" | "predicted"): Participants {
    const found = (side === "gold" ? this.goldParticipants : this.predictedParticipants).get(claim.id);
    return found ?? participantsOf(claim, this.link);
  }

  /** Roles of a gold event: its own and those of its claims. */
  gatherRoles(event: Omit<ScoredEvent, "id">, claimIds: readonly string[]): EventRoles {
    const roles = {
      agent: new Set(idsIn(event.agent)),
      target: new Set(idsIn(event.target)),
      place: new Set(idsIn(event.place)),
    };
    for (const id of claimIds) {
      const participants = this.goldParticipants.get(id);
      if (!participants) continue;
      for (const role of ["agent", "target", "place"] as const)
        for (const x of participants[role]) roles[role].add(x);
    }
    return roles;
  }

  /** Right as it stands; or, for an action, with inherited roles left out or filled from its own event. */
  right(gold: ScoredClaim, predicted: ScoredClaim): boolean {
    const wanted = this.participants(gold, "gold");
    const raw = this.participants(predicted, "predicted");
    const given = withAccepted(wanted, raw, this.accept);
    if (edgeRight(wanted, given, gold.type)) return true;
    if (!isActionType(gold.type)) return false;
    const event = this.rolesOfEvent.get(gold.id);
    const byEvent = event && withAccepted(event, raw, this.accept);
    const doer =
      wanted.agent.size > 0
        ? meets(wanted.agent, given.agent) || (given.agent.size === 0 && !this.namedIn(gold, wanted.agent))
        : given.agent.size === 0 ||
          (event !== undefined && byEvent !== undefined && meets(event.agent, byEvent.agent));
    const wantedOthers = union(wanted.target, wanted.place);
    const givenOthers = union(given.target, given.place);
    const other =
      wantedOthers.size === 0 ||
      meets(wantedOthers, givenOthers) ||
      (givenOthers.size === 0 && !this.namedIn(gold, wantedOthers)) ||
      (event !== undefined &&
        byEvent !== undefined &&
        !this.namedIn(gold, wantedOthers) &&
        meets(union(event.target, event.place), union(byEvent.target, byEvent.place)));
    return doer && other;
  }

  /** Whether the claim's own words name one of the entities (or an accepted stand-in). */
  private namedIn(claim: ScoredClaim, ids: ReadonlySet<string>): boolean {
    const words = this.goldWords.get(claim.id) ?? "";
    return [...ids].some((id) =>
      [id, ...(this.accept.get(id) ?? [])].some((any) =>
        (this.goldNames.get(any) ?? []).some((name) => words.includes(` ${name} `)),
      ),
    );
  }

  /** One-to-one, best first: overlap, then right participants, then exact type. */
  private matchAll(): ClaimMatch[] {
    const candidates: { gold: ScoredClaim; predicted: ScoredClaim; score: number }[] = [];
    for (const gold of this.gold) {
      for (const predicted of this.predictedAll) {
        if (
          documentOf(gold) !== documentOf(predicted) ||
          scoredFamily(gold.type) !== scoredFamily(predicted.type)
        )
          continue;
        const overlap = Math.max(
          ...goldEvidence(gold).map((e) =>
            evidenceOverlap(evidenceText(e), evidenceText(predicted.evidence)),
          ),
        );
        if (overlap < 0.5) continue;
        const bonus =
          (this.right(gold, predicted) ? 1 : 0) +
          (gold.subtype && gold.subtype === predicted.subtype ? 0.2 : 0) +
          (gold.type === predicted.type ? 0.1 : 0);
        candidates.push({ gold, predicted, score: overlap + bonus });
      }
    }
    candidates.sort(
      (a, b) =>
        b.score - a.score ||
        a.gold.id.localeCompare(b.gold.id) ||
        a.predicted.id.localeCompare(b.predicted.id),
    );
    const usedGold = new Set<string>();
    const usedPredicted = new Set<string>();
    const matches: ClaimMatch[] = [];
    for (const { gold, predicted } of candidates) {
      if (usedGold.has(gold.id) || usedPredicted.has(predicted.id)) continue;
      usedGold.add(gold.id);
      usedPredicted.add(predicted.id);
      matches.push({ gold, predicted });
    }
    return matches;
  }

  /** A prediction on a repeat that gold folded into `also_evidence` is neither right nor wrong. */
  private isRepeat(predicted: ScoredClaim): boolean {
    return this.gold.some(
      (gold) =>
        documentOf(gold) === documentOf(predicted) &&
        scoredFamily(gold.type) === scoredFamily(predicted.type) &&
        listOf(gold.also_evidence).some(
          (e) => evidenceOverlap(evidenceText(e), evidenceText(predicted.evidence)) >= 0.5,
        ),
    );
  }
}

function goldEvidence(claim: ScoredClaim): readonly unknown[] {
  return [claim.evidence, ...listOf(claim.also_evidence)];
}
