import { describe, expect, test } from "@jest/globals";
import { isLocation } from "../../src/ontology/index.ts";
import { listPacks, loadPacks, type PackEntity } from "../../src/packs/index.ts";
import { fold } from "../../src/shared/index.ts";

const ALL = loadPacks(["all"]);

/** Fewest entities that a pack is expected to define itself. */
const LEAST = {
  world: 600,
  levant: 500,
  sahel: 350,
  redsea: 300,
  sudan: 400,
  "great-lakes": 550,
  horn: 400,
  libya: 350,
  "gulf-of-guinea": 450,
  haiti: 250,
  myanmar: 250,
  mozambique: 150,
  palestine: 600,
  ukraine: 800,
  caucasus: 350,
  "south-asia": 550,
  "iran-turkey": 500,
} as const;

/** Names that stand for the entity wherever they are read: neither weak nor one outlet's own. */
const ownNames = ({ names, aliases }: PackEntity) => [
  names.fr,
  names.en,
  ...aliases.filter(({ weak, usedBy }) => !weak && usedBy === undefined).map(({ name }) => name),
];

describe.each(Object.keys(LEAST) as (keyof typeof LEAST)[])("pack %s", (name) => {
  const set = loadPacks([name]);
  const own = set.entities.filter((entity) => entity.pack === name);

  test("defines enough, with relations", () => {
    expect(own.length).toBeGreaterThanOrEqual(LEAST[name]);
    expect(set.relations.filter((relation) => relation.pack === name).length).toBeGreaterThan(30);
  });

  test("gives every entity its names, trimmed and without article", () => {
    const odd = own
      .flatMap((entity) => [entity.names.fr, entity.names.en, ...entity.aliases.map((alias) => alias.name)])
      .filter(
        (text) => text !== text.trim() || /\s{2}|[()«»]|^(l['’]|la |le |les |une? |the |an? )/.test(text),
      );
    expect(odd).toEqual([]);
  });

  test("has coordinates on places and installations only", () => {
    const odd = own.filter(({ type, latitude }) => latitude !== undefined && !isLocation(type));
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test("puts what lies in something near it", () => {
    const far = own.filter(({ within, latitude, longitude }) => {
      const around = within === undefined ? undefined : set.byId.get(within);
      if (latitude === undefined || longitude === undefined) return false;
      if (around?.latitude === undefined || around.longitude === undefined) return false;
      return (
        Math.hypot(latitude - around.latitude, longitude - around.longitude) > 8 + (around.radius ?? 0) / 111
      );
    });
    expect(far.map(({ id }) => id)).toEqual([]);
  });

  test("has the same content in whatever order packs are named", () => {
    expect(loadPacks([name, "world"]).hash).toBe(loadPacks(["world", name]).hash);
  });
});

describe("all packs together", () => {
  test("load as one set", () => {
    expect(ALL.names[0]).toBe("world");
    expect(new Set(ALL.names)).toEqual(new Set(listPacks()));
  });

  test("claim no name twice, unless weakly or for one outlet", () => {
    const claimed = new Map<string, Set<string>>();
    for (const entity of ALL.entities)
      for (const name of ownNames(entity)) {
        const key = fold(name).replaceAll("-", " ");
        claimed.set(key, (claimed.get(key) ?? new Set()).add(entity.id));
      }
    const twice = [...claimed]
      .filter(([, ids]) => ids.size > 1)
      .map(([name, ids]) => [name, ...ids].join(" | "));
    expect(twice).toEqual([]);
  });

  test("leave no Wikidata id to two entities", () => {
    const ids = ALL.entities.flatMap(({ wikidata }) => wikidata ?? []);
    expect(ids.length).toBe(new Set(ids).size);
  });

  test("give people offices that end after they begin", () => {
    const backwards = ALL.entities.flatMap(({ id, offices }) =>
      offices.filter(({ from, to }) => from !== undefined && to !== undefined && to < from).map(() => id),
    );
    expect(backwards).toEqual([]);
  });

  test("give every state with armed forces its nationality words", () => {
    const mute = ALL.entities.filter(({ forces, demonyms }) => forces !== undefined && !demonyms);
    expect(mute.map(({ id }) => id)).toEqual([]);
  });
});
