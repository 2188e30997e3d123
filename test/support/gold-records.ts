/**
 * The bundled demonstration corpus as case records, straight from its gold annotation: what the pipeline would give
 * if it made no mistake. Tests of the viewer stand on it, so that they do not move when extraction gets better.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type {
  CaseRecords,
  Claim,
  ClaimType,
  ConflictEvent,
  Entity,
  EntityType,
  Modality,
  Quantity,
  RelationType,
  Subtype,
} from "../../src/ontology/index.ts";
import { MODALITIES } from "../../src/ontology/index.ts";
import { packagePath, sha256, sortedUnique } from "../../src/shared/index.ts";

const ROLES = ["agent", "target", "place", "source", "speaker"] as const;

interface GoldTime {
  readonly start?: string;
  readonly end?: string;
}

interface GoldClaim {
  readonly id: string;
  readonly doc: string;
  readonly type: ClaimType;
  readonly subtype?: Subtype;
  readonly agent: string[];
  readonly target: string[];
  readonly place: string[];
  readonly source: string[];
  readonly speaker: string[];
  readonly source_text?: string;
  readonly time?: GoldTime;
  readonly effects?: Readonly<Record<string, string | number>>;
  readonly quantity?: string | number;
  readonly modality: Modality;
  readonly about?: string[];
  readonly response_to?: string[];
  readonly evidence: string;
}

interface Gold {
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly publisher: string;
    readonly language: "fr" | "en";
    readonly published: string;
    readonly file: string;
  }[];
  readonly entities: readonly {
    readonly id: string;
    readonly type: EntityType;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly country?: string;
  }[];
  readonly claims: readonly GoldClaim[];
  readonly relations: readonly {
    readonly subject: string;
    readonly type: RelationType;
    readonly object: string;
    readonly doc: string;
    readonly evidence: string;
  }[];
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly claims: readonly string[];
    readonly agent: string[];
    readonly target: string[];
    readonly place: string[];
    readonly time?: GoldTime;
    readonly documents: string[];
  }[];
}

/** A few places with coordinates, so that the map layout has something to stand on. */
const COORDINATES: Readonly<Record<string, readonly [number, number]>> = {
  "k1-base": [35.51, 44.28],
  kirkuk: [35.47, 44.39],
  baghdad: [33.31, 44.37],
  erbil: [36.19, 44.01],
  "ain-al-asad": [33.79, 42.44],
  taji: [33.53, 44.25],
  iraq: [33.2, 43.7],
  iran: [32.4, 53.7],
  syria: [35.0, 38.5],
};

/** Records of one folder of `graph-data/corpus`. @throws where an evidence is not in its report */
export function goldRecords(theatre = "levant"): CaseRecords {
  const folder = packagePath(`graph-data/corpus/${theatre}`);
  const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")) as Gold;
  const texts = new Map(
    gold.documents.map(({ id, file }) => [
      id,
      readFileSync(join(folder, file), "utf8").replace(/^---\n[\s\S]*?\n---\n+/, ""),
    ]),
  );
  const entities = gold.entities.map((entity): Entity => {
    const at = COORDINATES[entity.id];
    return {
      id: entity.id,
      type: entity.type,
      name: entity.name,
      names: {},
      aliases: entity.aliases.map((name) => ({ name, usedBy: outletsUsing(name, gold, texts) })),
      ...(entity.country && entity.country !== entity.id && { country: entity.country }),
      ...(at && { latitude: at[0], longitude: at[1] }),
    };
  });
  const names = new Map(
    entities.map((entity) => [entity.id, [entity.name, ...entity.aliases.map((a) => a.name)]]),
  );
  const claims = gold.claims.map((claim) => toClaim(claim, texts.get(claim.doc) ?? "", names));
  return {
    documents: gold.documents.map((document) => {
      const text = texts.get(document.id) ?? "";
      return {
        id: document.id,
        title: document.title,
        language: document.language,
        published: document.published,
        publisher: document.publisher,
        text,
        sha256: sha256(text),
      };
    }),
    claims,
    entities,
    events: gold.events
      .filter((event) => event.claims.some((id) => isAct(gold, id)))
      .map((event) => toEvent(event, gold)),
    relations: gold.relations.map((relation) => {
      const start = (texts.get(relation.doc) ?? "").indexOf(relation.evidence);
      return {
        id: `${relation.subject}:${relation.type}:${relation.object}:${relation.doc}`,
        subject: relation.subject,
        type: relation.type,
        object: relation.object,
        document: relation.doc,
        evidence: { start, end: start + relation.evidence.length, text: relation.evidence },
        confidence: 1,
      };
    }),
    judgements: [],
  };
}

function outletsUsing(name: string, gold: Gold, texts: ReadonlyMap<string, string>): string[] {
  return sortedUnique(
    gold.documents.filter(({ id }) => texts.get(id)?.includes(name)).map(({ publisher }) => publisher),
  );
}

const STATEMENTS = new Set(
  "claim-responsibility confirm deny accuse condemn justify threaten demand reject support concede announce".split(
    " ",
  ),
);

const isAct = (gold: Gold, id: string) => {
  const claim = gold.claims.find((item) => item.id === id);
  return claim !== undefined && !STATEMENTS.has(claim.type);
};

