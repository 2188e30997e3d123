import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { inStableOrder, stableLines, stableStringify } from "../../src/shared/index.ts";

/** Sorted keys the plain way. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
};
/** Keys that look like array indices come first in every object of JavaScript, so no order of ours holds for them. */
const json = fc
  .jsonValue({ maxDepth: 4 })
  .filter((value) => !/"(?:__proto__|\d+)":/.test(JSON.stringify(value)));

test("equal values give equal text, whatever the order of their keys", () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(stableStringify(value)).toBe(JSON.stringify(sorted(value)));
      expect(stableStringify(inStableOrder(value))).toBe(stableStringify(value));
    }),
  );
  expect(stableLines([{ b: 1, a: { d: [{ z: 0, y: undefined }], c: 2 } }, [], { a: 1, b: 2 }])).toBe(
    '{"a":{"c":2,"d":[{"z":0}]},"b":1}\n[]\n{"a":1,"b":2}\n',
  );
});

test("what is in order is not copied, and nothing is changed in place", () => {
  fc.assert(
    fc.property(json, (value) => {
      const before = JSON.stringify(value);
      const ordered = inStableOrder(value);
      expect(inStableOrder(ordered)).toBe(ordered);
      expect(JSON.stringify(value)).toBe(before);
    }),
  );
});
