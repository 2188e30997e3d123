/** Gives every mention its entity, and makes the entity records of a case. */
import type { SourceDocument } from "../../documents/index.ts";
import type { Filler, Mention } from "../../extraction/index.ts";
import type { Entity, EntityType, Judgement, Role } from "../../ontology/index.ts";
import type { PackEntity, PackSet } from "../../packs/index.ts";
import { compareBy } from "../../shared/index.ts";
import type { Linker } from "../claims.ts";
import { Ledger } from "../decisions/ledger.ts";
import type { Decision } from "../decisions/types.ts";
import type { DocumentExtraction } from "../types.ts";
import { featuresOf } from "../events/score.ts";
import { NamesInUse } from "./aliases.ts";
import { lookAlikes } from "./look-alikes.ts";
import { NewNames } from "./new-names.ts";
import { CANDIDATE_WEIGHTS, contextOf, type WeighedCandidate, weighCandidates } from "./weigh-candidates.ts";

export interface Linked {
  readonly link: Linker;
  /** Sorted by id: those that a claim or relation uses, and what contains them. */
  readonly entities: readonly Entity[];
  readonly judgements: readonly Judgement[];
  readonly ledger: Ledger;
  /** Whether an id names an entity of the packs or of the reports, under any of its spellings. */
  readonly isKnown: (id: string) => boolean;
}

export interface LinkInput {
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly extractions: readonly DocumentExtraction[];
  readonly packs: PackSet;
  readonly decisions: readonly Decision[];
  /** A best candidate that leads the next by less than this is judged unsure. */
  readonly unsureMargin: number;
}

interface Read {
  readonly mention: Mention;
  readonly role: Role;
  readonly inferred: boolean;
}

/** Every mention of an extraction: those of claims with their roles, those of relations. */
function mentionsOf({ extraction }: DocumentExtraction): Read[] {
  const ofClaims = extraction.claims.flatMap(({ roles }) =>
    Object.entries(roles).flatMap(([role, fillers]: [string, readonly Filler[]]) =>
      fillers.map(({ mention, inferred }) => ({ mention, role: role as Role, inferred })),
    ),
  );
  const ofRelations = extraction.relations.flatMap(({ subject, object }) => [
    { mention: subject, role: "agent" as const, inferred: false },
    { mention: object, role: "target" as const, inferred: false },
  ]);
  return [...ofClaims, ...ofRelations];
}

/** Entities of mentions that leave no choice. */
const sureOf = (mentions: readonly Read[], packs: PackSet): PackEntity[] =>
  mentions.flatMap(({ mention }) =>
    mention.candidates.length === 1 ? (packs.byId.get(mention.candidates[0] ?? "") ?? []) : [],
  );

type Choose = (mention: Mention, document: string, role: Role) => readonly WeighedCandidate[];

/** Each mention is asked for when its entity is recorded, and again when its claim is made. */
function remembered(choose: Choose): Choose {
  const chosen = new WeakMap<Mention, { document: string; role: Role; candidates: ReturnType<Choose> }>();
  return (mention, document, role) => {
    if (mention.candidates.length < 2) return [];
    const before = chosen.get(mention);
    if (before?.document === document && before.role === role) return before.candidates;
    const candidates = choose(mention, document, role);
    chosen.set(mention, { document, role, candidates });
    return candidates;
  };
}

