import type { CaseRecords } from "../ontology/index.ts";
import { fold } from "../shared/index.ts";

/**
 * How to show the keys of independent sources (`source:ID`, `publisher:NAME`, `unnamed:WORDS (KEY)`, `copy:ID`,
 * `document:ID`): names where the case has them, words in quotation marks for the unnamed.
 */
export function sourceLabels(records: Pick<CaseRecords, "documents" | "entities">): (key: string) => string {
  const entities = new Map(records.entities.map((entity) => [entity.id, entity.name]));
  const publishers = new Map(
    records.documents.flatMap(({ publisher }) => (publisher ? [[fold(publisher), publisher] as const] : [])),
  );
  const documents = new Map(records.documents.map((doc) => [doc.id, doc.publisher ?? doc.title ?? doc.id]));
  const label = (key: string): string => {
    const [, kind, rest = ""] = key.match(/^(source|publisher|unnamed|copy|document):([\s\S]*)$/) ?? [];
    if (kind === "source") return entities.get(rest) ?? rest;
    if (kind === "publisher") return publishers.get(rest) ?? rest;
    if (kind === "copy" || kind === "document") return documents.get(rest) ?? rest;
    const [, words = rest, teller] = rest.match(/^([\s\S]*) \(([^()]*)\)$/) ?? [];
    if (kind === "unnamed") return teller ? `« ${words} » (${label(teller)})` : `« ${words} »`;
    return key;
  };
  return label;
}
