/** Parallel edges: spread so that each can be seen and clicked, or drawn as one ribbon where there are many. */
import type { Model } from "../model/model.ts";

/** Pixels between neighbours of a fan. */
export const FAN_STEP = 13;
/** A lone edge bends by this share of its length, so that straight lines do not hide behind one another. */
export const LONE_BEND = 0.05;
/** More parallels than this, of one family and direction, become a ribbon. */
export const RIBBON_FROM = 7;

/** One drawn line: an edge, or a ribbon that stands for several. */
export interface Strand {
  /** The edge drawn; of a ribbon, its first. */
  readonly edge: number;
  /** All edges that it stands for, in time order. */
  readonly edges: readonly number[];
  readonly offset: number;
  readonly bend: number;
}

/**
 * @param edges  edge rows, in order
 * @param open   whether a pair's ribbons are drawn out; pairs are named by `pairKey`
 */
export function fanOut(
  model: Model,
  edges: readonly number[],
  open: (pair: string) => boolean = () => false,
): Strand[] {
  const pairs = new Map<string, number[]>();
  for (const edge of edges) {
    const key = pairKey(model, edge);
    const pair = pairs.get(key);
    if (pair) pair.push(edge);
    else pairs.set(key, [edge]);
  }
  const strands: Strand[] = [];
  for (const [key, rows] of pairs) {
    const groups = open(key) ? rows.map((row) => [row]) : ribbons(model, rows);
    for (const [i, group] of groups.entries()) {
      const [edge] = group;
      if (edge === undefined) continue;
      const step = group.length > 1 || groups.length > 9 ? FAN_STEP * 0.9 : FAN_STEP;
      const side = (i - (groups.length - 1) / 2) * step;
      // The pair's order fixes left and right, so that A→B and B→A share one fan.
      const source = model.edges.source[edge] ?? 0;
      const target = model.edges.target[edge] ?? 0;
      const sign = source <= target ? 1 : -1;
      const loop = source === target;
      strands.push({
        edge,
        edges: group,
        offset: loop ? i * FAN_STEP : groups.length === 1 ? 0 : side * sign,
        bend: groups.length === 1 && !loop ? LONE_BEND : 0,
      });
    }
  }
  return strands.sort((a, b) => a.edge - b.edge);
}

/** The two ends of an edge, whichever way it points. */
export function pairKey(model: Model, edge: number): string {
  const source = model.edges.source[edge] ?? 0;
  const target = model.edges.target[edge] ?? 0;
  return source < target ? `${source} ${target}` : `${target} ${source}`;
}

/** Edges of one family and direction, gathered where they are many; time order within, families side by side. */
function ribbons(model: Model, rows: readonly number[]): number[][] {
  const { edges } = model;
  const order = (a: number, b: number) => (edges.start[a] ?? 0) - (edges.start[b] ?? 0) || a - b;
  const kin = new Map<string, number[]>();
  for (const row of rows) {
    const key = `${edges.source[row]} ${edges.family[row]}`;
    const group = kin.get(key);
    if (group) group.push(row);
    else kin.set(key, [row]);
  }
  return [...kin.values()].flatMap((group) => {
    group.sort(order);
    return group.length >= RIBBON_FROM ? [group] : group.map((row) => [row]);
  });
}
