import type { CaseRecords, DocumentRecord } from "../../ontology/index.ts";

/** Name of the outlet that published a report; a report without a publisher is an outlet of its own. */
export function outletNames(documents: readonly DocumentRecord[]): (documentId: string) => string {
  const byId = new Map(documents.map(({ id, publisher }) => [id, publisher ?? id]));
  return (id) => byId.get(id) ?? id;
}

/** Outlet of each claim, by claim id. */
export function outletsOfClaims(records: CaseRecords): ReadonlyMap<string, string> {
  const nameOf = outletNames(records.documents);
  return new Map(records.claims.map(({ id, document }) => [id, nameOf(document)]));
}
