import { describe, expect, test } from "@jest/globals";
import { LANGUAGES } from "../../src/ontology/index.ts";
import { loadLexicon, type TriggerEntry } from "../../src/packs/index.ts";

const [fr, en] = LANGUAGES.map((language) => loadLexicon(language));
if (!fr || !en) throw new Error("both lexicons are shipped");

const textOf = (entry: TriggerEntry): string => (typeof entry === "string" ? entry : JSON.stringify(entry));
const entriesOf = (lexicon: typeof fr) =>
  [...Object.values(lexicon.triggers.verbs), ...Object.values(lexicon.triggers.nouns)].flat();

describe("the lexicons of both languages", () => {
  test("have words for every frame", () => {
    for (const lexicon of [fr, en])
      for (const frame of lexicon.frames.keys()) {
        const words =
          (lexicon.triggers.verbs[frame]?.length ?? 0) + (lexicon.triggers.nouns[frame]?.length ?? 0);
        expect({ language: lexicon.language, frame, empty: words === 0 }).toEqual({
          language: lexicon.language,
          frame,
          empty: false,
        });
      }
  });

  test("list the same classes", () => {
    expect(Object.keys(en.triggers.verbs).sort()).toEqual(Object.keys(fr.triggers.verbs).sort());
    expect(Object.keys(en.triggers.nouns).sort()).toEqual(Object.keys(fr.triggers.nouns).sort());
    expect(Object.keys(en.nouns).sort()).toEqual(Object.keys(fr.nouns).sort());
    expect(Object.keys(en.grammar.prepositions).sort()).toEqual(Object.keys(fr.grammar.prepositions).sort());
    expect(Object.keys(en.weapons.instruments).sort()).toEqual(Object.keys(fr.weapons.instruments).sort());
  });

  test("are large: 600 trigger entries in French, 400 in English", () => {
    expect(new Set(entriesOf(fr).map(textOf)).size).toBeGreaterThanOrEqual(600);
    expect(new Set(entriesOf(en).map(textOf)).size).toBeGreaterThanOrEqual(400);
  });

  test("name only noun classes and prepositions that exist", () => {
    for (const lexicon of [fr, en]) {
      const classes = new Set([
        ...Object.keys(lexicon.nouns),
        "weapon",
        "event",
        ...Object.keys(lexicon.grammar.prepositions),
      ]);
      const needs = [
        ...[...lexicon.frames.values()].flatMap((frame) => [frame.needs, frame.unless]),
        ...entriesOf(lexicon).flatMap((entry) =>
          typeof entry === "string" ? [] : [entry.needs, entry.unless],
        ),
      ].flatMap((need) => [need?.subject, need?.object].filter((name) => name !== undefined));
      expect(needs.filter((name) => !classes.has(name))).toEqual([]);
      const paths = [...lexicon.frames.values()].flatMap((f) =>
        [f.agent, f.target, f.speaker, f.place, f.origin, f.destination].flatMap((p) => p ?? []),
      );
      const known = new Set(["subject", "object", ...Object.keys(lexicon.grammar.prepositions)]);
      expect(paths.filter((path) => !known.has(path))).toEqual([]);
    }
  });
});
