/**
 * Answers that nobody names: an attack by those who were hit on those who hit them, within days.
 *
 * Only the latest such attack is taken, only where both sides of both are named, and the link is marked inferred:
 * in a war that goes on, almost anything follows something. So whoever was striking the other side before the act that
 * would be answered is taken to go on with it, not to answer.
 */
import { type ConflictEvent, familyOf, isFactual, type ResponseLink } from "../../ontology/index.ts";
import { compareBy } from "../../shared/index.ts";
import { spanOf } from "../days.ts";
import type { Gazetteer } from "../gazetteer.ts";

/** Strikes by the same on the same within this many days before the act tell of a campaign. */
const CAMPAIGN_DAYS = 14;

/** Confidence of an answer the next day; each further day takes its share off. */
const NEXT_DAY_CONFIDENCE = 0.5;

interface Act {
  readonly event: ConflictEvent;
  readonly day: number;
}

/** Inferred links by the id of the answering event. Events that answer something already are left alone. */
export function sequenceReplies(
  events: readonly ConflictEvent[],
  gazetteer: Gazetteer,
  longestDelay: number,
): Map<string, ResponseLink> {
  const acts = events
    .flatMap((event): Act[] => {
      const span = spanOf(event.time);
      const told = event.agent.length > 0 && event.target.length > 0 && isFactual(event.modality);
      return familyOf(event.type) === "attack" && told && span && span.from === span.to
        ? [{ event, day: span.from }]
        : [];
    })
    .sort(
      compareBy(
        ({ day }) => day,
        ({ event }) => event.id,
      ),
    );
  const meet = (a: readonly string[], b: readonly string[]): boolean =>
    a.some((x) => b.some((y) => gazetteer.sameSide(x, y)));
  const goesOn = (at: number, { event }: Act, since: number): boolean => {
    for (let before = at; before >= 0; before--) {
      const earlier = acts[before] as Act;
      if (since - earlier.day > CAMPAIGN_DAYS) return false;
      if (meet(event.agent, earlier.event.agent) && meet(event.target, earlier.event.target)) return true;
    }
    return false;
  };
  const links = new Map<string, ResponseLink>();
  for (const [at, { event, day }] of acts.entries()) {
    if (event.responseTo.length > 0) continue;
    for (let before = at - 1; before >= 0; before--) {
      const earlier = acts[before] as Act;
      const delay = day - earlier.day;
      if (delay > longestDelay) break;
      if (delay < 1 || !meet(event.agent, earlier.event.target) || !meet(event.target, earlier.event.agent))
        continue;
      if (goesOn(before - 1, { event, day }, earlier.day)) break;
      links.set(event.id, { id: earlier.event.id, inferred: true, confidence: NEXT_DAY_CONFIDENCE / delay });
      break;
    }
  }
  return links;
}
