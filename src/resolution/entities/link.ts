/** Gives every mention its entity, and makes the entity records of a case. */
import type { SourceDocument } from "../../documents/index.ts";
import type { Entity, EntityType, Judgement } from "../../ontology/index.ts";
import type { PackEntity, PackSet } from "../../packs/index.ts";
import { compareBy, sha256, stableStringify } from "../../shared/index.ts";
import { Ledger } from "../decisions/ledger.ts";
import type { Decision } from "../decisions/types.ts";
import type { KeptReport } from "../kept-report.ts";
import { type Memory, NO_MEMORY, remembered } from "../memory.ts";
import type { DocumentExtraction } from "../types.ts";
import { NamesInUse } from "./aliases.ts";
import { type EntityUse, type LinkedReport, linkReport, proposedNames } from "./link-report.ts";
import { lookAlikes } from "./look-alikes.ts";
import { NewNames, type ProposedName } from "./new-names.ts";

/** A report with its mentions linked, and what that rests on beside the report. */
export interface ReportLinks {
  readonly document: string;
  readonly proposed: readonly ProposedName[];
  /** The entities that its new names are. */
  readonly names: string;
  readonly linked: LinkedReport;
  /** Whether it is what was kept. */
  readonly isKept: boolean;
}

export interface Linked {
  /** In the order of the reports. */
  readonly reports: readonly ReportLinks[];
  /** Sorted by id: those that a claim or relation uses, and what contains them. */
  readonly entities: readonly Entity[];
  readonly judgements: readonly Judgement[];
  readonly ledger: Ledger;
  /** Whether an id names an entity of the packs or of the reports, under any of its spellings. */
  readonly isKnown: (id: string) => boolean;
}

export interface LinkInput {
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** Of these documents. */
  readonly extractions: readonly DocumentExtraction[];
  readonly packs: PackSet;
  readonly decisions: readonly Decision[];
  /** A best candidate that leads the next by less than this is judged unsure. */
  readonly unsureMargin: number;
  /** Recorded in each claim. */
  readonly extractor: { readonly name: string; readonly version: string };
  /** What was made of a report the last time, as far as that rests on the report alone. */
  readonly keptOf?: (document: string) => KeptReport | undefined;
  readonly memory?: Memory;
}

export function linkEntities(input: LinkInput): Linked {
  const { packs, decisions, memory = NO_MEMORY } = input;
  const unlinked = input.extractions.flatMap((read): UnlinkedReport[] => {
    const document = input.documents.get(read.document);
    const kept = input.keptOf?.(read.document);
    return document
      ? [{ document, read, kept, proposed: kept?.proposed ?? proposedNames(read.extraction, packs) }]
      : [];
  });
  const names = new NewNames(unlinked.flatMap(({ proposed }) => proposed));
  const ledger = new Ledger(decisions, (id) => names.currentId(id));
  const reports = linkReports(unlinked, input, names, ledger);

  const inUse = new NamesInUse();
  const used = new Map<string, Entity>();
  const judgements = new Map<string, Judgement>();
  for (const { document, linked } of reports) {
    const publisher = input.documents.get(document)?.publisher;
    for (const use of linked.uses) {
      inUse.record(use.entity, use.names, publisher);
      if (used.has(use.entity)) continue;
      const known = packs.byId.get(use.entity);
      used.set(use.entity, known ? entityOf(known) : proposedEntity(use, names));
    }
    for (const judgement of linked.unsure) judgements.set(judgement.a, judgement);
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
  const common = sha256(stableStringify([packs.hash, decisions]));
  const alike = lookAlikes(entities, packs, ({ id, type, name, aliases }, make) =>
    remembered(memory, ["look-alikes", common, id, type, name, ...aliases.map((alias) => alias.name)], make),
  );
  for (const judgement of alike)
    if (!judgements.has(`${judgement.a} ${judgement.b}`) && !judgements.has(`${judgement.b} ${judgement.a}`))
      judgements.set(`${judgement.a} ${judgement.b}`, judgement);
  return {
    reports,
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

interface UnlinkedReport {
  readonly document: SourceDocument;
  readonly read: DocumentExtraction;
  readonly kept: KeptReport | undefined;
  readonly proposed: readonly ProposedName[];
}

/** Links each report anew, but for those whose new names are still the entities that they were. */
function linkReports(
  reports: readonly UnlinkedReport[],
  { packs, decisions, unsureMargin, extractor }: LinkInput,
  names: NewNames,
  ledger: Ledger,
): ReportLinks[] {
  // Decisions name entities, and what they name depends on every spelling of the case.
  const spellings = decisions.length > 0 ? sha256(stableStringify(names.clusters)) : "";
  const decidedOf = (id: string): string => ledger.entityOf(id);
  return reports.map(({ document, read, kept, proposed }) => {
    const entities = [spellings, ...new Set(proposed.map((name) => names.idOf(name)))].join(" ");
    const isKept = kept?.names === entities;
    const options = { packs, names, entityOf: decidedOf, unsureMargin, extractor };
    const linked = isKept ? kept.linked : linkReport(document, read.extraction, options);
    return { document: document.id, proposed, names: entities, linked, isKept };
  });
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

function proposedEntity({ entity: id, first, type }: EntityUse, names: NewNames): Entity {
  const cluster = names.clusters.find((one) => one.id === id);
  return {
    id,
    type: cluster?.type ?? type ?? "Unit",
    name: cluster?.name ?? first.text,
    names: {},
    aliases: (cluster?.spellings ?? []).slice(1).map((name) => ({ name, usedBy: [] })),
    proposed: true,
    evidence: first,
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
