/** Writes docs/queries.md: every saved query with its answer on the bundled corpus. `npm run queries-page`. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  buildStore,
  embeddedEngine,
  type QueryEngine,
  type SavedQuery,
  savedQueries,
} from "../src/query/index.ts";
import { packagePath } from "../src/shared/index.ts";
import { contentsOf, DEMONSTRATION_CORPUS, demonstrationGraph, querySection } from "./query-sections.ts";

const folder = await mkdtemp(join(tmpdir(), "riposte-queries-"));
try {
  const store = join(folder, "graph.grafeo");
  await buildStore(store, await demonstrationGraph(folder));
  const engine = embeddedEngine(store);
  await writeFile(packagePath("docs/queries.md"), await page(await savedQueries(), engine));
  await engine.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function page(queries: readonly SavedQuery[], engine: QueryEngine): Promise<string> {
  const sections: string[] = [];
  for (const query of queries) sections.push(await querySection(query, engine));
  return [
    "# Saved queries",
    "",
    "Written by `npm run queries-page`; do not edit. Run one with `riposte query CASE --saved NAME [--param name=value]`,",
    "on the embedded engine or with `--engine neo4j`. The answers below come from the bundled demonstration corpus",
    `(\`${DEMONSTRATION_CORPUS}\`, reports written for the project) with the default parameters.`,
    "",
    ...contentsOf(queries),
    "",
    ...sections,
  ].join("\n");
}
