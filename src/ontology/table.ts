/**
 * The ontology in one table: every type name that Riposte knows, with its codes in the field's standards.
 *
 * Names here are the only ones that compile; JSON Schemas and documentation are generated from this file.
 * PLOVER follows the codebook's types and modes, CAMEO the manual's numbers, ACLED the 2023 event and sub-event
 * names. One trap: the published CAMEO→PLOVER table maps 195 to heavy-weapons while the codebook defines
 * `aerial`; the codebook holds here.
 */

/** Codes of a claim type or subtype in other coding schemes; a missing one has no counterpart there. */
export interface StandardCodes {
  readonly plover?: { readonly type: string; readonly mode?: string };
  readonly cameo?: readonly string[];
  readonly acled?: { readonly event: string; readonly subEvent?: string };
}

interface EntityTypeRow {
  /** Whether entities of the type act (and carry the `Actor` label in the graph). */
  readonly actor: boolean;
  /** Whether entities of the type can stand in the `place` role. */
  readonly location: boolean;
  readonly label: { readonly fr: string; readonly en: string };
}

export const ENTITY_TYPE_TABLE = {
  Country: { actor: true, location: true, label: { fr: "État", en: "Country" } },
  Institution: { actor: true, location: false, label: { fr: "Institution", en: "Institution" } },
  MilitaryForce: { actor: true, location: false, label: { fr: "Force militaire", en: "Military force" } },
  ArmedGroup: { actor: true, location: false, label: { fr: "Groupe armé", en: "Armed group" } },
  Person: { actor: true, location: false, label: { fr: "Personne", en: "Person" } },
  Media: { actor: true, location: false, label: { fr: "Média", en: "Media" } },
  Base: { actor: false, location: true, label: { fr: "Base", en: "Base" } },
  Facility: { actor: false, location: true, label: { fr: "Installation", en: "Facility" } },
  Place: { actor: false, location: true, label: { fr: "Lieu", en: "Place" } },
  Unit: { actor: false, location: false, label: { fr: "Unité", en: "Unit" } },
} as const satisfies Record<string, EntityTypeRow>;

interface ClaimTypeRow {
  readonly kind: "action" | "statement";
  /** Claims of one family can speak of one event. */
  readonly family: string;
  /** Relationship type of the edge between the doer (or speaker) and the other side. */
  readonly relation: string;
  /** Relationship type of a statement on an event. */
  readonly eventRelation?: string;
  readonly label: { readonly fr: string; readonly en: string };
  readonly codes: StandardCodes;
  readonly subtypes: Readonly<
    Record<string, { readonly label: { fr: string; en: string }; readonly codes?: StandardCodes }>
  >;
}

const REMOTE = "Explosions/Remote violence";
const CIVILIANS = "Violence against civilians";
const STRATEGIC = "Strategic developments";
const SHELLING = { event: REMOTE, subEvent: "Shelling/artillery/missile attack" } as const;
const heavy = {
  plover: { type: "ASSAULT", mode: "heavy-weapons" },
  cameo: ["194"],
  acled: SHELLING,
} as const;

