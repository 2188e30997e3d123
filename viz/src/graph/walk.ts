/** Walking the graph with arrow keys. */
import { edgesAt, type Model, otherEnd } from "../model/model.ts";
import { SHOWN, type Visibility } from "../state/filters.ts";
import type { Point } from "./curve.ts";

export interface Ground {
  readonly model: Model;
  readonly visibility: Visibility;
  /** Centre of a node on screen. */
  readonly at: (row: number) => Point;
}

/** The nearest shown neighbour towards (dx, dy) on screen; what lies aside counts as twice as far. */
export function neighbourTowards(
  { model, visibility, at }: Ground,
  from: number,
  dx: number,
  dy: number,
): number | undefined {
  const here = at(from);
  const neighbours = new Set(
    [...edgesAt(model, from)]
      .filter((edge) => visibility.edge[edge] === SHOWN)
      .map((edge) => otherEnd(model, edge, from)),
  );
  let best: number | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  for (const row of neighbours) {
    const there = at(row);
    const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
    const across = Math.abs((there.x - here.x) * dy - (there.y - here.y) * dx);
    if (row === from || along <= 0 || along + 2 * across >= shortest) continue;
    best = row;
    shortest = along + 2 * across;
  }
  return best;
}

export function mostConnected(rows: readonly number[], visibility: Visibility): number | undefined {
  let best: number | undefined;
  for (const row of rows) {
    const degree = visibility.degree[row] ?? 0;
    if (degree > (best === undefined ? 0 : (visibility.degree[best] ?? 0))) best = row;
  }
  return best;
}
