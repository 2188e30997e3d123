/**
 * Turns a gold annotation into what extraction would have given, so that resolution can be measured apart from it:
 * the claims with their roles, times and values, but without any event, `about` or reply.
 *
 * Gold writes instruments, counts and effects as a person would (« une trentaine de projectiles », "25 or more");
 * they become the typed values of a claim here, by a reading that serves measuring only.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SourceDocument } from "../src/documents/index.ts";
import type { DraftClaim, DraftRelation, Extraction, Filler, Mention } from "../src/extraction/index.ts";
import {
  type ClaimType,
  type Effect,
  type EntityType,
  type Instrument,
  type Modality,
  type Quantity,
  type RelationType,
  ROLES,
  type Subtype,
} from "../src/ontology/index.ts";
import { claimIds } from "../src/resolution/claims.ts";
import { loadPacks, type PackSet } from "../src/packs/index.ts";
import { compareBy, compareText, fold, sha256 } from "../src/shared/index.ts";
import { packOf } from "./gold-pack.ts";

/** A gold file, as `../shared/gold/README.md` describes it: only the fields that are read here. */
export interface Gold {
  readonly documents: readonly {
    id: string;
    title?: string | null;
    language?: "fr" | "en";
    publisher?: string | null;
    published?: string | null;
    synthetic?: boolean;
    file: string;
  }[];
  readonly entities: readonly {
    id: string;
    type: EntityType;
    name: string;
    aliases?: string[];
    country?: string;
    accept?: string[];
  }[];
  readonly claims: readonly GoldClaim[];
  readonly relations: readonly {
    subject: string;
    type: RelationType;
    object: string;
    doc: string;
    evidence: string;
  }[];
  readonly mentions?: readonly { doc: string; text: string; entity: string }[];
  readonly events: readonly { id: string; type: string; claims: string[]; note?: string }[];
}

export interface GoldClaim {
  readonly id: string;
  readonly doc: string;
  readonly type: ClaimType;
  readonly subtype?: Subtype;
  readonly agent?: string[];
  readonly target?: string[];
  readonly place?: string[];
  readonly source?: string[];
  readonly speaker?: string[];
  readonly origin?: string[];
  readonly destination?: string[];
  readonly source_text?: string;
  readonly speaker_text?: string;
  readonly time?: { start?: string; end?: string; text?: string };
  readonly instrument?: string[];
  readonly quantity?: string | number;
  readonly effects?: {
    killed?: string | number;
    wounded?: string | number;
    missing?: string | number;
    damage?: string;
  };
  readonly modality: Modality;
  readonly about?: string[];
  readonly response_to?: string[];
  readonly evidence: string;
}

/** What resolution reads, with the way back to gold. */
export interface GoldInput {
  readonly gold: Gold;
  readonly documents: readonly SourceDocument[];
  readonly extractions: readonly { readonly document: string; readonly extraction: Extraction }[];
  readonly packs: PackSet;
  /** Gold id of a resolved claim; empty for an unknown one. */
  readonly goldIdOf: (claim: string) => string;
}

/**
 * Reads a gold file and the reports beside it.
 * @param theatres  packs whose knowledge of the gold entities is added, besides that of the world
 * @throws where a text or an evidence is missing
 */
