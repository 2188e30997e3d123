/**
 * Node positions, computed once at build so that every reader sees the same picture. Forces: ForceAtlas2 (Jacomy et
 * al. 2014) on the simple weighted graph, from seeded starting points; then nodes are pushed apart until no two discs
 * overlap. The map layout places what has coordinates by Web Mercator and the rest among its neighbours.
 */
import { UndirectedGraph } from "graphology";
import forceAtlas2Module from "graphology-layout-forceatlas2";
import type { DrawnGraph } from "./encode.ts";
import type { LayoutColumns, LayoutName, ViewerEdgeKind } from "./payload.ts";
import { separate } from "./separate.ts";

// The package is CommonJS: at run time the default import is the function that its types put under `default`.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;

type LayoutGraph = UndirectedGraph<Position, { weight: number }>;

/** Positions run from 0 to this on the longer side. */
export const EXTENT = 10_000;

const EDGE_KINDS_OF: Record<LayoutName, readonly ViewerEdgeKind[]> = {
  actors: ["action", "statement", "standing"],
  events: ["role", "on-event", "reply", "part"],
  sources: ["reports", "cites"],
  map: ["action", "statement", "standing"],
};

/** How strongly an edge pulls: a reply binds two events more than a shared place does. */
const PULL: Partial<Record<ViewerEdgeKind, number>> = { reply: 3, standing: 0.7, role: 0.8 };

/** Starting points lie in a square this wide; from a wider one the forces do not untangle the graph in time. */
const START = 100;

/** On the map a place stays where it is, and what has no coordinates makes room. */
const PLACE_MOBILITY = 0.02;

interface Position {
  x: number;
  y: number;
}

/** Positions of all four layouts. @param seed  any integer; the same seed gives the same picture */
export function computeLayouts(drawn: DrawnGraph, seed = 1): Record<LayoutName, LayoutColumns> {
  const layout = (name: LayoutName) => layoutOf(drawn, name, seed);
  return {
    actors: layout("actors"),
    events: layout("events"),
    sources: layout("sources"),
    map: layout("map"),
  };
}

function layoutOf(drawn: DrawnGraph, name: LayoutName, seed: number): LayoutColumns {
  const graph = simpleGraph(drawn, EDGE_KINDS_OF[name], seed);
  const positions = name === "map" ? mapPositions(drawn, graph) : forcePositions(graph);
  const fit = fitOf(positions);
  const fitted = new Map(
    [...positions].map(([row, { x, y }]) => [row, { x: x * fit.scale + fit.x, y: y * fit.scale + fit.y }]),
  );
  const isPlace = (row: number) => name === "map" && coordinatesOf(drawn, row) !== undefined;
  const columns = toColumns(
    separate(
      fitted,
      (row) => discRadius(graph.degree(String(row)), positions.size),
      (row) => (isPlace(row) ? PLACE_MOBILITY : 1),
    ),
  );
  return name === "map" && hasPlaces(drawn, graph) ? { ...columns, projection: fit } : columns;
}

const hasPlaces = (drawn: DrawnGraph, graph: LayoutGraph) =>
  graph.nodes().some((key) => coordinatesOf(drawn, Number(key)) !== undefined);

/** One undirected edge for all relations of a pair, its weight growing with their number, by the logarithm. */
function simpleGraph(drawn: DrawnGraph, kinds: readonly ViewerEdgeKind[], seed: number): LayoutGraph {
  const random = mulberry32(seed);
  const pulls = new Map<string, number>();
  const rows = new Set<number>();
  for (const edge of drawn.edges) {
    if (!kinds.includes(edge.kind)) continue;
    const a = drawn.rowOf.get(edge.source) ?? 0;
    const b = drawn.rowOf.get(edge.target) ?? 0;
    rows.add(a).add(b);
    if (a === b) continue;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    pulls.set(key, (pulls.get(key) ?? 0) + (PULL[edge.kind] ?? 1));
  }
  const graph = new UndirectedGraph<Position, { weight: number }>();
  for (const row of [...rows].sort((a, b) => a - b))
    graph.addNode(String(row), { x: random() * START, y: random() * START });
  for (const [key, pull] of pulls) {
    const [a, b] = key.split(" ");
    graph.addEdge(a, b, { weight: Math.log1p(pull) });
  }
  return graph;
}

