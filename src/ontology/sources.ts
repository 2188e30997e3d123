/**
 * Who stands behind a claim, as keys of independent sources. Two claims with a key in common are one voice:
 * outlets that cite one agency, near-identical texts, and reports of one publisher.
 */
import { compareText, fold, once, sortedUnique } from "../shared/index.ts";
import type { Claim, DocumentRecord, Entity } from "./records.ts";

/** Source keys of a claim: cited entities, else unnamed sources, else the publisher or wire copy itself. Sorted. */
export type SourceKeys = (claim: Claim) => readonly string[];

/**
 * `source:ID` for a cited entity, or a publisher that is one; `unnamed:…` for sources named in words only, told
 * apart by who cites them; `copy:…`, `publisher:…`, `document:…` for what a report says on its own account.
 */
export function sourceKeysOf(documents: readonly DocumentRecord[], entities: readonly Entity[]): SourceKeys {
  const mediaByName = new Map<string, string>();
  for (const entity of entities)
    if (entity.type === "Media")
      for (const name of [
        entity.name,
        entity.names.fr,
        entity.names.en,
        ...entity.aliases.map((alias) => alias.name),
      ])
        if (name !== undefined && !mediaByName.has(fold(name))) mediaByName.set(fold(name), entity.id);
  const ownKey = new Map(
    documents.map(({ id, copyGroup, publisher }) => {
      if (copyGroup !== undefined) return [id, `copy:${copyGroup}`] as const;
      if (publisher === undefined) return [id, `document:${id}`] as const;
      const media = mediaByName.get(fold(publisher));
      return [id, media === undefined ? `publisher:${fold(publisher)}` : `source:${media}`] as const;
    }),
  );
  // Every value that a claim gives asks for its sources.
  return once((claim: Claim): readonly string[] => {
    const named = sortedUnique([...claim.source, ...claim.speaker].map((id) => `source:${id}`));
    if (named.length > 0) return named;
    const own = ownKey.get(claim.document) ?? `document:${claim.document}`;
    const unnamed = claim.sourceText ?? claim.speakerText;
    return [unnamed === undefined ? own : `unnamed:${fold(unnamed)} (${own})`];
  });
}

/** How many independent voices a set of claims has, and their keys: claims that share a key are one voice. */
export function independentSources(claims: readonly Claim[], keysOf: SourceKeys): string[] {
  if (claims.length === 1) return keysOf(claims[0] as Claim).slice(0, 1);
  const root = new Map<string, string>();
  const find = (key: string): string => {
    let top = key;
    for (let next = root.get(top); next !== undefined && next !== top; next = root.get(top)) top = next;
    return top;
  };
  for (const claim of claims) {
    const [first, ...rest] = keysOf(claim);
    if (first === undefined) continue;
    if (!root.has(first)) root.set(first, first);
    for (const key of rest) {
      if (!root.has(key)) root.set(key, key);
      const [a, b] = [find(first), find(key)].sort(compareText) as [string, string];
      root.set(b, a);
    }
  }
  return sortedUnique([...root.keys()].map(find));
}