export function readGold(goldPath: string, theatres: readonly string[] = []): GoldInput {
  const gold = JSON.parse(readFileSync(goldPath, "utf8")) as Gold;
  const root = dirname(goldPath);
  const documents = gold.documents.map((entry): SourceDocument => {
    const path = entry.file.startsWith("seeds/") ? join(root, "..", entry.file) : join(root, entry.file);
    const text = readFileSync(path, "utf8").replace(/^---\n[\s\S]*?\n---\n+/u, "");
    return {
      id: entry.id,
      ...(entry.title ? { title: entry.title } : {}),
      language: entry.language ?? "fr",
      ...(entry.publisher ? { publisher: entry.publisher } : {}),
      ...(entry.published ? { published: entry.published } : {}),
      ...(entry.synthetic ? { synthetic: true } : {}),
      text,
      sha256: sha256(text),
    };
  });
  const goldIds = new Map<string, string>();
  const extractions = documents.map((document) => {
    const located = gold.claims
      .filter((claim) => claim.doc === document.id)
      .map((claim) => ({ claim, start: document.text.indexOf(claim.evidence) }));
    for (const { claim, start } of located)
      if (start < 0) throw new Error(`${goldPath}: evidence of ${claim.id} is not in its report`);
    located.sort(
      compareBy(
        (entry) => entry.start,
        (entry) => entry.claim.evidence.length,
        (entry) => entry.claim.id,
      ),
    );
    const names = namesByEntity(gold);
    const extraction: Extraction = {
      claims: located.map(({ claim, start }) => draftOf(claim, start, names)),
      relations: gold.relations
        .filter((relation) => relation.doc === document.id && document.text.includes(relation.evidence))
        .map((relation): DraftRelation => {
          const start = document.text.indexOf(relation.evidence);
          const mention = (entity: string): Mention =>
            mentionOf(entity, relation.evidence, start, names).mention;
          return {
            subject: mention(relation.subject),
            type: relation.type,
            object: mention(relation.object),
            evidence: { start, end: start + relation.evidence.length, text: relation.evidence },
            confidence: 1,
          };
        }),
      skipped: [],
    };
    for (const [at, id] of claimIds(document.id, extraction.claims).entries())
      goldIds.set(id, located[at]?.claim.id ?? "");
    return { document: document.id, extraction };
  });
  return {
    gold,
    documents,
    extractions,
    packs: packOf(gold, packsNamed(theatres)),
    goldIdOf: (claim) => goldIds.get(claim) ?? "",
  };
}

const loaded = new Map<string, PackSet>();

/** Packs are read once a process: a fit reads many gold files. */
function packsNamed(names: readonly string[]): PackSet {
  const key = names.join(" ");
  const known = loaded.get(key) ?? loadPacks([...names]);
  loaded.set(key, known);
  return known;
}

type Names = ReadonlyMap<string, readonly string[]>;

const namesByEntity = (gold: Gold): Names =>
  new Map(gold.entities.map((entity) => [entity.id, [entity.name, ...(entity.aliases ?? [])]]));

/** The longest name of the entity in the words of the claim; where none stands there, the role is inferred. */
function mentionOf(entity: string, evidence: string, start: number, names: Names): Filler {
  const found = (names.get(entity) ?? [])
    .map((name) => ({ name, at: evidence.indexOf(name) }))
    .filter(({ at }) => at >= 0)
    .sort(
      compareBy(
        (hit) => -hit.name.length,
        (hit) => hit.at,
      ),
    )[0];
  const at = found ? start + found.at : start;
  const text = found?.name ?? evidence;
  return {
    mention: { start: at, end: at + text.length, text, candidates: [entity] },
    inferred: found === undefined,
  };
}

function draftOf(claim: GoldClaim, start: number, names: Names): DraftClaim {
  const roles: Record<string, readonly Filler[]> = {};
  for (const role of ROLES) {
    const fillers = (claim[role] ?? []).map((entity) => mentionOf(entity, claim.evidence, start, names));
    if (fillers.length > 0) roles[role] = fillers;
  }
  const { killed, wounded, missing, damage } = claim.effects ?? {};
  const counts = Object.entries({ killed, wounded, missing }).flatMap(([field, value]) => {
    const effect = value === undefined ? undefined : quantityOf(String(value));
    return effect ? [[field, effect] as const] : [];
  });
  const effects = {
    ...(Object.fromEntries(counts) as { killed?: Effect; wounded?: Effect; missing?: Effect }),
    ...(damage === undefined
      ? {}
      : { damage: { none: /^(none|minor|minimes)?\b.*\bnone\b|^none/u.test(damage), text: damage } }),
  };
  const quantity = claim.quantity === undefined ? undefined : quantityOf(String(claim.quantity));
  return {
    evidence: { start, end: start + claim.evidence.length, text: claim.evidence },
    type: claim.type,
    ...(claim.subtype ? { subtype: claim.subtype } : {}),
    roles,
    ...(claim.source_text ? { sourceText: claim.source_text } : {}),
    ...(claim.speaker_text ? { speakerText: claim.speaker_text } : {}),
    ...(claim.time?.start
      ? {
          time: {
            start: claim.time.start.slice(0, 10),
            end: (claim.time.end ?? claim.time.start).slice(0, 10),
            text: claim.time.text ?? "",
          },
        }
      : {}),
    instrument: [...new Set((claim.instrument ?? []).flatMap((word) => instrumentOf(word)))].sort(
      compareText,
    ),
    ...(quantity ? { quantity } : {}),
    ...(Object.keys(effects).length > 0 ? { effects } : {}),
    modality: claim.modality,
    about: [],
    answers: [],
    rule: "gold",
    confidence: 1,
    trace: [],
  };
}

