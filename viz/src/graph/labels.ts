/** Names beside nodes: as many as fit, the important first, none over another or over a node. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelRequest {
  readonly row: number;
  readonly text: string;
  /** Centre and radius of the node, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Covers obstacles that yield, where there is no better place. */
  readonly leads?: boolean;
  /** Is placed over any obstacle rather than not at all; other names give way. */
  readonly must?: boolean;
}

export interface Obstacle extends Box {
  /** To whom it yields, where there is no better place: to nobody (default), to leading names, to any name. */
  readonly yieldsTo?: "leading" | "any";
}

export interface PlacedLabel extends Box {
  readonly row: number;
  readonly text: string;
}

const GAP = 5;
/** Free space kept between two labels. */
const MARGIN = 2;

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;

/**
 * Greedy over eight places: right, below, above, left, then the corners. No two names ever overlap.
 * @param requests   most important first
 * @param obstacles  what labels should not cover, e.g. node discs
 * @param bounds     labels stay whole within it
 * @param limit      labels at most
 */
export function placeLabels(
  requests: Iterable<LabelRequest>,
  obstacles: readonly Obstacle[],
  bounds: Box,
  limit: number,
): PlacedLabel[] {
  const names = new BoxGrid();
  const [firm, soft, light] = [new BoxGrid(), new BoxGrid(), new BoxGrid()];
  for (const box of obstacles)
    (box.yieldsTo === "any" ? light : box.yieldsTo === "leading" ? soft : firm).add(box);
  const placed: PlacedLabel[] = [];
  for (const request of requests) {
    if (placed.length >= limit) break;
    const open = slots(request).filter((box) => inside(box, bounds) && !names.touches(box));
    const clear = open.filter((box) => !firm.touches(box) && !soft.touches(box));
    const free =
      clear.find((box) => !light.touches(box)) ??
      clear[0] ??
      (request.leads ? open.find((box) => !firm.touches(box)) : undefined) ??
      (request.must ? open[0] : undefined);
    if (!free) continue;
    names.add(inflated(free));
    placed.push({ ...free, row: request.row, text: request.text });
  }
  return placed;
}

function slots({ x, y, radius, width, height }: LabelRequest): Box[] {
  const beside = y - height / 2;
  const middle = x - width / 2;
  return [
    { x: x + radius + GAP, y: beside, width, height },
    { x: middle, y: y + radius + GAP - 1, width, height },
    { x: middle, y: y - radius - GAP - height + 1, width, height },
    { x: x - radius - GAP - width, y: beside, width, height },
    { x: x + radius * 0.7, y: y + radius * 0.7 + 1, width, height },
    { x: x + radius * 0.7, y: y - radius * 0.7 - height, width, height },
    { x: x - radius * 0.7 - width, y: y + radius * 0.7 + 1, width, height },
    { x: x - radius * 0.7 - width, y: y - radius * 0.7 - height, width, height },
  ];
}

const inside = (box: Box, bounds: Box) =>
  box.x >= bounds.x &&
  box.y >= bounds.y &&
  box.x + box.width <= bounds.x + bounds.width &&
  box.y + box.height <= bounds.y + bounds.height;

const inflated = (box: Box): Box => ({
  x: box.x - MARGIN,
  y: box.y - MARGIN,
  width: box.width + 2 * MARGIN,
  height: box.height + 2 * MARGIN,
});

/** Boxes by the cells that they touch. */
class BoxGrid {
  private readonly cells = new Map<string, Box[]>();
  private readonly size = 64;

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  touches(box: Box): boolean {
    return this.keys(box).some((key) => this.cells.get(key)?.some((other) => overlaps(box, other)));
  }

  private keys({ x, y, width, height }: Box): string[] {
    const keys: string[] = [];
    for (let cx = Math.floor(x / this.size); cx <= Math.floor((x + width) / this.size); cx++)
      for (let cy = Math.floor(y / this.size); cy <= Math.floor((y + height) / this.size); cy++)
        keys.push(`${cx} ${cy}`);
    return keys;
  }
}
