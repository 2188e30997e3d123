/** Pushes discs apart until none overlap, on a grid so that large graphs stay quick. */

interface Position {
  x: number;
  y: number;
}

const ROUNDS = 60;

/**
 * Moves points as little as it can; the order of `positions` decides ties, so the same input gives the same output.
 * Stops after a fixed number of rounds: in a very dense layout some discs may still touch.
 * @param radiusOf    disc radius of a row, in the unit of the positions
 * @param mobilityOf  how readily a row gives way to another: of two, the one with ten times as much goes ten times as far
 */
export function separate(
  positions: ReadonlyMap<number, Position>,
  radiusOf: (row: number) => number,
  mobilityOf: (row: number) => number = () => 1,
): Map<number, Position> {
  const points = [...positions].map(([row, at]) => ({
    row,
    x: at.x,
    y: at.y,
    r: radiusOf(row),
    m: mobilityOf(row),
  }));
  const cell = 2 * points.reduce((most, point) => Math.max(most, point.r), 1);
  const rounds = points.length > 5_000 ? 8 : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    const grid = new Map<string, number[]>();
    for (const [i, point] of points.entries()) {
      const key = `${Math.floor(point.x / cell)} ${Math.floor(point.y / cell)}`;
      const bucket = grid.get(key);
      if (bucket) bucket.push(i);
      else grid.set(key, [i]);
    }
    let moved = false;
    for (const [i, point] of points.entries()) {
      const cx = Math.floor(point.x / cell);
      const cy = Math.floor(point.y / cell);
      for (let dx = -1; dx <= 1; dx++) {
        for (let dy = -1; dy <= 1; dy++) {
          for (const j of grid.get(`${cx + dx} ${cy + dy}`) ?? []) {
            const other = points[j];
            if (j > i && other && push(point, other, i)) moved = true;
          }
        }
      }
    }
    if (!moved) break;
  }
  return new Map(points.map(({ row, x, y }) => [row, { x, y }]));
}

interface Disc extends Position {
  readonly r: number;
  /** Mobility, above 0. */
  readonly m: number;
}

/** Moves each its share of the overlap; points on one spot part in a direction that their order gives. */
function push(a: Disc, b: Disc, order: number): boolean {
  let dx = b.x - a.x;
  let dy = b.y - a.y;
  const wanted = a.r + b.r;
  let distance = Math.hypot(dx, dy);
  if (distance >= wanted) return false;
  if (distance < 1e-6) {
    const angle = order * 2.399963; // the golden angle spreads a pile evenly
    dx = Math.cos(angle);
    dy = Math.sin(angle);
    distance = 1;
    a.x -= dx;
    b.x += dx;
  }
  const shift = (wanted - distance) / Math.hypot(dx, dy) / (a.m + b.m);
  a.x -= dx * shift * a.m;
  a.y -= dy * shift * a.m;
  b.x += dx * shift * b.m;
  b.y += dy * shift * b.m;
  return true;
}
