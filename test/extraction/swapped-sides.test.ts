import { expect, test } from "@jest/globals";
import { EVALUATION_SETS } from "../../scripts/evaluate.ts";
import { swapSides } from "../../scripts/swapped-sides.ts";

/** Share of claims that must be read alike whoever is who. */
const LEAST = 0.97;

test("reports are read alike when the names of two sides change places", async () => {
  const bundled = EVALUATION_SETS.find((set) => set.name === "levant");
  if (!bundled) throw new Error("the bundled corpus is not among the sets");
  const { reports, claims, kept } = await swapSides(bundled);
  expect(reports).toBeGreaterThan(3);
  expect(kept / claims).toBeGreaterThanOrEqual(LEAST);
});
