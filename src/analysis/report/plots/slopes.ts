import type { SlopeFigure } from "../document.ts";
import type { Markup } from "../render/markup.ts";
import { ACCENT, circle, clipped, FAINT, frame, line, SECOND, text } from "./svg.ts";

const ROW = 24;
const WIDTH = 760;
const LEFT = 270;
const RIGHT = 490;
const HEAD = 34;

/** Each actor's rank on either side, joined by a line; those on one side only have a dot and no line. */
export function slopePlot({ rows, left, right }: SlopeFigure, alt: string): Markup {
  const places = (side: "from" | "to") => {
    const ranked = rows.flatMap((row) => (row[side] === undefined ? [] : [{ row, rank: row[side] }]));
    ranked.sort((a, b) => a.rank - b.rank || (a.row.label < b.row.label ? -1 : 1));
    return new Map(ranked.map(({ row }, place) => [row, HEAD + place * ROW + ROW / 2]));
  };
  const [before, after] = [places("from"), places("to")];
  const parts: Markup[] = [
    text(LEFT, 16, clipped(left, 34), { anchor: "end", fill: FAINT, weight: 600 }),
    text(RIGHT, 16, clipped(right, 34), { fill: FAINT, weight: 600 }),
  ];
  for (const row of rows) {
    const y1 = before.get(row);
    const y2 = after.get(row);
    const rises = (row.to ?? Number.POSITIVE_INFINITY) < (row.from ?? Number.POSITIVE_INFINITY);
    const color = rises ? ACCENT : SECOND;
    if (y1 !== undefined && y2 !== undefined) parts.push(line(LEFT + 12, y1, RIGHT - 12, y2, color, 2));
    if (y1 !== undefined) {
      parts.push(
        circle(LEFT + 12, y1, 4, color),
        text(LEFT, y1 + 4, `${clipped(row.label, 30)}  ${row.from}`, { anchor: "end" }),
      );
    }
    if (y2 !== undefined) {
      parts.push(
        circle(RIGHT - 12, y2, 4, color),
        text(RIGHT, y2 + 4, `${row.to}  ${clipped(row.label, 30)}`),
      );
    }
  }
  return frame(WIDTH, HEAD + Math.max(before.size, after.size) * ROW + 8, alt, parts);
}
