/** Language data: what the language stage must know of French and English, from graph-data/languages. */
import { join } from "node:path";
import type { z } from "zod";
import { LANGUAGES, type Language } from "../ontology/index.ts";
import { packagePath, sha256, stableStringify } from "../shared/index.ts";
import {
  type DatesData,
  datesSchema,
  type EverydayWords,
  everydaySchema,
  type MorphologyData,
  morphologySchema,
  type NamesData,
  namesSchema,
  type NumbersData,
  numbersSchema,
  type TextData,
  textSchema,
} from "./language-schema.ts";
import { readYaml } from "./read-yaml.ts";

/** The data of one language, validated. */
export interface LanguageData {
  readonly language: Language;
  readonly text: TextData;
  readonly numbers: NumbersData;
  readonly dates: DatesData;
  readonly names: NamesData;
  readonly morphology: MorphologyData;
  readonly everyday: EverydayWords;
  /** Content hash of all of it, part of the extraction cache's key. */
  readonly hash: string;
}

/**
 * Reads graph-data/languages/<language>/{text,numbers,dates,names,morphology,everyday}.yaml of every language.
 * @throws {RiposteError} `pack/not-found`, `pack/bad-yaml`, `pack/bad-field`
 */
export function loadLanguageData(
  folder: string = packagePath("graph-data/languages"),
): Readonly<Record<Language, LanguageData>> {
  const entries = LANGUAGES.map((language) => [language, load(join(folder, language), language)] as const);
  return Object.fromEntries(entries) as Record<Language, LanguageData>;
}

function load(folder: string, language: Language): LanguageData {
  const read = <T>(name: string, schema: z.ZodType<T>): T => readYaml(join(folder, name), schema);
  const parts = {
    text: read("text.yaml", textSchema),
    numbers: read("numbers.yaml", numbersSchema),
    dates: read("dates.yaml", datesSchema),
    names: read("names.yaml", namesSchema),
    morphology: read("morphology.yaml", morphologySchema),
    everyday: read("everyday.yaml", everydaySchema),
  };
  return { language, ...parts, hash: sha256(stableStringify(parts)) };
}