function forcePositions(graph: LayoutGraph): Map<number, Position> {
  const { order } = graph;
  if (order > 2)
    forceAtlas2.assign(graph, {
      iterations: iterationsFor(order),
      getEdgeWeight: "weight",
      settings: {
        barnesHutOptimize: order > 400,
        linLogMode: true,
        gravity: 0.5,
        scalingRatio: 10,
        slowDown: 1,
        edgeWeightInfluence: 1,
      },
    });
  return new Map(graph.mapNodes((key, { x, y }) => [Number(key), { x: x * 1.2, y }]));
}

/** Enough to settle a small graph; a large one gets what a minute of one core allows. */
function iterationsFor(order: number): number {
  if (order <= 2_000) return 300;
  return Math.max(30, Math.round(1_500_000 / order));
}

/** Web Mercator for what has coordinates; the rest at the mean of its placed neighbours, three rounds outwards. */
function mapPositions(drawn: DrawnGraph, graph: LayoutGraph): Map<number, Position> {
  const positions = new Map<number, Position>();
  for (const key of graph.nodes()) {
    const at = coordinatesOf(drawn, Number(key));
    if (!at) continue;
    const latitude = (Math.max(-85, Math.min(85, at.latitude)) * Math.PI) / 180;
    positions.set(Number(key), {
      x: (at.longitude * Math.PI) / 180,
      y: Math.log(Math.tan(Math.PI / 4 + latitude / 2)),
    });
  }
  for (let round = 0; round < 3; round++) {
    for (const [row, mean] of unplacedMeans(graph, positions)) positions.set(row, mean);
  }
  const left = graph.nodes().filter((key) => !positions.has(Number(key)));
  const box = boxOf(positions);
  for (const [i, key] of left.entries())
    positions.set(Number(key), {
      x: box.x0 + (box.width * (i + 0.5)) / left.length,
      y: box.y0 - box.height * 0.12,
    });
  return positions;
}

function coordinatesOf(drawn: DrawnGraph, row: number) {
  const node = drawn.nodes[row];
  if (!node || node.kind === "stub" || node.latitude === undefined || node.longitude === undefined)
    return undefined;
  return { latitude: node.latitude, longitude: node.longitude };
}

function unplacedMeans(graph: LayoutGraph, positions: ReadonlyMap<number, Position>): Map<number, Position> {
  const means = new Map<number, Position>();
  for (const key of graph.nodes()) {
    if (positions.has(Number(key))) continue;
    const placed = graph.neighbors(key).flatMap((other) => positions.get(Number(other)) ?? []);
    if (placed.length === 0) continue;
    means.set(Number(key), {
      x: placed.reduce((sum, at) => sum + at.x, 0) / placed.length,
      y: placed.reduce((sum, at) => sum + at.y, 0) / placed.length,
    });
  }
  return means;
}

/** Scale and shift by which the longer side becomes `EXTENT`, proportions kept. */
function fitOf(positions: ReadonlyMap<number, Position>) {
  const box = boxOf(positions);
  const scale = EXTENT / Math.max(box.width, box.height, 1e-9);
  return { scale, x: -box.x0 * scale, y: -box.y0 * scale };
}

function boxOf(positions: ReadonlyMap<number, Position>) {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of positions.values()) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  if (x0 > x1) return { x0: 0, y0: 0, width: 1, height: 1 };
  return { x0, y0, width: x1 - x0, height: y1 - y0 };
}

/** Room that a node needs around it, in layout units: more for hubs, less each where there are many. */
function discRadius(degree: number, order: number): number {
  const share = EXTENT / Math.sqrt(Math.max(order, 1)) / 2;
  return Math.min(share * 0.85, 420) * (0.75 + Math.min(0.5, Math.log1p(degree) / 8));
}

function toColumns(positions: ReadonlyMap<number, Position>): LayoutColumns {
  const rows = [...positions].sort(([a], [b]) => a - b);
  return {
    node: rows.map(([row]) => row),
    x: rows.map(([, at]) => Math.round(at.x)),
    y: rows.map(([, at]) => Math.round(at.y)),
  };
}

/** A small seeded generator (mulberry32 by Tommy Ettinger, public domain): uniform in [0, 1). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
