/** Everything that reads one report, loaded once: packs, language data, models, extractor. */
import { existsSync } from "node:fs";
import type { SourceDocument } from "../documents/index.ts";
import {
  type ClaimReading,
  createFramesExtractor,
  type Extraction,
  type FramesExtractor,
  framesIdentity,
  lexiconLemmas,
} from "../extraction/index.ts";
import {
  annotate,
  compileNames,
  type LanguageResources,
  loadSyntaxModel,
  NameIndex,
} from "../language/index.ts";
import { LANGUAGES, type Language } from "../ontology/index.ts";
import {
  type AddedNames,
  languageDataHash,
  type Lexicon,
  lexiconHash,
  loadLanguageData,
  loadLexicon,
  loadReadingModels,
  NO_NAMES,
  type PackSet,
  readingModelsHash,
  readSyntaxModelFile,
  syntaxModelPath,
  withNames,
} from "../packs/index.ts";
import { fold, sha256, stableStringify } from "../shared/index.ts";
import { type Keep, keepNothing, lazily } from "./kept-values.ts";
import type { CachedReading } from "./types.ts";

export interface Reader {
  readonly packs: PackSet;
  readonly extractor: { readonly name: string; readonly version: string };
  /** Hash of everything that the reading of every report depends on. */
  readonly fingerprint: string;
  /** The added names that the reading of this report may depend on, as a text to hash; empty for none. */
  readonly namesFor: (doc: SourceDocument) => string;
  /** Content hashes by name, for the manifest. */
  readonly inputs: Readonly<Record<string, string>>;
  /**
   * @param around  ISO day that a report without any date of its own is taken to lie near
   * @throws {RiposteError} `language/unsupported`
   */
  read(doc: SourceDocument, around?: string): CachedReading<Extraction>;
  /**
   * How each claim of a report was read, in the order of its extraction.
   * @throws {RiposteError} `language/unsupported`
   */
  explain(doc: SourceDocument): readonly ClaimReading[];
}

/**
 * @param known  the packs that the case is built with
 * @param added  names that a person added to the case
 * @param keep   what becomes of values that take long to make
 * @throws {RiposteError} `pack/*` for language data. A missing model is no error: reports are then read by surface patterns
 */
export function loadReader(known: PackSet, added: AddedNames = NO_NAMES, keep: Keep = keepNothing): Reader {
  const packs = withNames(known, added);
  const lexicons = LANGUAGES.map((language) => lexiconHash(language));
  const models = new Map(LANGUAGES.flatMap((language) => modelBytes(language)));
  const inputs: Record<string, string> = { packs: packs.hash };
  for (const [at, language] of LANGUAGES.entries()) {
    inputs[`language ${language}`] = languageDataHash(language);
    inputs[`lexicon ${language}`] = lexicons[at] ?? "";
    const bytes = models.get(language);
    if (bytes) inputs[`model ${language}`] = sha256(bytes);
  }
  const identity = framesIdentity({ packs: packs.hash, lexicons, models: readingModelsHash() });
  const knowledge = readingKnowledge(packs, { inputs, added, keep });
  // Reading nothing anew is the common case of a rebuild: all that reads is made when first needed.
  let ready: { readonly resources: LanguageResources; readonly extractor: FramesExtractor } | undefined;
  const prepare = () => {
    const resources = {
      data: knowledge.data(),
      names: new NameIndex(knowledge.names()),
      syntax: byLanguage(models, loadSyntaxModel),
      lemmas: byLanguage(knowledge.lexicons(), lexiconLemmas),
    };
    const extractor = createFramesExtractor({
      packs,
      lexicons: knowledge.lexicons(),
      models: knowledge.models(),
    });
    return (ready = { resources, extractor });
  };
  return {
    packs,
    extractor: identity,
    fingerprint: sha256([identity.name, identity.version, ...Object.entries(inputs).flat()].join("\n")),
    inputs,
    namesFor: (doc) => namesFor(doc, added),
    read(doc, around) {
      const { resources, extractor } = ready ?? prepare();
      const annotated = annotate(doc, { ...resources, ...(around && { around }) });
      const { anchor, language } = annotated;
      return { language, ...(anchor && { anchor }), extraction: extractor.extract(annotated) };
    },
    explain(doc) {
      const { resources, extractor } = ready ?? prepare();
      return extractor.explain(annotate(doc, resources));
    },
  };
}

/** What reading knows, each part made or taken from where it was kept when it is first asked for. */
function readingKnowledge(
  packs: PackSet,
  { inputs, added, keep }: { inputs: Reader["inputs"]; added: AddedNames; keep: Keep },
) {
  const of = (part: string) => LANGUAGES.map((language) => inputs[`${part} ${language}`]).join(" ");
  const data = keep("language data", of("language"), loadLanguageData);
  const lexicons = keep("lexicons", of("lexicon"), () =>
    LANGUAGES.map((language) => loadLexicon(language)).map((lexicon) => ({
      ...lexicon,
      frames: [...lexicon.frames],
    })),
  );
  const models = keep("reading models", readingModelsHash(), loadReadingModels);
  const names = keep("names", [packs.hash, stableStringify(added), of("language")].join(" "), () =>
    compileNames(packs, data()),
  );
  const withMaps = (): ReadonlyMap<Language, Lexicon> =>
    new Map(lexicons().map((lexicon) => [lexicon.language, { ...lexicon, frames: new Map(lexicon.frames) }]));
  return { data, lexicons: lazily(withMaps), models, names };
}

/** Letters from which a word is taken to tell a name from another: « du » and "the" are everywhere. */
const TELLING = 4;

/** A name of which no word is in the text cannot be found there: such a report need not be read anew. */
function namesFor({ text }: SourceDocument, { aliases, entities }: AddedNames): string {
  if (aliases.length === 0 && entities.length === 0) return "";
  const folded = fold(text);
  const near = ({ name }: { readonly name: string }) => {
    const words = fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
    const telling = words.filter((word) => word.length >= TELLING);
    return (telling.length > 0 ? telling : words).some((word) => folded.includes(word));
  };
  const found = { aliases: aliases.filter(near), entities: entities.filter(near) };
  return found.aliases.length + found.entities.length === 0 ? "" : stableStringify(found);
}

function modelBytes(language: Language): [Language, Uint8Array][] {
  const path = syntaxModelPath(language);
  return existsSync(path) ? [[language, readSyntaxModelFile(path)]] : [];
}

/** Values made when first asked for, by language: most cases have reports of only one. */
function byLanguage<S, T>(
  sources: ReadonlyMap<Language, S>,
  make: (source: S) => T,
): Partial<Record<Language, T>> {
  const made = new Map<Language, T>();
  const lazy = {};
  for (const [language, source] of sources) {
    Object.defineProperty(lazy, language, {
      enumerable: true,
      get() {
        const value = made.get(language) ?? make(source);
        made.set(language, value);
        return value;
      },
    });
  }
  return lazy;
}