const INSTRUMENT_WORDS: readonly (readonly [RegExp, Instrument])[] = [
  [/missile/u, "missile"],
  [/roquette|rocket|katiou?cha|107 mm/u, "rocket"],
  [/drone|sans pilote/u, "drone"],
  [/mortier|mortar/u, "mortar"],
  [/artiller|obus|shell|rounds|guns|tirs indirects/u, "artillery"],
  [/avion|chasseur|jet|aeronef|f-1[56]|b-1|c-130|ac-130|appareils|bomber|couverture aerienne/u, "aircraft"],
  [/helico/u, "helicopter"],
  [/bombe|munitions/u, "bomb"],
  [/pieg|kamikaze/u, "vehicle-bomb"],
  [/explosif|tnt/u, "ied"],
  [/c-ram|antiaerien/u, "air-defence"],
  [/^tirs$|coups de semonce/u, "firearm"],
];

function instrumentOf(words: string): Instrument[] {
  const text = fold(words);
  const hit = INSTRUMENT_WORDS.find(([pattern]) => pattern.test(text));
  return hit ? [hit[1]] : [];
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  a: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  quatorze: 14,
  quinze: 15,
  treize: 13,
  "dix-huit": 18,
  "dix-neuf": 19,
  trente: 30,
  "vingt-quatre": 24,
  vingt: 20,
  two: 2,
  three: 3,
  five: 5,
  eight: 8,
  nine: 9,
  eleven: 11,
  six_: 6,
  single: 1,
  cents: 100,
  douzaine: 12,
  dozen: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  dizaine: 10,
  dizaines: 20,
  centaines: 200,
  hundreds: 200,
  milliers: 2000,
  millier: 1000,
};
const NONE = /^(none|aucune?|pas de pertes)\b/u;
const AT_LEAST =
  /au moins|at least|ou plus|or more|plus de|more than|over|dizaines|centaines|hundreds|milliers/u;
const ABOUT = /environ|quelque|some|about|aine\b|dozen|millier/u;

/** Reads a gold annotator's wording of a number; undefined where it gives none. */
export function quantityOf(wording: string): Quantity | undefined {
  const text = fold(wording);
  if (NONE.test(text)) return { min: 0, max: 0, approximate: false, text: wording };
  const range = /(\d+)\s*(?:-|a|to|and)\s*(\d+)/u.exec(text);
  if (range) return { min: Number(range[1]), max: Number(range[2]), approximate: false, text: wording };
  const numbers = (text.match(/\d+|[a-z]+(?:-[a-z]+)*/gu) ?? []).flatMap((word) =>
    /^\d+$/u.test(word) ? [Number(word)] : Object.hasOwn(NUMBER_WORDS, word) ? [NUMBER_WORDS[word] ?? 0] : [],
  );
  const between = /^(?:between\s+)?([a-z]+) (?:and|a|to|ou) ([a-z]+)/u.exec(text);
  const [low, high] = [between?.[1], between?.[2]].map((word) => NUMBER_WORDS[word ?? ""]);
  if (low !== undefined && high !== undefined)
    return { min: low, max: high, approximate: false, text: wording };
  const value = numbers.find((number) => number > 1) ?? numbers[0];
  if (value === undefined || /^(un|une) (salve|serie|pluie|combat)/u.test(text)) return undefined;
  const open = AT_LEAST.test(text);
  return { min: value, ...(open ? {} : { max: value }), approximate: ABOUT.test(text), text: wording };
}
