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

/** « par un auteur inconnu », within a sentence. */
const SOMEBODY = { fr: "un auteur inconnu", en: "an unknown author" } as const;
const NOBODY = { fr: "auteur inconnu", en: "unknown author" } as const;

type SubtypeLabels = Readonly<Record<string, { readonly label: Readonly<Record<Language, string>> }>>;

export class Labels {
  readonly language: Language;
  private readonly sourceLabel: (key: string) => string;
  private readonly entities: ReadonlyMap<string, Pick<Entity, "name" | "names">>;

  /** @param sourceLabel  how keys of sources read, where they are no entity (`sourceLabels`) */
  constructor(
    entities: ReadonlyMap<string, Pick<Entity, "name" | "names">>,
    language: Language,
    sourceLabel: (key: string) => string,
  ) {
    this.entities = entities;
    this.language = language;
    this.sourceLabel = sourceLabel;
  }

  /** As `entity`, for a name within a sentence. */
  entityInSentence(id: string | undefined): string {
    return id === undefined ? SOMEBODY[this.language] : this.entity(id);
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

  /** Value of an event's field: the name of an entity, a word of ours, days, or a count as it stands. */
  value(value: string | Quantity, field: string, type: ClaimType): string {
    if (typeof value !== "string") return value.text;
    if (field === "time") return value.replace("/", " – ");
    const subtypes: SubtypeLabels = CLAIM_TYPE_TABLE[type].subtypes;
    const known = VALUES[value] ?? (field === "subtype" ? subtypes[value]?.label : undefined);
    return known?.[this.language] ?? this.entity(value);
  }

  /** An independent source, by its key: an entity in the language of the report, the rest as `sourceLabels` has it. */
  source(key: string): string {
    const entity = /^source:([\s\S]+)$/.exec(key)?.[1];
    return entity === undefined ? this.sourceLabel(key) : this.entity(entity);
  }
}
