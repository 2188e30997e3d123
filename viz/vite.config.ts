/** One script and one style sheet with fixed names: src/viewer composes the served page and the exported file from them. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: here("../dist/viz"),
    emptyOutDir: true,
    target: "es2022",
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      input: here("src/main.tsx"),
      output: { format: "iife", entryFileNames: "viewer.js", assetFileNames: "viewer.[ext]" },
    },
  },
});
