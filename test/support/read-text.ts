/** Reads a text as the build does, with the shipped packs, lexicons and models. */
import {
  createFramesExtractor,
  type DraftClaim,
  type Extraction,
  type Filler,
  lexiconLemmas,
} from "../../src/extraction/index.ts";
import { type AnnotatedDocument, annotate, loadSyntaxModel, NameIndex } from "../../src/language/index.ts";
import { LANGUAGES, type Language, type Role } from "../../src/ontology/index.ts";
import {
  loadLanguageData,
  loadLexicon,
  loadPacks,
  loadReadingModels,
  readSyntaxModelFile,
  syntaxModelPath,
} from "../../src/packs/index.ts";
import { sha256 } from "../../src/shared/index.ts";

const packs = loadPacks(["all"]);
const data = loadLanguageData();
const names = NameIndex.of(packs, data);
const lexicons = new Map(LANGUAGES.map((language) => [language, loadLexicon(language)]));
const lemmas = Object.fromEntries(
  [...lexicons].map(([language, lexicon]) => [language, lexiconLemmas(lexicon)]),
);
const syntax = Object.fromEntries(
  LANGUAGES.map((language) => [language, loadSyntaxModel(readSyntaxModelFile(syntaxModelPath(language)))]),
) as Record<Language, ReturnType<typeof loadSyntaxModel>>;

export const extractor = createFramesExtractor({ packs, lexicons, models: loadReadingModels() });

/** `parser: false` reads without a syntax model. */
export function annotateText(text: string, language: Language, parser = true): AnnotatedDocument {
  const doc = { id: "report", language, published: "2024-02-03", text, sha256: sha256(text) };
  return annotate(doc, { data, names, lemmas, ...(parser && { syntax }) });
}

export const extractText = (text: string, language: Language): Extraction =>
  extractor.extract(annotateText(text, language));

/** A claim in short: type, modality, and entity ids (or names) per role. */
export interface ShortClaim {
  readonly type: string;
  readonly subtype: string | undefined;
  readonly modality: string;
  readonly agent: readonly string[];
  readonly target: readonly string[];
  readonly place: readonly string[];
  readonly speaker: readonly string[];
  readonly source: readonly string[];
  readonly inferred: readonly string[];
}

export function shorten(claim: DraftClaim): ShortClaim {
  const ids = (role: Role) => (claim.roles[role] ?? []).map(idOf);
  const inferred = (Object.entries(claim.roles) as [Role, readonly Filler[]][])
    .filter(([, fillers]) => fillers.some((f) => f.inferred))
    .map(([role]) => role);
  return {
    type: claim.type,
    subtype: claim.subtype,
    modality: claim.modality,
    agent: ids("agent"),
    target: ids("target"),
    place: ids("place"),
    speaker: ids("speaker"),
    source: ids("source"),
    inferred,
  };
}

const idOf = ({ mention }: Filler): string => mention.candidates[0] ?? mention.proposed?.name ?? mention.text;

export const claimsOf = (text: string, language: Language = "fr"): ShortClaim[] =>
  extractText(text, language).claims.map(shorten);
