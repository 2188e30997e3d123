import type { Markup } from "../render/markup.ts";
import { frame, line, RULE, SECOND } from "./svg.ts";

const WIDTH = 120;
const HEIGHT = 18;

/** Counts over time as bars the size of a word. The numbers themselves are in the machine-readable formats. */
export function sparkline(counts: readonly number[]): Markup {
  const most = Math.max(1, ...counts);
  const step = WIDTH / Math.max(1, counts.length);
  const width = Math.max(1, Math.min(4, step - 0.5));
  const bars = counts.flatMap((count, i) => {
    const x = (i + 0.5) * step;
    return count === 0
      ? []
      : [line(x, HEIGHT - 2, x, HEIGHT - 2 - (count / most) * (HEIGHT - 4), SECOND, width)];
  });
  return frame(WIDTH, HEIGHT, counts.join(" "), [line(0, HEIGHT - 1, WIDTH, HEIGHT - 1, RULE), ...bars]);
}
