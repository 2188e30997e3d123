/**
 * What speaks for or against a claim being right, as named binary features. The weights are fitted on annotated
 * reports (scripts/fit-reading.ts); a feature without a weight counts for nothing.
 */
import { familyOf, type Role } from "../../ontology/index.ts";
import type { EntityLookup } from "../entities.ts";
import { isAct, type Reading } from "../reading.ts";
import { groupOf } from "./reading-form.ts";
import { step } from "./weighing.ts";
import type { DraftClaim, Filler } from "../types.ts";

/** Names of the features that hold, in a fixed order. `crowd` is the number of claims read out of the sentence. */
export function confidenceFeatures(
  reading: Reading,
  claim: DraftClaim,
  entities: EntityLookup,
  crowd: number,
): string[] {
  const group = groupOf(reading);
  const agent = sideOf(claim, isAct(reading) ? "agent" : "speaker", entities);
  const target = sideOf(claim, "target", entities);
  const place = sideOf(claim, "place", entities);
  const other = target.state === "none" ? place : target;
  const { sentence } = reading.view;
  return [
    group,
    `type ${familyOf(claim.type)}`,
    `frame ${reading.pattern.frameName}`,
    `${group} by ${reading.verbal ? "verb" : "noun"}`,
    `trigger of ${reading.pattern.words.length > 1 ? "several words" : "one word"}`,
    `modality ${claim.modality}`,
    `${group} doer ${agent.state}`,
    `${group} doer ${agent.type}`,
    `${group} target ${target.state}`,
    `${group} target ${target.type}`,
    `${group} place ${place.state}`,
    `${group} sides ${agent.state}, ${other.state}`,
    `doers ${many(agent.count)}`,
    `targets ${many(target.count)}`,
    `places ${many(place.count)}`,
    `doer ${distance(reading, agent.first)}`,
    `other side ${distance(reading, other.first)}`,
    `source ${claim.roles.source?.length ? "named" : claim.sourceText ? "described" : "none"}`,
    `time ${claim.time ? (within(claim.time.text, claim.evidence.text) ? "own" : "inherited") : "none"}`,
    `${group} of ${crowd > 4 ? "many" : crowd} in its sentence`,
    sentence.kind,
    ...(claim.subtype ? [`subtype ${claim.subtype}`] : []),
    ...(reading.effect ? [`${group} told by its effect`] : []),
    ...(reading.arguments?.bySurface ? [`${group} read by position`] : []),
    ...(reading.arguments?.passive ? [`${group} passive`] : []),
    ...(reading.view.tokens[reading.at]?.quoted ? [`${group} in quotation`] : []),
    ...(claim.answers.length > 0 ? ["answers another act"] : []),
    ...(reading.members.length > 1 ? [`${group} of several triggers`] : []),
    ...(isAct(reading) ? [] : [`speaks of ${many(claim.about.length)}`]),
    ...learnedFeatures(reading, group),
    ...(sameSides(claim, entities) ? ["doer and target on one side"] : []),
  ];
}

/** How sure the other learned parts were of the reading, and how those whom they chose stand in the text. */
function learnedFeatures(reading: Reading, group: string): string[] {
  const { probability } = reading.acceptance;
  return [
    `accepted ${step(probability, LIKELY)}`,
    `${group} accepted ${step(probability, LIKELY)}`,
    ...(reading.doubt === undefined ? [] : [`doubted: ${reading.doubt}`]),
    ...reading.choices.flatMap(({ role, candidates, chosen }) => {
      const own = candidates[chosen]?.probability ?? 0;
      const rival = Math.max(0, ...candidates.filter((_, i) => i !== chosen).map((c) => c.probability));
      return [
        `${role} ranked ${step(own, LIKELY)}`,
        `${role} rival ${step(rival, LIKELY)}`,
        `${role} by ${chosen === 0 ? "rules" : "ranking"}`,
        ...(candidates[chosen]?.features ?? []).map((feature) => `${role} chosen ${feature}`),
      ];
    }),
  ];
}

/** Steps of a probability. */
const LIKELY = [0.3, 0.5, 0.7, 0.85, 0.95];

interface Side {
  readonly state: "named" | "inferred" | "none";
  readonly type: string;
  readonly count: number;
  readonly first: Filler | undefined;
}

function sideOf(claim: DraftClaim, role: Role, entities: EntityLookup): Side {
  const found = claim.roles[role] ?? [];
  const [first] = found;
  if (!first) return { state: "none", type: "nobody", count: 0, first };
  const known = first.mention.candidates.length > 0;
  return {
    state: found.every((filler) => filler.inferred) ? "inferred" : "named",
    type: known ? (entities.typeOf(first.mention) ?? "untyped") : "unknown to the packs",
    count: found.length,
    first,
  };
}

function sameSides(claim: DraftClaim, entities: EntityLookup): boolean {
  return (claim.roles.agent ?? []).some((agent) =>
    (claim.roles.target ?? []).some((target) => entities.sameSide(agent.mention, target.mention)),
  );
}

const many = (count: number): string => (count > 2 ? "many" : String(count));

/** Characters between trigger and filler, in steps that tell a clause from a sentence from a paragraph. */
function distance(reading: Reading, filler: Filler | undefined): string {
  const trigger = reading.view.tokens[reading.at];
  if (!filler || !trigger) return "nowhere";
  const gap = Math.max(filler.mention.start - trigger.end, trigger.start - filler.mention.end, 0);
  return `${filler.mention.start < trigger.start ? "before" : "after"} by ${step(gap, [2, 12, 40, 100, 300])}`;
}

const within = (part: string | undefined, whole: string): boolean =>
  part !== undefined && whole.includes(part);
