import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { loadPacks } from "../../src/packs/index.ts";
import { type ErrorCode, RiposteError } from "../../src/shared/index.ts";

const MANIFEST = "title: { fr: Essai, en: Trial }\n";
const PLACE = `- theme: Places
  type: Place
  entities:
    - { id: north, names: { fr: Nord, en: North } }
`;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "riposte-packs-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Writes a pack folder and gives its path. */
function pack(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries({ "pack.yaml": MANIFEST, ...files }))
    writeFileSync(join(folder, file), text);
  return folder;
}

function failure(packs: readonly string[]): { code: ErrorCode; message: string } {
  try {
    loadPacks(packs);
  } catch (error) {
    if (error instanceof RiposteError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error("the packs loaded");
}

const broken = (name: string, entities: string, files: Readonly<Record<string, string>> = {}) =>
  failure([pack(name, { "entities.yaml": entities, ...files })]);

const entity = (fields: string) => `- theme: All\n  type: Place\n  entities:\n    - ${fields}\n`;

describe("a pack of one's own", () => {
  test("is found by its folder, with what it builds on", () => {
    const below = pack("below", { "entities.yaml": PLACE });
    const above = pack("above", {
      "pack.yaml": `${MANIFEST}buildsOn: [../below]\n`,
      "places.yaml": `- theme: Towns
  type: Place
  within: north
  entities:
    - { id: town, names: { fr: La Ville, en: Town }, also: [Ville, { name: Cité, usedBy: [Dépêche] }], weak: [Bourg], at: [10, 20] }
- theme: More names
  additions:
    - { id: north, also: [Septentrion] }
`,
    });
    const set = loadPacks([above]);
    expect(set.names).toEqual(["below", "above"]);
    expect(set.entities.map(({ id }) => id)).toEqual(["north", "town"]);
    expect(set.byId.get("north")?.aliases).toEqual([{ name: "Septentrion" }]);
    expect(set.byId.get("town")).toEqual({
      id: "town",
      type: "Place",
      names: { fr: "La Ville", en: "Town" },
      aliases: [{ name: "Ville" }, { name: "Cité", usedBy: ["Dépêche"] }, { name: "Bourg", weak: true }],
      offices: [],
      within: "north",
      latitude: 10,
      longitude: 20,
      pack: "above",
    });
    expect(set.relations).toEqual([{ subject: "town", type: "located-in", object: "north", pack: "above" }]);
    expect(loadPacks([below, above]).hash).toBe(set.hash);
  });

  test("states relations by type, and through offices", () => {
    const folder = pack("relations", {
      "entities.yaml": `- theme: All
  entities:
    - { id: group, type: ArmedGroup, names: { fr: Groupe, en: Group } }
    - { id: land, type: Country, names: { fr: Pays, en: Land } }
    - id: chief
      type: Person
      names: { fr: Chef, en: Chief }
      offices: [{ position: leader, at: group, from: 2019 }, { position: spokesperson, at: group, to: 2018-05 }, { position: ambassador, at: land }, { position: official }]
`,
      "relations.yaml": "backed-by:\n  - { subject: [group, chief], object: land, from: 2014-03 }\n",
    });
    const { relations } = loadPacks([folder]);
    const own = { pack: "relations" };
    expect(relations).toEqual([
      { subject: "chief", type: "backed-by", object: "land", from: "2014-03", ...own },
      { subject: "group", type: "backed-by", object: "land", from: "2014-03", ...own },
      { subject: "chief", type: "leads", object: "group", from: "2019", ...own },
      { subject: "chief", type: "position-at", object: "land", ...own },
      { subject: "chief", type: "spokesperson-of", object: "group", to: "2018-05", ...own },
    ]);
  });

  test("lends a capital's names to its state, weakly", () => {
    const folder = pack("capital", {
      "entities.yaml": `- theme: All
  entities:
    - { id: city, type: Place, names: { fr: Cité, en: City }, also: [Urbs] }
    - { id: land, type: Country, names: { fr: Pays, en: Land }, capital: city }
`,
    });
    expect(loadPacks([folder]).byId.get("land")?.aliases).toEqual([
      { name: "Cité", weak: true },
      { name: "City", weak: true },
      { name: "Urbs", weak: true },
    ]);
  });
});

describe("a mistake in a pack is named with its place", () => {
  test.each([
    ["a wrong field", "{ id: a, names: { fr: A, en: A }, alias: [B] }", /entities\.yaml:4: .*alias/],
    ["an unknown type", "{ id: a, type: Village, names: { fr: A, en: A } }", /entities\.yaml:4: .*\.type: /],
    ["a name missing in one language", "{ id: a, names: { fr: A } }", /entities\.yaml:4: .*names\.en: /],
    ["an id with a capital", "{ id: Abc, names: { fr: A, en: A } }", /entities\.yaml:4: .*kebab-case/],
    [
      "an impossible latitude",
      "{ id: a, names: { fr: A, en: A }, at: [95, 20] }",
      /entities\.yaml:4: .*\.at\.0: /,
    ],
    [
      "an unknown position",
      "{ id: a, names: { fr: A, en: A }, offices: [{ position: boss }] }",
      /entities\.yaml:4: /,
    ],
    [
      "a date that is none",
      "{ id: a, names: { fr: A, en: A }, offices: [{ position: leader, from: May }] }",
      /:4: .*YYYY/,
    ],
    ["a circle of within", "{ id: a, names: { fr: A, en: A }, within: a }", /entities\.yaml:4: .*circle/],
    [
      "a state that is a place",
      "{ id: a, names: { fr: A, en: A }, country: a }",
      /entities\.yaml:4: .*not a Country/,
    ],
  ])("%s", (name, fields, message) => {
    const { code, message: said } = broken(name.replaceAll(" ", "-"), entity(fields));
    expect(code).toBe("pack/bad-field");
    expect(said).toMatch(message);
    expect(said).not.toContain("\n");
  });

  test("an entity without a type", () => {
    const { code, message } = broken(
      "typeless",
      "- theme: All\n  entities:\n    - { id: a, names: { fr: A, en: A } }\n",
    );
    expect(code).toBe("pack/bad-field");
    expect(message).toMatch(/entities\.yaml:3: "a" has no type/);
  });

  test("broken YAML", () => {
    const { code, message } = broken("syntax", "- theme: All\n  entities: [\n");
    expect(code).toBe("pack/bad-yaml");
    expect(message).toMatch(/entities\.yaml:\d+: /);
  });

  test("coordinates outside the theatre", () => {
    const { code, message } = broken("outside", entity("{ id: a, names: { fr: A, en: A }, at: [44, 33] }"), {
      "pack.yaml": `${MANIFEST}area: { south: 28, west: 31, north: 39, east: 50 }\n`,
    });
    expect(code).toBe("pack/bad-field");
    expect(message).toMatch(/entities\.yaml:4: "a" lies outside/);
  });

  test("an id defined twice, with both places", () => {
    const first = pack("first", { "entities.yaml": PLACE });
    const second = pack("second", { "other.yaml": `# a comment\n${PLACE}` });
    const { code, message } = failure([first, second]);
    expect(code).toBe("pack/duplicate-id");
    expect(message).toMatch(/second.other\.yaml:5: "north" is already defined at .*first.entities\.yaml:4$/);
  });

  test.each([
    ["within", "{ id: a, names: { fr: A, en: A }, within: nowhere }"],
    ["country", "{ id: a, names: { fr: A, en: A }, country: nowhere }"],
    ["office", "{ id: a, names: { fr: A, en: A }, offices: [{ position: leader, at: nowhere }] }"],
  ])("an unknown reference: %s", (field, fields) => {
    const { code, message } = broken(`unknown-${field}`, entity(fields));
    expect(code).toBe("pack/unknown-reference");
    expect(message).toMatch(/entities\.yaml:4: .*"nowhere" is in none of the packs/);
  });

  test("an unknown reference: additions", () => {
    const { code, message } = broken(
      "unknown-addition",
      "- theme: All\n  additions:\n    - { id: nowhere, also: [A] }\n",
    );
    expect(code).toBe("pack/unknown-reference");
    expect(message).toMatch(/entities\.yaml:3: /);
  });

  test("an unknown reference: relations", () => {
    const { code, message } = broken("unknown-relation", PLACE, {
      "relations.yaml": "controls:\n  - subject: north\n    object: nowhere\n",
    });
    expect(code).toBe("pack/unknown-reference");
    expect(message).toMatch(/relations\.yaml:3: controls: object "nowhere"/);
  });

  test("an unknown type of relation", () => {
    const { code, message } = broken("relation-type", PLACE, { "relations.yaml": "loves: []\n" });
    expect(code).toBe("pack/bad-field");
    expect(message).toMatch(/relations\.yaml:1: /);
  });

  test("packs that build on each other in a circle", () => {
    const folder = pack("circle", { "pack.yaml": `${MANIFEST}buildsOn: [../circle]\n` });
    expect(failure([folder])).toMatchObject({
      code: "pack/bad-field",
      message: expect.stringContaining("circle → circle"),
    });
  });

  test("a pack that is not there", () => {
    expect(failure(["atlantis"])).toMatchObject({
      code: "pack/not-found",
      message: expect.stringContaining("world"),
    });
    expect(failure([join(root, "atlantis")]).code).toBe("pack/not-found");
    mkdirSync(join(root, "bare"));
    expect(failure([join(root, "bare")])).toMatchObject({
      code: "pack/not-found",
      message: expect.stringContaining("pack.yaml"),
    });
  });
});
