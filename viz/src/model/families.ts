/** The families of edges that the eye tells apart by colour. The legend lists them; the URL names them. */
import type { Vocabulary, ViewerEdgeKind } from "../../../src/viewer/payload.ts";

export const FAMILIES = [
  "attack",
  "retaliation",
  "action",
  "statement",
  "standing",
  "reply",
  "role",
  "reports",
  "cites",
] as const;

export type Family = (typeof FAMILIES)[number];

/** What the views of the graph draw. `map` is a layout of the actors' view. */
export const VIEWS = ["actors", "events", "sources"] as const;
export type View = (typeof VIEWS)[number];

const VIEW_OF_KIND: Record<ViewerEdgeKind, View | undefined> = {
  action: "actors",
  statement: "actors",
  standing: "actors",
  role: "events",
  "on-event": "events",
  reply: "events",
  part: "events",
  reports: "sources",
  cites: "sources",
  provenance: undefined,
};

export const viewOfKind = (kind: ViewerEdgeKind): View | undefined => VIEW_OF_KIND[kind];

const FAMILY_OF_KIND: Record<Exclude<ViewerEdgeKind, "action">, Family> = {
  statement: "statement",
  "on-event": "statement",
  part: "standing",
  standing: "standing",
  reply: "reply",
  role: "role",
  reports: "reports",
  cites: "cites",
  provenance: "cites",
};

/** @param type  row of the edge's claim type; read for acts only */
export function familyOf(kind: ViewerEdgeKind, type: number, vocabulary: Vocabulary): Family {
  if (kind !== "action") return FAMILY_OF_KIND[kind];
  const id = vocabulary.claimTypes[type]?.id;
  return id === "attack" || id === "retaliation" ? id : "action";
}
