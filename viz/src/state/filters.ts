/** Which edges pass the reader's filters: one pass over columns, a byte an edge. */
import { ALWAYS, type Model, UNDATED } from "../model/model.ts";
import { FAMILIES, type View, VIEWS } from "../model/families.ts";

/** Days, both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Sets hold rows: of FAMILIES, of modalities, of `Model.nodeKinds`, of publishers. */
export interface Filters {
  readonly view: View;
  readonly hiddenFamilies: ReadonlySet<number>;
  readonly hiddenModalities: ReadonlySet<number>;
  readonly hiddenKinds: ReadonlySet<number>;
  readonly hiddenPublishers: ReadonlySet<number>;
  /** Node rows that the reader has put away. */
  readonly hiddenNodes: ReadonlySet<number>;
  readonly period: Period | undefined;
  readonly undated: boolean;
  /** Per cent. */
  readonly minConfidence: number;
  readonly minSources: number;
}

/** Why an edge is not shown. An edge can have several reasons; the first in this order is told. */
export const REASONS = [
  "view",
  "family",
  "modality",
  "kind",
  "publisher",
  "node",
  "confidence",
  "sources",
  "period",
] as const;
export type Reason = (typeof REASONS)[number];

/** Everything but the period, which the graphics card applies while a brush moves. */
export function passesBeforePeriod(model: Model, edge: number, filters: Filters): Reason | undefined {
  const { edges, nodes } = model;
  if (VIEWS[edges.view[edge] ?? 255] !== filters.view) return "view";
  if (filters.hiddenFamilies.has(edges.family[edge] ?? 0)) return "family";
  if (filters.hiddenModalities.has(edges.modality[edge] ?? 0)) return "modality";
  const source = edges.source[edge] ?? 0;
  const target = edges.target[edge] ?? 0;
  if (filters.hiddenKinds.size > 0) {
    if (filters.hiddenKinds.has(nodes.drawnAs[source] ?? 0)) return "kind";
    if (filters.hiddenKinds.has(nodes.drawnAs[target] ?? 0)) return "kind";
  }
  if (filters.hiddenPublishers.size > 0) {
    const publishers = model.graph.publisherSets[edges.publishers[edge] ?? 0] ?? [];
    if (publishers.length > 0 && publishers.every((row) => filters.hiddenPublishers.has(row)))
      return "publisher";
  }
  if (filters.hiddenNodes.size > 0 && (filters.hiddenNodes.has(source) || filters.hiddenNodes.has(target)))
    return "node";
  if ((edges.confidence[edge] ?? 0) < filters.minConfidence) return "confidence";
  const family = FAMILIES[edges.family[edge] ?? 0];
  // A fact that a pack gives has no report behind it; counting its sources would hide it for no reason.
  if (family !== "standing" && (edges.weight[edge] ?? 0) < filters.minSources) return "sources";
  return undefined;
}

export function inPeriod(model: Model, edge: number, filters: Filters): boolean {
  const start = model.edges.start[edge] ?? UNDATED;
  if (start === ALWAYS) return true;
  if (start === UNDATED) return filters.undated;
  const { period } = filters;
  return !period || (start <= period.to && (model.edges.end[edge] ?? start) >= period.from);
}

/** Bits of `Visibility.edge`. */
export const PASSES = 1;
export const IN_PERIOD = 2;
export const SHOWN = PASSES | IN_PERIOD;

export interface Visibility {
  /** By edge row: `PASSES` and `IN_PERIOD` bits; shown where both are set. */
  readonly edge: Uint8Array;
  /** By node row: number of shown edges. */
  readonly degree: Uint32Array;
  /** By node row: number of edges that pass everything but the period. */
  readonly degreeBeforePeriod: Uint32Array;
  readonly shownEdges: number;
  readonly shownNodes: number;
  /** Edges of the view that pass everything but the period. */
  readonly edgesBeforePeriod: number;
  /** Edges of the view. */
  readonly viewEdges: number;
  /** Edges drawn although the filters hide them. */
  readonly kept?: ReadonlySet<number>;
}

