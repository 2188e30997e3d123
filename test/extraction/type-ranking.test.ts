import { describe, expect, test } from "@jest/globals";
import { rankType } from "../../src/extraction/learned/rank-type.ts";
import { retype } from "../../src/extraction/retype.ts";
import { EntityLookup } from "../../src/extraction/entities.ts";
import { indexLexicon } from "../../src/extraction/lexicon-index.ts";
import { readDocument } from "../../src/extraction/read-document.ts";
import type { Reading } from "../../src/extraction/reading.ts";
import { isAction } from "../../src/ontology/index.ts";
import { loadLexicon, loadPacks, loadReadingModels } from "../../src/packs/index.ts";
import { annotateText } from "../support/read-text.ts";

const entities = new EntityLookup(loadPacks(["levant"]));
const index = indexLexicon(loadLexicon("fr"));
const models = loadReadingModels();

/** The first reading of the sentence whose trigger is the word. */
function readingAt(text: string, word: string): Reading {
  const { readings } = readDocument(annotateText(text, "fr"), index, entities, models);
  const found = readings.find((r) => r.view.lower(r.at) === word);
  if (!found) throw new Error(`nothing read at « ${word} »`);
  return found;
}

const ATTACK = "Le Hezbollah a attaqué la base d'Aïn al-Assad.";
const SAID = "L'armée américaine a affirmé que l'Iran a bombardé la base d'Aïn al-Assad.";

describe("ranking of types", () => {
  test("acts stay acts and statements stay statements; the rules' type is the first candidate", () => {
    for (const [text, word] of [
      [ATTACK, "attaqué"],
      [SAID, "affirmé"],
    ] as const) {
      const reading = readingAt(text, word);
      const { candidates } = rankType(reading, entities, models.types);
      expect(candidates[0]?.type).toBe(reading.type);
      const kinds = new Set(candidates.map(({ type }) => isAction(type)));
      expect([...kinds]).toEqual([isAction(reading.type)]);
      expect(new Set(candidates.map(({ type }) => type)).size).toBe(candidates.length);
      expect(candidates.reduce((sum, each) => sum + each.probability, 0)).toBeCloseTo(1, 9);
    }
  });

  test("without weights the rules' type stands, whatever the margin", () => {
    const reading = readingAt(ATTACK, "attaqué");
    for (const margin of [0, 0.5]) expect(rankType(reading, entities, { margin, types: {} }).chosen).toBe(0);
  });

  test("another type is chosen only where it is likelier by the margin", () => {
    const reading = readingAt(ATTACK, "attaqué");
    const types = { "coerce | bias": 20 };
    expect(rankType(reading, entities, { margin: 0.05, types }).chosen).toBeGreaterThan(0);
    expect(rankType(reading, entities, { margin: 1, types }).chosen).toBe(0);
  });
});

describe("another type", () => {
  test("takes away the subtype and the effect that only the former could have", () => {
    const reading = readingAt("Le Hezbollah a tué trois soldats à Aïn al-Assad.", "tué");
    retype(reading, "coerce", entities);
    expect(reading).toMatchObject({ type: "coerce", subtype: undefined, effect: undefined });
  });

  test("a statement that accuses has the doer of what it tells as its target; any other has not", () => {
    const reading = readingAt(SAID, "affirmé");
    retype(reading, "accuse", entities);
    expect(reading.roles.get("target")?.map(({ mention }) => mention.candidates[0])).toEqual(["iran"]);
    retype(reading, "confirm", entities);
    expect(reading.roles.get("target")).toBeUndefined();
  });
});
