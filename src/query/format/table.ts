/** Rows as a table that fits a terminal. */
import stringWidth from "string-width";
import type { QueryResult, QueryValue } from "../types.ts";
import { cellText } from "./cell-text.ts";

/** How the parts of the table are painted; identity functions for none. */
export interface TablePaint {
  readonly header: (text: string) => string;
  readonly rule: (text: string) => string;
  readonly empty: (text: string) => string;
}

export const PLAIN: TablePaint = { header: (text) => text, rule: (text) => text, empty: (text) => text };

const GAP = "  ";
const MIN_COLUMN = 6;

/**
 * Lines of a table no wider than `width` terminal columns, unless there are too many columns for that. Numbers stand
 * to the right; what does not fit ends in an ellipsis.
 */
export function tableLines(result: QueryResult, width: number, paint: TablePaint = PLAIN): string[] {
  const { columns, rows } = result;
  const texts = rows.map((row) => row.map((value) => cellText(value)));
  const wanted = columns.map((name, i) =>
    Math.max(stringWidth(name), ...texts.map((row) => stringWidth(row[i] ?? ""))),
  );
  const widths = fitted(wanted, width - GAP.length * (columns.length - 1));
  const right = columns.map((_, i) => rows.length > 0 && rows.every((row) => isNumeric(row[i])));
  const line = (cells: readonly string[]) =>
    cells
      .map((text, i) => padded(text, widths[i] ?? 0, right[i] ?? false))
      .join(GAP)
      .trimEnd();
  return [
    paint.header(line(columns)),
    paint.rule(widths.map((size) => "─".repeat(size)).join(GAP)),
    ...texts.map((row, r) =>
      rows[r]?.every((value) => value === null) ? paint.empty(line(row)) : line(row),
    ),
  ];
}

function isNumeric(value: QueryValue | undefined): boolean {
  return value === null || typeof value === "number";
}

/** Widths that add up to at most `total`: columns that need little get it, the others share the rest evenly. */
function fitted(wanted: readonly number[], total: number): number[] {
  const widths = [...wanted];
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  let left = total;
  for (const [done, i] of order.entries()) {
    const share = Math.max(MIN_COLUMN, Math.floor(left / (order.length - done)));
    widths[i] = Math.min(wanted[i] ?? 0, share);
    left -= widths[i] ?? 0;
  }
  return widths;
}

function padded(text: string, width: number, right: boolean): string {
  const cut = shortened(text, width);
  const space = " ".repeat(Math.max(0, width - stringWidth(cut)));
  return right ? space + cut : cut + space;
}

const GRAPHEMES = new Intl.Segmenter("und", { granularity: "grapheme" });

/** The text, cut between what a reader sees as characters. */
function shortened(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  let used = 1;
  for (const { segment } of GRAPHEMES.segment(text)) {
    used += stringWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept}…`;
}
