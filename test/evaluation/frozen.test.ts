import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { EVALUATION_SETS, evaluateSet, type FrozenFigures, frozenFigures } from "../../scripts/evaluate.ts";
import { packagePath } from "../../src/shared/index.ts";

/** A change that helps one set may cost another a claim or two; more is a drop. */
const TOLERANCE = 0.01;

const frozen = JSON.parse(readFileSync(packagePath("test/golden/evaluation.json"), "utf8")) as Record<
  string,
  FrozenFigures
>;

/** Of the half-read sets, which models are fitted on, the figures are kept but not tested: there are many of them. */
for (const set of EVALUATION_SETS.filter(({ use }) => use !== "half read")) {
  const run = existsSync(set.gold) ? test : test.skip;
  run(
    `reading of ${set.name} is no worse than when it was last frozen (npm run evaluate -- --freeze)`,
    async () => {
      const figures = frozenFigures(await evaluateSet(set));
      for (const name of ["graph", "claims", "edges"]) {
        expect([name, figures[name]]).toEqual([name, expect.any(Number)]);
        expect((figures[name] ?? 0) + TOLERANCE).toBeGreaterThanOrEqual(frozen[set.name]?.[name] ?? 0);
      }
    },
  );
}
