/** Names beside nodes, drawn with a halo of the background. */
import { NODE_STUB } from "../model/model.ts";
import { type Box, type LabelRequest, type PlacedLabel, placeLabels } from "./labels.ts";
import { CANDIDATES, FONT, isDim, type OverlayInput, type ScreenDisc } from "./overlay-input.ts";
import { NODE_FLAGS } from "./scene.ts";

/** Names that may cover small nodes: a graph whose hubs have no name says nothing. */
const LEADING = 14;
/** Radius in pixels from which a node keeps names off itself. */
const SOLID = 3;

/**
 * @param discs  nodes in sight, the important first
 * @param signs  marks and numbers on lines, which names keep clear of where they can
 */
export function drawLabels(
  context: CanvasRenderingContext2D,
  input: OverlayInput,
  discs: readonly ScreenDisc[],
  signs: readonly Box[],
  bounds: Box,
): readonly PlacedLabel[] {
  const { colors } = input;
  const first = (row: number) =>
    row === input.selectedNode
      ? 3
      : row === input.hovered || row === input.focused
        ? 2
        : input.emphasis?.numbersOn === "nodes" && input.emphasis.numbers.has(row)
          ? 1
          : 0;
  // Discs come in order of importance, and sorting keeps it among equals.
  const wanted = discs
    .filter((disc) => wantsLabel(input, disc.row))
    .sort((a, b) => first(b.row) - first(a.row))
    .slice(0, CANDIDATES);
  const leading = new Set(wanted.slice(0, LEADING).map(({ row }) => row));
  const obstacles = discs
    .filter(({ radius }) => radius >= SOLID)
    .map(({ row, x, y, radius }) => ({
      x: x - radius,
      y: y - radius,
      width: 2 * radius,
      height: 2 * radius,
      ...(!leading.has(row) && { yieldsTo: "leading" as const }),
    }));
  const light = signs.map((box) => ({ ...box, yieldsTo: "any" as const }));
  const styles = new Map<number, string>();
  const requests = wanted.map((disc): LabelRequest => {
    const font = fontOf(input, disc.row);
    styles.set(disc.row, font);
    context.font = font;
    const text = input.nameOf(disc.row);
    return {
      ...disc,
      text,
      width: context.measureText(text).width,
      height: 16,
      leads: leading.has(disc.row),
      must: disc.row === input.selectedNode || disc.row === input.hovered || disc.row === input.focused,
    };
  });
  const labels = placeLabels(requests, [...obstacles, ...light, ...input.taken], bounds, input.detail.labels);
  context.textAlign = "left";
  context.textBaseline = "middle";
  for (const label of labels) {
    context.font = styles.get(label.row) ?? "";
    context.lineWidth = 3.5;
    context.strokeStyle = colors.background;
    const y = label.y + label.height / 2 + 0.5;
    context.strokeText(label.text, label.x, y);
    context.fillStyle =
      (input.scene.node.flags[label.row] ?? 0) & NODE_FLAGS.faded ? colors.muted : colors.ink;
    context.fillText(label.text, label.x, y);
  }
  return labels;
}

/** Unnamed sides have no name; what has stepped back keeps quiet. */
function wantsLabel(input: OverlayInput, row: number): boolean {
  if (row === input.hovered || row === input.focused || row === input.selectedNode) return true;
  if (input.model.nodes.kind[row] === NODE_STUB || isDim(input, row)) return false;
  return ((input.scene.node.flags[row] ?? 0) & NODE_FLAGS.faded) === 0;
}

function fontOf(input: OverlayInput, row: number): string {
  if (row === input.selectedNode) return `600 15px ${FONT}`;
  const country = input.model.nodeKinds[input.model.nodes.drawnAs[row] ?? 0] === "country";
  return country ? `600 14px ${FONT}` : `400 12.5px ${FONT}`;
}
