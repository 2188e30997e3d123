import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { epochDay, firstDay, isoDay, lastDay } from "../../src/graph/index.ts";

const two = (value: number) => String(value).padStart(2, "0");

test("a day is taken where the calendar has it, and only there", () => {
  const parts = fc.tuple(
    fc.integer({ min: 1500, max: 2500 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  );
  fc.assert(
    fc.property(parts, ([year, month, day]) => {
      const text = `${year}-${two(month)}-${two(day)}`;
      const date = new Date(Date.UTC(year, month - 1, day));
      const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
      expect(firstDay(text)).toBe(exists ? text : undefined);
      expect(lastDay(`${text}T23:00:00Z`)).toBe(exists ? text : undefined);
    }),
  );
});

test.each([
  ["2020", "2020-01-01", "2020-12-31"],
  ["2020-02", "2020-02-01", "2020-02-29"],
  ["1900-02", "1900-02-01", "1900-02-28"],
  ["2020-00-00", undefined, undefined],
  ["soon", undefined, undefined],
])("%s begins on %s and ends on %s", (text, first, last) => {
  expect(firstDay(text)).toBe(first);
  expect(lastDay(text)).toBe(last);
});

test("days since 1970 and back", () => {
  expect(epochDay("1970-01-02")).toBe(1);
  expect(isoDay(epochDay("2021-06-28") ?? 0)).toBe("2021-06-28");
});
