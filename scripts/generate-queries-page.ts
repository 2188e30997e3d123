/** Writes docs/queries.md: every saved query with its answer on the bundled corpus. `npm run queries-page`. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildCase } from "../src/build/index.ts";
import { openCase } from "../src/case/index.ts";
import { buildGraph } from "../src/graph/index.ts";
import {
  buildStore,
  cellText,
  embeddedEngine,
  exampleParameters,
  type Parameters,
  parametersOf,
  type QueryEngine,
  type QueryValue,
  runQuery,
  type SavedQuery,
  savedQueries,
} from "../src/query/index.ts";
import { packagePath, truncate } from "../src/shared/index.ts";

const CORPUS = "levant";
const ROWS_SHOWN = 8;
const CELL_MAX = 90;

const folder = await mkdtemp(join(tmpdir(), "riposte-queries-"));
try {
  const caseFolder = join(folder, "case");
  await buildCase([packagePath(`graph-data/corpus/${CORPUS}`)], { caseFolder, packs: [CORPUS] });
  const store = join(folder, "graph.grafeo");
  await buildStore(store, buildGraph((await openCase(caseFolder)).records));
  const engine = embeddedEngine(store);
  await writeFile(packagePath("docs/queries.md"), await page(await savedQueries(), engine));
  await engine.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function page(queries: readonly SavedQuery[], engine: QueryEngine): Promise<string> {
  const contents = queries.map(({ name, title }) => `- [${name}](#${name}): ${title.en}`);
  const sections: string[] = [];
  for (const query of queries) sections.push(await section(query, engine));
  return [
    "# Saved queries",
    "",
    "Written by `npm run queries-page`; do not edit. Run one with `riposte query CASE --saved NAME [--param name=value]`,",
    "on the embedded engine or with `--engine neo4j`. The answers below come from the bundled demonstration corpus",
    `(\`${CORPUS}\`, reports written for the project) with the default parameters.`,
    "",
    ...contents,
    "",
    ...sections,
  ].join("\n");
}

async function section(saved: SavedQuery, engine: QueryEngine): Promise<string> {
  const parameters = parametersOf(saved, exampleParameters(saved));
  const { columns, rows } = await runQuery(engine, saved.query, parameters);
  const more = rows.length > ROWS_SHOWN ? [`… and ${rows.length - ROWS_SHOWN} more rows.`, ""] : [];
  return [
    `## ${saved.name}`,
    "",
    `**${saved.title.en}** / **${saved.title.fr}**  `,
    `${saved.question.en}  `,
    `*${saved.question.fr}*`,
    "",
    ...parameterTable(saved, parameters),
    "```cypher",
    saved.query,
    "```",
    "",
    ...(rows.length === 0 ? ["No rows."] : tableOf(columns, rows.slice(0, ROWS_SHOWN))),
    "",
    ...more,
  ].join("\n");
}

function parameterTable(saved: SavedQuery, used: Parameters): string[] {
  const entries = Object.entries(saved.parameters);
  if (entries.length === 0) return [];
  const rows = entries.map(([name, { en, fr }]) => [name, cell(used[name] ?? null), `${en} / ${fr}`]);
  return [...markdownTable(["parameter", "here", "meaning"], rows), ""];
}

function tableOf(columns: readonly string[], rows: readonly (readonly QueryValue[])[]): string[] {
  return markdownTable(
    columns,
    rows.map((row) => row.map(cell)),
  );
}

function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [line(header), line(header.map(() => "---")), ...rows.map(line)];
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Text of reports in a table cell: no markup of theirs counts. */
function cell(value: QueryValue): string {
  return truncate(cellText(value), CELL_MAX).replace(/[\\|<>&*_`[\]]/g, (character) => `\\${character}`);
}
