/** Leave-one-theatre-out cross-validation of the weights of resolution. */
import { existsSync } from "node:fs";
import { type Figures, figuresLine, GOLD_FILES, measure } from "../evaluate-resolution.ts";
import type { GoldSet, TrainingExamples } from "./examples.ts";
import { fitWeights } from "./fit-weights.ts";

/**
 * Prints the figures of each theatre with weights that were fitted on the others, their mean, and the unseen theatres
 * with weights fitted on all.
 *
 * @param examples  of the theatres, in their order
 * @param single  reports of their own each, which every fit may see
 */
export function crossValidate(
  theatres: readonly string[],
  examples: readonly TrainingExamples[],
  single: readonly GoldSet[],
  unseen: readonly string[],
): void {
  const measured = theatres.map((name, left) => {
    const others = examples.filter((_, at) => at !== left);
    const figures = measure(name, GOLD_FILES[name] ?? "", { weights: fitWeights(others, single) });
    process.stdout.write(`${figuresLine(name, figures)}\n`);
    return figures;
  });
  process.stdout.write(`${figuresLine("mean", meanOf(measured))}\n`);
  const weights = fitWeights(examples, single);
  for (const name of unseen) {
    const path = GOLD_FILES[name] ?? "";
    if (existsSync(path)) process.stdout.write(`${figuresLine(name, measure(name, path, { weights }))}\n`);
  }
}

function meanOf(measured: readonly Figures[]): Figures {
  const mean = (pick: (figures: Figures) => number): number =>
    measured.reduce((sum, figures) => sum + pick(figures), 0) / measured.length;
  return {
    events: mean(({ events }) => events),
    crossdocPrecision: mean(({ crossdocPrecision }) => crossdocPrecision),
    crossdocRecall: mean(({ crossdocRecall }) => crossdocRecall),
    repliesPrecision: mean(({ repliesPrecision }) => repliesPrecision),
    repliesRecall: mean(({ repliesRecall }) => repliesRecall),
    about: mean(({ about }) => about),
  };
}
