export { listPacks, loadPacks, packFingerprint } from "./load-packs.ts";
export { parseYaml, readYaml } from "./read-yaml.ts";
export * from "./types.ts";
export type { AgreementWords } from "./agreement-schema.ts";
export { type Lexicon, lexiconHash, loadLexicon } from "./load-lexicon.ts";
export type { Frame, FrameRole, Needs, TriggerEntry } from "./lexicon-schema.ts";
export { type LanguageData, languageDataHash, loadLanguageData } from "./load-language-data.ts";
export { SEASONS, TIME_UNITS } from "./language-schema.ts";
export type {
  DatesData,
  MorphologyData,
  NamesData,
  NumbersData,
  Season,
  TextData,
  TimePattern,
  TimeReading,
  TimeUnit,
} from "./language-schema.ts";
export { type AddedNames, NO_NAMES, withNames } from "./with-names.ts";
export { readSyntaxModelFile, syntaxModelPath } from "./load-syntax-model.ts";
export {
  type AcceptanceWeights,
  type LoadedModels,
  type LogisticWeights,
  loadReadingModels,
  type ReadingModels,
  readingModelsHash,
  type RoleWeights,
  type TypeWeights,
} from "./load-reading-models.ts";
