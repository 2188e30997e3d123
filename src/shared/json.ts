/** JSON whose bytes depend on the value alone: keys sorted, `undefined` dropped. */

/** Serialises with sorted keys and no spaces; two equal values give equal text. */
export function stableStringify(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

/** The value with the keys of every object in order; `JSON.stringify` writes them as they come. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const record = value as Record<string, unknown>;
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(record).sort()) ordered[key] = inOrder(record[key]);
  return ordered;
}
