/** What the generated pages of saved queries share: the demonstration corpus, and a query with its answer in Markdown. */
import { join } from "node:path";
import { buildCase } from "../src/build/index.ts";
import { openCase } from "../src/case/index.ts";
import { buildGraph, type EventGraph } from "../src/graph/index.ts";
import {
  cellText,
  exampleParameters,
  type Parameters,
  parametersOf,
  type QueryEngine,
  type QueryValue,
  runQuery,
  type SavedQuery,
} from "../src/query/index.ts";
import { packagePath, truncate } from "../src/shared/index.ts";

export const DEMONSTRATION_CORPUS = "levant";
const ROWS_SHOWN = 8;
const CELL_MAX = 90;

/** The graph of the bundled corpus, read into a case below `folder`. */
export async function demonstrationGraph(folder: string): Promise<EventGraph> {
  const caseFolder = join(folder, "case");
  await buildCase([packagePath(`graph-data/corpus/${DEMONSTRATION_CORPUS}`)], {
    caseFolder,
    packs: [DEMONSTRATION_CORPUS],
  });
  return buildGraph((await openCase(caseFolder)).records);
}

/** Lines that link to the sections of the queries on the same page. */
export function contentsOf(queries: readonly SavedQuery[]): string[] {
  return queries.map(({ name, title }) => `- [${name}](#${name}): ${title.en}`);
}

/** Heading, question, parameters, text and the first rows of the answer. */
export async function querySection(saved: SavedQuery, engine: QueryEngine): Promise<string> {
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
