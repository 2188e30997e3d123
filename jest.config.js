/** Jest in ESM mode; TypeScript is stripped by swc (types are checked by `npm run typecheck`). */
import { availableParallelism } from "node:os";

export default {
  // Looking `Math` up on the global of a sandbox is slow, and layouts look it up a million times.
  sandboxInjectedGlobals: ["Math"],
  testEnvironment: "node",
  injectGlobals: false,
  extensionsToTreatAsEsm: [".ts"],
  globalSetup: "<rootDir>/test/support/run-folder.ts",
  setupFiles: ["<rootDir>/test/support/property-seed.ts"],
  globalTeardown: "<rootDir>/test/support/run-cleanup.ts",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  coverageProvider: "v8",
  transform: {
    "\\.tsx?$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic", importSource: "preact" } },
        },
      },
    ],
  },
  reporters: ["default", "<rootDir>/scripts/jest-summary-reporter.js"],
  // The end-to-end suites wait more than they work: a second worker also on a machine of two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testTimeout: 120_000,
};
