import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import stringWidth from "string-width";
import { csvLines, type QueryResult, rowObjects, tableLines } from "../../src/query/index.ts";
import { parseCsv } from "../support/read-exports.ts";

const result = (columns: string[], ...rows: QueryResult["rows"][number][]): QueryResult => ({
  columns,
  rows,
  truncated: false,
});

describe("tables", () => {
  test("numbers stand to the right, text to the left, nothing shows as nothing", () => {
    expect(tableLines(result(["name", "n"], ["base d’al-Omar", 12], ["كتائب", 3], [null, null]), 80)).toEqual(
      ["name             n", "──────────────  ──", "base d’al-Omar  12", "كتائب            3", ""],
    );
  });

  test("no line is wider than the terminal, whatever the cells hold", () => {
    const value = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.integer(),
      fc.constant(null),
      fc.array(fc.string()),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value, value), { maxLength: 5 }),
        fc.integer({ min: 30, max: 100 }),
        (rows, width) => {
          for (const line of tableLines(result(["first", "second", "third"], ...rows), width))
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  test("no control character reaches the terminal", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(tableLines(result(["x"], [text]), 80).join("")).not.toMatch(/\p{Cc}|[\u202A-\u202E]/u);
      }),
    );
  });

  test("nodes show label and name, paths their nodes", () => {
    const base = { labels: ["Base", "Entity", "Riposte"], properties: { name: "Omar" } };
    const path = { nodes: [base, base], relationships: [] };
    expect(tableLines(result(["a", "p"], [base, path]), 80)[2]).toBe(
      "(Base Omar)  (Base Omar) – (Base Omar)",
    );
  });
});

describe("other forms", () => {
  test("CSV comes back as it was, formulas disarmed", () => {
    const lines = csvLines(result(["a", "b,c"], ['say "no"', "=1+1"], ["two\nlines", ["x", 1]], [null, -5]));
    expect(parseCsv(`${lines.join("\r\n")}\r\n`)).toEqual([
      { a: 'say "no"', "b,c": "'=1+1" },
      { a: "two\nlines", "b,c": '["x",1]' },
      { a: "", "b,c": "-5" },
    ]);
  });

  test("JSON has one object a row", () => {
    expect(rowObjects(result(["a", "b"], [1, null]))).toEqual([{ a: 1, b: null }]);
  });
});
