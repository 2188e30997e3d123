import type { DelayFigure } from "../document.ts";
import type { Markup } from "../render/markup.ts";
import { ACCENT, circle, clipped, FAINT, frame, line, RULE, text } from "./svg.ts";

const ROW = 26;
const LABELS = 230;
const WIDTH = 760;
const HEAD = 30;

/** One dot an answer; the axis is logarithmic in days + 1, because most answers come within days and few after months. */
export function delayPlot({ rows, axis }: DelayFigure, alt: string): Markup {
  const longest = rows.flatMap(({ days }) => days).reduce((most, days) => Math.max(most, days), 1);
  const position = (days: number) =>
    LABELS + 20 + (Math.log(days + 1) / Math.log(longest + 1)) * (WIDTH - LABELS - 50);
  const height = HEAD + rows.length * ROW + 6;
  const marks = [0, 1, 2, 3, 7, 14, 30, 60, 120, 365, 730].filter((days) => days <= longest);
  const parts: Markup[] = marks.flatMap((days) => [
    line(position(days), HEAD - 8, position(days), height - 6, RULE),
    text(position(days), HEAD - 14, String(days), { anchor: "middle", size: 11, fill: FAINT }),
  ]);
  parts.push(text(LABELS - 8, HEAD - 14, axis, { anchor: "end", size: 11, fill: FAINT }));
  rows.forEach(({ label, days }, row) => {
    const y = HEAD + row * ROW + ROW / 2;
    parts.push(text(LABELS - 8, y + 4, clipped(label, 34), { anchor: "end" }));
    for (const each of days) parts.push(circle(position(each), y, 6, ACCENT, `${label}: ${each}`, 0.55));
  });
  return frame(WIDTH, height, alt, parts);
}
