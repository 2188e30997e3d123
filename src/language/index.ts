export { annotate, type LanguageResources } from "./annotate.ts";
export { LemmaLexicon } from "./morphology/lemma-lexicon.ts";
export { Lemmatizer } from "./morphology/lemmatizer.ts";
export { type CompiledNames, compileNames } from "./names/compile-names.ts";
export { NameIndex } from "./names/name-index.ts";
export { nameKey, similarNames } from "./names/name-key.ts";
export * from "./types.ts";
export { loadSyntaxModel } from "./syntax/index.ts";
