import type { QueryResult, QueryValue } from "../types.ts";

/** One object a row, by column; of two columns with one name the later counts. */
export function rowObjects({ columns, rows }: QueryResult): Record<string, QueryValue>[] {
  return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])));
}

/** RFC 4180 lines with a header; lists and maps as JSON. Cells that a spreadsheet would run get an apostrophe. */
export function csvLines({ columns, rows }: QueryResult): string[] {
  return [columns, ...rows].map((row) => row.map(csvCell).join(","));
}

function csvCell(value: QueryValue): string {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