const ATTACK_SUBTYPES = {
  airstrike: {
    label: { fr: "frappe aérienne", en: "airstrike" },
    codes: {
      plover: { type: "ASSAULT", mode: "aerial" },
      cameo: ["195"],
      acled: { event: REMOTE, subEvent: "Air/drone strike" },
    },
  },
  "drone-strike": {
    label: { fr: "frappe de drone", en: "drone strike" },
    codes: {
      plover: { type: "ASSAULT", mode: "drone" },
      cameo: ["1952"],
      acled: { event: REMOTE, subEvent: "Air/drone strike" },
    },
  },
  rocket: { label: { fr: "tir de roquettes", en: "rocket attack" }, codes: heavy },
  missile: { label: { fr: "tir de missiles", en: "missile attack" }, codes: heavy },
  artillery: { label: { fr: "tir d’artillerie", en: "artillery fire" }, codes: heavy },
  explosive: {
    label: { fr: "engin explosif", en: "explosive device" },
    codes: {
      plover: { type: "ASSAULT", mode: "explosives" },
      cameo: ["183"],
      acled: { event: REMOTE, subEvent: "Remote explosive/landmine/IED" },
    },
  },
  "suicide-attack": {
    label: { fr: "attentat-suicide", en: "suicide attack" },
    codes: {
      plover: { type: "ASSAULT", mode: "suicide-attack" },
      cameo: ["1831"],
      acled: { event: REMOTE, subEvent: "Suicide bomb" },
    },
  },
  "armed-assault": {
    label: { fr: "assaut", en: "armed assault" },
    codes: {
      plover: { type: "ASSAULT", mode: "firearms" },
      cameo: ["193"],
      acled: { event: "Battles", subEvent: "Armed clash" },
    },
  },
  clash: {
    label: { fr: "affrontement", en: "clash" },
    codes: {
      plover: { type: "ASSAULT", mode: "firearms" },
      cameo: ["190"],
      acled: { event: "Battles", subEvent: "Armed clash" },
    },
  },
  assassination: {
    label: { fr: "assassinat", en: "assassination" },
    codes: {
      plover: { type: "ASSAULT", mode: "targeted" },
      cameo: ["186"],
      acled: { event: CIVILIANS, subEvent: "Attack" },
    },
  },
  abduction: {
    label: { fr: "enlèvement", en: "abduction" },
    codes: {
      plover: { type: "ASSAULT", mode: "abduct" },
      cameo: ["181"],
      acled: { event: CIVILIANS, subEvent: "Abduction/forced disappearance" },
    },
  },
  interception: {
    label: { fr: "interception", en: "interception" },
    codes: { acled: { event: STRATEGIC, subEvent: "Disrupted weapons use" } },
  },
  unspecified: { label: { fr: "attaque", en: "attack" } },
} as const;

const other = { event: STRATEGIC, subEvent: "Other" } as const;

