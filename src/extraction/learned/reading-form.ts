/** How a reading is told, in the few kinds that learned features are told apart by. */
import { isAct, isAttack, type Reading } from "../reading.ts";

/** Attacks and statements are frequent enough to be learned by themselves; other acts are learned together. */
export function groupOf(reading: Reading): "attack" | "act" | "statement" {
  if (isAttack(reading)) return "attack";
  return isAct(reading) ? "act" : "statement";
}

/** The type, with all attacks as one and all statements as one. */
export function kindOf(reading: Reading): string {
  const group = groupOf(reading);
  return group === "act" ? reading.type : group;
}

/** The group with the construction: participants stand elsewhere around a passive or a noun. */
export function formOf(reading: Reading): string {
  const voice = reading.arguments?.passive ? "passive" : "active";
  return `${groupOf(reading)} ${reading.verbal ? voice : "noun"}`;
}

/** A dependency relation without the subtypes that say nothing on participants. */
export const plainRelation = (relation: string): string => relation.replace(/:(?!pass|relcl|agent).*/u, "");
