import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { kernelsModule } from "../../scripts/build-kernels.ts";
import { packagePath } from "../../src/shared/index.ts";

test("the WebAssembly in the product is what its sources compile to", () => {
  const shipped = readFileSync(packagePath("src/analysis/kernels/kernels-wasm.ts"), "utf8");
  expect(kernelsModule()).toBe(shipped);
});
