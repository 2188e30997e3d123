import { CLAIM_TYPE_TABLE, type ConflictEvent, type Entity } from "../ontology/index.ts";

const UNKNOWN = { fr: "auteur inconnu", en: "unknown author" } as const;

/** Headline of an event in one language, e.g. « Tir de missiles : auteur inconnu → base d’al-Omar ». */
export function eventTitle(
  event: ConflictEvent,
  entities: ReadonlyMap<string, Entity>,
  language: "fr" | "en",
): string {
  const row = CLAIM_TYPE_TABLE[event.type];
  const subtypes = row.subtypes as Readonly<Record<string, { label: { fr: string; en: string } }>>;
  const label = (event.subtype && subtypes[event.subtype]?.label[language]) || row.label[language];
  const name = (id: string) => entities.get(id)?.names[language] ?? entities.get(id)?.name ?? id;
  const listed = (ids: readonly string[]) =>
    ids.length > 2 ? `${ids.slice(0, 2).map(name).join(", ")}…` : ids.map(name).join(", ");
  const doer = event.agent.length > 0 ? listed(event.agent) : UNKNOWN[language];
  const others = event.target.length > 0 ? event.target : event.place;
  const kind = label.charAt(0).toUpperCase() + label.slice(1);
  const colon = language === "fr" ? " : " : ": ";
  return others.length > 0 ? `${kind}${colon}${doer} → ${listed(others)}` : `${kind}${colon}${doer}`;
}