export function computeVisibility(model: Model, filters: Filters): Visibility {
  const { edges } = model;
  const edge = new Uint8Array(edges.count);
  const degree = new Uint32Array(model.nodes.count);
  const degreeBeforePeriod = new Uint32Array(model.nodes.count);
  let [shownEdges, edgesBeforePeriod, viewEdges] = [0, 0, 0];
  const view = VIEWS.indexOf(filters.view);
  for (let row = 0; row < edges.count; row++) {
    if (edges.view[row] !== view) continue;
    viewEdges++;
    if (passesBeforePeriod(model, row, filters) !== undefined) continue;
    const source = edges.source[row] ?? 0;
    const target = edges.target[row] ?? 0;
    edgesBeforePeriod++;
    bump(degreeBeforePeriod, source, target);
    if (!inPeriod(model, row, filters)) {
      edge[row] = PASSES;
      continue;
    }
    edge[row] = SHOWN;
    shownEdges++;
    bump(degree, source, target);
  }
  let shownNodes = 0;
  for (const count of degree) if (count > 0) shownNodes++;
  return { edge, degree, degreeBeforePeriod, shownEdges, shownNodes, edgesBeforePeriod, viewEdges };
}

function bump(counts: Uint32Array, source: number, target: number): void {
  counts[source] = (counts[source] ?? 0) + 1;
  if (target !== source) counts[target] = (counts[target] ?? 0) + 1;
}

/** How many edges (or nodes) each row of the legend stands for, under all other filters. */
export interface LegendCounts {
  readonly families: readonly number[];
  readonly modalities: readonly number[];
  readonly kinds: readonly number[];
  readonly publishers: readonly number[];
  /** Edges of the view that the confidence threshold alone hides. */
  readonly belowConfidence: number;
}

export function countLegend(model: Model, filters: Filters): LegendCounts {
  const { edges, nodes } = model;
  const families = FAMILIES.map(() => 0);
  const modalities = model.vocabulary.modalities.map(() => 0);
  const publishers = model.graph.publishers.map(() => 0);
  const kindNodes = model.nodeKinds.map(() => new Set<number>());
  let belowConfidence = 0;
  const without = (change: Partial<Filters>): Filters => ({ ...filters, ...change });
  const none: ReadonlySet<number> = new Set();
  // A row's count ignores its own group's choices, so that switching it off does not make it look empty.
  const open = {
    family: without({ hiddenFamilies: none }),
    modality: without({ hiddenModalities: none }),
    kind: without({ hiddenKinds: none }),
    publisher: without({ hiddenPublishers: none }),
    confidence: without({ minConfidence: 0 }),
  };
  const view = VIEWS.indexOf(filters.view);
  for (let row = 0; row < edges.count; row++) {
    if (edges.view[row] !== view || !inPeriod(model, row, filters)) continue;
    const family = edges.family[row] ?? 0;
    const modality = edges.modality[row] ?? 0;
    if (!passesBeforePeriod(model, row, open.family)) families[family] = (families[family] ?? 0) + 1;
    if (!passesBeforePeriod(model, row, open.modality))
      modalities[modality] = (modalities[modality] ?? 0) + 1;
    if (!passesBeforePeriod(model, row, open.kind)) {
      for (const node of [edges.source[row] ?? 0, edges.target[row] ?? 0])
        kindNodes[nodes.drawnAs[node] ?? 0]?.add(node);
    }
    if (!passesBeforePeriod(model, row, open.publisher)) {
      for (const publisher of model.graph.publisherSets[edges.publishers[row] ?? 0] ?? [])
        publishers[publisher] = (publishers[publisher] ?? 0) + 1;
    }
    if (
      (edges.confidence[row] ?? 0) < filters.minConfidence &&
      !passesBeforePeriod(model, row, open.confidence)
    )
      belowConfidence++;
  }
  return {
    families,
    modalities,
    kinds: kindNodes.map((set) => set.size),
    publishers,
    belowConfidence,
  };
}