export const CLAIM_TYPE_TABLE = {
  attack: {
    kind: "action",
    family: "attack",
    relation: "ATTACKED",
    label: { fr: "attaque", en: "attack" },
    codes: { plover: { type: "ASSAULT" }, cameo: ["18", "19"], acled: { event: REMOTE } },
    subtypes: ATTACK_SUBTYPES,
  },
  retaliation: {
    kind: "action",
    family: "attack",
    relation: "RETALIATED_AGAINST",
    label: { fr: "riposte", en: "retaliation" },
    codes: { plover: { type: "ASSAULT" }, cameo: ["18", "19"], acled: { event: REMOTE } },
    subtypes: ATTACK_SUBTYPES,
  },
  mobilize: {
    kind: "action",
    family: "mobilize",
    relation: "MOBILIZED_TO",
    label: { fr: "déploiement", en: "mobilization" },
    codes: { plover: { type: "MOBILIZE", mode: "troops" }, cameo: ["15"], acled: other },
    subtypes: {
      deploy: { label: { fr: "déploiement", en: "deployment" } },
      reinforce: { label: { fr: "renfort", en: "reinforcement" }, codes: { cameo: ["154"] } },
      overflight: { label: { fr: "survol", en: "overflight" } },
      alert: { label: { fr: "mise en alerte", en: "alert" }, codes: { cameo: ["152"] } },
      exercise: { label: { fr: "exercice", en: "exercise" } },
    },
  },
  withdraw: {
    kind: "action",
    family: "withdraw",
    relation: "WITHDREW_FROM",
    label: { fr: "retrait", en: "withdrawal" },
    codes: { plover: { type: "RETREAT", mode: "withdraw" }, cameo: ["08"], acled: other },
    subtypes: {
      withdraw: { label: { fr: "retrait", en: "withdrawal" }, codes: { cameo: ["087"] } },
      release: { label: { fr: "libération", en: "release" }, codes: { cameo: ["084"] } },
      disarm: { label: { fr: "désarmement", en: "disarmament" }, codes: { cameo: ["087"] } },
      ceasefire: { label: { fr: "cessez-le-feu", en: "ceasefire" }, codes: { cameo: ["0871"] } },
    },
  },
  coerce: {
    kind: "action",
    family: "coerce",
    relation: "COERCED",
    label: { fr: "contrainte", en: "coercion" },
    codes: { plover: { type: "COERCE" }, cameo: ["17"], acled: { event: STRATEGIC, subEvent: "Arrests" } },
    subtypes: {
      arrest: { label: { fr: "arrestation", en: "arrest" }, codes: { cameo: ["173"] } },
      seize: { label: { fr: "saisie", en: "seizure" }, codes: { cameo: ["171"] } },
      restrict: { label: { fr: "restriction", en: "restriction" }, codes: { cameo: ["172"] } },
      deport: { label: { fr: "expulsion", en: "deportation" }, codes: { cameo: ["174"] } },
      cyber: { label: { fr: "cyberattaque", en: "cyber attack" }, codes: { cameo: ["176"] } },
    },
  },
  sanction: {
    kind: "action",
    family: "sanction",
    relation: "SANCTIONED",
    label: { fr: "sanction", en: "sanction" },
    codes: { plover: { type: "SANCTION" }, cameo: ["16"] },
    subtypes: {
      expel: { label: { fr: "renvoi", en: "expulsion" }, codes: { cameo: ["166"] } },
      discontinue: { label: { fr: "rupture", en: "discontinuation" }, codes: { cameo: ["161"] } },
      convict: { label: { fr: "condamnation en justice", en: "conviction" } },
    },
  },
  protest: {
    kind: "action",
    family: "protest",
    relation: "PROTESTED_AGAINST",
    label: { fr: "protestation", en: "protest" },
    codes: { plover: { type: "PROTEST" }, cameo: ["14"], acled: { event: "Protests" } },
    subtypes: {
      demonstration: { label: { fr: "manifestation", en: "demonstration" }, codes: { cameo: ["141"] } },
      riot: { label: { fr: "émeute", en: "riot" }, codes: { cameo: ["145"], acled: { event: "Riots" } } },
      strike: { label: { fr: "grève", en: "strike" }, codes: { cameo: ["143"] } },
    },
  },
  aid: {
    kind: "action",
    family: "aid",
    relation: "AIDED",
    label: { fr: "soutien matériel", en: "aid" },
    codes: { plover: { type: "AID" }, cameo: ["07"] },
    subtypes: {
      train: { label: { fr: "entraînement", en: "training" } },
      arm: { label: { fr: "armement", en: "arming" }, codes: { cameo: ["072"] } },
      finance: { label: { fr: "financement", en: "financing" }, codes: { cameo: ["071"] } },
      humanitarian: { label: { fr: "aide humanitaire", en: "humanitarian aid" }, codes: { cameo: ["073"] } },
    },
  },
  cooperate: {
    kind: "action",
    family: "cooperate",
    relation: "COOPERATED_WITH",
    label: { fr: "coopération", en: "cooperation" },
    codes: { plover: { type: "COOPERATE" }, cameo: ["06"] },
    subtypes: {},
  },
  agree: {
    kind: "action",
    family: "agree",
    relation: "AGREED_WITH",
    label: { fr: "accord", en: "agreement" },
    codes: {
      plover: { type: "AGREE" },
      cameo: ["03", "05"],
      acled: { event: STRATEGIC, subEvent: "Agreement" },
    },
    subtypes: {},
  },
  consult: {
    kind: "action",
    family: "consult",
    relation: "CONSULTED",
    label: { fr: "consultation", en: "consultation" },
    codes: { plover: { type: "CONSULT" }, cameo: ["04"] },
    subtypes: {
      visit: { label: { fr: "visite", en: "visit" }, codes: { cameo: ["042"] } },
      meeting: { label: { fr: "rencontre", en: "meeting" }, codes: { cameo: ["046"] } },
      call: { label: { fr: "appel", en: "call" }, codes: { cameo: ["041"] } },
      mediation: { label: { fr: "médiation", en: "mediation" }, codes: { cameo: ["045"] } },
    },
  },
  order: {
    kind: "action",
    family: "order",
    relation: "ORDERED",
    label: { fr: "ordre", en: "order" },
    codes: {},
    subtypes: {},
  },
  investigate: {
    kind: "action",
    family: "investigate",
    relation: "INVESTIGATED",
    label: { fr: "enquête", en: "investigation" },
    codes: { plover: { type: "ACCUSE", mode: "investigate" }, cameo: ["09"] },
    subtypes: {},
  },
  "claim-responsibility": {
    kind: "statement",
    family: "claim-responsibility",
    relation: "CLAIMED_RESPONSIBILITY_AGAINST",
    eventRelation: "CLAIMED_RESPONSIBILITY_FOR",
    label: { fr: "revendication", en: "claim of responsibility" },
    codes: { cameo: ["015"] },
    subtypes: {},
  },
  confirm: {
    kind: "statement",
    family: "confirm",
    relation: "CONFIRMED_TO",
    eventRelation: "CONFIRMED",
    label: { fr: "confirmation", en: "confirmation" },
    codes: { cameo: ["01"] },
    subtypes: {},
  },
  deny: {
    kind: "statement",
    family: "deny",
    relation: "DENIED_TO",
    eventRelation: "DENIED",
    label: { fr: "démenti", en: "denial" },
    codes: { plover: { type: "REJECT" }, cameo: ["016"] },
    subtypes: {},
  },
  accuse: {
    kind: "statement",
    family: "accuse",
    relation: "ACCUSED",
    eventRelation: "ACCUSED_OVER",
    label: { fr: "accusation", en: "accusation" },
    codes: { plover: { type: "ACCUSE", mode: "allege" }, cameo: ["112"] },
    subtypes: {},
  },
  condemn: {
    kind: "statement",
    family: "condemn",
    relation: "CONDEMNED",
    eventRelation: "CONDEMNED",
    label: { fr: "condamnation", en: "condemnation" },
    codes: { plover: { type: "ACCUSE", mode: "disapprove" }, cameo: ["111"] },
    subtypes: {},
  },
  justify: {
    kind: "statement",
    family: "justify",
    relation: "JUSTIFIED_AGAINST",
    eventRelation: "JUSTIFIED",
    label: { fr: "justification", en: "justification" },
    codes: { cameo: ["01"] },
    subtypes: {},
  },
  threaten: {
    kind: "statement",
    family: "threaten",
    relation: "THREATENED",
    eventRelation: "THREATENED_OVER",
    label: { fr: "menace", en: "threat" },
    codes: { plover: { type: "THREATEN" }, cameo: ["13"] },
    subtypes: {},
  },
  demand: {
    kind: "statement",
    family: "demand",
    relation: "DEMANDED_OF",
    eventRelation: "DEMANDED_OVER",
    label: { fr: "exigence", en: "demand" },
    codes: { plover: { type: "REQUEST" }, cameo: ["10", "02"] },
    subtypes: {},
  },
  reject: {
    kind: "statement",
    family: "reject",
    relation: "REJECTED",
    eventRelation: "REJECTED",
    label: { fr: "refus", en: "rejection" },
    codes: { plover: { type: "REJECT" }, cameo: ["12"] },
    subtypes: {},
  },
  support: {
    kind: "statement",
    family: "support",
    relation: "SUPPORTED",
    eventRelation: "SUPPORTED",
    label: { fr: "soutien", en: "support" },
    codes: { plover: { type: "SUPPORT" }, cameo: ["05"] },
    subtypes: {},
  },
  concede: {
    kind: "statement",
    family: "concede",
    relation: "CONCEDED_TO",
    eventRelation: "CONCEDED",
    label: { fr: "concession", en: "concession" },
    codes: { plover: { type: "CONCEDE" }, cameo: ["08"] },
    subtypes: {},
  },
  announce: {
    kind: "statement",
    family: "announce",
    relation: "ADDRESSED",
    eventRelation: "COMMENTED_ON",
    label: { fr: "déclaration", en: "statement" },
    codes: { cameo: ["01"] },
    subtypes: {},
  },
} as const satisfies Record<string, ClaimTypeRow>;

