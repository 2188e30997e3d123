/** What resolution keeps from one build of a case to the next. Without memory a build gives the same, only later. */
import { sha256, stableStringify } from "../shared/index.ts";

/** A store of JSON values by hexadecimal key; what it gives may be nothing. */
export interface Memory {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

export const NO_MEMORY: Memory = { get: () => undefined, set: () => {} };

/** A value that depends on the parts of a key alone, from memory where it is there. */
export function remembered<T>(memory: Memory, key: readonly unknown[], make: () => T): T {
  const hash = sha256(stableStringify(key));
  const kept = memory.get(hash);
  if (kept !== undefined) return kept as T;
  const made = make();
  memory.set(hash, made);
  return made;
}
