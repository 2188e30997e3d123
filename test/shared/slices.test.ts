import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { slicesOf } from "../../src/shared/index.ts";

const ITEMS = fc.array(fc.record({ group: fc.constantFrom("a", "b", "c", "d", "e", "f"), value: fc.nat() }), {
  maxLength: 200,
});

test("every item is in one slice; a slice has one group, an allowed size and the order of its items", () => {
  fc.assert(
    fc.property(ITEMS, fc.integer({ min: 1, max: 20 }), (items, size) => {
      const slices = [...slicesOf(items, ({ group }) => group, size)];
      for (const slice of slices) {
        expect(slice.length).toBeLessThanOrEqual(size);
        expect(new Set(slice.map(({ group }) => group)).size).toBe(1);
      }
      for (const group of ["a", "b", "c", "d", "e", "f"])
        expect(slices.flat().filter((item) => item.group === group)).toEqual(
          items.filter((item) => item.group === group),
        );
    }),
  );
});

test("what waits stays within a few slices, however many groups there are", () => {
  let read = 0;
  const items = Array.from({ length: 500 }, (_, i) => i);
  function* source() {
    for (const item of items) {
      read++;
      yield item;
    }
  }
  let given = 0;
  for (const slice of slicesOf(source(), (item) => `group ${item % 97}`, 10)) {
    expect(read - given).toBeLessThanOrEqual(40);
    given += slice.length;
  }
  expect(given).toBe(500);
});
