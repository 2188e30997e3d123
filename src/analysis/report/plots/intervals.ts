import type { IntervalFigure } from "../document.ts";
import type { Markup } from "../render/markup.ts";
import { ACCENT, circle, clipped, FAINT, frame, line, RULE, SECOND, text } from "./svg.ts";

const ROW = 24;
const LABELS = 230;
const WIDTH = 760;
const HEAD = 30;

/** Rank as a dot, its range as a bar; the axis is logarithmic, because first places matter most. */
export function intervalPlot({ rows, max, axis }: IntervalFigure, alt: string): Markup {
  const limit = Math.max(2, ...rows.map(({ high }) => high), Math.min(max, 10));
  const position = (rank: number) => LABELS + 20 + (Math.log(rank) / Math.log(limit)) * (WIDTH - LABELS - 50);
  const height = HEAD + rows.length * ROW + 8;
  const marks = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].filter(
    (rank) => rank <= limit,
  );
  const parts: Markup[] = marks.flatMap((rank) => [
    line(position(rank), HEAD - 8, position(rank), height - 8, RULE),
    text(position(rank), HEAD - 14, String(rank), { anchor: "middle", size: 11, fill: FAINT }),
  ]);
  parts.push(text(LABELS - 8, HEAD - 14, axis, { anchor: "end", size: 11, fill: FAINT }));
  rows.forEach(({ label, at, low, high }, row) => {
    const y = HEAD + row * ROW + ROW / 2;
    parts.push(
      text(LABELS - 8, y + 4, clipped(label, 34), { anchor: "end" }),
      line(position(low), y, position(high), y, SECOND, 5),
      circle(position(at), y, 5.5, ACCENT, `${label}: ${at} (${low}–${high})`),
    );
  });
  return frame(WIDTH, height, alt, parts);
}
