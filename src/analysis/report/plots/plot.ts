import type { Plot } from "../document.ts";
import type { Markup } from "../render/markup.ts";
import { delayPlot } from "./delays.ts";
import { intervalPlot } from "./intervals.ts";
import { matrixPlot } from "./matrix.ts";
import { slopePlot } from "./slopes.ts";
import { timelinePlot } from "./timeline.ts";

/** A plot as SVG, with its description for those who do not see it. */
export function drawPlot({ figure, alt }: Plot): Markup {
  if (figure.type === "matrix") return matrixPlot(figure, alt);
  if (figure.type === "intervals") return intervalPlot(figure, alt);
  if (figure.type === "timeline") return timelinePlot(figure, alt);
  return figure.type === "delays" ? delayPlot(figure, alt) : slopePlot(figure, alt);
}
