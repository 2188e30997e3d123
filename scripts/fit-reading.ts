/**
 * Fits the learned parts of reading on annotated reports, and says how well they hold on regions left out:
 *
 *   npx tsx scripts/fit-reading.ts            figures, each region left out in turn
 *   npx tsx scripts/fit-reading.ts --write    … and the weights fitted on all of them, into graph-data/models
 *
 * Seeds and unseen sets are judged, never fitted on.
 */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { stringify } from "yaml";
import { figure } from "../src/evaluation/index.ts";
import { judge } from "../src/extraction/learned/confidence.ts";
import { DEFAULT_MIN_CONFIDENCE } from "../src/ontology/index.ts";
import type { ReadingModels } from "../src/packs/index.ts";
import { packagePath } from "../src/shared/index.ts";
import { EVALUATION_SETS } from "./evaluate.ts";
import { AnnotatedSet, type ReadSet } from "./learning/annotated-set.ts";
import { confidenceExamples } from "./learning/examples.ts";
import { ModelFitter, UNLEARNED } from "./learning/fit-models.ts";

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

/** One row of the table: the set, who judges it, claims and edges by rules alone and with what was learned. */
function tableRow(
  set: AnnotatedSet,
  judges: readonly AnnotatedSet[],
  plain: ReadSet,
  learned: ReadSet,
  rated: readonly Rated[],
): string {
  const shown = rated.filter(({ confidence }) => confidence >= DEFAULT_MIN_CONFIDENCE);
  const right = shown.filter((item) => item.right).length;
  const cells = [
    set.name,
    judges.map(({ name }) => name).join(", "),
    ...[plain, learned].flatMap(figures),
    percent(shown.length > 0 ? right / shown.length : 0),
    percent(right / learned.comparison.asked.length),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** Claims and edges of a reading, each as precision/recall/F1 in percent. */
function figures({ comparison }: ReadSet): string[] {
  const { matches, predicted, asked } = comparison;
  const right = matches.filter((m) => comparison.right(m.gold, m.predicted)).length;
  return [matches.length, right].map((hits) => {
    const { precision, recall, f1 } = figure(hits, predicted.length, asked.length);
    return [precision, recall, f1].map(percent).join("/");
  });
}

const HEAD = `# What the learned parts of reading add

Made by \`npx tsx scripts/fit-reading.ts --write\`. Precision/recall/F1 in percent. Each set is read twice: by the rules
alone, which leave out what they doubt, and with roles ranked and readings accepted by models fitted on the sets named
beside it, none of them of its region. *Shown* is precision and recall of edges at the default confidence of the views
(${DEFAULT_MIN_CONFIDENCE}). In [the evaluation](evaluation.md) the models are those that ship: fitted on all but seeds, redsea and karabakh.

| set | models fitted on | rules: claims | rules: edges | learned: claims | learned: edges | shown: P | shown: R |
| --- | --- | --- | --- | --- | --- | --- | --- |
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: "boolean" } } });
  const sets: AnnotatedSet[] = [];
  for (const set of EVALUATION_SETS) if (existsSync(set.gold)) sets.push(await AnnotatedSet.load(set));
  const fitter = new ModelFitter();
  const rows: string[] = [];
  const pooled: Rated[] = [];
  let pooledGold = 0;
  for (const set of sets) {
    const judges = sets.filter((other) => other.learnedFrom && other.region !== set.region);
    const models = fitter.fit(judges);
    const learned = set.read(models);
    const rated = rate(learned, models);
    const { asked } = learned.comparison;
    const row = tableRow(set, judges, set.read(UNLEARNED), learned, rated);
    process.stdout.write(`${row}\n${thresholdLines(rated, asked.length).join("\n")}\n`);
    rows.push(row);
    if (!set.learnedFrom) continue;
    pooled.push(...rated);
    pooledGold += asked.length;
  }
  process.stdout.write("all that are fitted on, each judged by the others\n");
  process.stdout.write(`${thresholdLines(pooled, pooledGold).join("\n")}\n`);
  if (!values.write) return;
  const models = fitter.fit(sets.filter((set) => set.learnedFrom));
  for (const name of ["acceptance", "roles", "types", "confidence"] as const) {
    const head = "# Fitted by scripts/fit-reading.ts: see README.md.\n";
    await writeFile(packagePath(`graph-data/models/${name}.yaml`), head + stringify(models[name]));
  }
  await writeFile(packagePath("docs/figures/reading-models.md"), `${HEAD}${rows.join("\n")}\n`);
}

await main();
