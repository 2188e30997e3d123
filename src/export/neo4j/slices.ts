/** Cutting a stream of rows into slices of one group each: what one statement with static labels or type can take. */
import { sortedUnique } from "../../shared/index.ts";

export interface Slice<T> {
  readonly group: string;
  readonly rows: readonly T[];
}

/** Rows that may wait in all groups together, as a multiple of a slice. */
const WAITING_SLICES = 4;

/**
 * Slices of at most `size` rows that share a group, in an order that depends on the rows alone. Holds at most a few
 * slices of rows: when many groups fill slowly, the fullest one is cut early.
 */
export function* slicesOf<A, T>(
  items: Iterable<A>,
  rowOf: (item: A) => T,
  groupOf: (row: T) => string,
  size: number,
): Generator<Slice<T>> {
  // Items wait as they came: rows are larger, and made again when they are cut.
  const waiting = new Map<string, A[]>();
  let count = 0;
  for (const item of items) {
    const group = groupOf(rowOf(item));
    let own = waiting.get(group);
    if (!own) waiting.set(group, (own = []));
    own.push(item);
    count++;
    const full = own.length >= size ? group : count >= size * WAITING_SLICES ? fullest(waiting) : undefined;
    if (full === undefined) continue;
    const cut = waiting.get(full) ?? [];
    waiting.delete(full);
    count -= cut.length;
    yield { group: full, rows: cut.map(rowOf) };
  }
  for (const group of sortedUnique(waiting.keys())) {
    yield { group, rows: (waiting.get(group) ?? []).map(rowOf) };
  }
}

function fullest<T>(waiting: ReadonlyMap<string, readonly T[]>): string {
  let best = "";
  for (const [group, rows] of waiting) {
    const length = waiting.get(best)?.length ?? 0;
    if (rows.length > length || (rows.length === length && group < best)) best = group;
  }
  return best;
}

/** Joins the labels of a node to the name of its group; no label of ours holds it. */
const LABEL_SEPARATOR = ":";

/** The group of nodes that share their labels, and back. */
export const labelGroup = (node: { readonly labels: readonly string[] }): string =>
  node.labels.join(LABEL_SEPARATOR);
export const labelsOfGroup = (group: string): string[] => group.split(LABEL_SEPARATOR);
