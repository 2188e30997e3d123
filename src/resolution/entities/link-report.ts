/** One report with an entity in place of each mention. */
import type { SourceDocument } from "../../documents/index.ts";
import type { Extraction, Filler, Mention } from "../../extraction/index.ts";
import type { Claim, Entity, Judgement, Relation, Role } from "../../ontology/index.ts";
import type { PackEntity, PackSet } from "../../packs/index.ts";
import { claimsOf, type Linker } from "../claims.ts";
import { featuresOf } from "../events/score.ts";
import type { OpenCue } from "../links/attach.ts";
import { statedRelations } from "../relations.ts";
import { nameInUse } from "./aliases.ts";
import type { NewNames, ProposedName } from "./new-names.ts";
import { CANDIDATE_WEIGHTS, contextOf, type WeighedCandidate, weighCandidates } from "./weigh-candidates.ts";

/** An entity that a report mentions. */
export interface EntityUse {
  readonly entity: string;
  readonly first: NonNullable<Entity["evidence"]>;
  /** Type that was proposed where it was mentioned first. */
  readonly type?: Entity["type"];
  /** Names that the report itself calls it by. */
  readonly names: readonly string[];
}

/** What a report says with its mentions resolved; JSON. */
export interface LinkedReport {
  /** In text order. */
  readonly claims: readonly Claim[];
  /** Cues that present a claim as an answer to an act that the text does not name, by claim id. */
  readonly openCues: readonly (readonly [claim: string, cues: readonly OpenCue[]])[];
  readonly relations: readonly Relation[];
  /** In the order of their first mentions. */
  readonly uses: readonly EntityUse[];
  /** Mentions whose best candidate hardly leads the next. */
  readonly unsure: readonly Judgement[];
}

export interface LinkReportOptions {
  readonly packs: PackSet;
  readonly names: NewNames;
  /** Where decisions lead an entity. */
  readonly entityOf: (id: string) => string;
  /** A best candidate that leads the next by less than this is judged unsure. */
  readonly unsureMargin: number;
  readonly extractor: { readonly name: string; readonly version: string };
}

interface Read {
  readonly mention: Mention;
  readonly role: Role;
  readonly inferred: boolean;
}

/** Every mention of an extraction: those of claims with their roles, those of relations. */
function mentionsOf({ claims, relations }: Extraction): Read[] {
  const ofClaims = claims.flatMap(({ roles }) =>
    Object.entries(roles).flatMap(([role, fillers]: [string, readonly Filler[]]) =>
      fillers.map(({ mention, inferred }) => ({ mention, role: role as Role, inferred })),
    ),
  );
  const ofRelations = relations.flatMap(({ subject, object }) => [
    { mention: subject, role: "agent" as const, inferred: false },
    { mention: object, role: "target" as const, inferred: false },
  ]);
  return [...ofClaims, ...ofRelations];
}

const knownOf = ({ candidates }: Mention, packs: PackSet): string | undefined =>
  candidates.find((id) => packs.byId.has(id));

/** The names of a report that no pack knows, as often as it has them. */
export function proposedNames(extraction: Extraction, packs: PackSet): ProposedName[] {
  return mentionsOf(extraction).flatMap(({ mention }) =>
    knownOf(mention, packs) === undefined ? (mention.proposed ?? []) : [],
  );
}

/** Entities of mentions that leave no choice. */
const sureOf = (mentions: readonly Read[], packs: PackSet): PackEntity[] =>
  mentions.flatMap(({ mention }) =>
    mention.candidates.length === 1 ? (packs.byId.get(mention.candidates[0] ?? "") ?? []) : [],
  );

type Choose = (mention: Mention, role: Role) => readonly WeighedCandidate[];

/** Each mention is asked for when its entity is recorded, and again when its claim is made. */
function remembered(choose: Choose): Choose {
  const chosen = new WeakMap<Mention, { role: Role; candidates: ReturnType<Choose> }>();
  return (mention, role) => {
    if (mention.candidates.length < 2) return [];
    const before = chosen.get(mention);
    if (before?.role === role) return before.candidates;
    const candidates = choose(mention, role);
    chosen.set(mention, { role, candidates });
    return candidates;
  };
}

/** Links the mentions of one report; what other reports say counts only in which entity a new name is. */
export function linkReport(
  document: SourceDocument,
  extraction: Extraction,
  { packs, names, entityOf, unsureMargin, extractor }: LinkReportOptions,
): LinkedReport {
  const mentions = mentionsOf(extraction);
  const context = contextOf(document, sureOf(mentions, packs));
  const choose = remembered((mention, role) => weighCandidates(mention, role, context, packs));
  const link: Linker = (mention, role) => {
    const known = choose(mention, role)[0]?.entity ?? knownOf(mention, packs);
    const id = known ?? (mention.proposed && names.idOf(mention.proposed));
    return id === undefined ? undefined : entityOf(id);
  };
  const uses = new Map<string, EntityUse & { readonly names: string[] }>();
  const unsure = new Map<string, Judgement>();
  for (const { mention, role, inferred } of mentions) {
    const entity = link(mention, role);
    if (entity === undefined) continue;
    const { start, end, text, proposed } = mention;
    let use = uses.get(entity);
    if (!use) {
      const first = { document: document.id, start, end, text };
      uses.set(entity, (use = { entity, first, ...(proposed && { type: proposed.type }), names: [] }));
    }
    const name = inferred ? undefined : nameInUse(text);
    if (name !== undefined && !use.names.includes(name)) use.names.push(name);
    const [best, next] = choose(mention, role);
    if (best === undefined || next === undefined || best.score - next.score >= unsureMargin) continue;
    const a = `${document.id}:${start}-${end}`;
    unsure.set(a, {
      kind: "entity",
      a,
      b: next.entity,
      verdict: "unsure",
      score: Math.round((best.score - next.score) * 1000) / 1000,
      features: featuresOf(next, CANDIDATE_WEIGHTS),
      by: "rules",
    });
  }
  const { claims, openCues } = claimsOf({ document: document.id, extraction }, link, extractor);
  return {
    claims,
    openCues: [...openCues],
    relations: statedRelations({ document: document.id, extraction }, link),
    uses: [...uses.values()],
    unsure: [...unsure.values()],
  };
}
