import { ContentCache } from "../case/index.ts";
import { loadPacks, type PackSet, packFingerprint } from "../packs/index.ts";

/** A pack set as the cache keeps it. */
type KeptPacks = Omit<PackSet, "byId">;

/**
 * The packs, from the case's cache where none of their files changed since an earlier build: checking and merging
 * them takes longer than all else that a rebuild reads.
 * @param packNames  packs by name or folder
 * @throws {RiposteError} `pack/*`, `case/unwritable`
 */
export async function packsOf(packNames: readonly string[], caseFolder: string): Promise<PackSet> {
  const cache = new ContentCache<KeptPacks>(caseFolder, "packs");
  const key = packFingerprint(packNames);
  const kept = cache.get(key);
  if (kept) return { ...kept, byId: new Map(kept.entities.map((entity) => [entity.id, entity])) };
  const packs = loadPacks(packNames);
  const { byId: _rebuilt, ...rest } = packs;
  await cache.set(key, rest);
  await cache.keepOnly(new Set([key]));
  return packs;
}
