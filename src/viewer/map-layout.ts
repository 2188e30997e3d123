/** The map-like layout: places at their coordinates, everybody else around them. */
import type { UndirectedGraph } from "graphology";
import type { DrawnGraph } from "./encode.ts";

export interface Position {
  x: number;
  y: number;
}

/** The simple weighted graph that layouts are computed on; keys are rows. */
export type LayoutGraph = UndirectedGraph<Position, { weight: number }>;

export interface Placed {
  readonly all: ReadonlyMap<number, Position>;
  /** Of the map: rows that stand at their coordinates. */
  readonly ground?: ReadonlySet<number>;
}

/**
 * Web Mercator for what has coordinates. Actors without stand on a ring around it, each in the direction of the places
 * that it has to do with, so that they do not hide the ground, and so do places very far from all others; unnamed sides
 * stay beside what they did.
 */
export function mapPositions(drawn: DrawnGraph, graph: LayoutGraph): Placed {
  const positions = new Map<number, Position>();
  for (const key of graph.nodes()) {
    const at = mercator(drawn, Number(key));
    if (at) positions.set(Number(key), at);
  }
  const ground = withoutRemote(positions);
  const box = boxOf(ground);
  const unnamed = (row: number) => drawn.nodes[row]?.kind === "stub";
  for (let round = 0; round < 3; round++) {
    for (const [row, mean] of unplacedMeans(graph, positions)) positions.set(row, mean);
  }
  const around = graph
    .nodes()
    .map(Number)
    .filter((row) => !ground.has(row) && !(unnamed(row) && positions.has(row)));
  for (const [row, at] of ring(around, positions, box)) positions.set(row, at);
  return { all: positions, ground: new Set(ground.keys()) };
}

/** How much farther than most a place may lie from the middle before it would leave too little room for the others. */
const REMOTE = 3;
/** Share of the places that count as most. */
const MOST = 0.8;

/** The value that a share of the others do not exceed. */
const quantile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

function withoutRemote(positions: ReadonlyMap<number, Position>): Map<number, Position> {
  const points = [...positions.values()];
  const center = {
    x: quantile(
      points.map(({ x }) => x),
      0.5,
    ),
    y: quantile(
      points.map(({ y }) => y),
      0.5,
    ),
  };
  const distance = ({ x, y }: Position) => Math.hypot(x - center.x, y - center.y);
  const limit = REMOTE * quantile(points.map(distance), MOST);
  return new Map([...positions].filter(([, at]) => limit === 0 || distance(at) <= limit));
}

/** Nodes on one circle, several inside one another where they are many. */
const RING_HOLDS = 90;
/** Radius of the inmost ring, and what each further one adds, in half diagonals of the ground. */
const RING_RADIUS = 1.12;
const RING_STEP = 0.12;

/** Spread evenly, in the order of the directions in which their means lie. */
function ring(
  rows: readonly number[],
  means: ReadonlyMap<number, Position>,
  box: ReturnType<typeof boxOf>,
): Map<number, Position> {
  const center = { x: box.x0 + box.width / 2, y: box.y0 + box.height / 2 };
  const half = Math.max(Math.hypot(box.width, box.height) / 2, 1e-6);
  const angle = (row: number) => {
    const mean = means.get(row) ?? center;
    return Math.atan2(mean.y - center.y, mean.x - center.x);
  };
  const sorted = [...rows].sort((a, b) => angle(a) - angle(b) || a - b);
  const rings = Math.max(1, Math.ceil(sorted.length / RING_HOLDS));
  // The first place on the circle is where the first mean lies, so that the order keeps to the directions.
  const start = sorted[0] === undefined ? 0 : angle(sorted[0]);
  return new Map(
    sorted.map((row, i) => {
      const turn = start + (2 * Math.PI * i) / sorted.length;
      const radius = half * (RING_RADIUS + RING_STEP * (i % rings));
      return [row, { x: center.x + radius * Math.cos(turn), y: center.y + radius * Math.sin(turn) }];
    }),
  );
}

/** Web Mercator, in radians; undefined for what has no coordinates. */
function mercator(drawn: DrawnGraph, row: number): Position | undefined {
  const node = drawn.nodes[row];
  if (!node || node.kind === "stub" || node.latitude === undefined || node.longitude === undefined)
    return undefined;
  const latitude = (Math.max(-85, Math.min(85, node.latitude)) * Math.PI) / 180;
  return {
    x: (node.longitude * Math.PI) / 180,
    y: Math.log(Math.tan(Math.PI / 4 + latitude / 2)),
  };
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

/** The smallest box that holds the points. */
export function boxOf(positions: ReadonlyMap<number, Position>) {
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
