/**
 * Who fills a role: chosen by a conditional logit model among those named in this and the last sentences, whoever the
 * rules found, and nobody. The rules' verdict is a feature, and stands where no other candidate is clearly likelier.
 */
import type { RoleWeights } from "../../packs/index.ts";
import { clauseTokens } from "../clause-span.ts";
import { canFill, type EntityLookup, mentionOf, sameEntity } from "../entities.ts";
import { fillers, isAct, isAttack, type Reading, type RoleChoice } from "../reading.ts";
import type { RegisteredEvent } from "../register.ts";
import { ownClauseStart } from "../leading-circumstance.ts";
import { qualifies } from "../phrase-reader.ts";
import type { SentenceView } from "../sentence-view.ts";
import type { Filler, Mention } from "../types.ts";
import {
  nobodyFeatures,
  participantFeatures,
  type RoleContext,
  type Standing,
  verdictFeatures,
} from "./role-features.ts";
import { likeliest, softmax, weigh } from "./weighing.ts";

export type RankedRole = keyof RoleWeights["roles"];

/** What the report has told up to a reading. */
export interface Surroundings {
  /** The last sentences, the reading's own at the end. */
  readonly views: readonly SentenceView[];
  readonly entities: EntityLookup;
  /** In the order in which they were told. */
  readonly events: readonly RegisteredEvent[];
  /** Readings of the same sentence. */
  readonly readings: readonly Reading[];
  readonly mentioned: (mention: Mention) => number;
}

/** Nearer candidates come first; more than these are never weighed, whatever the length of a sentence. */
const MAX_CANDIDATES = 12;

/** Roles that are ranked: those that an edge of the graph hangs on. */
export const rankedRoles = (reading: Reading): readonly RankedRole[] =>
  isAct(reading) ? ["agent", "target"] : ["speaker"];

/** Weighs the candidates for a role; the first one is the rules' choice, which may be nobody. */
export function rankRole(
  reading: Reading,
  role: RankedRole,
  surroundings: Surroundings,
  { roles, margin }: RoleWeights,
): RoleChoice {
  const { views, entities, events, readings, mentioned } = surroundings;
  const verdict = fillers(reading, role);
  const context: RoleContext = {
    entities,
    events: events.slice(-1),
    beside: readings.filter((r) => r !== reading),
    clause: new Set(clauseTokens(reading)),
    mentioned,
  };
  const named = namedNearby(reading, role, views, entities).filter(
    ({ mention }) => !verdict.some((f) => sameEntity(f.mention, mention)),
  );
  const nobody = nobodyFeatures(reading, role, verdict, named.length);
  const [first] = verdict;
  const own = first
    ? participantFeatures(reading, role, first.mention, standingOf(first.mention, views), context)
    : nobody;
  const options: { fillers: readonly Filler[]; features: readonly string[] }[] = [
    { fillers: verdict, features: [...verdictFeatures(reading, role, verdict), ...own] },
    ...(first ? [{ fillers: [], features: ["other", ...nobody] }] : []),
    ...named.map(({ mention, standing }) => ({
      fillers: [{ mention, inferred: standing.back > 0 }],
      features: ["other", ...participantFeatures(reading, role, mention, standing, context)],
    })),
  ];
  const probabilities = softmax(options.map(({ features }) => weigh(features, roles[role] ?? {})));
  const candidates = options.map((option, i) => ({ ...option, probability: probabilities[i] ?? 0 }));
  return { role, candidates, chosen: likeliest(probabilities, margin) };
}

/** Those named in the last sentences who can fill the role, each once where it stands nearest to the trigger. */
function namedNearby(
  reading: Reading,
  role: RankedRole,
  views: readonly SentenceView[],
  entities: EntityLookup,
): { mention: Mention; standing: Standing }[] {
  const out: { mention: Mention; standing: Standing }[] = [];
  const barred = barredTokens(reading, role);
  const from = isAct(reading) ? ownClauseStart(reading) : 0;
  for (const [back, view] of views.toReversed().entries()) {
    const tokens = [...view.tokens.keys()].filter(
      (k) => view.name(k) !== undefined && !qualifies(view, k) && (back > 0 || (k >= from && !barred.has(k))),
    );
    if (back === 0) tokens.sort((a, b) => Math.abs(a - reading.at) - Math.abs(b - reading.at) || a - b);
    else tokens.reverse();
    for (const at of tokens) {
      if (out.length === MAX_CANDIDATES) return out;
      const name = view.name(at);
      if (!name) continue;
      const mention = mentionOf(entities, name, role, standsForForces(reading, view, at));
      if (!canFill(role, entities.typeOf(mention))) continue;
      if (out.some((candidate) => sameEntity(candidate.mention, mention))) continue;
      out.push({ mention, standing: { view, at, back } });
    }
  }
  return out;
}

/** Names that stand as object of the trigger never act or speak in it, and its subject never undergoes it. */
function barredTokens({ arguments: args, at, view }: Reading, role: RankedRole): ReadonlySet<number> {
  if (!args || args.bySurface) return new Set();
  const heads = role === "target" ? args.subjects : args.objects;
  return new Set(heads.flatMap((h) => [h, ...view.kids(h, "conj")]).filter((h) => h !== at));
}

/** Whether a nationality word means the armed forces: by the noun it modifies, else by what is told. */
function standsForForces(reading: Reading, view: SentenceView, at: number): boolean {
  const head = view.head(at);
  if (head >= 0 && (view.isOfClass(head, "state") || view.isOfClass(head, "office"))) return false;
  if (head >= 0 && view.isOfClass(head, "military")) return true;
  return isAttack(reading) || reading.type === "mobilize" || reading.type === "withdraw";
}

function standingOf(mention: Mention, views: readonly SentenceView[]): Standing | undefined {
  for (const [back, view] of views.toReversed().entries()) {
    const at = view.tokens.findIndex((t) => t.start <= mention.start && mention.start < t.end);
    if (at >= 0) return { view, at, back };
  }
  return undefined;
}
