import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { compareBy, fold, slug, sortedUnique, stableStringify, truncate } from "../../src/shared/index.ts";

test.each([
  ["Aïn al-Assad", "ain-al-assad"],
  ["L’Armée n° 2", "l-armee-n-2"],
  ["  ", "unnamed"],
  ["Œuvre", "oeuvre"],
])("the slug of %s is %s", (name, expected) => {
  expect(slug(name)).toBe(expected);
});

test("a slug is an id whatever the name, and slugs of slugs do not change", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      expect(slug(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug(slug(name))).toBe(slug(name));
    }),
  );
});

test("folding makes spellings of one word equal", () => {
  expect(fold("ʿAïn al‑Asad")).toBe("'ain al-asad");
});

test("truncated text is never longer than allowed and ends with an ellipsis where something is missing", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 30 }), (text, max) => {
      const cut = truncate(text, max);
      expect(cut.length).toBeLessThanOrEqual(max);
      expect(cut === text || cut.endsWith("…")).toBe(true);
    }),
  );
});

test("stable JSON does not depend on the order of keys, and reads back as the value", () => {
  expect(stableStringify({ b: 1, a: { d: undefined, c: [2, 1] } })).toBe('{"a":{"c":[2,1]},"b":1}');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(stableStringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("orders go by code unit, key after key", () => {
  expect(sortedUnique(["é", "z", "a", "z"])).toEqual(["a", "z", "é"]);
  const items = [
    { n: 2, s: "a" },
    { n: 1, s: "b" },
    { n: 1, s: "a" },
  ];
  expect(
    items
      .sort(
        compareBy(
          (x) => x.n,
          (x) => x.s,
        ),
      )
      .map((x) => `${x.n}${x.s}`),
  ).toEqual(["1a", "1b", "2a"]);
});
