/**
 * Series: strikes of one kind that come back to one site or victim within days. Each event leads to the one before it,
 * so that a series of any length takes one link an event.
 */
import { type ConflictEvent, familyOf, isFactual, isLocation } from "../../ontology/index.ts";
import { compareBy } from "../../shared/index.ts";
import { spanOf } from "../days.ts";
import type { Gazetteer } from "../gazetteer.ts";
import { akinSubtypes } from "./evidence.ts";

/** Longest pause within a series, in days. */
const LONGEST_PAUSE_DAYS = 14;

interface Strike {
  readonly event: ConflictEvent;
  readonly day: number;
  /** Sites, towns and single victims that it hit. */
  readonly hit: readonly string[];
}

function strikeOf(event: ConflictEvent, gazetteer: Gazetteer): Strike | undefined {
  const span = spanOf(event.time);
  const tried = isFactual(event.modality) || event.modality === "attempted";
  if (!span || familyOf(event.type) !== "attack" || !tried) return undefined;
  const hit = [...new Set([...event.target, ...event.place])].filter((id) => {
    const type = gazetteer.typeOf(id);
    if (type === undefined || type === "Country" || gazetteer.isRegion(id)) return false;
    return isLocation(type) || type === "Unit" || type === "Person";
  });
  return hit.length > 0 ? { event, day: span.from, hit } : undefined;
}

const named = ({ subtype }: ConflictEvent): string | undefined =>
  subtype === "unspecified" ? undefined : subtype;

function alike(a: ConflictEvent, b: ConflictEvent, gazetteer: Gazetteer): boolean {
  const [x, y] = [named(a), named(b)];
  if (x && y && x !== y && !akinSubtypes(x, y)) return false;
  if (a.agent.length === 0 || b.agent.length === 0) return true;
  return a.agent.some((one) => b.agent.some((other) => gazetteer.sameSide(one, other)));
}

/** Ids of the event before in each event's series, by event id; events without one are absent. */
export function seriesOf(events: readonly ConflictEvent[], gazetteer: Gazetteer): Map<string, string[]> {
  const strikes = events
    .flatMap((event) => strikeOf(event, gazetteer) ?? [])
    .sort(
      compareBy(
        ({ day }) => day,
        ({ event }) => event.id,
      ),
    );
  const latestAt = new Map<string, Strike[]>();
  const series = new Map<string, string[]>();
  for (const strike of strikes) {
    const before = strike.hit
      .flatMap((id) => latestAt.get(id) ?? [])
      .filter(({ event, day }) => {
        const pause = strike.day - day;
        return pause >= 1 && pause <= LONGEST_PAUSE_DAYS && alike(event, strike.event, gazetteer);
      })
      .sort(
        compareBy(
          ({ day }) => -day,
          ({ event }) => event.id,
        ),
      )[0];
    if (before) series.set(strike.event.id, [before.event.id]);
    for (const id of strike.hit) {
      const recent = (latestAt.get(id) ?? []).filter(({ day }) => strike.day - day <= LONGEST_PAUSE_DAYS);
      latestAt.set(id, [...recent, strike]);
    }
  }
  return series;
}
