/**
 * All reports together: entities, events, values, links. One pure function of its input.
 *
 *   1  entities   every mention gets its entity; new names meet across reports
 *   2  claims     draft claims become claims with stable ids; decisions on them apply
 *   3  events     claims of a report become accounts, accounts of all reports become events
 *   4  links      statements attach to events, retaliations to what they answer
 *   5  fields     every event keeps every value that anyone gives, with who gives it
 */
import { type Claim, isAction } from "../ontology/index.ts";
import type { SourceDocument } from "../documents/index.ts";
import { compareBy } from "../shared/index.ts";
import { possibleCollectives } from "./entities/collectives.ts";
import { linkEntities } from "./entities/link.ts";
import { assembleEvents } from "./events/assemble.ts";
import { groupClaims } from "./events/group.ts";
import { byReport } from "./events/record.ts";
import { sourceKeysOf } from "../ontology/index.ts";
import { Gazetteer } from "./gazetteer.ts";
import { attachClaims, type FilledLinks, withLinks } from "./links/attach.ts";
import { Recall } from "./recall.ts";
import { relationsOf } from "./relations.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";
import type { Notice, Resolution, ResolveInput } from "./types.ts";

const UNNAMED_EXTRACTOR = { name: "unnamed", version: "0" };

/** @param input  in any order: the result depends on what is in it, never on how it is sorted */
export function resolve(input: ResolveInput): Resolution {
  const settings = { ...DEFAULT_SETTINGS, ...input.settings };
  const extractor = input.extractor ?? UNNAMED_EXTRACTOR;
  const documents = [...input.documents].sort(compareBy(({ id }) => id));
  const documentById = new Map(documents.map((document) => [document.id, document]));
  const extractions = [...input.extractions]
    .filter(({ document }) => documentById.has(document))
    .sort(compareBy(({ document }) => document));
  const recall = new Recall({ ...input, settings, extractor }, documentById);

  const { reports, entities, judgements, ledger, isKnown } = linkEntities({
    documents: documentById,
    extractions,
    packs: input.packs,
    decisions: input.decisions,
    unsureMargin: settings.unsureMargin,
    extractor,
    keptOf: recall.keptOf,
    ...(input.memory && { memory: input.memory }),
  });
  const gazetteer = new Gazetteer(entities, input.packs);
  recall.noteLinks(reports, (id) => gazetteer.typeOf(id) ?? "");

  const everyClaim = reports.flatMap(({ linked }) => linked.claims);
  const drafted = withoutRejected(
    everyClaim,
    everyClaim.flatMap((claim) => ledger.applyTo(claim) ?? []),
  );
  const byDocument = new Map<string, Claim[]>();
  for (const claim of drafted) {
    const own = byDocument.get(claim.document);
    if (own) own.push(claim);
    else byDocument.set(claim.document, [claim]);
  }

  const actionsByDocument = new Map(
    [...byDocument].map(([id, own]) => [id, own.filter(({ type }) => isAction(type))] as const),
  );
  const grouped = groupClaims({
    actionsByDocument,
    documents: documentById,
    gazetteer,
    ledger,
    settings,
    knownThreads: recall.threadsOf,
    knownPairs: recall.knownPairs(),
  });
  recall.keepPairs(grouped.pairs);
  const inReportOrder = byReport(new Map(documents.map(({ id, published }) => [id, published])));
  const groups = grouped.groups.map((group) => [...group].sort(inReportOrder));
  const groupOf = new Map(groups.flatMap((group) => group.map(({ id }) => [id, group] as const)));

  const linksOf = new Map<string, FilledLinks>();
  const claims = reports.flatMap((report): readonly Claim[] => {
    const document = documentById.get(report.document) as SourceDocument;
    const own = byDocument.get(document.id) ?? [];
    const openCues = new Map(report.linked.openCues);
    const links =
      recall.linksOf(document.id, own, groupOf) ??
      attachClaims({ document, claims: own, groupOf, openCues, gazetteer, settings });
    linksOf.set(document.id, links);
    return withLinks(own, links);
  });

  const keysOf = sourceKeysOf(documents, entities);
  const { events, notices } = assembleEvents({
    groups,
    claims,
    documents: documentById,
    keysOf,
    gazetteer,
    previous: input.previous ?? [],
    settings,
    recall,
  });
  for (const report of reports) {
    const [threads, links] = [grouped.threads.get(report.document), linksOf.get(report.document)];
    if (links) recall.keep(report, threads ?? [], links);
  }
  const settled = new Set(judgements.flatMap(({ a, b }) => [`${a}\n${b}`, `${b}\n${a}`]));
  const collectives = possibleCollectives({ events, claims, documents: documentById, gazetteer }).filter(
    ({ a, b }) => !settled.has(`${a}\n${b}`),
  );
  const claimIds = new Set(everyClaim.map(({ id }) => id));
  return {
    claims,
    entities,
    events,
    relations: relationsOf(input.packs.relations, {
      documents,
      claims,
      stated: reports.flatMap(({ linked }) => linked.relations),
    }),
    judgements: [...judgements, ...collectives, ...grouped.judgements],
    notices: [
      ...ledger.notices((id) => claimIds.has(id) || isKnown(id)),
      ...packCycles(gazetteer),
      ...notices,
    ],
  };
}

/** Links to claims that a decision rejected lead nowhere. */
function withoutRejected(all: readonly Claim[], claims: readonly Claim[]): readonly Claim[] {
  if (claims.length === all.length) return claims;
  const ids = new Set(claims.map(({ id }) => id));
  return claims.map((claim) => ({
    ...claim,
    about: claim.about.filter((id) => ids.has(id)),
    responseTo: claim.responseTo.filter(({ id }) => ids.has(id)),
  }));
}

/** Containment that runs in a circle: each member once, where the packs say so. */
function packCycles(gazetteer: Gazetteer): Notice[] {
  return gazetteer.cycles().map((cycle) => ({
    code: "resolution/part-of-cycle" as const,
    message: `packs: ${[...cycle, cycle[0]].join(" lies in ")}: nothing can contain itself; correct \`within\` or the relations of one of them`,
  }));
}
