/** Draws parallels and meridians below everything else. */
import { degreesText, graticuleLines, type Projection } from "./graticule.ts";
import type { GraphView } from "./graph-view.ts";
import type { ThemeColors } from "./palette.ts";

/** @param compass  letters for north, south, east, west */
export function drawGraticule(
  context: CanvasRenderingContext2D,
  view: GraphView,
  projection: Projection,
  colors: ThemeColors,
  compass: string,
): void {
  const size = view.size();
  context.strokeStyle = colors.dim;
  context.fillStyle = colors.muted;
  context.lineWidth = 1;
  context.font = "11px system-ui, sans-serif";
  context.textBaseline = "top";
  for (const line of graticuleLines(projection, (point) => view.toLayout(point), size)) {
    const { at } = line;
    const across = line.kind === "parallel";
    context.beginPath();
    context.moveTo(across ? 0 : at, across ? at : 0);
    context.lineTo(across ? size.width : at, across ? at : size.height);
    context.stroke();
    context.fillText(degreesText(line, compass), across ? 6 : at + 4, across ? at + 3 : 6);
  }
}
