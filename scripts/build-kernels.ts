/**
 * Compiles assembly/ to WebAssembly and writes it, as base64, into src/analysis/kernels/kernels-wasm.ts:
 * `npm run build:kernels`. The compiler is pinned by package-lock.json, so the same sources give the same bytes.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// Run as a program: its type declarations redefine Array and console for everybody who imports it.
const COMPILER = fileURLToPath(new URL("../node_modules/assemblyscript/bin/asc.js", import.meta.url));

const OPTIONS = [
  "-O3",
  "--runtime",
  "stub",
  "--importMemory",
  "--initialMemory",
  "1",
  "--noAssert",
  "--enable",
  "simd",
];

/** The text of the generated file. */
export function kernelsModule(): string {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "riposte-kernels-"));
  try {
    const outFile = join(folder, "kernels.wasm");
    execFileSync(process.execPath, [
      COMPILER,
      "assembly/index.ts",
      ...OPTIONS,
      "--baseDir",
      root,
      "--outFile",
      outFile,
    ]);
    const base64 = readFileSync(outFile).toString("base64");
    return [
      "/** Generated from assembly/ by `npm run build:kernels`; do not edit. */",
      `export const KERNELS_WASM =\n  "${base64}";`,
      "",
    ].join("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = fileURLToPath(new URL("../src/analysis/kernels/kernels-wasm.ts", import.meta.url));
  writeFileSync(target, kernelsModule());
}
