/** What things are called in a report: entities, types, fields, in its language. */
import {
  CLAIM_TYPE_TABLE,
  type ClaimType,
  ENTITY_TYPE_TABLE,
  type Entity,
  type EntityType,
  type Language,
  type Quantity,
} from "../../ontology/index.ts";

const FIELDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  agent: { fr: "auteur", en: "author" },
  target: { fr: "cible", en: "target" },
  place: { fr: "lieu", en: "place" },
  time: { fr: "date", en: "date" },
  subtype: { fr: "moyen", en: "kind" },
  instrument: { fr: "arme", en: "weapon" },
  quantity: { fr: "nombre", en: "quantity" },
  killed: { fr: "morts", en: "killed" },
  wounded: { fr: "blessés", en: "wounded" },
  missing: { fr: "disparus", en: "missing" },
  damage: { fr: "dégâts", en: "damage" },
  reality: { fr: "réalité du fait", en: "whether it happened" },
};

/** Values of fields that are words of Riposte's own. */
const VALUES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  none: { fr: "aucun", en: "none" },
  stated: { fr: "affirmé", en: "stated" },
  denied: { fr: "démenti", en: "denied" },
};

const NOBODY = { fr: "auteur inconnu", en: "unknown author" } as const;

export class Labels {
  readonly language: Language;
  private readonly entities: ReadonlyMap<string, Pick<Entity, "name" | "names">>;

  constructor(entities: ReadonlyMap<string, Pick<Entity, "name" | "names">>, language: Language) {
    this.entities = entities;
    this.language = language;
  }

  /** Name of an entity; nobody for undefined; the id itself where nothing is known of it. */
  entity(id: string | undefined): string {
    if (id === undefined) return NOBODY[this.language];
    const entity = this.entities.get(id);
    return entity?.names[this.language] ?? entity?.name ?? id;
  }

  entityType(type: EntityType): string {
    return ENTITY_TYPE_TABLE[type].label[this.language];
  }

  claimType(type: ClaimType): string {
    return CLAIM_TYPE_TABLE[type].label[this.language];
  }

  field(name: string): string {
    return FIELDS[name]?.[this.language] ?? name;
  }

  /** Value of a field: the name of an entity, a word of ours, a day or count as it stands. */
  value(value: string | Quantity): string {
    if (typeof value !== "string") return value.text;
    return VALUES[value]?.[this.language] ?? this.entity(value);
  }
}
