/** An annotated set of reports, analysed once and read as often as there are models to try. */
import { readFile } from "node:fs/promises";
import { groupCopies, readReports, type SourceDocument } from "../../src/documents/index.ts";
import { type Annotation, parseGold } from "../../src/evaluation/index.ts";
import { Comparison } from "../../src/evaluation/match.ts";
import { EntityLookup } from "../../src/extraction/entities.ts";
import { indexLexicon, lexiconLemmas } from "../../src/extraction/lexicon-index.ts";
import { type ClaimBasis, type DocumentReading, readDocument } from "../../src/extraction/read-document.ts";
import { type AnnotatedDocument, annotate, loadSyntaxModel, NameIndex } from "../../src/language/index.ts";
import { LANGUAGES } from "../../src/ontology/index.ts";
import {
  loadLanguageData,
  loadLexicon,
  loadPacks,
  type PackSet,
  type ReadingModels,
  readSyntaxModelFile,
  syntaxModelPath,
} from "../../src/packs/index.ts";
import { claimIds } from "../../src/resolution/claims.ts";
import { resolve } from "../../src/resolution/index.ts";
import type { EvaluationSet } from "../evaluate.ts";

/** A set read with some models and compared with its gold. */
export interface ReadSet {
  readonly comparison: Comparison;
  /** What a predicted claim rests on, by its id. */
  readonly basisOf: (claim: string) => ClaimBasis | undefined;
}

export class AnnotatedSet {
  readonly name: string;
  readonly region: string;
  readonly learnedFrom: boolean;
  /** How much its examples count: what two annotators agree on by the guide counts more. */
  readonly importance: number;
  readonly gold: Annotation;
  readonly packs: PackSet;
  readonly #documents: readonly SourceDocument[];
  readonly #analysed: readonly AnnotatedDocument[];
  readonly #entities: EntityLookup;

  private constructor(
    set: EvaluationSet,
    gold: Annotation,
    packs: PackSet,
    documents: readonly SourceDocument[],
    analysed: readonly AnnotatedDocument[],
  ) {
    this.name = set.name;
    this.learnedFrom = set.learnedFrom;
    this.importance = set.use === "half read" ? 1 : 2;
    this.region = set.region;
    this.gold = gold;
    this.packs = packs;
    this.#documents = documents;
    this.#analysed = analysed;
    this.#entities = new EntityLookup(packs);
  }

  static async load(set: EvaluationSet): Promise<AnnotatedSet> {
    const packs = loadPacks(set.packs);
    const documents = groupCopies((await readReports([set.reports])).documents);
    const analysed = documents.map(analyserFor(packs));
    const gold = parseGold(await readFile(set.gold, "utf8"), set.gold);
    return new AnnotatedSet(set, gold, packs, documents, analysed);
  }

  read(models: ReadingModels): ReadSet {
    const readings = this.#analysed.map((document) => this.#readOne(document, models));
    const bases = new Map<string, ClaimBasis>();
    for (const { document, extraction, bases: own } of readings)
      for (const [i, id] of claimIds(document, extraction.claims).entries()) {
        const basis = own[i];
        if (basis) bases.set(id, basis);
      }
    const records = resolve({
      documents: this.#documents,
      extractions: readings,
      packs: this.packs,
      decisions: [],
    });
    return {
      comparison: new Comparison(this.gold, { ...records, events: records.events }),
      basisOf: (claim) => bases.get(claim),
    };
  }

  #readOne(document: AnnotatedDocument, models: ReadingModels): DocumentReading & { document: string } {
    const index = INDEXES.get(document.language);
    if (!index) throw new Error(`no lexicon for ${document.language}`);
    return { document: document.doc.id, ...readDocument(document, index, this.#entities, models) };
  }
}

/** The language stage with the names of some packs. */
export function analyserFor(packs: PackSet): (document: SourceDocument) => AnnotatedDocument {
  const data = loadLanguageData();
  const resources = {
    data,
    names: NameIndex.of(packs, data),
    syntax: SYNTAX,
    lemmas: Object.fromEntries(LEXICONS.map(([language, lexicon]) => [language, lexiconLemmas(lexicon)])),
  };
  return (document) => annotate(document, resources);
}

const LEXICONS = LANGUAGES.map((language) => [language, loadLexicon(language)] as const);
const INDEXES = new Map(LEXICONS.map(([language, lexicon]) => [language, indexLexicon(lexicon)]));
const SYNTAX = Object.fromEntries(
  LANGUAGES.map((language) => [language, loadSyntaxModel(readSyntaxModelFile(syntaxModelPath(language)))]),
);
