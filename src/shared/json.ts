/** JSON whose bytes depend on the value alone: keys sorted, `undefined` dropped. */

/** Serialises with sorted keys and no spaces; two equal values give equal text. */
export function stableStringify(value: unknown): string {
  return JSON.stringify(inOrder(value, new Shape()));
}

/** JSON Lines: a line a record, each as `stableStringify` gives it. */
export function stableLines(records: readonly unknown[]): string {
  const shapes = new Shape();
  return records.map((record) => `${JSON.stringify(inOrder(record, shapes))}\n`).join("");
}

/** Keys that objects have, step by step, and what order they are written in: many records have few shapes. */
class Shape {
  readonly #longer = new Map<string, Shape>();
  #order: readonly string[] | undefined;

  with(key: string): Shape {
    let shape = this.#longer.get(key);
    if (!shape) this.#longer.set(key, (shape = new Shape()));
    return shape;
  }

  /** @param keys  those that led to this shape */
  orderOf(keys: readonly string[]): readonly string[] {
    return (this.#order ??= [...keys].sort());
  }
}

/** The value with the keys of every object in order; `JSON.stringify` writes them as they come. */
function inOrder(value: unknown, shapes: Shape): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => inOrder(item, shapes));
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record);
  let shape = shapes;
  for (const key of keys) shape = shape.with(key);
  const ordered: Record<string, unknown> = {};
  for (const key of shape.orderOf(keys)) ordered[key] = inOrder(record[key], shapes);
  return ordered;
}
