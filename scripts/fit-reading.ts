/**
 * Fits the learned parts of reading on annotated reports, and says how well they hold on theatres left out:
 *
 *   npx tsx scripts/fit-reading.ts            figures, each theatre left out in turn
 *   npx tsx scripts/fit-reading.ts --write    … and the weights fitted on all of them, into graph-data/models
 *
 * The seeds are judged, never fitted on; the unseen set is only scored, by the models fitted on all others.
 */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { stringify } from "yaml";
import { judge } from "../src/extraction/learned/confidence.ts";
import type { ReadingModels } from "../src/packs/index.ts";
import { packagePath } from "../src/shared/index.ts";
import { EVALUATION_SETS, THIN_SETS } from "./evaluate.ts";
import { AnnotatedSet, type ReadSet } from "./learning/annotated-set.ts";
import { confidenceExamples } from "./learning/examples.ts";
import { ModelFitter, UNLEARNED } from "./learning/fit-models.ts";

const FITTED_ON = new Set(["levant", "sahel", "thin-fr", "thin-en"]);
const THRESHOLDS = [0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85];

interface Rated {
  readonly confidence: number;
  readonly right: boolean;
}

const percent = (share: number): string => (100 * share).toFixed(1);

/** Precision, and share of gold edges kept, from each threshold on. */
function thresholdLines(rated: readonly Rated[], goldEdges: number): string[] {
  return THRESHOLDS.map((threshold) => {
    const kept = rated.filter(({ confidence }) => confidence >= threshold);
    const right = kept.filter((item) => item.right).length;
    const precision = kept.length > 0 ? right / kept.length : 0;
    return `  ≥ ${threshold.toFixed(2)}  ${String(kept.length).padStart(4)} claims  P ${percent(precision)}  R ${percent(right / goldEdges)}`;
  });
}

function rate(read: ReadSet, { confidence }: ReadingModels): Rated[] {
  return confidenceExamples(read).map(({ features, label }) => ({
    confidence: judge(features, confidence).confidence,
    right: label,
  }));
}

/** Claims and edges, each as precision, recall and F1 in percent. */
function figureLine({ comparison }: ReadSet, right: number): string {
  const { matches, predicted, asked } = comparison;
  const f1 = (hits: number) =>
    `${percent(hits / predicted.length)}/${percent(hits / asked.length)}/${percent((2 * hits) / (predicted.length + asked.length))}`;
  return `claims ${f1(matches.length)}  edges ${f1(right)}`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: "boolean" } } });
  const sets: AnnotatedSet[] = [];
  for (const set of [...EVALUATION_SETS, ...THIN_SETS])
    if (existsSync(set.gold)) sets.push(await AnnotatedSet.load(set));
  const fitter = new ModelFitter();
  const pooled: Rated[] = [];
  let pooledGold = 0;
  for (const set of sets) {
    const others = sets.filter((other) => FITTED_ON.has(other.name) && other.theatre !== set.theatre);
    const models = fitter.fit(others);
    const read = set.read(models);
    const rated = rate(read, models);
    const { asked } = read.comparison;
    const right = rated.filter((item) => item.right).length;
    process.stdout.write(`${set.name}, judged by ${others.map((other) => other.name).join(", ")}: `);
    const plain = set.read(UNLEARNED);
    const plainRight = rate(plain, UNLEARNED).filter((item) => item.right).length;
    process.stdout.write(
      `${figureLine(read, right)}  (by rules alone: ${figureLine(plain, plainRight)})\n${thresholdLines(rated, asked.length).join("\n")}\n`,
    );
    if (!FITTED_ON.has(set.name)) continue;
    pooled.push(...rated);
    pooledGold += asked.length;
  }
  process.stdout.write(`all that are fitted on, each judged by the others\n`);
  process.stdout.write(`${thresholdLines(pooled, pooledGold).join("\n")}\n`);
  if (!values.write) return;
  const models = fitter.fit(sets.filter((set) => FITTED_ON.has(set.name)));
  for (const name of ["acceptance", "roles", "confidence"] as const) {
    const head = `# Fitted by scripts/fit-reading.ts: see README.md.\n`;
    await writeFile(packagePath(`graph-data/models/${name}.yaml`), head + stringify(models[name]));
  }
}

await main();
