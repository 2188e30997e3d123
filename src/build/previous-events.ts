/** The events of the build before, so that ids which change keep leading somewhere. */
import { ContentCache, eventsDigest, openEvents } from "../case/index.ts";
import type { ConflictEvent } from "../ontology/index.ts";
import type { PreviousEvent } from "../resolution/index.ts";
import { RiposteError } from "../shared/index.ts";

/** By hash of the file that holds the events whole, of which little is asked. */
const cacheOf = (caseFolder: string) => new ContentCache<readonly PreviousEvent[]>(caseFolder, "previous");

/** The events of the case on disk; none of a damaged one, which is built anew. */
export async function previousEvents(caseFolder: string): Promise<readonly PreviousEvent[]> {
  const digest = await eventsDigest(caseFolder);
  if (digest === undefined) return [];
  try {
    return cacheOf(caseFolder).get(digest) ?? (await openEvents(caseFolder));
  } catch (error) {
    if (error instanceof RiposteError && error.code === "case/bad-record") return [];
    throw error;
  }
}

/** @param digest  SHA-256 of the file that the events were saved in */
export async function keepEvents(
  caseFolder: string,
  digest: string | undefined,
  events: readonly ConflictEvent[],
): Promise<void> {
  const cache = cacheOf(caseFolder);
  if (digest === undefined || cache.has(digest)) return;
  const brief = events.map(({ id, claims, formerIds }) => ({ id, claims, ...(formerIds && { formerIds }) }));
  cache.set(digest, brief);
  await cache.keepOnly(new Set([digest]));
}
