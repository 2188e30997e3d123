import type { Plot } from "../document.ts";
import type { Markup } from "../render/markup.ts";
import { delayPlot } from "./delays.ts";
import { intervalPlot } from "./intervals.ts";
import { matrixPlot } from "./matrix.ts";
import { slopePlot } from "./slopes.ts";
import { timelinePlot } from "./timeline.ts";

/** A plot as SVG, with its description for those who do not see it. */
export function drawPlot({ figure, alt }: Plot): Markup {
  switch (figure.type) {
    case "matrix":
      return matrixPlot(figure, alt);
    case "intervals":
      return intervalPlot(figure, alt);
    case "timeline":
      return timelinePlot(figure, alt);
    case "delays":
      return delayPlot(figure, alt);
    case "slopes":
      return slopePlot(figure, alt);
  }
}
