/** Language data: what the language stage must know of French and English, from graph-data/languages. */
import { join } from "node:path";
import type { z } from "zod";
import { LANGUAGES, type Language } from "../ontology/index.ts";
import { packagePath } from "../shared/index.ts";
import { hashFiles } from "./hash-files.ts";
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
  /** As `languageDataHash`, part of the extraction cache's key. */
  readonly hash: string;
}

const SHIPPED = packagePath("graph-data/languages");
const FILES = ["text", "numbers", "dates", "names", "morphology", "everyday"] as const;

/**
 * Hash of the files that `loadLanguageData` reads for a language.
 * @throws {RiposteError} `pack/not-found`
 */
export function languageDataHash(language: Language, folder: string = SHIPPED): string {
  return hashFiles(FILES.map((name) => join(folder, language, `${name}.yaml`)));
}

/**
 * Reads graph-data/languages/<language>/{text,numbers,dates,names,morphology,everyday}.yaml of every language.
 * @throws {RiposteError} `pack/not-found`, `pack/bad-yaml`, `pack/bad-field`
 */
export function loadLanguageData(folder: string = SHIPPED): Readonly<Record<Language, LanguageData>> {
  const entries = LANGUAGES.map((language) => [language, load(folder, language)] as const);
  return Object.fromEntries(entries) as Record<Language, LanguageData>;
}

function load(folder: string, language: Language): LanguageData {
  const read = <T>(name: (typeof FILES)[number], schema: z.ZodType<T>): T =>
    readYaml(join(folder, language, `${name}.yaml`), schema);
  return {
    language,
    text: read("text", textSchema),
    numbers: read("numbers", numbersSchema),
    dates: read("dates", datesSchema),
    names: read("names", namesSchema),
    morphology: read("morphology", morphologySchema),
    everyday: read("everyday", everydaySchema),
    hash: languageDataHash(language, folder),
  };
}
