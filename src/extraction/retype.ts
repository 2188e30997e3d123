/** What else changes where a reading turns out to be a claim of another type of its kind. */
import { CLAIM_TYPE_TABLE, type ClaimType } from "../ontology/index.ts";
import type { EntityLookup } from "./entities.ts";
import { addFillers, fillers, isAct, isAttack, type Reading } from "./reading.ts";

/** Gives the reading the type; what only the former type could have goes. */
export function retype(reading: Reading, type: ClaimType, entities: EntityLookup): void {
  const former = reading.type;
  reading.type = type;
  if (isAct(reading)) {
    const { subtypes } = CLAIM_TYPE_TABLE[type];
    if (reading.subtype && !Object.hasOwn(subtypes, reading.subtype)) reading.subtype = undefined;
    if (reading.kind && !Object.hasOwn(subtypes, reading.kind)) reading.kind = undefined;
    if (!isAttack(reading)) reading.effect = undefined;
    return;
  }
  // Whom a statement accuses is the doer of what it tells; a statement of another type is not about that party.
  if (former === "accuse" && reading.pattern.frame.type !== "accuse") reading.roles.delete("target");
  if (type !== "accuse" || fillers(reading, "target").length > 0) return;
  const speakers = fillers(reading, "speaker");
  const others = reading.content
    .flatMap((act) => fillers(act, "agent"))
    .filter((f) => !f.inferred && !speakers.some((s) => entities.sameSide(s.mention, f.mention)));
  addFillers(reading, "target", others);
}
