/**
 * Fits the confidence of claims on annotated reports, and says how well it holds on theatres it was not fitted on:
 *
 *   npx tsx scripts/fit-confidence.ts            figures, each theatre left out in turn
 *   npx tsx scripts/fit-confidence.ts --write    … and the weights fitted on all of them
 *
 * A claim counts as right where it meets a gold claim with the right participants (an "edge" of the scorer). Claims on
 * repeats and optional gold claims are left out, as the scorer leaves them out.
 */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { stringify } from "yaml";
import { groupCopies, readReports } from "../src/documents/index.ts";
import { parseGold } from "../src/evaluation/index.ts";
import { Comparison } from "../src/evaluation/match.ts";
import { judge } from "../src/extraction/confidence.ts";
import { EntityLookup } from "../src/extraction/entities.ts";
import { indexLexicon, lexiconLemmas } from "../src/extraction/lexicon-index.ts";
import { readDocument } from "../src/extraction/read-document.ts";
import { annotate, loadSyntaxModel, NameIndex } from "../src/language/index.ts";
import { isFactual, LANGUAGES } from "../src/ontology/index.ts";
import {
  type ConfidenceWeights,
  loadLanguageData,
  loadLexicon,
  loadPacks,
  readSyntaxModelFile,
  syntaxModelPath,
} from "../src/packs/index.ts";
import { resolve } from "../src/resolution/index.ts";
import { packagePath } from "../src/shared/index.ts";
import { EVALUATION_SETS, type EvaluationSet, THIN_SETS } from "./evaluate.ts";
import { type Example, fitLogistic } from "./logistic.ts";

/** Strength of the pull of each weight to zero; chosen by the theatres left out. */
const RIDGE = 25;
/** Weights smaller than this say nothing. */
const NEGLIGIBLE = 0.05;

interface JudgedExample extends Example {
  readonly factual: boolean;
}

/** Claims of one annotated set, with the features of each and whether it is right. */
async function examplesOf(set: EvaluationSet): Promise<{ examples: JudgedExample[]; goldEdges: number }> {
  const packs = loadPacks(set.packs);
  const data = loadLanguageData();
  const lexicons = LANGUAGES.map((language) => [language, loadLexicon(language)] as const);
  const resources = {
    data,
    names: new NameIndex(packs, data),
    syntax: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        loadSyntaxModel(readSyntaxModelFile(syntaxModelPath(language))),
      ]),
    ),
    lemmas: Object.fromEntries(lexicons.map(([language, lexicon]) => [language, lexiconLemmas(lexicon)])),
  };
  const indexes = Object.fromEntries(
    lexicons.map(([language, lexicon]) => [language, indexLexicon(lexicon)]),
  );
  const entities = new EntityLookup(packs);
  const documents = groupCopies((await readReports([set.reports])).documents);
  const readings = documents.map((doc) => {
    const annotated = annotate(doc, resources);
    const index = indexes[annotated.language];
    if (!index) throw new Error(`no lexicon for ${annotated.language}`);
    return { document: doc.id, ...readDocument(annotated, index, entities, { bias: 0, weights: {} }) };
  });
  const records = resolve({ documents, extractions: readings, packs, decisions: [] });
  const features = new Map<string, readonly string[]>();
  for (const { document, extraction, features: lists } of readings) {
    for (const [i, { evidence, type }] of extraction.claims.entries()) {
      features.set(`${document}:${evidence.start}-${evidence.end}:${type}`, lists[i] ?? []);
    }
  }
  const gold = parseGold(await readFile(set.gold, "utf8"), set.gold);
  const comparison = new Comparison(gold, { ...records, events: records.events });
  const right = new Set(
    comparison.matches.filter((m) => comparison.right(m.gold, m.predicted)).map((m) => m.predicted.id),
  );
  const examples = comparison.predicted.flatMap((claim): JudgedExample[] => {
    const own = features.get(claim.id);
    const factual = isFactual((claim as { modality: Parameters<typeof isFactual>[0] }).modality);
    return own ? [{ features: own, label: right.has(claim.id), factual }] : [];
  });
  return { examples, goldEdges: comparison.asked.length };
}

function fit(examples: readonly Example[]): ConfidenceWeights {
  const fitted = fitLogistic(examples, RIDGE);
  const weights = [...fitted].filter(([name, weight]) => name !== "bias" && Math.abs(weight) >= NEGLIGIBLE);
  weights.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    bias: Math.round((fitted.get("bias") ?? 0) * 100) / 100,
    weights: Object.fromEntries(weights.map(([name, weight]) => [name, Math.round(weight * 100) / 100])),
  };
}

interface Rated {
  readonly confidence: number;
  readonly right: boolean;
}

/** Precision, and share of gold edges kept, from each threshold on. */
function thresholdLines(rated: readonly Rated[], goldEdges: number): string[] {
  return [0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85].map((threshold) => {
    const kept = rated.filter(({ confidence }) => confidence >= threshold);
    const right = kept.filter((item) => item.right).length;
    const precision = kept.length > 0 ? right / kept.length : 0;
    return `  ≥ ${threshold.toFixed(2)}  ${String(kept.length).padStart(4)} claims  P ${(100 * precision).toFixed(1)}  R ${((100 * right) / goldEdges).toFixed(1)}`;
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: "boolean" } } });
  const sets = [...EVALUATION_SETS, ...THIN_SETS].filter(
    (set) => set.use !== "unseen" && existsSync(set.gold),
  );
  const data = await Promise.all(sets.map(async (set) => ({ name: set.name, ...(await examplesOf(set)) })));
  const pooled: Rated[] = [];
  for (const out of data) {
    const weights = fit(data.filter((each) => each !== out).flatMap(({ examples }) => examples));
    const rated = out.examples.map(({ features, label }) => ({
      confidence: judge(features, weights).confidence,
      right: label,
    }));
    pooled.push(...rated);
    process.stdout.write(`${out.name} left out (${out.examples.length} claims, ${out.goldEdges} gold)\n`);
    process.stdout.write(`${thresholdLines(rated, out.goldEdges).join("\n")}\n`);
  }
  const goldEdges = data.reduce((sum, each) => sum + each.goldEdges, 0);
  process.stdout.write(`all, each judged by the others\n${thresholdLines(pooled, goldEdges).join("\n")}\n`);
  if (!values.write) return;
  const weights = fit(data.flatMap(({ examples }) => examples));
  const head =
    "# Log odds that a claim is right, by feature: fitted by scripts/fit-confidence.ts, see README.md.\n";
  await writeFile(packagePath("graph-data/models/confidence.yaml"), head + stringify(weights));
}

await main();
