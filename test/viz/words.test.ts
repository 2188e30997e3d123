import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { formatEdgeDates, MESSAGES, preferredLanguage } from "../../viz/src/i18n/index.ts";
import { markedPieces } from "../../viz/src/model/marks.ts";
import { edgeLabel, nodeName, plainText, shortLabel } from "../../viz/src/model/names.ts";
import { foldName, NameIndex } from "../../viz/src/model/search.ts";
import { chainModel, chainRecords, nodeRow, payloadOf } from "../support/viewer-model.ts";

const model = chainModel();

describe("search", () => {
  const index = new NameIndex(model);
  index.addAliases(payloadOf(chainRecords()).links.aliases);
  const first = (query: string) => model.nodes.id[index.search(query)[0]?.node ?? -1];

  test.each([
    "alpha",
    "ÉLAN",
    "elan d alpha",
    "Elan d'Alpha",
    "elan d’alpha",
    "a-group",
    "l'alpha",
    "alph",
    "alpja",
  ])("%s finds the actor by any of its names, without accents and apostrophes", (query) =>
    expect(first(query)).toBe("alpha"),
  );

  test("the alias that matched is told, the name itself is not", () => {
    expect(index.search("elan")[0]?.alias).toBe("Élan d’Alpha");
    expect(index.search("alpha")[0]?.alias).toBeUndefined();
  });

  test("nothing found is nothing", () => {
    expect(index.search("")).toEqual([]);
    expect(index.search("zzzzzz")).toEqual([]);
  });

  test("folding twice changes nothing", () => {
    fc.assert(fc.property(fc.string(), (text) => expect(foldName(foldName(text))).toBe(foldName(text))));
  });
});

describe("names", () => {
  test("follow the language", () => {
    expect(nodeName(model, nodeRow(model, "alpha"), "fr", ["?", "?", "?"])).toBe("L’Alpha");
    expect(nodeName(model, nodeRow(model, "alpha"), "en", ["?", "?", "?"])).toBe("The Alpha");
    expect(nodeName(model, nodeRow(model, "bravo"), "fr", ["?", "?", "?"])).toBe("bravo");
  });

  test("cannot turn the words around them, and are cut to fit", () => {
    expect(plainText("a\u202Eb\u0007c")).toBe("abc");
    expect(shortLabel("x".repeat(10_000))).toHaveLength(42);
    expect(shortLabel("  two \n lines ")).toBe("two lines");
    expect(shortLabel("😀".repeat(100)).isWellFormed()).toBe(true);
  });

  test("an edge is called by its subtype, its type or its relation", () => {
    const standing = [...model.edges.family.keys()].find(
      (row) => model.graph.edgeKinds[model.edges.kind[row] ?? 0] === "standing",
    );
    expect(edgeLabel(model, standing ?? -1, "fr")).toBe("fait partie de");
  });
});

describe("marked words", () => {
  test("put together, the pieces are the quote", () => {
    const mark = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(6));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
        expect(
          markedPieces(text, marks)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });

  test("of overlapping marks the longer one stays", () => {
    expect(
      markedPieces("the Border Guard", [
        [4, 10, 0],
        [4, 16, 1],
      ]),
    ).toEqual([
      { text: "the ", role: undefined },
      { text: "Border Guard", role: 1 },
    ]);
  });
});

describe("two languages", () => {
  test("say the same things, and fit: French within 1.35 times the English width on the whole", () => {
    const fixed = Object.entries(MESSAGES.en).filter(([, text]) => typeof text === "string") as [
      keyof typeof MESSAGES.en,
      string,
    ][];
    const length = (language: "fr" | "en") =>
      fixed.reduce((sum, [key]) => sum + String(MESSAGES[language][key]).length, 0);
    expect(length("fr") / length("en")).toBeLessThan(1.35);
    for (const [key, text] of fixed)
      expect([key, String(MESSAGES.fr[key]).length > 0, text.length > 0]).toEqual([key, true, true]);
  });

  test("plurals", () => {
    expect(MESSAGES.fr.relationsHere(1)).toBe("1 relation ici");
    expect(MESSAGES.fr.belowConfidence(2)).toBe("2 moins sûres masquées");
    expect(MESSAGES.en.sourcesCount(1)).toBe("1 source");
  });

  test("the reader's language is the first one known", () => {
    expect(preferredLanguage(["de", "fr-CA", "en"])).toBe("fr");
    expect(preferredLanguage(["de"])).toBe("en");
  });

  test("dates", () => {
    const contested = [...model.edges.start.keys()].find(
      (row) => model.edges.contested[row] === 1 && model.edges.view[row] === 0,
    );
    expect(formatEdgeDates(model, contested ?? -1, "en")).toMatch(/4\s*–\s*5 Jun.* 2021/);
    expect(formatEdgeDates(model, contested ?? -1, "fr")).toMatch(/4.*5 juin 2021/);
  });
});
