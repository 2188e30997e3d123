/** State → scene: which nodes and edges are drawn, where, and how each looks. Writes columns, draws nothing. */
import type { LayoutColumns, LayoutName } from "../../../src/viewer/payload.ts";
import { FAMILIES, VIEWS } from "../model/families.ts";
import { ALWAYS, familyAt, type Model, NODE_EVENT, positionsOf } from "../model/model.ts";
import { SHOWN, PASSES, type Visibility } from "../state/filters.ts";
import type { Theme } from "../state/url.ts";
import type { ViewState } from "../state/view-state.ts";
import type { Emphasis } from "./emphasis.ts";
import { fanOut, type Strand } from "./fan.ts";
import { hexColor } from "./gl-color.ts";
import type { Detail } from "./level.ts";
import { COLORS, communityColor, dashOf, edgeWidth, headOf, nodeForm, nodeRadius } from "./palette.ts";
import { EDGE_FLAGS, NODE_FLAGS, type Scene } from "./scene.ts";

export const layoutName = (state: Pick<ViewState, "view" | "placement">): LayoutName =>
  state.view === "actors" && state.placement === "map" ? "map" : state.view;

/** Nodes, edges and positions of one view; its looks are filled in by `styleScene`. */
export function sceneStructure(
  model: Model,
  state: ViewState,
  layout: LayoutColumns | undefined,
  curved: boolean,
): Scene {
  const { x, y } = positionsOf(model, layout);
  const view = VIEWS.indexOf(state.view);
  const nodes: number[] = [];
  for (let row = 0; row < model.nodes.count; row++) if (!Number.isNaN(x[row])) nodes.push(row);
  const edges: number[] = [];
  for (let row = 0; row < model.edges.count; row++) {
    const placed =
      !Number.isNaN(x[model.edges.source[row] ?? 0]) && !Number.isNaN(x[model.edges.target[row] ?? 0]);
    if (placed && model.edges.view[row] === view) edges.push(row);
  }
  // Thin lines first, so that arrows lie above them.
  const rank = (row: number) => (["standing", "role", "reports"].includes(familyAt(model, row)) ? 0 : 1);
  edges.sort((a, b) => rank(a) - rank(b) || a - b);
  const count = model.edges.count;
  const floats = () => new Float32Array(count);
  return {
    nodes,
    edges,
    source: model.edges.source,
    target: model.edges.target,
    x,
    y,
    node: {
      radius: new Float32Array(model.nodes.count),
      fill: new Uint32Array(model.nodes.count),
      ring: new Uint32Array(model.nodes.count),
      flags: new Uint8Array(model.nodes.count),
    },
    edge: {
      width: floats(),
      offset: floats(),
      bend: floats(),
      color: new Uint32Array(count),
      dashPeriod: floats(),
      dashOn: floats(),
      headLength: floats(),
      headWidth: floats(),
      start: model.edges.start.slice(),
      end: model.edges.end.slice(),
      flags: new Uint8Array(count),
    },
    curved,
    dimmed: false,
  };
}

/** How much thicker the selected arrow is than its neighbours. */
const SELECTED = 1.6;

export interface Look {
  readonly theme: Theme;
  readonly detail: Detail;
  readonly emphasis: Emphasis | undefined;
  /** How much smaller than usual everything is drawn. */
  readonly small: number;
  /** Pairs whose ribbons are drawn out. */
  readonly openPairs: ReadonlySet<string>;
}

/** Fills the scene's columns. @returns the lines drawn, ribbons among them */
export function styleScene(
  scene: Scene,
  model: Model,
  state: ViewState,
  visibility: Visibility,
  look: Look,
): readonly Strand[] {
  styleNodes(scene, model, state, visibility, look);
  return styleEdges(scene, model, state, visibility, look);
}

function styleNodes(scene: Scene, model: Model, state: ViewState, visibility: Visibility, look: Look): void {
  const { radius, fill, ring, flags } = scene.node;
  const { communities } = state;
  for (const row of scene.nodes) {
    const kind = model.nodeKinds[model.nodes.drawnAs[row] ?? 0] ?? "";
    const form = nodeForm(kind);
    const degree = visibility.degreeBeforePeriod[row] ?? 0;
    radius[row] = nodeRadius(kind, degree) * look.small;
    const color = nodeColor(model, row, look.theme, communities);
    fill[row] = color;
    ring[row] = color;
    const selected = state.selection?.kind === "node" && state.selection.row === row;
    const lit = look.emphasis?.nodes.has(row) ?? false;
    flags[row] =
      (form.hollow && !communities ? NODE_FLAGS.hollow : 0) |
      (model.nodes.proposed[row] ? NODE_FLAGS.dashedRing : 0) |
      (lit || selected ? NODE_FLAGS.emphasis : 0) |
      ((visibility.degree[row] ?? 0) === 0 && !selected ? NODE_FLAGS.faded : 0) |
      (degree === 0 && !selected ? NODE_FLAGS.hidden : 0);
  }
}