function toClaim(claim: GoldClaim, text: string, names: ReadonlyMap<string, readonly string[]>): Claim {
  const start = text.indexOf(claim.evidence);
  if (start < 0) throw new Error(`evidence of ${claim.id} is not in its report`);
  const mentions = ROLES.flatMap((role) =>
    claim[role].flatMap((entity) => {
      const name = (names.get(entity) ?? [])
        .filter((candidate) => claim.evidence.includes(candidate))
        .sort((a, b) => b.length - a.length)[0];
      if (!name) return [];
      const at = start + claim.evidence.indexOf(name);
      return [{ role, entity, start: at, end: at + name.length }];
    }),
  );
  const quantity = quantityOf(claim.quantity);
  return {
    id: claim.id,
    document: claim.doc,
    evidence: { start, end: start + claim.evidence.length, text: claim.evidence },
    type: claim.type,
    ...(claim.subtype && { subtype: claim.subtype }),
    agent: claim.agent,
    target: claim.target,
    place: claim.place,
    source: claim.source,
    speaker: claim.speaker,
    origin: [],
    destination: [],
    ...(claim.source_text && { sourceText: claim.source_text }),
    ...timeOf(claim.time),
    instrument: [],
    ...(quantity && { quantity }),
    modality: claim.modality,
    inferred: [],
    about: claim.about ?? [],
    responseTo: (claim.response_to ?? []).map((id) => ({ id })),
    mentions,
    extractor: { name: "gold", version: "1", rule: "annotation" },
    confidence: 1,
  };
}

function timeOf(time: GoldTime | undefined): { time?: { start: string; end: string } } {
  if (!time?.start) return {};
  return { time: { start: time.start.slice(0, 10), end: (time.end ?? time.start).slice(0, 10) } };
}

function toEvent(event: Gold["events"][number], gold: Gold): ConflictEvent {
  const claims = gold.claims.filter(
    (claim) => event.claims.includes(claim.id) && !STATEMENTS.has(claim.type),
  );
  const [type, subtype] = event.type.split("/") as [ClaimType, Subtype | undefined];
  const publisherOf = new Map(gold.documents.map(({ id, publisher }) => [id, publisher]));
  const answered = new Set(claims.flatMap((claim) => claim.response_to ?? []));
  const responses = gold.events
    .filter((other) => other.id !== event.id && other.claims.some((id) => answered.has(id)))
    .map((other) => other.id);
  const kept = STATEMENTS.has(type) ? (claims[0]?.type ?? "attack") : type;
  return {
    id: event.id,
    type: kept,
    ...(subtype && { subtype }),
    claims: claims.map((claim) => claim.id),
    agent: event.agent,
    target: event.target,
    place: event.place,
    ...timeOf(event.time),
    modality:
      MODALITIES.find((modality) => claims.some((claim) => claim.modality === modality)) ?? "asserted",
    responseTo: responses.map((id) => ({ id })),
    partOf: [],
    fields: {
      ...countField("killed", claims, publisherOf),
      ...countField("wounded", claims, publisherOf),
      ...dayField(claims, publisherOf),
    },
    documents: sortedUnique(claims.map((claim) => claim.doc)),
    sources: sortedUnique(claims.map((claim) => publisherOf.get(claim.doc) ?? claim.doc)),
    confidence: 1,
  };
}

/** « au moins 8 » → 8 or more; words without a figure give no quantity. */
function quantityOf(value: string | number | undefined): Quantity | undefined {
  const text = String(value ?? "");
  const figure = /\d+/.exec(text);
  if (!figure) return undefined;
  const min = Number(figure[0]);
  return { min, max: min, approximate: /about|environ|une /.test(text), text };
}

type Publishers = ReadonlyMap<string, string>;

function countField(
  name: string,
  claims: readonly GoldClaim[],
  publisherOf: Publishers,
): ConflictEvent["fields"] {
  const said = claims.flatMap((claim) => {
    const value = quantityOf(claim.effects?.[name]);
    return value ? [{ claim, value }] : [];
  });
  return fieldOf(name, said, publisherOf, ({ min }) => String(min));
}

function dayField(claims: readonly GoldClaim[], publisherOf: Publishers): ConflictEvent["fields"] {
  const said = claims.flatMap((claim) =>
    claim.time?.start ? [{ claim, value: claim.time.start.slice(0, 10) }] : [],
  );
  return fieldOf("time", said, publisherOf, (value) => value);
}

function fieldOf<T extends string | Quantity>(
  name: string,
  said: readonly { readonly claim: GoldClaim; readonly value: T }[],
  publisherOf: Publishers,
  keyOf: (value: T) => string,
): ConflictEvent["fields"] {
  if (said.length === 0) return {};
  const keys = sortedUnique(said.map(({ value }) => keyOf(value)));
  const values = keys.flatMap((key) => {
    const same = said.filter(({ value }) => keyOf(value) === key);
    const first = same[0];
    if (!first) return [];
    return [
      {
        value: first.value,
        claims: same.map(({ claim }) => claim.id),
        sources: sortedUnique(same.map(({ claim }) => publisherOf.get(claim.doc) ?? claim.doc)),
      },
    ];
  });
  const most = Math.max(...values.map((value) => value.sources.length));
  return {
    [name]: {
      values,
      shown: values.findIndex((v) => v.sources.length === most),
      contested: values.length > 1,
    },
  };
}