export function linkEntities({ documents, extractions, packs, decisions, unsureMargin }: LinkInput): Linked {
  const read = extractions.map((extraction) => ({
    document: extraction.document,
    mentions: mentionsOf(extraction),
  }));
  const inPacks = ({ candidates }: Mention): boolean => candidates.some((id) => packs.byId.has(id));
  const unknown = read.flatMap(({ mentions }) => mentions.filter(({ mention }) => !inPacks(mention)));
  const names = new NewNames(unknown.flatMap(({ mention }) => mention.proposed ?? []));
  const ledger = new Ledger(decisions, (id) => names.currentId(id));
  const contexts = new Map(
    read.flatMap(({ document, mentions }) => {
      const source = documents.get(document);
      return source ? [[document, contextOf(source, sureOf(mentions, packs))] as const] : [];
    }),
  );
  const choose = remembered((mention, document, role) => {
    const context = contexts.get(document);
    return mention.candidates.length > 1 && context ? weighCandidates(mention, role, context, packs) : [];
  });
  const link: Linker = (mention, document, role) => {
    const known =
      choose(mention, document, role)[0]?.entity ?? mention.candidates.find((id) => packs.byId.has(id));
    const id = known ?? (mention.proposed && names.idOf(mention.proposed));
    return id === undefined ? undefined : ledger.entityOf(id);
  };

  const inUse = new NamesInUse();
  const used = new Map<string, Entity>();
  const judgements = new Map<string, Judgement>();
  for (const { document, mentions } of read)
    for (const { mention, role, inferred } of mentions) {
      const id = link(mention, document, role);
      const source = documents.get(document);
      if (id === undefined || source === undefined) continue;
      if (!inferred) inUse.record(id, mention, source);
      const known = packs.byId.get(id);
      if (!used.has(id)) used.set(id, known ? entityOf(known) : proposedEntity(id, mention, document, names));
      const [best, next] = choose(mention, document, role);
      if (best === undefined || next === undefined || best.score - next.score >= unsureMargin) continue;
      const a = `${document}:${mention.start}-${mention.end}`;
      judgements.set(a, {
        kind: "entity",
        a,
        b: next.entity,
        verdict: "unsure",
        score: Math.round((best.score - next.score) * 1000) / 1000,
        features: featuresOf(next, CANDIDATE_WEIGHTS),
        by: "rules",
      });
    }
  for (const [kept, gone] of ledger.entityMerges) {
    const spelled = names.clusters.find(({ id }) => id === gone)?.spellings ?? [];
    const own = packs.byId.get(gone);
    const entity = used.get(kept);
    if (entity === undefined) continue;
    const more = [...spelled, ...(own ? [own.names.fr, own.names.en] : [])].map((name) => ({
      name,
      usedBy: [],
    }));
    used.set(kept, { ...entity, aliases: mergeAliases(entity.aliases, more) });
    judgements.set(`${kept} ${gone}`, decided(kept, gone, "same"));
  }
  for (const [a, b] of ledger.entitiesApart) judgements.set(`${a} ${b}`, decided(a, b, "different"));
  addContainers(used, packs);
  const entities = [...used.values()].map((entity) => {
    const { name, type, confirmed } = ledger.changesTo(entity.id, (id) => names.currentId(id));
    const { proposed, ...rest } = entity;
    return {
      ...rest,
      ...(name === undefined ? {} : { name, names: {} }),
      ...(type === undefined ? {} : { type: type as EntityType }),
      ...(proposed && !confirmed ? { proposed } : {}),
      aliases: inUse.aliasesOf(entity.id, entity.aliases),
    };
  });
  for (const judgement of lookAlikes(entities, packs))
    if (!judgements.has(`${judgement.a} ${judgement.b}`) && !judgements.has(`${judgement.b} ${judgement.a}`))
      judgements.set(`${judgement.a} ${judgement.b}`, judgement);
  return {
    link,
    entities: entities.sort(compareBy((entity) => entity.id)),
    judgements: [...judgements.values()].sort(
      compareBy(
        (one) => one.a,
        (one) => one.b,
      ),
    ),
    ledger,
    isKnown: (id) => packs.byId.has(id) || names.has(id),
  };
}

const decided = (a: string, b: string, verdict: "same" | "different"): Judgement => ({
  kind: "entity",
  a,
  b,
  verdict,
  score: 0,
  features: [],
  by: "decision",
});

function mergeAliases(known: Entity["aliases"], more: Entity["aliases"]): Entity["aliases"] {
  const names = new Set(known.map(({ name }) => name));
  return [...known, ...more.filter(({ name }) => !names.has(name) && names.add(name))];
}

function proposedEntity(id: string, mention: Mention, document: string, names: NewNames): Entity {
  const cluster = names.clusters.find((one) => one.id === id);
  return {
    id,
    type: cluster?.type ?? mention.proposed?.type ?? "Unit",
    name: cluster?.name ?? mention.text,
    names: {},
    aliases: (cluster?.spellings ?? []).slice(1).map((name) => ({ name, usedBy: [] })),
    proposed: true,
    evidence: { document, start: mention.start, end: mention.end, text: mention.text },
  };
}

/** Adds what contains the entities in use, so that every `within` leads somewhere. */
function addContainers(used: Map<string, Entity>, packs: PackSet): void {
  for (const id of Array.from(used.keys())) {
    let above = packs.byId.get(id)?.within;
    while (above !== undefined && !used.has(above)) {
      const parent: PackEntity | undefined = packs.byId.get(above);
      if (!parent) break;
      used.set(above, entityOf(parent));
      above = parent.within;
    }
  }
}

/** The record of an entity as its pack gives it. */
function entityOf(pack: PackEntity): Entity {
  return {
    id: pack.id,
    type: pack.type,
    name: pack.names.fr,
    names: { ...pack.names },
    aliases: pack.aliases.map(({ name, usedBy = [] }) => ({ name, usedBy: [...usedBy] })),
    ...(pack.country ? { country: pack.country } : {}),
    ...(pack.wikidata ? { wikidata: pack.wikidata } : {}),
    ...(pack.latitude === undefined ? {} : { latitude: pack.latitude }),
    ...(pack.longitude === undefined ? {} : { longitude: pack.longitude }),
    ...(pack.within ? { within: pack.within } : {}),
    ...(pack.offices.length > 0 ? { offices: [...pack.offices] } : {}),
  };
}
