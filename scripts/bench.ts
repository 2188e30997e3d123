/**
 * Benchmarks against peers: `npm run bench -- NAME… [--peers FOLDER]`. Peers are installed in a temporary folder, or
 * found in FOLDER where they were installed before. Figures go to standard output as Markdown.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

/** What each benchmark module gives. `peers` is a folder that it may fill. */
export interface Bench {
  readonly run: (peers: string) => Promise<void>;
}

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  analysis: () => import("./bench-analysis.ts"),
  viewer: () => import("./bench-viewer.ts"),
  neo4j: () => import("./bench-neo4j.ts"),
  gds: () => import("./bench-gds.ts"),
  build: () => import("./bench-build.ts"),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { peers: { type: "string" } },
});
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);
const peers = values.peers ?? mkdtempSync(join(tmpdir(), "riposte-bench-"));
for (const name of names) {
  const load = BENCHES[name];
  if (!load) {
    process.stderr.write(`no benchmark ${name}; there are ${Object.keys(BENCHES).join(", ")}\n`);
    process.exitCode = 2;
    break;
  }
  process.stderr.write(`${name}: peers in ${peers}\n`);
  await (await load()).run(peers);
}
