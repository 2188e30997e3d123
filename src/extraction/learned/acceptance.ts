/**
 * Whether what the frames read is told as a claim at all: a logistic model over the reading and its surroundings. A
 * rule that would rather leave a reading out says why (`doubt`), and that reason is one feature among others.
 */
import { familyOf } from "../../ontology/index.ts";
import type { AcceptanceWeights, FrameRole } from "../../packs/index.ts";
import type { EntityLookup } from "../entities.ts";
import { fillers, isAct, type Reading } from "../reading.ts";
import type { RegisteredEvent } from "../register.ts";
import { contextFeatures } from "./acceptance-context.ts";
import { formOf, groupOf, plainRelation } from "./reading-form.ts";
import { logistic, step, weigh } from "./weighing.ts";

/** What the report has told before the reading. */
export interface ToldBefore {
  /** The event that the reading goes on about. */
  readonly continued: RegisteredEvent | undefined;
  /** How many claims of its type. */
  readonly ofType: number;
  /** Whether a claim with the same trigger word. */
  readonly byWord: boolean;
  /** The other readings of its sentence that were not left out. */
  readonly beside: readonly Reading[];
}

/** Names of the features that hold, in a fixed order. */
export function acceptanceFeatures(reading: Reading, entities: EntityLookup, before: ToldBefore): string[] {
  const { view, at, pattern } = reading;
  const group = groupOf(reading);
  const form = formOf(reading);
  const manner = reading.verbal ? "verb" : "noun";
  const head = view.head(at);
  const relation = plainRelation(view.relation(at));
  const doer = isAct(reading) ? "agent" : "speaker";
  const sides = [doer, "target", "place"] as const;
  const other = stateOf(reading, "target") === "none" ? "place" : "target";
  const doubt = reading.doubt ?? "none";
  const sourced = reading.source.length > 0 || reading.sourceText !== undefined;
  const { continued } = before;
  return [
    group,
    form,
    `type ${familyOf(reading.type)}`,
    `type ${familyOf(reading.type)} ${manner}`,
    `frame ${pattern.frameName}`,
    `trigger ${pattern.frameName}:${pattern.words.join("_")}`,
    `trigger of ${pattern.words.length > 1 ? "several words" : "one word"}`,
    `modality ${reading.modality}`,
    `${group} modality ${reading.modality}`,
    `doubt ${doubt}`,
    `doubt ${doubt} ${group}`,
    `doubt ${doubt} ${manner}`,
    `doubt ${doubt} ${relation}`,
    `${group} sides ${stateOf(reading, doer)}, ${stateOf(reading, other)}`,
    ...sides.flatMap((role) => {
      const name = role === doer ? "doer" : role;
      return [
        `${group} ${name} ${stateOf(reading, role)}`,
        `${group} ${name} ${typeOf(reading, role, entities)}`,
      ];
    }),
    `relation ${relation}`,
    `${group} ${manner} ${relation}`,
    `tag ${view.pos(at)} ${manner}`,
    `${group} determiner ${reading.verbal ? "verb" : (view.determiner(at) ?? "none")}`,
    `${group} under ${head < 0 ? "nothing" : view.pos(head).replace(/\..*/u, "")}`,
    `${group} quoted ${(view.tokens[at]?.quoted ?? 0) > 0}`,
    view.sentence.kind,
    `first sentence ${view.sentence.index === 0}`,
    `${group} said ${reading.statement?.type ?? "none"}`,
    `${group} sourced ${sourced}`,
    `${group} continues ${continued ? (continued.sentence === view.sentence.index ? "here" : "before") : "nothing"}`,
    `${group} after ${Math.min(before.ofType, 3)} of its type`,
    `${group} same word before ${before.byWord}`,
    `${group} with time ${view.kids(at).some((k) => view.isTime(k))}`,
    `${group} ${manner} counted ${view.kids(at, "nummod").length > 0}`,
    `${group} of ${Math.min(reading.members.length, 3)} triggers`,
    `${group} reports ${Math.min(reading.content.filter((r) => !r.dropped).length, 2)}`,
    `effect ${reading.effect ?? "none"}`,
    ...typeCertainty(reading),
    `${group} ${phrasesOf(reading)}`,
    `${group} read by position ${reading.arguments?.bySurface ?? false}`,
    `${group} sentence ${step(view.length, [20, 40])} tokens`,
    ...contextFeatures(reading, before.beside),
  ];
}

/** How likely the reading is a claim, in [0, 1], and whether that is enough. */
export function judgeAcceptance(
  reading: Reading,
  features: readonly string[],
  { bias, weights, thresholds }: AcceptanceWeights,
): { probability: number; accepted: boolean } {
  const probability = logistic(bias + weigh(features, weights));
  const { sure, doubted } = thresholds;
  return { probability, accepted: probability >= (reading.doubt === undefined ? sure : doubted) };
}

function stateOf(reading: Reading, role: FrameRole): "named" | "inferred" | "none" {
  const found = fillers(reading, role);
  if (found.length === 0) return "none";
  return found.every((filler) => filler.inferred) ? "inferred" : "named";
}

function typeOf(reading: Reading, role: FrameRole, entities: EntityLookup): string {
  const [first] = fillers(reading, role);
  if (!first) return "nobody";
  return first.mention.candidates.length > 0
    ? (entities.typeOf(first.mention) ?? "untyped")
    : "unknown to the packs";
}

/** How sure the type is, and whether it is another than the rules gave. */
function typeCertainty(reading: Reading): string[] {
  const { typeChoice } = reading;
  const best = typeChoice?.candidates[typeChoice.chosen];
  if (!typeChoice || !best) return [];
  const certainty = step(best.probability, [0.3, 0.5, 0.7, 0.85, 0.95]);
  const group = groupOf(reading);
  return [
    `${group} type ${certainty} certain`,
    `type ${familyOf(reading.type)} ${certainty} certain`,
    `${group} retyped ${typeChoice.chosen > 0}`,
  ];
}

/** Whether the trigger has a subject and an object, named or not. */
function phrasesOf({ arguments: args }: Reading): string {
  if (!args) return "noun";
  return `${args.subjects.length > 0 ? "subject" : "no subject"}, ${args.objects.length > 0 ? "object" : "no object"}`;
}
