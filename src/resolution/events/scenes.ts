/** The scenes of a happening: its places without those that only say where others lie. */
import type { Gazetteer } from "../gazetteer.ts";

/** Within this distance reports name now one place, now the other. */
export const NEAR_KM = 25;

/** One place a scene: no two contain each other or lie within a few kilometres. In the order given. */
export function scenesOf(places: ReadonlySet<string>, gazetteer: Gazetteer): string[] {
  if (places.size < 2) return [...places];
  const all = [...places];
  const innermost = all.filter((id) => !all.some((other) => holds(id, other, gazetteer)));
  const scenes: string[] = [];
  for (const id of innermost) if (!scenes.some((other) => isNear(id, other, gazetteer))) scenes.push(id);
  return scenes;
}

/** Whether one place says only where another lies: it contains it, or is a region that reaches there. */
export function holds(outer: string, inner: string, gazetteer: Gazetteer): boolean {
  if (outer === inner) return false;
  if (gazetteer.ancestorsOf(inner).has(outer)) return true;
  return gazetteer.isRegion(outer) && !gazetteer.isRegion(inner) && gazetteer.distanceKm(outer, inner) === 0;
}

function isNear(a: string, b: string, gazetteer: Gazetteer): boolean {
  const km = gazetteer.distanceKm(a, b);
  return km !== undefined && km <= NEAR_KM;
}
