/**
 * Fits the weights of resolution on gold: `npx tsx scripts/fit-resolution.ts > src/resolution/weights.ts`, then format.
 *
 * Four small models, each a sum of weights of named evidence levels, fitted with a Gaussian prior around what the
 * field would expect (resolution/priors.ts). `--cross-validate` prints instead the figures of each theatre with weights
 * fitted on the others, as docs/decisions/0004-event-resolution.md gives them.
 */
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Weights } from "../src/resolution/events/score.ts";
import type { ResolutionWeights } from "../src/resolution/settings.ts";
import { EVALUATION_SETS } from "./evaluate.ts";
import { GOLD_FILES, PACKS } from "./evaluate-resolution.ts";
import { readGold } from "./gold-extraction.ts";
import { crossValidate } from "./resolution/cross-validation.ts";
import { GoldSet, trainingExamplesOf } from "./resolution/examples.ts";
import { fitWeights } from "./resolution/fit-weights.ts";

/** Gold files that are only measured. */
const UNSEEN: readonly string[] = EVALUATION_SETS.filter(({ use }) => use === "unseen").map(
  ({ name }) => name,
);
/** Gold files in which reports meet, and that may be fitted on. */
const FITTED_ON: readonly GoldFile[] = Object.entries(GOLD_FILES).flatMap(([name, path]) =>
  UNSEEN.includes(name) ? [] : [{ name, path }],
);
/** Reports of their own each, which say nothing on how reports meet, but much on statements and answers. */
const SINGLE_REPORTS: readonly GoldFile[] = EVALUATION_SETS.flatMap(({ name, gold, learnedFrom }) =>
  learnedFrom && !Object.hasOwn(GOLD_FILES, name) ? [{ name, path: gold }] : [],
);

interface GoldFile {
  readonly name: string;
  readonly path: string;
}

function table(name: string, comment: string, weights: Weights): string {
  const rows = Object.entries(weights).map(([level, weight]) => `  ${JSON.stringify(level)}: ${weight},`);
  return `/** ${comment} */\nexport const ${name}: Weights = {\n${rows.join("\n")}\n};\n`;
}

/** The text of src/resolution/weights.ts. */
function moduleOf({ within, across, about, reply }: ResolutionWeights): string {
  return [
    `/**
 * Weights of evidence, in log odds: made by scripts/fit-resolution.ts, rounded to a tenth. A level that is not
 * listed weighs nothing. How they were fitted and checked: docs/decisions/0004-event-resolution.md.
 */
import type { Weights } from "./events/score.ts";
`,
    table("WITHIN_WEIGHTS", "Whether a claim joins an earlier account of its report, or opens one.", within),
    table("ACROSS_WEIGHTS", "Whether two accounts are of one happening.", across),
    table("ABOUT_WEIGHTS", "Which act a statement speaks of.", about),
    table("REPLY_WEIGHTS", "Which act a retaliation answers.", reply),
  ].join("\n");
}

function read(files: readonly GoldFile[]): Map<string, GoldSet> {
  return new Map(
    files
      .filter(({ path }) => existsSync(path))
      .map(({ name, path }) => [name, new GoldSet(readGold(path, PACKS))] as const),
  );
}

function main(args: readonly string[]): void {
  const sets = read(FITTED_ON);
  if (sets.size === 0) {
    process.stderr.write("fit-resolution: no gold beside the project; nothing to fit\n");
    process.exitCode = 1;
    return;
  }
  const examples = trainingExamplesOf(sets);
  const single = [...read(SINGLE_REPORTS).values()];
  if (args.includes("--cross-validate")) crossValidate([...sets.keys()], examples, single, UNSEEN);
  else process.stdout.write(moduleOf(fitWeights(examples, single)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2));
