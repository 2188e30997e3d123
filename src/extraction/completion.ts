/** Completes readings from the event register: what their own words leave out and the report has told before. */
import { type EntityType, familyOf, isFactual } from "../ontology/index.ts";
import type { EntityLookup } from "./entities.ts";
import { type EventRegister, type RegisteredEvent } from "./register.ts";
import { addFillers, fillers, isAttack, type Reading } from "./reading.ts";
import type { Filler } from "./types.ts";

/** How many sentences back an act without a target may continue an earlier one. */
const CONTINUATION = 3;

/** How many sentences back the act may stand whose target and place are taken over: what stands farther is as often another's. */
const NEAR = 2;

const inferred = (found: readonly Filler[]): Filler[] => found.map((f) => ({ ...f, inferred: true }));

/**
 * The earlier event that the reading speaks of again: named by a definite phrase, an effect without an act, or an
 * act without any other side right after one of its kind. Undefined where it tells something new.
 */
export function continuedEvent(reading: Reading, register: EventRegister): RegisteredEvent | undefined {
  const { view, at } = reading;
  const family = familyOf(reading.type);
  const here = view.sentence.index;
  const compatible = (e: RegisteredEvent) =>
    e.family === family &&
    (reading.subtype === undefined ||
      e.subtype === undefined ||
      e.subtype === "unspecified" ||
      e.subtype === reading.subtype) &&
    e.subtype !== "interception" &&
    // « une riposte tombe »: an answer goes on about another answer, never about what it answers.
    (reading.pattern.frame.type !== "retaliation" || e.answers);
  const pointing = !reading.verbal && view.determiner(at) !== undefined;
  if (pointing || reading.effect !== undefined) {
    const sameWord = register.latestEvent((e) => compatible(e) && e.trigger === view.lemma(at), here - 8);
    return (
      (pointing ? sameWord : undefined) ??
      register.latestEvent((e) => compatible(e) && e.factual, here - CONTINUATION * 2)
    );
  }
  if (!isAttack(reading)) return undefined;
  return register.latestEvent((e) => compatible(e) && e.factual, here - CONTINUATION);
}

/** Fills target and place from the event continued, marked as inferred; returns whether anything was filled. */
export function completeFrom(reading: Reading, event: RegisteredEvent): boolean {
  if (!isFactual(reading.modality) && reading.modality !== "negated") return false;
  const open = fillers(reading, "target").length === 0 && fillers(reading, "place").length === 0;
  if (!open || reading.view.sentence.index - event.sentence > NEAR) return false;
  addFillers(reading, "target", inferred(event.target));
  addFillers(reading, "place", inferred(event.place));
  reading.trace.push(`target and place from the earlier « ${event.trigger} »`);
  return event.target.length + event.place.length > 0;
}

const FIGHTERS: ReadonlySet<EntityType | undefined> = new Set(["ArmedGroup", "MilitaryForce", "Country"]);

/** « a appelé les deux camps à … », "urged both sides": the two sides of the newest fight told, as target. */
export function completeOpponents(reading: Reading, register: EventRegister, entities: EntityLookup): void {
  const { view, arguments: args } = reading;
  if (!args || isAttack(reading) || fillers(reading, "target").length > 0) return;
  const heads = [...args.objects, ...args.obliques.map((o) => o.head)];
  if (!heads.some((h) => view.isOfClass(h, "opponents") && view.lower(h) !== view.lemma(h))) return;
  const fight = register.latestEvent(
    (e) => e.family === "attack" && isSide(e.agent, entities) && isSide(e.target, entities),
  );
  if (!fight) return;
  addFillers(reading, "target", inferred([...fight.agent, ...fight.target]));
  reading.trace.push(`target: the sides of the earlier « ${fight.trigger} »`);
}

const isSide = (found: readonly Filler[], entities: EntityLookup): boolean =>
  found.length > 0 && found.every((f) => FIGHTERS.has(entities.typeOf(f.mention)));

/** Whether a nominal mention only points back to an event told before and says nothing new of it. */
export function isBareReference(reading: Reading): boolean {
  if (reading.verbal || !isAttack(reading) || reading.effect !== undefined) return false;
  const { view, at } = reading;
  const named =
    fillers(reading, "target").length + fillers(reading, "place").length + fillers(reading, "agent").length >
    0;
  const verb = reading.members.some((m) => m !== at && view.isVerb(m));
  const timed =
    view.kids(at).some((k) => view.isTime(k)) ||
    view.subtree(at, "acl", "conj", "parataxis").some((k) => view.isTime(k));
  const counted = view.kids(at, "nummod").length > 0 || (at > 0 && view.pos(at - 1).startsWith("NUM"));
  if (verb || timed || counted) return false;
  const weapon = view.kids(at, "nmod", "amod", "compound").length > 0;
  if (!named) return view.determiner(at) !== undefined || !weapon || reading.statement !== undefined;
  return false;
}
