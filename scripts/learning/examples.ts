/** What the learned parts of reading learn from: claims read by rules, beside what people read in the same words. */
import {
  documentOf,
  entityLinker,
  evidenceText,
  idsIn,
  isActionType,
  listOf,
  plainText,
  scoredFamily,
} from "../../src/evaluation/compare.ts";
import type { Annotation, ScoredClaim } from "../../src/evaluation/gold.ts";
import type { RankedRole } from "../../src/extraction/learned/rank-role.ts";
import { isAct, type Reading, type RoleChoice } from "../../src/extraction/reading.ts";
import type { Mention } from "../../src/extraction/types.ts";
import type { Choice, Example } from "../logistic.ts";
import type { AnnotatedSet, ReadSet } from "./annotated-set.ts";

/** Claims of the set, each with the features of its acceptance and whether people made a claim of it. */
export function acceptanceExamples({ comparison, basisOf }: ReadSet): Example[] {
  const matched = new Set(comparison.matches.map(({ predicted }) => predicted.id));
  return comparison.predicted.flatMap(({ id }) => {
    const basis = basisOf(id);
    return basis ? [{ features: basis.reading.acceptance.features, label: matched.has(id) }] : [];
  });
}

/** Claims of the set, each with the features of its confidence and whether it is right with its participants. */
export function confidenceExamples({ comparison, basisOf }: ReadSet): Example[] {
  const right = new Set(
    comparison.matches.filter((m) => comparison.right(m.gold, m.predicted)).map((m) => m.predicted.id),
  );
  return comparison.predicted.flatMap(({ id }) => {
    const basis = basisOf(id);
    return basis ? [{ features: basis.features, label: right.has(id) }] : [];
  });
}

/**
 * Choices of one role, with the candidate that people chose. A role that they left open, or took from outside the
 * claim's words where no candidate is right, is nobody's; one whose filler is no candidate teaches nothing.
 */
export function roleChoices(set: AnnotatedSet, { comparison, basisOf }: ReadSet, role: RankedRole): Choice[] {
  const gold = new GoldRoles(set);
  return comparison.matches.flatMap((match) => {
    const choice = basisOf(match.predicted.id)?.reading.choices.find((each) => each.role === role);
    const right = choice && gold.rightCandidate(match.gold, role, choice);
    return choice && right !== undefined
      ? [{ candidates: choice.candidates.map(({ features }) => features), right }]
      : [];
  });
}

/**
 * Choices of a type, with the one that people gave to the same words: that of the claim that the reading meets, else
 * that of the only claim of its kind which nothing meets and whose trigger, or evidence where no trigger is marked, it
 * stands in. Readings that people made no claim of teach nothing here.
 */
export function typeChoices({ comparison, basisOf }: ReadSet): Choice[] {
  const goldOf = new Map(comparison.matches.map((match) => [match.predicted.id, match.gold]));
  const missed = comparison.gold.filter((claim) => !comparison.answered.has(claim.id));
  return comparison.predictedAll.flatMap((predicted) => {
    const reading = basisOf(predicted.id)?.reading;
    const candidates = reading?.typeChoice?.candidates;
    if (!reading || !candidates) return [];
    const met = goldOf.get(predicted.id);
    const types = met
      ? [met.type]
      : missed
          .filter((claim) => isActionType(claim.type) === isAct(reading) && standsIn(reading, claim))
          .map((claim) => claim.type);
    const [type, ...more] = [...new Set(types.map(scoredFamily))];
    const right = candidates.findIndex((candidate) => scoredFamily(candidate.type) === type);
    return more.length > 0 || right < 0 ? [] : [{ candidates: candidates.map((c) => c.features), right }];
  });
}

/** Whether the reading's trigger word stands in the claim's trigger, or in its evidence where none is marked. */
function standsIn({ view, members }: Reading, claim: ScoredClaim): boolean {
  const { doc } = view.doc;
  if (doc.id !== documentOf(claim)) return false;
  const evidence = evidenceText(claim.evidence);
  const from = doc.text.indexOf(evidence);
  if (from < 0) return false;
  const trigger = typeof claim.trigger === "string" ? claim.trigger : evidence;
  const start = from + evidence.indexOf(trigger);
  return members.some((m) => {
    const token = view.tokens[m];
    return token !== undefined && start <= token.start && token.end <= start + trigger.length;
  });
}

/** Which candidates fill a role as gold does. */
class GoldRoles {
  readonly #link: (id: string) => string;
  readonly #accepted: ReadonlyMap<string, readonly string[]>;
  readonly #names: ReadonlyMap<string, readonly string[]>;
  readonly #eventOf: ReadonlyMap<string, Annotation["claims"][number] | { readonly id: string }>;

  constructor({ gold, packs }: AnnotatedSet) {
    this.#link = entityLinker(
      gold.entities,
      packs.entities.map((entity) => ({ ...entity })),
    );
    this.#accepted = new Map(gold.entities.map((entity) => [entity.id, entity.accept ?? []]));
    this.#names = new Map(
      gold.entities.map((entity) => [
        entity.id,
        [entity.name, ...listOf(entity.aliases)].map(plainText).filter((name) => name.length > 1),
      ]),
    );
    this.#eventOf = new Map(
      (gold.events ?? []).flatMap((event) => idsIn(event.claims).map((claim) => [claim, event] as const)),
    );
  }

  /** Position of the right candidate; undefined where none is. */
  rightCandidate(claim: ScoredClaim, role: RankedRole, { candidates }: RoleChoice): number | undefined {
    const own = idsIn(claim[role]);
    const wanted = role === "target" && own.length === 0 ? idsIn(claim.place) : own;
    const right = candidates.findIndex(({ fillers }) => {
      const good = fillers.filter((filler) => this.#isOneOf(filler.mention, wanted)).length;
      return good > 0 && 2 * good >= fillers.length;
    });
    if (right >= 0) return right;
    const nobody = candidates.findIndex(({ fillers }) => fillers.length === 0);
    if (wanted.length > 0)
      return isActionType(claim.type) && !this.#isNamedIn(claim, wanted) ? nobody : undefined;
    return this.#isOfEvent(claim, candidates[0]) ? 0 : nobody;
  }

  #isOneOf(mention: Mention, wanted: readonly string[]): boolean {
    const names = [mention.candidates[0] ?? mention.proposed?.name ?? mention.text, mention.text];
    return names
      .map((name) => this.#link(name))
      .some((id) => wanted.some((each) => each === id || this.#accepted.get(each)?.includes(id)));
  }

  /** Whether the claim's own words name one of the entities. */
  #isNamedIn(claim: ScoredClaim, ids: readonly string[]): boolean {
    const evidence = [claim.evidence, ...listOf(claim.also_evidence)].map(evidenceText).join(" ");
    const words = ` ${plainText(evidence)} `;
    return ids.some((id) => this.#names.get(id)?.some((name) => words.includes(` ${name} `)));
  }

  /** Whether the rules took somebody from elsewhere who does take part in the event: as good as nobody. */
  #isOfEvent(claim: ScoredClaim, verdict: RoleChoice["candidates"][number] | undefined): boolean {
    const event = this.#eventOf.get(claim.id) as Record<string, unknown> | undefined;
    const parts = event ? ["agent", "target", "place"].flatMap((part) => idsIn(event[part])) : [];
    return verdict?.fillers.some(({ mention }) => this.#isOneOf(mention, parts)) ?? false;
  }
}
