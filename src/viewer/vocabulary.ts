/** The words of the ontology that a payload's type columns count through, in both languages. */
import {
  CLAIM_TYPE_TABLE,
  CLAIM_TYPES,
  ENTITY_TYPE_TABLE,
  ENTITY_TYPES,
  MODALITIES,
  MODALITY_TABLE,
  RELATION_TABLE,
  RELATION_TYPES,
  ROLES,
  SUBTYPES,
} from "../ontology/index.ts";
import type { Localized, Term, Vocabulary } from "./payload.ts";

const ROLE_LABELS: Record<(typeof ROLES)[number], Localized> = {
  agent: { fr: "auteur", en: "doer" },
  target: { fr: "cible", en: "target" },
  place: { fr: "lieu", en: "place" },
  source: { fr: "source", en: "source" },
  speaker: { fr: "locuteur", en: "speaker" },
  origin: { fr: "origine", en: "origin" },
  destination: { fr: "destination", en: "destination" },
};

/** Rows are in the ontology's order, so that a column's numbers do not depend on the case. */
export function vocabulary(): Vocabulary {
  return {
    entityTypes: ENTITY_TYPES.map((id) => ({ id, label: ENTITY_TYPE_TABLE[id].label })),
    claimTypes: CLAIM_TYPES.map((id) => ({
      id,
      label: CLAIM_TYPE_TABLE[id].label,
      statement: CLAIM_TYPE_TABLE[id].kind === "statement",
    })),
    subtypes: SUBTYPES.map((id): Term => ({ id, label: subtypeLabel(id) })),
    relations: RELATION_TYPES.map((id) => ({ id, label: RELATION_TABLE[id].label })),
    modalities: MODALITIES.map((id) => ({
      id,
      label: MODALITY_TABLE[id].label,
      factual: MODALITY_TABLE[id].factual,
    })),
    roles: ROLES.map((id) => ({ id, label: ROLE_LABELS[id] })),
  };
}

/** A subtype's label in the first claim type that has it: types that share a subtype share its label. */
function subtypeLabel(subtype: string): Localized {
  for (const type of CLAIM_TYPES) {
    const subtypes: Readonly<Record<string, { readonly label: Localized }>> = CLAIM_TYPE_TABLE[type].subtypes;
    const row = subtypes[subtype];
    if (row) return row.label;
  }
  return { fr: subtype, en: subtype };
}
