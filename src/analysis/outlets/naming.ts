import type { CaseRecords } from "../../ontology/index.ts";
import { compareBy, compareText, fold } from "../../shared/index.ts";
import { outletNames } from "./outlets.ts";

export interface EntityNaming {
  readonly entity: string;
  /** For each outlet, the names that it uses, most used first. */
  readonly byOutlet: readonly {
    readonly outlet: string;
    readonly names: readonly { readonly name: string; readonly times: number }[];
  }[];
}

/**
 * The words by which outlets name entities, from the mentions of claims; entities that are named in most different
 * ways by at least two outlets first. Spellings that differ in case, accents or apostrophes only are one name.
 */
export function namingOf(records: CaseRecords): EntityNaming[] {
  const nameOf = outletNames(records.documents);
  const texts = new Map(records.documents.map(({ id, text }) => [id, text]));
  const entities = new Map<string, Map<string, Map<string, { name: string; places: Set<string> }>>>();
  for (const claim of records.claims) {
    const text = texts.get(claim.document) ?? "";
    const outlet = nameOf(claim.document);
    for (const { entity, start, end } of claim.mentions) {
      const name = text.slice(start, end);
      if (name === "") continue;
      const outlets =
        entities.get(entity) ?? new Map<string, Map<string, { name: string; places: Set<string> }>>();
      entities.set(entity, outlets);
      const names = outlets.get(outlet) ?? new Map<string, { name: string; places: Set<string> }>();
      outlets.set(outlet, names);
      const known = names.get(fold(name)) ?? { name, places: new Set<string>() };
      // One mention can fill a role in several claims.
      known.places.add(`${claim.document}:${start}`);
      names.set(fold(name), known);
    }
  }
  return [...entities]
    .filter(([, outlets]) => outlets.size > 1)
    .map(([entity, outlets]): EntityNaming & { variety: number } => ({
      entity,
      variety: new Set([...outlets.values()].flatMap((names) => [...names.keys()])).size,
      byOutlet: [...outlets]
        .sort(([a], [b]) => compareText(a, b))
        .map(([outlet, names]) => ({
          outlet,
          names: [...names.values()]
            .map(({ name, places }) => ({ name, times: places.size }))
            .sort(
              compareBy(
                ({ times }) => -times,
                ({ name }) => name,
              ),
            ),
        })),
    }))
    .filter(({ variety }) => variety > 1)
    .sort(
      compareBy(
        ({ variety }) => -variety,
        ({ entity }) => entity,
      ),
    )
    .map(({ entity, byOutlet }) => ({ entity, byOutlet }));
}