/** Standing facts, with the relationship type of their edge. */
export const RELATION_TABLE = {
  "part-of": { relation: "PART_OF", label: { fr: "fait partie de", en: "part of" } },
  "member-of": { relation: "MEMBER_OF", label: { fr: "membre de", en: "member of" } },
  leads: { relation: "LEADS", label: { fr: "dirige", en: "leads" } },
  "spokesperson-of": { relation: "SPOKESPERSON_OF", label: { fr: "porte-parole de", en: "spokesperson of" } },
  "position-at": { relation: "POSITION_AT", label: { fr: "en poste à", en: "holds office at" } },
  "located-in": { relation: "LOCATED_IN", label: { fr: "situé à", en: "located in" } },
  operates: { relation: "OPERATES", label: { fr: "exploite", en: "operates" } },
  "stationed-at": { relation: "STATIONED_AT", label: { fr: "stationné à", en: "stationed at" } },
  controls: { relation: "CONTROLS", label: { fr: "contrôle", en: "controls" } },
  supports: { relation: "BACKS", label: { fr: "soutient", en: "supports" } },
  "backed-by": { relation: "BACKED_BY", label: { fr: "soutenu par", en: "backed by" } },
  "also-called": { relation: "ALSO_CALLED", label: { fr: "aussi appelé", en: "also called" } },
} as const;

