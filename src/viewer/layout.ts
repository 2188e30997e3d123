/**
 * Node positions, computed once at build so that every reader sees the same picture. Forces: ForceAtlas2 (Jacomy et
 * al. 2014) on the simple weighted graph, from seeded starting points; then nodes are pushed apart until no two discs
 * overlap. The map layout places what has coordinates by Web Mercator and other actors around them.
 */
import { UndirectedGraph } from "graphology";
import forceAtlas2Module from "graphology-layout-forceatlas2";
import type { DrawnGraph } from "./encode.ts";
import type { LayoutColumns, LayoutName, ViewerEdgeKind } from "./payload.ts";
import { boxOf, type LayoutGraph, mapPositions, type Placed, type Position } from "./map-layout.ts";
import { separate } from "./separate.ts";

// The package is CommonJS: at run time the default import is the function that its types put under `default`.
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;

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
  const positions: Placed = name === "map" ? mapPositions(drawn, graph) : { all: forcePositions(graph) };
  const { ground } = positions;
  const fit = fitOf(positions.all);
  const fitted = new Map(
    [...positions.all].map(([row, { x, y }]) => [
      row,
      { x: x * fit.scale + fit.x, y: y * fit.scale + fit.y },
    ]),
  );
  const columns = toColumns(
    separate(
      fitted,
      (row) => discRadius(graph.degree(String(row)), positions.all.size),
      (row) => (ground?.has(row) ? PLACE_MOBILITY : 1),
    ),
  );
  return ground && ground.size > 0 ? { ...columns, projection: { ...fit, placed: [...ground] } } : columns;
}

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

/** Scale and shift by which the longer side becomes `EXTENT`, proportions kept. */
function fitOf(positions: ReadonlyMap<number, Position>) {
  const box = boxOf(positions);
  const scale = EXTENT / Math.max(box.width, box.height, 1e-9);
  return { scale, x: -box.x0 * scale, y: -box.y0 * scale };
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
