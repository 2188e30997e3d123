import type { TimelineFigure } from "../document.ts";
import type { Markup } from "../render/markup.ts";
import { clipped, FAINT, frame, line, NOBODY, rectangle, REST, RULE, SERIES, text, ticks } from "./svg.ts";

const WIDTH = 860;
const PLOT = { left: 40, top: 46, height: 190 } as const;

/** Stacked bars by bin. The last two series, whoever did not get a colour, are grey. */
export function timelinePlot({ bins, series }: TimelineFigure, alt: string): Markup {
  const totals = bins.map((_, bin) => series.reduce((sum, { counts }) => sum + (counts[bin] ?? 0), 0));
  const marks = ticks(Math.max(1, ...totals), 4);
  const top = marks.at(-1) ?? 1;
  const step = (WIDTH - PLOT.left - 10) / Math.max(1, bins.length);
  const heightOf = (count: number) => (count / top) * PLOT.height;
  const base = PLOT.top + PLOT.height;
  const colors: string[] = series.map((_, i) => SERIES[i] ?? REST);
  if (series.length > 1) colors[series.length - 1] = NOBODY;
  if (series.length > 2) colors[series.length - 2] = REST;
  const parts: Markup[] = marks.flatMap((mark) => [
    line(PLOT.left, base - heightOf(mark), WIDTH - 10, base - heightOf(mark), RULE),
    text(PLOT.left - 6, base - heightOf(mark) + 4, String(mark), { anchor: "end", size: 11, fill: FAINT }),
  ]);
  bins.forEach((bin, i) => {
    let y = base;
    series.forEach(({ label, counts }, s) => {
      const count = counts[i] ?? 0;
      if (count === 0) return;
      y -= heightOf(count);
      parts.push(
        rectangle(
          PLOT.left + i * step + step * 0.08,
          y,
          Math.max(0.8, step * 0.84),
          heightOf(count),
          colors[s] ?? REST,
          `${bin} · ${label}: ${count}`,
        ),
      );
    });
  });
  const every = Math.max(1, Math.ceil(bins.length / 10));
  bins.forEach((bin, i) => {
    if (i % every !== 0) return;
    parts.push(
      text(PLOT.left + (i + 0.5) * step, base + 17, bin, { anchor: "middle", size: 11, fill: FAINT }),
    );
  });
  return frame(WIDTH, base + 26, alt, [
    ...parts,
    ...legend(
      series.map(({ label }) => label),
      colors,
    ),
  ]);
}

function legend(labels: readonly string[], colors: readonly string[]): Markup[] {
  let x = PLOT.left;
  let y = 6;
  return labels.flatMap((label, i) => {
    const name = clipped(label, 30);
    const width = 24 + name.length * 6.6;
    if (x + width > WIDTH && x > PLOT.left) {
      x = PLOT.left;
      y += 18;
    }
    const at = x;
    x += width;
    return [rectangle(at, y, 11, 11, colors[i] ?? REST), text(at + 16, y + 10, name)];
  });
}
