/** Offices that packs may give a person, and the standing relation that each one makes with its organisation. */
import type { RelationType } from "../ontology/index.ts";

const LEADS: RelationType = "leads";
const SPEAKS: RelationType = "spokesperson-of";
const HOLDS: RelationType = "position-at";

/** Closed, so that a misspelt office is found when the pack is read; a country's president leads the country. */
const POSITION_RELATIONS = {
  president: LEADS,
  monarch: LEADS,
  "supreme-leader": LEADS,
  "prime-minister": LEADS,
  minister: LEADS,
  "secretary-general": LEADS,
  leader: LEADS,
  founder: LEADS,
  commander: LEADS,
  "chief-of-staff": LEADS,
  director: LEADS,
  governor: LEADS,
  speaker: LEADS,
  spokesperson: SPEAKS,
  "deputy-spokesperson": SPEAKS,
  "vice-president": HOLDS,
  "crown-prince": HOLDS,
  "deputy-leader": HOLDS,
  "deputy-commander": HOLDS,
  "deputy-minister": HOLDS,
  "national-security-adviser": HOLDS,
  adviser: HOLDS,
  ambassador: HOLDS,
  envoy: HOLDS,
  member: HOLDS,
  official: HOLDS,
} as const satisfies Record<string, RelationType>;

export type Position = keyof typeof POSITION_RELATIONS;

export const POSITIONS = Object.keys(POSITION_RELATIONS) as readonly Position[];

/** The relation from a person to the organisation where the office is held. */
export const relationOf = (position: Position): RelationType => POSITION_RELATIONS[position];