/** Roles of a claim that are filled by entities. */
export const ROLES = ["agent", "target", "place", "source", "speaker", "origin", "destination"] as const;

/** What the text says of the reality of a claim; the first three are factual. */
export const MODALITY_TABLE = {
  asserted: { factual: true, label: { fr: "affirmé", en: "asserted" } },
  reported: { factual: true, label: { fr: "rapporté", en: "reported" } },
  alleged: { factual: true, label: { fr: "allégué", en: "alleged" } },
  hypothetical: { factual: false, label: { fr: "hypothétique", en: "hypothetical" } },
  planned: { factual: false, label: { fr: "prévu", en: "planned" } },
  attempted: { factual: false, label: { fr: "tenté", en: "attempted" } },
  negated: { factual: false, label: { fr: "nié", en: "negated" } },
} as const;

/** Weapons named in claims: the instrument vocabulary. */
export const INSTRUMENTS = [
  "rocket",
  "missile",
  "drone",
  "mortar",
  "artillery",
  "aircraft",
  "helicopter",
  "bomb",
  "mine",
  "ied",
  "vehicle-bomb",
  "explosive-belt",
  "firearm",
  "rpg",
  "ship",
  "armour",
  "air-defence",
] as const;

export const LANGUAGES = ["fr", "en"] as const;

export type EntityType = keyof typeof ENTITY_TYPE_TABLE;
export type ClaimType = keyof typeof CLAIM_TYPE_TABLE;
export type ActionType = {
  [T in ClaimType]: (typeof CLAIM_TYPE_TABLE)[T]["kind"] extends "action" ? T : never;
}[ClaimType];
export type StatementType = Exclude<ClaimType, ActionType>;
export type Subtype = {
  [T in ClaimType]: keyof (typeof CLAIM_TYPE_TABLE)[T]["subtypes"] & string;
}[ClaimType];
export type RelationType = keyof typeof RELATION_TABLE;
export type Role = (typeof ROLES)[number];
export type Modality = keyof typeof MODALITY_TABLE;
export type Instrument = (typeof INSTRUMENTS)[number];
export type Language = (typeof LANGUAGES)[number];

const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[];
export const ENTITY_TYPES = keysOf(ENTITY_TYPE_TABLE);
export const CLAIM_TYPES = keysOf(CLAIM_TYPE_TABLE);
export const ACTION_TYPES = CLAIM_TYPES.filter(
  (type): type is ActionType => CLAIM_TYPE_TABLE[type].kind === "action",
);
export const STATEMENT_TYPES = CLAIM_TYPES.filter(
  (type): type is StatementType => CLAIM_TYPE_TABLE[type].kind === "statement",
);
export const SUBTYPES = [
  ...new Set(CLAIM_TYPES.flatMap((type) => keysOf(CLAIM_TYPE_TABLE[type].subtypes))),
] as Subtype[];
export const RELATION_TYPES = keysOf(RELATION_TABLE);
export const MODALITIES = keysOf(MODALITY_TABLE);

export const isAction = (type: ClaimType): type is ActionType => CLAIM_TYPE_TABLE[type].kind === "action";
export const isFactual = (modality: Modality): boolean => MODALITY_TABLE[modality].factual;
export const isActor = (type: EntityType): boolean => ENTITY_TYPE_TABLE[type].actor;
export const isLocation = (type: EntityType): boolean => ENTITY_TYPE_TABLE[type].location;

/** The family of a claim type: claims of one family can be accounts of one event. */
export const familyOf = (type: ClaimType): string => CLAIM_TYPE_TABLE[type].family;

/** Standard codes of a claim: those of the subtype where it has its own, else those of the type. */
export function codesOf(type: ClaimType, subtype?: string): StandardCodes {
  const row: ClaimTypeRow = CLAIM_TYPE_TABLE[type];
  return { ...row.codes, ...(subtype ? row.subtypes[subtype]?.codes : undefined) };
}