/** Events take the colour of what happened; everything else that of its group. */
function nodeColor(model: Model, row: number, theme: Theme, communities: boolean): number {
  const colors = COLORS[theme];
  if (communities) return hexColor(communityColor(model.graph.nodes.community?.[row], theme));
  if (model.nodes.kind[row] === NODE_EVENT) {
    const type = model.vocabulary.claimTypes[model.nodes.type[row] ?? 0]?.id;
    return hexColor(type === "attack" || type === "retaliation" ? colors.edges[type] : colors.edges.action);
  }
  return hexColor(colors.nodes[nodeForm(model.nodeKinds[model.nodes.drawnAs[row] ?? 0] ?? "").group]);
}

function styleEdges(
  scene: Scene,
  model: Model,
  state: ViewState,
  visibility: Visibility,
  look: Look,
): readonly Strand[] {
  const selected = state.selection?.kind === "edge" ? state.selection.row : -1;
  const colors = COLORS[look.theme];
  const { edge } = scene;
  const familyColors = FAMILIES.map((family) => hexColor(colors.edges[family]));
  const heads = FAMILIES.map(headOf);
  const dashes = model.vocabulary.modalities.map(({ id }) => dashOf(id));
  const drawn: number[] = [];
  for (const row of scene.edges) {
    const family = model.edges.family[row] ?? 0;
    const dash = dashes[model.edges.modality[row] ?? 0];
    const head = heads[family];
    edge.width[row] =
      edgeWidth(FAMILIES[family] ?? "standing", model.edges.weight[row] ?? 1) * Math.max(0.6, look.small);
    if (row === selected) edge.width[row] = (edge.width[row] ?? 1) * SELECTED;
    edge.color[row] = familyColors[family] ?? 0;
    edge.dashPeriod[row] = dash?.period ?? 0;
    edge.dashOn[row] = dash?.on ?? 1;
    edge.headLength[row] = head?.length ?? 0;
    edge.headWidth[row] = head?.width ?? 0;
    edge.offset[row] = 0;
    edge.bend[row] = 0;
    // The graphics card drops what lies outside the period; what is drawn all the same lies in all of them.
    const kept = visibility.kept?.has(row) ?? false;
    edge.start[row] = kept ? ALWAYS : (model.edges.start[row] ?? ALWAYS);
    edge.end[row] = kept ? ALWAYS : (model.edges.end[row] ?? ALWAYS);
    const passes = ((visibility.edge[row] ?? 0) & PASSES) !== 0;
    edge.flags[row] =
      (look.emphasis?.edges.has(row) ? EDGE_FLAGS.emphasis : 0) | (passes ? 0 : EDGE_FLAGS.hidden);
    if (passes) drawn.push(row);
  }
  if (!look.detail.fans) {
    if (!look.detail.curved) {
      for (const row of drawn) edge.width[row] = 1;
    }
    return drawn.map((row) => ({ edge: row, edges: [row], offset: 0, bend: 0 }));
  }
  const strands = fanOut(model, drawn, (pair) => look.openPairs.has(pair));
  return strands.map((strand) => {
    edge.offset[strand.edge] = strand.offset;
    edge.bend[strand.edge] = strand.bend;
    return strand.edges.length === 1 ? strand : styleRibbon(scene, model, visibility, look, strand);
  });
}

/** A ribbon is drawn in the place of its first edge that is in the period; the others step back. */
function styleRibbon(scene: Scene, model: Model, visibility: Visibility, look: Look, strand: Strand): Strand {
  const { edge } = scene;
  const shown = strand.edges.find((row) => visibility.edge[row] === SHOWN) ?? strand.edge;
  const lit = strand.edges.some((row) => look.emphasis?.edges.has(row));
  for (const row of strand.edges) edge.flags[row] = (edge.flags[row] ?? 0) | EDGE_FLAGS.hidden;
  edge.flags[shown] = lit ? EDGE_FLAGS.emphasis : 0;
  edge.offset[shown] = strand.offset;
  edge.bend[shown] = strand.bend;
  edge.width[shown] = Math.min(9, 4.5 + strand.edges.length * 0.3);
  edge.dashPeriod[shown] = 0;
  edge.headLength[shown] = (headOf(familyAt(model, shown)).length || 2) * 0.5;
  edge.headWidth[shown] = (headOf(familyAt(model, shown)).width || 2) * 0.6;
  return { ...strand, edge: shown };
}

/**
 * Moves the emphasis bits from one set of rows to another, touching nothing else.
 * @returns the rows that changed
 */
export function moveEmphasis(
  scene: Scene,
  before: Emphasis | undefined,
  after: Emphasis | undefined,
): { readonly nodes: readonly number[]; readonly edges: readonly number[] } {
  return {
    nodes: moveBit(scene.node.flags, NODE_FLAGS.emphasis, before?.nodes, after?.nodes),
    edges: moveBit(scene.edge.flags, EDGE_FLAGS.emphasis, before?.edges, after?.edges),
  };
}

function moveBit(
  flags: Uint8Array,
  bit: number,
  from?: ReadonlySet<number>,
  to?: ReadonlySet<number>,
): number[] {
  const rows = new Set([...(from ?? []), ...(to ?? [])]);
  for (const row of rows) flags[row] = to?.has(row) ? (flags[row] ?? 0) | bit : (flags[row] ?? 0) & ~bit;
  return [...rows];
}
