/** The figures of the evaluation broken down, as Markdown tables with one column a set. */
import type { Figure, Found } from "../src/evaluation/index.ts";
import { compareText } from "../src/shared/index.ts";
import type { EvaluationResult } from "./evaluate.ts";

type Results = ReadonlyMap<string, EvaluationResult>;
type Cells = Readonly<Record<string, string>>;

/** Types asked for fewer times than this over all sets are left out: their figures are chance. */
const FEW = 5;

/** Tables by type of claim, role, modality, language and phenomenon, and the causes of errors. */
export function breakdownTables(results: Results): string[] {
  const cells = (of: (result: EvaluationResult) => Cells) =>
    [...results].map(([set, result]) => [set, of(result)] as const);
  const asked = new Map<string, number>();
  for (const { all } of results.values())
    for (const [type, { gold }] of Object.entries(all.byType))
      asked.set(type, (asked.get(type) ?? 0) + (gold ?? 0));
  return [
    ...table(
      "By type of claim: F1 of edges (gold claims)",
      cells(({ all }) => mapped(all.byType, figureCell)),
      (type) => (asked.get(type) ?? 0) >= FEW,
    ),
    ...table(
      "By role: F1 over matched claims (gold fillers)",
      cells(({ all }) => mapped(all.roles, figureCell)),
    ),
    ...table(
      "By modality: gold claims read with the right participants, in percent (gold claims)",
      cells(({ breakdown }) => mapped(breakdown.byModality, foundCell)),
    ),
    ...table(
      "By language: F1 of edges (gold claims)",
      cells(({ breakdown }) => mapped(breakdown.byLanguage, figureCell)),
    ),
    ...table(
      "By phenomenon: gold claims read with the right participants, in percent (gold claims)",
      cells(({ breakdown }) => mapped(breakdown.byPhenomenon, foundCell)),
    ),
    ...table(
      "Errors by cause: how many",
      cells(({ breakdown }) => mapped(breakdown.causes, String)),
    ),
  ];
}

function table(
  heading: string,
  columns: readonly (readonly [set: string, cells: Cells])[],
  keep: (row: string) => boolean = () => true,
): string[] {
  const rows = [...new Set(columns.flatMap(([, cells]) => Object.keys(cells)))]
    .filter(keep)
    .sort(compareText);
  return [
    "",
    `## ${heading}`,
    "",
    `| | ${columns.map(([set]) => set).join(" | ")} |`,
    `|${" --- |".repeat(columns.length + 1)}`,
    ...rows.map((row) => `| ${row} | ${columns.map(([, cells]) => cells[row] ?? "–").join(" | ")} |`),
  ];
}

const mapped = <T>(record: Readonly<Record<string, T>>, cell: (value: T) => string): Cells =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, cell(value)]));

const percent = (share: number): string => (100 * share).toFixed(0);

const figureCell = ({ f1, gold = 0, predicted = 0 }: Figure): string =>
  gold + predicted === 0 ? "–" : `${percent(f1)} (${gold})`;

const foundCell = ({ share, of }: Found): string => `${percent(share)} (${of})`;
