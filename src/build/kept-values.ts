import { ContentCache } from "../case/index.ts";
import { loadPacks, type PackSet, packFingerprint } from "../packs/index.ts";
import { sha256 } from "../shared/index.ts";
import { codeFingerprint } from "./code-fingerprint.ts";

/**
 * A value that is made when first asked for, or taken from where it was kept.
 * @param name  what it is
 * @param key   hash of all that it depends on, but for the program's own code
 * @param make  gives a value that JSON can hold
 */
export type Keep = <T>(name: string, key: string, make: () => T) => () => T;

/** A value that is made once, when first asked for. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

export const keepNothing: Keep = (_name, _key, make) => lazily(make);

/** Values of a case that few builds change: checking, merging and indexing what packs and languages hold. */
export class KeptValues {
  readonly #cache: ContentCache<unknown>;
  readonly #keys = new Set<string>();

  constructor(caseFolder: string) {
    this.#cache = new ContentCache(caseFolder, "knowledge");
  }

  readonly keep: Keep = <T>(name: string, key: string, make: () => T) => {
    const whole = sha256([codeFingerprint(), name, key].join("\n"));
    this.#keys.add(whole);
    return lazily(() => {
      const kept = this.#cache.get(whole);
      if (kept !== undefined) return kept as T;
      const made = make();
      this.#cache.set(whole, made);
      return made;
    });
  };

  /** Drops what was not asked to be kept since this was made. */
  forgetOthers(): Promise<void> {
    return this.#cache.keepOnly(this.#keys);
  }
}

/**
 * The packs, as kept where none of their files changed: checking and merging them takes longer than all else that a
 * rebuild reads.
 * @param packNames  packs by name or folder
 * @throws {RiposteError} `pack/*`
 */
export function keptPacks(packNames: readonly string[], keep: Keep): PackSet {
  const stored = keep("packs", packFingerprint(packNames), (): Omit<PackSet, "byId"> => {
    const { byId: _rebuilt, ...rest } = loadPacks(packNames);
    return rest;
  })();
  return { ...stored, byId: new Map(stored.entities.map((entity) => [entity.id, entity])) };
}
