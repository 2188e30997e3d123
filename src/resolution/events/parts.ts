/**
 * Parts of a larger happening: one site of a raid on three, one attack of a wave.
 *
 * An event is part of another of its family that is a raid of as many days in more scenes, or a wave of more days; one of
 * the scenes holds the part, and the doer, where both are named, is not somebody else. Scenes are the places of an event
 * without those that only say where others lie. The smallest such whole is taken. A whole is longer than its part, or as
 * long with more scenes, so that the links cannot run in a circle.
 */
import { type ConflictEvent, familyOf, isFactual, isLocation } from "../../ontology/index.ts";
import { compareBy } from "../../shared/index.ts";
import { type DaySpan, spanOf } from "../days.ts";
import type { Gazetteer } from "../gazetteer.ts";
import { akinSubtypes } from "./evidence.ts";
import { holds, scenesOf } from "./scenes.ts";

interface Extent {
  readonly event: ConflictEvent;
  readonly span: DaySpan;
  /** One place a scene: no two contain each other or lie within a few kilometres. */
  readonly scenes: readonly string[];
}

/** Days of a wave beyond which « part of » says nothing. */
const LONGEST_WAVE_DAYS = 120;

/** Days from which on an event tells a wave of acts. */
const SHORTEST_WAVE_DAYS = 4;

const lengthOf = ({ from, to }: DaySpan): number => to - from;

function extentOf(event: ConflictEvent, gazetteer: Gazetteer): Extent | undefined {
  const span = spanOf(event.time);
  if (!span || !isFactual(event.modality) || lengthOf(span) > LONGEST_WAVE_DAYS) return undefined;
  const located = event.target.filter((id) => isLocation(gazetteer.typeOf(id) ?? "Unit"));
  return { event, span, scenes: scenesOf(new Set([...event.place, ...located]), gazetteer) };
}

const isWave = ({ span }: Extent): boolean => lengthOf(span) >= SHORTEST_WAVE_DAYS;

/**
 * Whether the part took place within the days and scenes of the whole: in a whole country only where that is one day's
 * raid, or a wave against the same victims.
 */
function covers(whole: Extent, part: Extent, gazetteer: Gazetteer): boolean {
  if (part.scenes.length === 0 || isWave(part)) return false;
  if (!isWave(whole) && whole.scenes.length <= part.scenes.length) return false;
  if (whole.span.from > part.span.from || whole.span.to < part.span.to) return false;
  const anywhere = lengthOf(whole.span) <= 1 || (isWave(whole) && sameVictims(whole, part, gazetteer));
  const within = (id: string): boolean =>
    whole.scenes.some(
      (scene) =>
        (anywhere || gazetteer.typeOf(scene) !== "Country") && (scene === id || holds(scene, id, gazetteer)),
    );
  return part.scenes.every(within) && sameKind(whole.event, part.event, gazetteer);
}

const sameVictims = (a: Extent, b: Extent, gazetteer: Gazetteer): boolean =>
  a.event.target.some((one) => b.event.target.some((other) => gazetteer.sameSide(one, other)));

function sameKind(a: ConflictEvent, b: ConflictEvent, gazetteer: Gazetteer): boolean {
  if (familyOf(a.type) !== familyOf(b.type)) return false;
  const [x, y] = [a.subtype ?? "unspecified", b.subtype ?? "unspecified"];
  const told = x !== "unspecified" && y !== "unspecified";
  if (told && x !== y && !akinSubtypes(x, y)) return false;
  if (a.agent.length === 0 || b.agent.length === 0) return true;
  return a.agent.some((one) => b.agent.some((other) => gazetteer.sameSide(one, other)));
}

/** Ids of what each event is part of, by event id. */
export function partsOf(events: readonly ConflictEvent[], gazetteer: Gazetteer): Map<string, string[]> {
  const extents = events.flatMap((event) => extentOf(event, gazetteer) ?? []);
  const wholesAt = new Map<string, Extent[]>();
  for (const extent of extents) {
    if (extent.scenes.length < 2 && !isWave(extent)) continue;
    for (const scene of extent.scenes)
      for (let day = extent.span.from; day <= extent.span.to; day++) {
        const key = `${scene} ${day}`;
        const wholes = wholesAt.get(key);
        if (wholes) wholes.push(extent);
        else wholesAt.set(key, [extent]);
      }
  }
  const parts = new Map<string, string[]>();
  for (const part of extents) {
    const [anywhere] = part.scenes;
    if (anywhere === undefined) continue;
    const near = new Set(
      [anywhere, ...gazetteer.ancestorsOf(anywhere)].flatMap(
        (place) => wholesAt.get(`${place} ${part.span.from}`) ?? [],
      ),
    );
    const [smallest] = [...near]
      .filter((whole) => covers(whole, part, gazetteer))
      .sort(
        compareBy(
          ({ span }) => lengthOf(span),
          ({ scenes }) => scenes.length,
          ({ event }) => event.id,
        ),
      );
    if (smallest) parts.set(part.event.id, [smallest.event.id]);
  }
  return parts;
}
