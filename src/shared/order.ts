/** Orders that do not depend on the machine's locale: determinism to the byte rests on them. */

/** Compares by UTF-16 code unit. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares lexicographically by several keys; the first difference decides. */
export function compareBy<T>(...keys: readonly ((item: T) => string | number)[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const key of keys) {
      const x = key(a);
      const y = key(b);
      if (x === y) continue;
      return x < y ? -1 : 1;
    }
    return 0;
  };
}

/** The distinct items, sorted by code unit. */
export function sortedUnique(items: Iterable<string>): string[] {
  return [...new Set(items)].sort(compareText);
}
