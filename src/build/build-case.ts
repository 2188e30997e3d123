/**
 * Reports → a case: the stages in order.
 *
 *   1  read       documents    files → SourceDocument[]; what cannot be read is listed
 *   2  extract    language     SourceDocument → AnnotatedDocument, per report, cached by hash of all it depends on
 *                 extraction   AnnotatedDocument → Extraction
 *   3  resolve    resolution   Extraction[] + packs + decisions → entities, events, links; remembers what it made
 *   4  save       case         whole or not at all
 *
 * What rests on reports that did not change is found in the case's cache.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { CASE_FORMAT, makeCaseFolder, saveCase } from "../case/index.ts";
import { groupCopies, readReports, type SkippedInput, type SourceDocument } from "../documents/index.ts";
import type { Extraction } from "../extraction/index.ts";
import type { CaseRecords } from "../ontology/index.ts";
import {
  addedNames,
  type Decision,
  type DocumentExtraction,
  parseDecisions,
  resolve,
} from "../resolution/index.ts";
import { compareText, RiposteError, VERSION } from "../shared/index.ts";
import { CachedReader, type KeptReading } from "./cached-reader.ts";
import { CaseMemory } from "./case-memory.ts";
import { KeptShingles } from "./kept-shingles.ts";
import { KeptValues, keptPacks } from "./kept-values.ts";
import { keepEvents, previousEvents } from "./previous-events.ts";
import { loadReader, type Reader } from "./reader.ts";
import type { BuildOptions, BuildResult, CachedReading } from "./types.ts";

/**
 * Builds (or rebuilds) a case from reports.
 * @param paths  files and folders; `-` is standard input. Their order changes nothing
 * @throws {RiposteError} `input/*`, `pack/*`, `decision/*`, `case/*`, `run/interrupted`; the case on disk is then as before
 */
export async function buildCase(
  paths: readonly string[],
  options: BuildOptions,
  stdin?: () => Promise<Uint8Array>,
): Promise<BuildResult> {
  const { caseFolder, onProgress } = options;
  onProgress?.({ phase: "reading", done: 0, total: 0 });
  const { documents: read, skipped: unread } = await readReports(paths, stdin);
  await makeCaseFolder(caseFolder);
  const decisions = await readDecisions(caseFolder);
  const kept = new KeptValues(caseFolder);
  const reader = loadReader(keptPacks(options.packs, kept.keep), addedNames(decisions), kept.keep);
  const shingles = new KeptShingles(caseFolder);
  const sources = groupCopies(read, shingles.of);
  const { documents, readings, skipped, fromCache } = await readAll(sources, reader, options);

  const memory = new CaseMemory(caseFolder);
  onProgress?.({ phase: "resolving", done: 0, total: documents.length });
  const resolution = resolve({
    documents,
    extractions: documents.map((doc, i) => extractionOf(doc, readings[i] as KeptReading)),
    memory,
    packs: reader.packs,
    decisions,
    previous: await previousEvents(caseFolder),
    extractor: { name: reader.extractor.name, version: reader.extractor.version },
  });
  const { notices, ...resolved } = resolution;
  const records: CaseRecords = { documents, ...resolved };

  await shingles.forgetOthers();
  await kept.forgetOthers();
  await memory.forgetOthers();
  stopIfAsked(options.signal);
  onProgress?.({ phase: "saving", done: 0, total: documents.length });
  const allSkipped = [...unread, ...skipped];
  const manifest = await saveCase(caseFolder, records, {
    format: CASE_FORMAT,
    riposte: VERSION,
    packs: [...reader.packs.names],
    extractor: { name: reader.extractor.name, version: reader.extractor.version },
    inputs: reader.inputs,
    skipped: allSkipped.map((item) => ({ ...item })),
    notices: notices.map(({ code, message }) => ({ code, message })),
    synthetic: documents.some((doc) => doc.synthetic),
  });
  await keepEvents(caseFolder, manifest.files["events.jsonl"]?.sha256, records.events);
  return { manifest, records, skipped: allSkipped, fromCache };
}

/** Reports taken from the cache before a signal (Ctrl-C) is let through. */
const REPORTS_AT_ONCE = 256;

interface AllReadings {
  readonly documents: readonly SourceDocument[];
  readonly readings: readonly KeptReading[];
  readonly skipped: readonly SkippedInput[];
  readonly fromCache: number;
}

/**
 * Step 2 for every report. A report in a language that Riposte does not read is listed, and the run goes on. Reports
 * that tell no date at all are read last, as lying near the others of the case.
 */
async function readAll(
  sources: readonly SourceDocument[],
  reader: Reader,
  options: BuildOptions,
): Promise<AllReadings> {
  const cached = new CachedReader(reader, options.caseFolder);
  const readings = new Map<string, KeptReading>();
  const skipped: SkippedInput[] = [];
  for (const [index, doc] of sources.entries()) {
    if (index % REPORTS_AT_ONCE === 0) await setImmediate();
    stopIfAsked(options.signal);
    options.onProgress?.({ phase: "extracting", done: index, total: sources.length, document: doc.id });
    try {
      readings.set(doc.id, cached.read(doc));
    } catch (error) {
      if (!(error instanceof RiposteError) || error.code !== "language/unsupported") throw error;
      skipped.push({ name: doc.id, code: error.code, reason: error.message });
    }
  }
  const read = sources.filter((doc) => readings.has(doc.id));
  if (read.length === 0) {
    throw new RiposteError(
      "input/nothing-to-read",
      `no report in a language that Riposte reads (${skipped[0]?.reason})`,
    );
  }
  const dayOf = (doc: SourceDocument) => (doc.published ?? readings.get(doc.id)?.anchor)?.slice(0, 10);
  const around = middleDay(read.flatMap((doc) => dayOf(doc) ?? []));
  for (const doc of around ? read.filter((item) => !dayOf(item)) : []) {
    stopIfAsked(options.signal);
    readings.set(doc.id, cached.read(doc, around));
  }
  await cached.forgetOthers();
  const kept = read.map((doc) => ({ doc, reading: readings.get(doc.id) as KeptReading }));
  return {
    documents: kept.map(({ doc, reading }) => withWhatTheTextSays(doc, reading)),
    readings: kept.map(({ reading }) => reading),
    skipped,
    fromCache: cached.hits(read),
  };
}

/** The middle one of some ISO days; undefined where there is none. */
function middleDay(days: readonly string[]): string | undefined {
  return [...days].sort(compareText)[Math.floor(days.length / 2)];
}

/** Language and publishing day as found in the text, where the metadata had none. */
function withWhatTheTextSays(doc: SourceDocument, reading: CachedReading<Extraction>): SourceDocument {
  return {
    ...doc,
    language: doc.language ?? reading.language,
    ...(!doc.published &&
      reading.anchor && { published: reading.anchor, publishedFrom: "inferred" as const }),
  };
}

/** What resolution takes of a reading: fetched only if it asks for it. */
function extractionOf({ id }: SourceDocument, reading: KeptReading): DocumentExtraction {
  return {
    document: id,
    key: reading.key,
    get extraction() {
      return reading.extraction;
    },
  };
}

export async function readDecisions(caseFolder: string): Promise<readonly Decision[]> {
  const path = join(caseFolder, "decisions.yaml");
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text === undefined ? [] : parseDecisions(text, path);
}

function stopIfAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new RiposteError("run/interrupted", "stopped; the case on disk is as it was before");
}
