/** Answers that can be: nothing answers what came after it, and no two events answer each other. */
import type { ConflictEvent, ResponseLink } from "../../ontology/index.ts";
import { spanOf } from "../days.ts";

/** The events without links that cannot hold. Of two that answer each other, the later one does; else the surer link. */
export function withPossibleReplies(events: readonly ConflictEvent[]): ConflictEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const back = (event: ConflictEvent, { id }: ResponseLink): ResponseLink | undefined =>
    byId.get(id)?.responseTo.find((link) => link.id === event.id);
  return events.map((event) => {
    const responseTo = event.responseTo.filter((link) => {
      const other = byId.get(link.id);
      const days = other && daysAfter(event, other);
      if (days !== undefined && days !== 0) return days > 0;
      const reverse = back(event, link);
      return reverse === undefined || isSurer(link, reverse, event.id);
    });
    return responseTo.length === event.responseTo.length ? event : { ...event, responseTo };
  });
}

/** Days by which an event lies after another: negative where it is over before; 0 where they meet; undefined without dates. */
function daysAfter(event: ConflictEvent, other: ConflictEvent): number | undefined {
  const [own, theirs] = [spanOf(event.time), spanOf(other.time)];
  if (!own || !theirs) return undefined;
  if (own.to < theirs.from) return own.to - theirs.from;
  return Math.max(0, own.from - theirs.to);
}

function isSurer(link: ResponseLink, reverse: ResponseLink, own: string): boolean {
  const [mine, theirs] = [link.confidence ?? 1, reverse.confidence ?? 1];
  return mine !== theirs ? mine > theirs : own < link.id;
}
