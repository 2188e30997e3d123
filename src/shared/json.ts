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

/**
 * The value with the keys of every object in order, as `stableStringify` writes them. What is in order already is given
 * as it is, not copied: a value that went through here before is written faster.
 */
export function inStableOrder<T>(value: T): T {
  return inOrder(value, new Shape()) as T;
}

/** Keys that objects have, step by step, and what order they are written in: many records have few shapes. */
class Shape {
  readonly #longer = new Map<string, Shape>();
  #order: readonly string[] | undefined;
  #isInOrder = false;

  with(key: string): Shape {
    let shape = this.#longer.get(key);
    if (!shape) this.#longer.set(key, (shape = new Shape()));
    return shape;
  }

  /** @param keys  those that led to this shape */
  orderOf(keys: readonly string[]): readonly string[] {
    if (!this.#order) {
      const order = [...keys].sort();
      this.#isInOrder = order.every((key, at) => key === keys[at]);
      this.#order = order;
    }
    return this.#order;
  }

  /** Whether the keys that led here come in order. To be asked for after `orderOf`. */
  get isInOrder(): boolean {
    return this.#isInOrder;
  }
}

/** The value with the keys of every object in order; `JSON.stringify` writes them as they come. */
function inOrder(value: unknown, shapes: Shape): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    let ordered: unknown[] | undefined;
    for (let at = 0; at < value.length; at++) {
      const item = inOrder(value[at], shapes);
      if (item !== value[at]) (ordered ??= [...value])[at] = item;
    }
    return ordered ?? value;
  }
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record);
  let shape = shapes;
  for (const key of keys) shape = shape.with(key);
  const order = shape.orderOf(keys);
  let ordered: Record<string, unknown> | undefined = shape.isInOrder ? undefined : {};
  for (const key of order) {
    const item = inOrder(record[key], shapes);
    if (ordered) ordered[key] = item;
    else if (item !== record[key]) {
      ordered = { ...record };
      ordered[key] = item;
    }
  }
  return ordered ?? record;
}
