/** What contains what, and how far apart places lie: the background that evidence is weighed against. */
import { type Entity, type EntityType, isLocation } from "../ontology/index.ts";
import { compareText } from "../shared/index.ts";
import type { PackRelation, PackSet } from "../packs/index.ts";

/** Types whose country contains them; an armed group of a country is not its own. */
const OF_ITS_COUNTRY = new Set<EntityType>(["MilitaryForce", "Institution", "Base", "Facility", "Place"]);
const EARTH_RADIUS_KM = 6371;

export class Gazetteer {
  readonly #types: ReadonlyMap<string, EntityType>;
  readonly #discs: ReadonlyMap<string, Disc>;
  readonly #parents = new Map<string, Set<string>>();
  readonly #speaksFor = new Map<string, Set<string>>();
  /** Umbrellas, coalitions and labels that an armed group is counted among. */
  readonly #labels = new Map<string, Set<string>>();
  /** Who is stationed at, runs or holds a place. */
  readonly #heldBy = new Map<string, Set<string>>();
  readonly #parties = new Map<string, ReadonlySet<string>>();
  readonly #ancestors = new Map<string, ReadonlySet<string>>();

  constructor(entities: readonly Entity[], packs: PackSet) {
    this.#types = new Map([...packs.entities, ...entities].map(({ id, type }) => [id, type]));
    this.#discs = discsOf(packs);
    for (const entity of entities) if (entity.within) this.#put(entity.id, entity.within);
    for (const entity of packs.entities) {
      if (entity.within) this.#put(entity.id, entity.within);
      if (entity.forces) this.#put(entity.forces, entity.id);
      if (entity.country && OF_ITS_COUNTRY.has(entity.type)) this.#put(entity.id, entity.country);
      for (const { organization } of entity.offices)
        if (organization) add(this.#speaksFor, entity.id, organization);
      if (entity.country && entity.type === "Person") add(this.#speaksFor, entity.id, entity.country);
    }
    for (const relation of packs.relations) this.#relate(relation);
  }

  #relate({ subject, type, object }: PackRelation): void {
    if (type === "located-in" || type === "part-of" || type === "member-of") this.#put(subject, object);
    if (type === "member-of" && this.typeOf(subject) === "ArmedGroup") add(this.#labels, subject, object);
    if (type === "leads" || type === "position-at" || type === "spokesperson-of")
      add(this.#speaksFor, subject, object);
    if (type === "stationed-at" || type === "operates" || type === "controls")
      add(this.#heldBy, object, subject);
  }

  /** States meet in leagues and alliances without being one party, or one place. */
  #put(child: string, parent: string): void {
    if (this.typeOf(child) !== "Country") add(this.#parents, child, parent);
  }

  typeOf(id: string): EntityType | undefined {
    return this.#types.get(id);
  }

  /** Everything that contains it, at any depth, without itself. */
  ancestorsOf(id: string): ReadonlySet<string> {
    const known = this.#ancestors.get(id);
    if (known) return known;
    const found = new Set<string>();
    const queue = [...(this.#parents.get(id) ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (found.has(next) || next === id) continue;
      found.add(next);
      queue.push(...(this.#parents.get(next) ?? []));
    }
    this.#ancestors.set(id, found);
    return found;
  }

  /** Whether two act or speak for one party: a state, its forces and officials, a base that they hold; a group and its spokesman. */
  sameSide(a: string, b: string): boolean {
    if (a === b) return true;
    const other = this.#party(b);
    for (const id of this.#party(a)) if (other.has(id)) return true;
    return false;
  }

  /**
   * Whether two names of an author come to the same: one party, unless they are armed groups that meet only in what
   * others count them among. « Liwa Abou al-Fadhal » and « milices pro-iraniennes » are two answers to « qui ? ».
   */
  sameAuthor(a: string, b: string): boolean {
    if (a === b || !this.sameSide(a, b)) return a === b;
    const groups = this.typeOf(a) === "ArmedGroup" && this.typeOf(b) === "ArmedGroup";
    return !groups || this.isPartOf(a, b) || this.isPartOf(b, a);
  }

  /** Whether one is a part of the other in its own build-up, not only counted among it by others. */
  isPartOf(inner: string, outer: string): boolean {
    const labels = this.#labels.get(inner) ?? new Set();
    return [...(this.#parents.get(inner) ?? [])].some(
      (parent) => !labels.has(parent) && (parent === outer || this.ancestorsOf(parent).has(outer)),
    );
  }

  #party(id: string): ReadonlySet<string> {
    const known = this.#parties.get(id);
    if (known) return known;
    const bodies = [id, ...(this.#speaksFor.get(id) ?? []), ...this.#holdersOf(id)];
    const party = new Set(bodies.flatMap((body) => [body, ...this.#standsFor(body)]));
    this.#parties.set(id, party);
    return party;
  }

  /** Those who hold a place, or else what contains it. */
  #holdersOf(id: string): readonly string[] {
    for (const place of [id, ...this.ancestorsOf(id)]) {
      const holders = this.#heldBy.get(place);
      if (holders && this.#isPlace(place)) return [...holders];
    }
    return [];
  }

  /** What a body acts for. A place that somebody holds does not stand for its state, nor a militia for the state that it is enrolled by. */
  #standsFor(id: string): readonly string[] {
    const above = [...this.ancestorsOf(id)];
    if (this.#isPlace(id))
      return this.#holdersOf(id).length > 0 ? [] : above.filter((one) => this.typeOf(one) === "Country");
    if (this.typeOf(id) !== "ArmedGroup") return above;
    const ofState = (one: string): boolean =>
      [one, ...this.ancestorsOf(one)].some((body) => this.typeOf(body) === "Country");
    return above.filter((one) => !ofState(one));
  }

  #isPlace(id: string): boolean {
    const type = this.typeOf(id);
    return type !== undefined && type !== "Country" && isLocation(type);
  }

  /** Circles of containment, each from its first member by id. */
  cycles(): string[][] {
    const cycles: string[][] = [];
    const done = new Set<string>();
    for (const start of [...this.#parents.keys()].sort(compareText)) {
      const path = this.#wayBack(start, start, new Set());
      if (path === undefined || path.some((id) => done.has(id))) continue;
      for (const id of path) done.add(id);
      cycles.push(path);
    }
    return cycles;
  }

  #wayBack(from: string, to: string, seen: Set<string>): string[] | undefined {
    for (const parent of this.#parents.get(from) ?? []) {
      if (parent === to) return [from];
      if (seen.has(parent)) continue;
      seen.add(parent);
      const rest = this.#wayBack(parent, to, seen);
      if (rest) return [from, ...rest];
    }
    return undefined;
  }

  /** Whether one is, or contains, the other. */
  nested(a: string, b: string): boolean {
    return a === b || this.ancestorsOf(a).has(b) || this.ancestorsOf(b).has(a);
  }

  /** Whether it is a region: to happen somewhere in it says little. */
  isRegion(id: string): boolean {
    return (this.#discs.get(id)?.radius ?? 0) > 0;
  }

  /** Least distance of two places, or of the regions that they are, in kilometres; undefined where unknown. */
  distanceKm(a: string, b: string): number | undefined {
    const from = this.#discs.get(a);
    const to = this.#discs.get(b);
    if (!from || !to) return undefined;
    return Math.max(0, greatCircleKm(from, to) - from.radius - to.radius);
  }
}

/** Where a place lies, roughly: a centre in degrees, and a radius in kilometres that is 0 for towns and sites. */
interface Disc {
  readonly latitude: number;
  readonly longitude: number;
  readonly radius: number;
}

/** Places by id; one without a position of its own has that of what contains it. */
function discsOf({ entities, byId }: PackSet): Map<string, Disc> {
  const discs = new Map<string, Disc>();
  for (const { id } of entities) {
    const seen = new Set<string>();
    let at = byId.get(id);
    while (at !== undefined && isLocation(at.type) && !seen.has(at.id)) {
      const { latitude, longitude, radius = 0 } = at;
      if (latitude !== undefined && longitude !== undefined) {
        discs.set(id, { latitude, longitude, radius });
        break;
      }
      seen.add(at.id);
      at = at.within === undefined ? undefined : byId.get(at.within);
    }
  }
  return discs;
}

/** By the haversine formula. */
function greatCircleKm(from: Disc, to: Disc): number {
  const [lat1, lon1, lat2, lon2] = [from.latitude, from.longitude, to.latitude, to.longitude].map(
    (degrees) => (degrees * Math.PI) / 180,
  ) as [number, number, number, number];
  const h =
    Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
}
