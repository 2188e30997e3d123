/** How sure a claim is: a hand-made score of what its reading rests on, to be calibrated on development gold. */
import type { EntityLookup } from "./entities.ts";
import { fillers, isAct, isAttack, type Reading } from "./reading.ts";

/** In [0, 1]: rises with named participants and plain clauses, falls with inference and position-only readings. */
export function confidenceOf(reading: Reading, entities: EntityLookup): number {
  const { pattern, arguments: args } = reading;
  let score = isAct(reading) ? 0.45 : 0.5;
  const agent = fillers(reading, "agent");
  const target = fillers(reading, "target");
  const speaker = fillers(reading, "speaker");
  const all = [...reading.roles.values()].flat();
  if (reading.verbal) score += 0.07;
  if (pattern.words.length > 1) score += 0.03;
  if (isAttack(reading))
    score += (agent.some((f) => !f.inferred) ? 0.08 : 0) + (target.some((f) => !f.inferred) ? 0.12 : 0);
  else if (isAct(reading)) score += agent.length > 0 ? 0.05 : -0.15;
  if (!isAct(reading)) score += speaker.some((f) => !f.inferred) ? 0.2 : -0.2;
  if (pattern.frame.content === true) score -= 0.08;
  if (all.some((f) => f.inferred)) score -= 0.12;
  if (args?.bySurface) score -= 0.08;
  if (reading.effect !== undefined) score -= 0.05;
  if (reading.modality !== "asserted" && reading.modality !== "reported") score -= 0.1;
  if (all.some((f) => entities.typeOf(f.mention) === undefined)) score -= 0.05;
  return Math.min(0.95, Math.max(0.05, Number(score.toFixed(3))));
}
