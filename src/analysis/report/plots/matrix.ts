import type { MatrixFigure } from "../document.ts";
import type { Markup } from "../render/markup.ts";
import { BLANK, clipped, FAINT, frame, ON_SHADE, rectangle, text, ZERO } from "./svg.ts";

const CELL = { width: 46, height: 26 } as const;
const LABELS = 220;
const HEAD = 132;

/** Shaded table: the darker, the more; every number is written in its cell. */
export function matrixPlot({ rows, columns, values }: MatrixFigure, alt: string): Markup {
  const most = values.flat().reduce<number>((max, value) => Math.max(max, value ?? 0), 1);
  const parts: Markup[] = [];
  columns.forEach((label, column) => {
    const x = LABELS + column * CELL.width + CELL.width / 2 + 3;
    parts.push(
      text(x, HEAD - 8, clipped(label, 22), { size: 11.5, transform: `rotate(-42 ${x} ${HEAD - 8})` }),
    );
  });
  rows.forEach((label, row) => {
    const y = HEAD + row * CELL.height;
    parts.push(text(LABELS - 8, y + 17, clipped(label, 32), { anchor: "end" }));
    columns.forEach((columnLabel, column) => {
      const value = values[row]?.[column] ?? null;
      const x = LABELS + column * CELL.width;
      const name = value === null ? undefined : `${label} → ${columnLabel}: ${value}`;
      parts.push(rectangle(x + 1, y + 1, CELL.width - 2, CELL.height - 2, colorOf(value, most), name));
      if (value) {
        const dark = Math.sqrt(value / most) > 0.55;
        parts.push(
          text(x + CELL.width / 2, y + 17, String(Math.round(value * 10) / 10), {
            anchor: "middle",
            fill: dark ? "#fff" : ON_SHADE,
          }),
        );
      } else if (value === null) {
        parts.push(text(x + CELL.width / 2, y + 17, "–", { anchor: "middle", fill: FAINT }));
      }
    });
  });
  // The last slanted heads reach beyond the last column.
  const width = LABELS + columns.length * CELL.width + 110;
  return frame(width, HEAD + rows.length * CELL.height + 6, alt, parts);
}

/** From paper to brick; square root, so that small counts show beside large ones. */
function colorOf(value: number | null, most: number): string {
  if (value === null) return BLANK;
  if (value === 0) return ZERO;
  const share = 0.06 + 0.94 * Math.sqrt(value / most);
  const mix = (from: number, to: number) => Math.round(from + (to - from) * share);
  return `rgb(${mix(246, 150)},${mix(226, 45)},${mix(210, 32)})`;
}
