/** What contains what, and how far apart places lie: the background that evidence is weighed against. */
import type { Entity, EntityType } from "../ontology/index.ts";
import { compareText } from "../shared/index.ts";
import type { PackSet } from "../packs/index.ts";

/** Types whose country contains them; an armed group of a country is not its own. */
const OF_ITS_COUNTRY = new Set<EntityType>(["MilitaryForce", "Institution", "Base", "Facility", "Place"]);
const EARTH_RADIUS_KM = 6371;

export class Gazetteer {
  readonly #types: ReadonlyMap<string, EntityType>;
  readonly #coordinates: ReadonlyMap<string, readonly [latitude: number, longitude: number]>;
  readonly #parents = new Map<string, Set<string>>();
  readonly #speaksFor = new Map<string, Set<string>>();
  readonly #ancestors = new Map<string, ReadonlySet<string>>();

  constructor(entities: readonly Entity[], packs: PackSet) {
    this.#types = new Map(entities.map((entity) => [entity.id, entity.type]));
    this.#coordinates = new Map(
      entities.flatMap(({ id, latitude, longitude }) =>
        latitude === undefined || longitude === undefined
          ? []
          : [[id, [latitude, longitude] as const] as const],
      ),
    );
    for (const entity of entities) if (entity.within) this.#put(entity.id, entity.within);
    for (const entity of packs.entities) {
      if (entity.within) this.#put(entity.id, entity.within);
      if (entity.forces) this.#put(entity.forces, entity.id);
      if (entity.country && OF_ITS_COUNTRY.has(entity.type)) this.#put(entity.id, entity.country);
      for (const { organization } of entity.offices)
        if (organization) this.#speakFor(entity.id, organization);
      if (entity.country && entity.type === "Person") this.#speakFor(entity.id, entity.country);
    }
    for (const { subject, type, object } of packs.relations)
      if (type === "located-in" || type === "part-of" || type === "member-of") this.#put(subject, object);
      else if (type === "leads" || type === "position-at" || type === "spokesperson-of")
        this.#speakFor(subject, object);
  }

  #put(child: string, parent: string): void {
    const parents = this.#parents.get(child);
    if (parents) parents.add(parent);
    else this.#parents.set(child, new Set([parent]));
  }

  #speakFor(person: string, body: string): void {
    const bodies = this.#speaksFor.get(person);
    if (bodies) bodies.add(body);
    else this.#speaksFor.set(person, new Set([body]));
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

  /** Whether two act or speak for one party: a state, its forces and its officials; a group and its spokesman. */
  sameSide(a: string, b: string): boolean {
    const [x, y] = [this.#party(a), this.#party(b)];
    return [...x].some((id) => y.has(id));
  }

  #party(id: string): Set<string> {
    const bodies = [id, ...(this.#speaksFor.get(id) ?? [])];
    return new Set(bodies.flatMap((body) => [body, ...this.ancestorsOf(body)]));
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

  /** Great-circle distance in kilometres; undefined where coordinates are missing. */
  distanceKm(a: string, b: string): number | undefined {
    const from = this.#coordinates.get(a);
    const to = this.#coordinates.get(b);
    if (!from || !to) return undefined;
    const [lat1, lon1, lat2, lon2] = [...from, ...to].map((degrees) => (degrees * Math.PI) / 180) as [
      number,
      number,
      number,
      number,
    ];
    const h =
      Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
