/**
 * Parts of a larger happening: one site of a raid on several, one attack of a wave.
 *
 * An event is part of another of its family that covers its days, names its place among others, and whose doer, where
 * both are named, is not somebody else. The smallest such event is taken. What a part is part of always names more
 * places or lasts longer, so the links cannot run in a circle.
 */
import { type ConflictEvent, familyOf, isFactual, isLocation } from "../../ontology/index.ts";
import { type DaySpan, spanOf } from "../days.ts";
import type { Gazetteer } from "../gazetteer.ts";

interface Extent {
  readonly event: ConflictEvent;
  readonly span: DaySpan;
  readonly where: ReadonlySet<string>;
}

/** Days of a wave beyond which « part of » says nothing. */
const LONGEST_WAVE_DAYS = 120;

const lengthOf = ({ from, to }: DaySpan): number => to - from;

function extentOf(event: ConflictEvent, gazetteer: Gazetteer): Extent | undefined {
  const span = spanOf(event.time);
  if (!span || !isFactual(event.modality) || lengthOf(span) > LONGEST_WAVE_DAYS) return undefined;
  const located = event.target.filter((id) => isLocation(gazetteer.typeOf(id) ?? "Unit"));
  const where = new Set([...event.place, ...located].filter((id) => gazetteer.typeOf(id) !== "Country"));
  return { event, span, where };
}

/** Whether `whole` covers `part` and says more: several places of which this is one, or days of which these are some. */
function covers(whole: Extent, part: Extent, gazetteer: Gazetteer): boolean {
  if (whole.event.id === part.event.id || part.where.size === 0) return false;
  if (whole.span.from > part.span.from || whole.span.to < part.span.to) return false;
  if (familyOf(whole.event.type) !== familyOf(part.event.type)) return false;
  const [agents, others] = [whole.event.agent, part.event.agent];
  const sameDoer = agents.some((x) => others.some((y) => gazetteer.nested(x, y)));
  if (agents.length > 0 && others.length > 0 && !sameDoer) return false;
  const named = [...part.where].every((id) => whole.where.has(id));
  return named && whole.where.size > part.where.size;
}

/** Ids of what each event is part of, by event id. */
export function partsOf(events: readonly ConflictEvent[], gazetteer: Gazetteer): Map<string, string[]> {
  const extents = events.flatMap((event) => extentOf(event, gazetteer) ?? []);
  const wholesAt = new Map<string, Extent[]>();
  for (const extent of extents)
    if (extent.where.size > 1)
      for (const id of extent.where) {
        const wholes = wholesAt.get(id);
        if (wholes) wholes.push(extent);
        else wholesAt.set(id, [extent]);
      }
  const parts = new Map<string, string[]>();
  for (const part of extents) {
    const [anywhere] = part.where;
    const wholes = (wholesAt.get(anywhere ?? "") ?? []).filter((whole) => covers(whole, part, gazetteer));
    const [smallest] = wholes.sort(
      (x, y) =>
        lengthOf(x.span) - lengthOf(y.span) ||
        x.where.size - y.where.size ||
        (x.event.id < y.event.id ? -1 : 1),
    );
    if (smallest) parts.set(part.event.id, [smallest.event.id]);
  }
  return parts;
}
