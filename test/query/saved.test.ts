import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { GRAPH_VOCABULARY } from "../../src/graph/index.ts";
import { DEFAULT_MIN_CONFIDENCE } from "../../src/ontology/index.ts";
import { unknownNames } from "../../src/query/cypher/names.ts";
import { tokenize } from "../../src/query/cypher/tokens.ts";
import { guard, lint, parametersOf, savedQueries, savedQuery } from "../../src/query/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const all = await savedQueries();
const folder = await temporaryFolder();

test("there are at least 25", () => {
  expect(all.length).toBeGreaterThanOrEqual(25);
});

describe.each(all.map((query) => [query.name, query] as const))("saved query %s", (_name, saved) => {
  test("only reads, is portable, and names what exists", () => {
    expect(() => guard(saved.query)).not.toThrow();
    expect(lint(saved.query)).toEqual([]);
    expect(unknownNames(saved.query, GRAPH_VOCABULARY)).toEqual([]);
  });

  test("uses the parameters that it declares, and no others; each has a default or an example", () => {
    const used = tokenize(saved.query).filter((token) => token.kind === "parameter");
    expect(new Set(used.map((token) => token.text.slice(1)))).toEqual(new Set(Object.keys(saved.parameters)));
    for (const [name, parameter] of Object.entries(saved.parameters))
      expect(name === "minConfidence" || "default" in parameter || "example" in parameter).toBe(true);
  });

  test("has a defined order", () => {
    expect(saved.query).toMatch(/ORDER BY/);
  });
});

describe("parameters", () => {
  test("given ones come before defaults; the confidence has that of the views", async () => {
    const saved = await savedQuery("most-active-pairs");
    expect(parametersOf(saved, { limit: 3 })).toEqual({ limit: 3, minConfidence: DEFAULT_MIN_CONFIDENCE });
  });

  test("unknown and missing ones are named", async () => {
    const saved = await savedQuery("only-this-outlet");
    expect(() => parametersOf(saved, { outlt: "x" })).toThrow(
      expect.objectContaining({ code: "usage/bad-value" }),
    );
    expect(() => parametersOf(saved, {})).toThrow(
      expect.objectContaining({ code: "usage/missing-argument" }),
    );
  });
});

describe("files", () => {
  test("an unknown name comes with a near one", async () => {
    await expect(savedQuery("reply-chain")).rejects.toMatchObject({
      code: "query/unknown-saved",
      message: expect.stringContaining("did you mean reply-chains?"),
    });
  });

  test.each([
    ["no header", "MATCH (n) RETURN n"],
    ["bad YAML", "/*\ntitle: {\n*/\nRETURN 1"],
    ["a missing language", "/*\ntitle: { fr: x }\nquestion: { fr: x, en: x }\n*/\nRETURN 1"],
  ])("%s names the file", async (name, text) => {
    const own = join(folder, name);
    await mkdir(own);
    await writeFile(join(own, "broken.cypher"), text);
    await expect(savedQueries(own)).rejects.toMatchObject({
      code: "pack/bad-field",
      message: expect.stringContaining("broken.cypher"),
    });
  });
});
