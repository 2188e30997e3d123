import type { ReportDocument, Table } from "../document.ts";
import { tablesOf } from "../document.ts";

/**
 * Each table of a report as CSV (RFC 4180, UTF-8), by table id: all rows, raw values, `noteN` ids of the notes left
 * out. Shares stay shares in [0, 1]; an empty field is a value that does not exist.
 */
export function toCsv(report: ReportDocument): Map<string, string> {
  return new Map(tablesOf(report).map((table) => [table.id, csvOf(table)]));
}

function csvOf({ columns, rows }: Table): string {
  const lines = [
    columns.map(({ key }) => field(key)),
    ...rows.map((row) => row.map(({ value }) => (value === null ? "" : field(value)))),
  ];
  return lines.map((fields) => `${fields.join(",")}\r\n`).join("");
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function field(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
