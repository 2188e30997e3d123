/** Nobody strikes or accuses himself: a sole doer found on the other side as well was read there by mistake. */
import { sameEntity } from "./entities.ts";
import { fillers, isAct, type Reading } from "./reading.ts";

/** Takes the sole doer or speaker off the other side. In a fight between several each stands on both sides. */
export function leaveOutOneself(reading: Reading): void {
  const doers = fillers(reading, isAct(reading) ? "agent" : "speaker");
  const targets = fillers(reading, "target");
  const [doer] = doers;
  if (!doer || doers.length > 1) return;
  const others = targets.filter(({ mention }) => !sameEntity(mention, doer.mention));
  if (others.length === targets.length) return;
  reading.roles.set("target", others);
  reading.trace.push(`target: nobody acts on himself (${doer.mention.text})`);
}
