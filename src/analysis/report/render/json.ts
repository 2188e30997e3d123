import type { Cell, ReportDocument, Table } from "../document.ts";
import { tablesOf } from "../document.ts";

/** A report as plain data: every table with raw values under its column keys, and the notes with their claims. */
export interface ReportJson {
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  readonly notices: readonly string[];
  /** The sentences of the summary. */
  readonly summary: readonly string[];
  readonly tables: Readonly<
    Record<string, readonly Readonly<Record<string, Cell["value"] | readonly number[]>>[]>
  >;
  readonly notes: ReportDocument["notes"];
  readonly madeWith: string;
}

/** Shares stay shares in [0, 1]; null is a value that does not exist; `notes` are numbers of notes. */
export function toJson(report: ReportDocument): ReportJson {
  const summary = report.sections.find(({ id }) => id === "summary");
  return {
    title: report.title,
    subtitle: report.subtitle,
    language: report.language,
    notices: report.notices,
    summary: (summary?.blocks ?? []).flatMap((block) =>
      block.kind === "list" ? block.items.map(({ text }) => text) : [],
    ),
    tables: Object.fromEntries(tablesOf(report).map((table) => [table.id, rowsOf(table)])),
    notes: report.notes,
    madeWith: report.colophon,
  };
}

function rowsOf({ columns, rows }: Table): ReportJson["tables"][string] {
  return rows.map((row) => {
    const notes = row.flatMap((cell) => cell.notes ?? []);
    const values = Object.fromEntries(columns.map(({ key }, i) => [key, row[i]?.value ?? null]));
    return notes.length > 0 ? { ...values, notes } : values;
  });
}
