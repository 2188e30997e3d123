/** The view as an SVG drawing: the same curves, signs and names as on screen, with legend and caption below. */
import { FAMILIES, type Family } from "../model/families.ts";
import { familyAt } from "../model/model.ts";
import { plainText } from "../model/names.ts";
import { SHOWN } from "../state/filters.ts";
import { type Curve, curveLength, pointOn } from "./curve.ts";
import { cssColor } from "./gl-color.ts";
import { degreesText, graticuleLines } from "./graticule.ts";
import { GLYPH_GRID, GLYPHS } from "./glyphs.ts";
import { COLORS, dashOf, headOf, nodeForm, type ThemeColors } from "./palette.ts";
import { EDGE_FLAGS, NODE_FLAGS } from "./scene.ts";
import type { Store } from "../state/store.ts";
import type { Stage } from "./stage.ts";

/** The words and choices that a drawing needs; the page's session has them. */
export interface DrawingContext {
  readonly store: Store;
  readonly words: Readonly<Record<`family_${Family}` | "compass", string>>;
}

export interface Drawing {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

const LINE = 18;

export function drawing(
  stage: Stage,
  { store, words }: DrawingContext,
  caption: readonly string[],
  { legendOnly }: { readonly legendOnly: boolean },
): Drawing {
  const colors = COLORS[store.theme.peek()];
  const { width, height } = stage.view.size();
  const top = legendOnly ? 0 : height;
  const families = FAMILIES.filter((family) =>
    stage.drawnStrands.some(
      ({ edge }) => stage.visibility.edge[edge] === SHOWN && familyAt(store.model, edge) === family,
    ),
  );
  const total = top + LINE * (caption.length + 1) + 14;
  const body = [
    ...(legendOnly
      ? []
      : [
          // An inner drawing cuts off what lies outside the stage.
          `<svg width="${width}" height="${height}">`,
          ...graticule(stage, store, colors, words.compass),
          ...edgePaths(stage, colors),
          ...nodeShapes(stage, colors),
          ...selectionRing(stage, store, colors),
          ...contestedMarks(stage, colors),
          ...badges(stage, colors),
          ...names(stage, colors),
          "</svg>",
        ]),
    ...legend(families, words, colors, top + LINE),
    ...caption.map((line, i) => text(12, top + LINE * (i + 2), line, colors.muted, "12px")),
  ];
  return {
    width,
    height: total,
    text: [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${total}" viewBox="0 0 ${width} ${total}" font-family="system-ui, sans-serif">`,
      `<rect width="100%" height="100%" fill="${colors.background}"/>`,
      ...body,
      "</svg>",
    ].join("\n"),
  };
}

function edgePaths(stage: Stage, colors: ThemeColors): string[] {
  const scene = stage.drawnScene;
  const { model } = stage;
  return stage.drawnStrands.flatMap(({ edge }) => {
    if (stage.visibility.edge[edge] !== SHOWN) return [];
    const curve = stage.view.curveOf(edge);
    const width = stage.view.widthOf(edge);
    const lit = !scene.dimmed || ((scene.edge.flags[edge] ?? 0) & EDGE_FLAGS.emphasis) !== 0;
    const color = lit ? cssColor(scene.edge.color[edge] ?? 0) : colors.dim;
    const modality = model.vocabulary.modalities[model.edges.modality[edge] ?? 0]?.id ?? "";
    const dash = scene.edge.dashPeriod[edge] ? dashOf(modality) : { period: 0, on: 1 };
    const total = curveLength(curve) || 1;
    const radius = stage.view.radiusAt(model.edges.target[edge] ?? 0);
    const head = headOf(familyAt(model, edge));
    const tip = Math.max(0.5, 1 - radius / total);
    const end = Math.max(0.4, tip - (head.length * width) / total);
    const dashes =
      dash.period > 0
        ? ` stroke-dasharray="${round(dash.period * dash.on)} ${round(dash.period * (1 - dash.on))}"`
        : "";
    return [
      `<path d="${pathTo(curve, end)}" fill="none" stroke="${color}" stroke-width="${round(width)}"${dashes}/>`,
      ...(head.length > 0
        ? [`<path d="${headPath(curve, end, tip, (head.width * width) / 2)}" fill="${color}"/>`]
        : []),
    ];
  });
}

/** The curve from its start to `end`, as a polyline fine enough to look smooth. */
function pathTo(curve: Curve, end: number): string {
  const steps = 20;
  const points = Array.from({ length: steps + 1 }, (_, i) => pointOn(curve, (i / steps) * end));
  return points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

function headPath(curve: Curve, end: number, tip: number, half: number): string {
  const at = pointOn(curve, tip);
  const base = pointOn(curve, end);
  const length = Math.hypot(at.x - base.x, at.y - base.y) || 1;
  const [nx, ny] = [-(at.y - base.y) / length, (at.x - base.x) / length];
  return `M${round(at.x)} ${round(at.y)}L${round(base.x + nx * half)} ${round(base.y + ny * half)}L${round(base.x - nx * half)} ${round(base.y - ny * half)}Z`;
}

function nodeShapes(stage: Stage, colors: ThemeColors): string[] {
  const scene = stage.drawnScene;
  const { model } = stage;
  return scene.nodes.flatMap((row) => {
    const flags = scene.node.flags[row] ?? 0;
    if (flags & NODE_FLAGS.hidden) return [];
    const { x, y } = stage.view.at(row);
    const radius = stage.view.radiusAt(row);
    const lit = !scene.dimmed || (flags & NODE_FLAGS.emphasis) !== 0;
    const color = lit ? cssColor(scene.node.fill[row] ?? 0) : colors.dim;
    const hollow = (flags & NODE_FLAGS.hollow) !== 0;
    const size = radius * 1.2;
    const glyph = GLYPHS[nodeForm(model.nodeKinds[model.nodes.drawnAs[row] ?? 0] ?? "").glyph] ?? "";
    const opacity = flags & NODE_FLAGS.faded ? ' opacity="0.3"' : "";
    return [
      `<g${opacity}><circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${hollow ? colors.background : color}" stroke="${hollow ? color : colors.background}" stroke-width="1.6"/>`,
      `<path transform="translate(${round(x - size / 2)} ${round(y - size / 2)}) scale(${round(size / GLYPH_GRID)})" d="${glyph}" fill="none" stroke="${hollow ? color : colors.background}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></g>`,
    ];
  });
}

function graticule(stage: Stage, store: Store, colors: ThemeColors, compass: string): string[] {
  const projection = store.layout()?.projection;
  if (!projection) return [];
  const { width, height } = stage.view.size();
  return graticuleLines(projection, (at) => stage.view.toLayout(at), { width, height }).flatMap((line) => {
    const across = line.kind === "parallel";
    const path = across ? `M0 ${round(line.at)}H${width}` : `M${round(line.at)} 0V${height}`;
    return [
      `<path d="${path}" stroke="${colors.dim}"/>`,
      text(
        across ? 6 : line.at + 4,
        across ? line.at + 13 : 15,
        degreesText(line, compass),
        colors.muted,
        "11px",
      ),
    ];
  });
}

function selectionRing(stage: Stage, store: Store, colors: ThemeColors): string[] {
  const { selection } = store.state.peek();
  if (selection?.kind !== "node") return [];
  const { x, y } = stage.view.at(selection.row);
  const radius = stage.view.radiusAt(selection.row);
  const gap = Math.max(3.5, radius * 0.22);
  return [
    `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius + gap)}" fill="none" stroke="${colors.ink}" stroke-width="${round(Math.max(2, radius * 0.16))}"/>`,
  ];
}

function contestedMarks(stage: Stage, colors: ThemeColors): string[] {
  const { marks, markRadius: radius } = stage.drawnOverlay;
  const k = radius / 7;
  return marks.map(({ edge, x, y }) => {
    const color = cssColor(stage.drawnScene.edge.color[edge] ?? 0);
    const sign = `M${round(x - 3.2 * k)} ${round(y - 1.6 * k)}h${round(6.4 * k)}M${round(x - 3.2 * k)} ${round(y + 1.6 * k)}h${round(6.4 * k)}M${round(x + 1.8 * k)} ${round(y - 3.8 * k)}L${round(x - 1.8 * k)} ${round(y + 3.8 * k)}`;
    return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${colors.background}" stroke="${color}" stroke-width="1.4"/><path d="${sign}" stroke="${colors.ink}" stroke-width="1.2" stroke-linecap="round"/>`;
  });
}

function badges(stage: Stage, colors: ThemeColors): string[] {
  return stage.drawnOverlay.badges.map(
    ({ x, y, width, height, text: number }) =>
      `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${height}" rx="9" fill="${colors.ink}" stroke="${colors.background}" stroke-width="1.5"/><text x="${round(x + width / 2)}" y="${round(y + height / 2 + 4)}" font-size="11px" font-weight="700" text-anchor="middle" fill="${colors.background}">${escapeXml(number)}</text>`,
  );
}

function names(stage: Stage, colors: ThemeColors): string[] {
  const { model } = stage;
  return stage.drawnOverlay.labels.map(({ row, x, y, height, text: name }) => {
    const country = model.nodeKinds[model.nodes.drawnAs[row] ?? 0] === "country";
    const size = country ? "14px" : "12.5px";
    return text(x, y + height / 2 + 4, name, colors.ink, size, colors.background, country ? 600 : 400);
  });
}

function legend(
  families: readonly Family[],
  words: DrawingContext["words"],
  colors: ThemeColors,
  y: number,
): string[] {
  let x = 12;
  return families.flatMap((family) => {
    const word = words[`family_${family}`];
    const at = x;
    x += 46 + word.length * 7;
    return [
      `<path d="M${at} ${y - 4}h26" stroke="${colors.edges[family]}" stroke-width="3"/>`,
      text(at + 32, y, word, colors.ink, "12px"),
    ];
  });
}

function text(
  x: number,
  y: number,
  content: string,
  color: string,
  size: string,
  halo?: string,
  weight = 400,
): string {
  const outline = halo
    ? ` stroke="${halo}" stroke-width="3.5" paint-order="stroke" stroke-linejoin="round"`
    : "";
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${weight === 400 ? "" : ` font-weight="${weight}"`} fill="${color}"${outline}>${escapeXml(plainText(content))}</text>`;
}

const round = (value: number) => Math.round(value * 100) / 100;

const escapeXml = (value: string) =>
  value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
