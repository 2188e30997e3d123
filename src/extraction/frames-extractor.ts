/** The `frames` extractor: trigger frames read over the parse, completed from the event register of the report. */
import type { AnnotatedDocument } from "../language/index.ts";
import type { Language } from "../ontology/index.ts";
import type { Lexicon, LoadedModels, PackSet } from "../packs/index.ts";
import { once, sha256 } from "../shared/index.ts";
import { type ClaimReading, describeReading } from "./claim-reading.ts";
import { EntityLookup } from "./entities.ts";
import { indexLexicon } from "./lexicon-index.ts";
import { readDocument } from "./read-document.ts";
import type { Extraction, Extractor } from "./types.ts";

/** Changes with the rules; lexicons and packs enter the version by their hashes. */
const RULES_VERSION = 1;

export interface FramesOptions {
  readonly packs: PackSet;
  readonly lexicons: ReadonlyMap<Language, Lexicon>;
  readonly models: LoadedModels;
}

/** What claims depend on besides rules and reports: content hashes. */
export interface FramesInputs {
  readonly packs: string;
  /** In the order of the languages. */
  readonly lexicons: readonly string[];
  readonly models: string;
}

/** Name and version of the extractor with these inputs, to be had without reading them. */
export function framesIdentity({ packs, lexicons, models }: FramesInputs): { name: string; version: string } {
  const hashes = [packs, ...lexicons, models].join(" ");
  return { name: "frames", version: `${RULES_VERSION}-${sha256(hashes).slice(0, 12)}` };
}

/** An extractor that can also tell how it came by each claim. */
export interface FramesExtractor extends Extractor {
  extract(doc: AnnotatedDocument): Extraction;
  /** One reading for each claim that `extract` gives, in the same order. */
  explain(doc: AnnotatedDocument): readonly ClaimReading[];
}

/** The rule extractor for the languages whose lexicons are given; other documents give an empty extraction. */
export function createFramesExtractor({ packs, lexicons, models }: FramesOptions): FramesExtractor {
  // Compiled for the first report of its language: most rebuilds read none.
  const compiled = once(indexLexicon);
  const indexOf = (language: Language) => {
    const lexicon = lexicons.get(language);
    return lexicon && compiled(lexicon);
  };
  const entities = new EntityLookup(packs);
  return {
    ...framesIdentity({
      packs: packs.hash,
      lexicons: [...lexicons.values()].map(({ hash }) => hash),
      models: models.hash,
    }),
    extract(doc) {
      const index = indexOf(doc.language);
      if (!index)
        return {
          claims: [],
          relations: [],
          skipped: [{ start: 0, end: doc.doc.text.length, reason: `no lexicon for ${doc.language}` }],
        };
      return readDocument(doc, index, entities, models).extraction;
    },
    explain(doc) {
      const index = indexOf(doc.language);
      if (!index) return [];
      const { extraction, bases } = readDocument(doc, index, entities, models);
      return extraction.claims.flatMap((claim, i) => {
        const basis = bases[i];
        return basis ? [describeReading(claim, basis, models)] : [];
      });
    },
  };
}
