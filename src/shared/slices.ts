import { sortedUnique } from "./order.ts";

/** Items that may wait in all groups together, as a multiple of a slice. */
const WAITING_SLICES = 4;

/** Items that share a group; never empty. */
export type Slice<T> = readonly [T, ...T[]];

/**
 * Cuts a stream of items into slices of at most `size` that share a group, in an order that depends on the items alone.
 * Holds at most a few slices: when many groups fill slowly, the fullest one is cut early.
 */
export function* slicesOf<T>(
  items: Iterable<T>,
  groupOf: (item: T) => string,
  size: number,
): Generator<Slice<T>> {
  const waiting = new Map<string, [T, ...T[]]>();
  let count = 0;
  for (const item of items) {
    const group = groupOf(item);
    const own = waiting.get(group);
    if (own) own.push(item);
    else waiting.set(group, [item]);
    count++;
    const length = own?.length ?? 1;
    const full = length >= size ? group : count >= size * WAITING_SLICES ? fullest(waiting) : undefined;
    const cut = full === undefined ? undefined : waiting.get(full);
    if (full === undefined || !cut) continue;
    waiting.delete(full);
    count -= cut.length;
    yield cut;
  }
  for (const group of sortedUnique(waiting.keys())) {
    const rest = waiting.get(group);
    if (rest) yield rest;
  }
}

function fullest<T>(waiting: ReadonlyMap<string, readonly T[]>): string {
  let best = "";
  for (const [group, items] of waiting) {
    const length = waiting.get(best)?.length ?? 0;
    if (items.length > length || (items.length === length && group < best)) best = group;
  }
  return best;
}
