/** Holds resolution to the figures that were frozen: `npx tsx scripts/evaluate-resolution.ts --freeze` after a gain. */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { type Figures, GOLD_FILES, measure } from "../../scripts/evaluate-resolution.ts";
import { packagePath } from "../../src/shared/index.ts";
import { describeWithShared } from "../support/shared.ts";

const frozen = JSON.parse(readFileSync(packagePath("test/golden/resolution.json"), "utf8")) as Record<
  string,
  Figures
>;

describeWithShared("figures on gold claims", () => {
  test.each(Object.entries(frozen))("%s: none has dropped", (name, figures) => {
    const now: Partial<Record<string, number>> = { ...measure(name, GOLD_FILES[name] ?? "") };
    const dropped = Object.entries(figures).filter(
      ([figure, before]: [string, number]) => (now[figure] ?? 0) < before,
    );
    expect(dropped).toEqual([]);
  });
});
