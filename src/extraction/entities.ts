/** What extraction asks of the packs about an entity, and of a mention about the entities it may denote. */
import { type EntityType, isActor, isLocation, type Role } from "../ontology/index.ts";
import type { PackEntity, PackSet } from "../packs/index.ts";
import { fold } from "../shared/index.ts";
import type { NameSpan } from "../language/index.ts";
import type { Mention } from "./types.ts";

export class EntityLookup {
  readonly #packs: PackSet;
  readonly #bodies = new Map<string, PackEntity | undefined>();

  constructor(packs: PackSet) {
    this.#packs = packs;
  }

  get(id: string | undefined): PackEntity | undefined {
    return id === undefined ? undefined : this.#packs.byId.get(id);
  }

  /** Type of the best candidate, or of the proposal. */
  typeOf(mention: Mention): EntityType | undefined {
    const first = mention.candidates[0];
    return first === undefined ? mention.proposed?.type : this.get(first)?.type;
  }

  /** The state that an entity belongs to; a state belongs to itself. */
  countryOf(mention: Mention): string | undefined {
    const entity = this.get(mention.candidates[0]);
    if (!entity) return undefined;
    if (entity.type === "Country") return entity.id;
    return (
      entity.country ?? this.get(entity.offices[0]?.organization)?.country ?? this.get(entity.within)?.country
    );
  }

  /** Armed forces of a state. */
  forcesOf(country: string | undefined): PackEntity | undefined {
    return this.get(this.get(country)?.forces);
  }

  /** The body of a state that the (folded) word calls: « l'armée », "the junta"; the one with the shortest such name. */
  bodyOf(country: string, word: string): PackEntity | undefined {
    const key = `${country} ${fold(word)}`;
    if (!this.#bodies.has(key)) this.#bodies.set(key, this.#findBody(country, fold(word)));
    return this.#bodies.get(key);
  }

  #findBody(country: string, word: string): PackEntity | undefined {
    const forces = this.forcesOf(country);
    if (forces && namesWith(forces, word).length > 0) return forces;
    let best: PackEntity | undefined;
    let shortest = Number.POSITIVE_INFINITY;
    for (const entity of this.#packs.entities) {
      if (entity.country !== country || !BODIES.has(entity.type)) continue;
      const length = Math.min(...namesWith(entity, word).map((name) => name.length));
      if (length < shortest) [best, shortest] = [entity, length];
    }
    return best;
  }

  /** Whether two mentions may denote one side: the same entity, a body and its state, or a part and its whole. */
  sameSide(a: Mention, b: Mention): boolean {
    if (sameEntity(a, b)) return true;
    const x = a.candidates[0];
    const y = b.candidates[0];
    if (x === undefined || y === undefined) return false;
    const country = this.countryOf(a);
    if (
      country !== undefined &&
      country === this.countryOf(b) &&
      this.#speaksForState(a) &&
      this.#speaksForState(b)
    )
      return true;
    return this.#contains(x, y) || this.#contains(y, x) || this.#memberOf(x, y) || this.#memberOf(y, x);
  }

  /** Whether a name of the entity contains the (folded) word: « base » in « base d'al-Omar ». */
  isCalled(mention: Mention, word: string): boolean {
    const wanted = ` ${fold(word)} `;
    const entity = this.get(mention.candidates[0]);
    const names = entity
      ? [entity.names.fr, entity.names.en, ...entity.aliases.map((a) => a.name)]
      : [mention.proposed?.name ?? mention.text];
    return [...names, mention.text].some((name) =>
      ` ${fold(name).replace(/[^\p{L}\p{N}]+/gu, " ")} `.includes(wanted),
    );
  }

  #speaksForState(mention: Mention): boolean {
    const type = this.typeOf(mention);
    return type === "Country" || type === "Institution" || type === "MilitaryForce" || type === "Person";
  }

  #contains(whole: string, part: string): boolean {
    let at = this.get(part);
    for (let steps = 0; at && steps < 8; steps++) {
      if (at.within === whole) return true;
      at = this.get(at.within);
    }
    return false;
  }

  #memberOf(person: string, body: string): boolean {
    return this.get(person)?.offices.some((o) => o.organization === body) ?? false;
  }
}

/** What a state acts and speaks through. */
const BODIES: ReadonlySet<EntityType> = new Set(["MilitaryForce", "Institution"]);

/** Names of an entity that hold the folded word as a word of their own. */
const namesWith = (entity: PackEntity, word: string): readonly string[] =>
  [entity.names.fr, entity.names.en, ...entity.aliases.map((alias) => alias.name)].filter((name) =>
    ` ${fold(name).replace(/[^\p{L}\p{N}]+/gu, " ")} `.includes(` ${word} `),
  );

export const sameEntity = (a: Mention, b: Mention): boolean => {
  const x = a.candidates[0];
  const y = b.candidates[0];
  if (x !== undefined || y !== undefined) return x === y;
  return (a.proposed?.name ?? a.text) === (b.proposed?.name ?? b.text);
};

const SITES: ReadonlySet<EntityType> = new Set(["Base", "Facility"]);

/** Whether an entity of the type can fill the role. */
export function canFill(role: Role, type: EntityType | undefined): boolean {
  if (type === undefined) return false;
  switch (role) {
    case "agent":
      return (isActor(type) && type !== "Media") || type === "Unit";
    case "speaker":
    case "source":
      return isActor(type);
    case "place":
    case "origin":
    case "destination":
      return isLocation(type);
    case "target":
      return type !== "Media";
  }
  return role satisfies never;
}

/** Best first for the role: sites before states as places and targets, actors before cities as doers and speakers. */
function preference(role: Role, type: EntityType | undefined): number {
  if (type === undefined) return 3;
  if (role === "agent" || role === "speaker" || role === "source") return isActor(type) ? 0 : 2;
  if (role === "target") return type === "Country" ? 1 : 0;
  return SITES.has(type) ? 0 : type === "Place" ? 0 : type === "Country" ? 1 : 2;
}

/**
 * A name read as a filler of the role: its candidates with those that fit the role first.
 * `forces`: a nationality word stands for the armed forces, not the state.
 */
export function mentionOf(entities: EntityLookup, name: NameSpan, role: Role, forces = false): Mention {
  const order = name.candidates.map((id, at) => ({ id, at, type: entities.get(id)?.type }));
  if (name.demonym && forces)
    order.sort(
      (a, b) => Number(b.type === "MilitaryForce") - Number(a.type === "MilitaryForce") || a.at - b.at,
    );
  else if (!name.demonym)
    order.sort((a, b) => preference(role, a.type) - preference(role, b.type) || a.at - b.at);
  const { start, end, text, proposed } = name;
  const candidates = order.map((c) => c.id);
  return candidates.length === 0 && proposed
    ? { start, end, text, candidates, proposed }
    : { start, end, text, candidates };
}
