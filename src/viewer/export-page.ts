/** One self-contained file to send: the whole graph, or the part of it that a reader asks for. */
import { buildGraph, type EventGraph, withoutSources } from "../graph/index.ts";
import type { CaseRecords } from "../ontology/index.ts";
import { buildViewerPayload, type PayloadOptions } from "./build-payload.ts";
import { readAssets, renderPage } from "./page.ts";

/** What to keep; everything where nothing is said. */
export interface ExportSelection {
  /** ISO days, both included; relations without a date are left out of a period. */
  readonly from?: string;
  readonly to?: string;
  /** Entity ids: only events and statements in which one of them takes part. */
  readonly actors?: readonly string[];
  /** Publisher names: only what these report. */
  readonly sources?: readonly string[];
}

/** What an exported page is made with: communities are found in the graph of what is kept. */
export type ExportOptions = Omit<PayloadOptions, "communities"> &
  ExportSelection & {
    readonly communitiesOf?: (graph: EventGraph) => ReadonlyMap<string, number>;
    readonly probe?: boolean;
  };

/**
 * @returns the HTML text of a file that makes no request
 * @throws {RiposteError} `view/not-built`
 */
export function exportPage(records: CaseRecords, options: ExportOptions): string {
  const kept = selectRecords(records, options);
  const graph = buildGraph(kept);
  const communities = options.communitiesOf?.(graph);
  const payload = buildViewerPayload(kept, graph, { ...options, ...(communities && { communities }) });
  return renderPage(readAssets(), { title: options.title, payload, ...(options.probe && { probe: true }) });
}

/** The records that a selection leaves: claims of what was dropped go with it, so that nothing leaks. */
export function selectRecords(records: CaseRecords, selection: ExportSelection): CaseRecords {
  const bySource = selection.sources ? onlySources(records, selection.sources) : records;
  const events = bySource.events.filter(
    (event) =>
      inPeriod(event.time, selection) &&
      (!selection.actors || takesPart([...event.agent, ...event.target, ...event.place], selection.actors)),
  );
  if (events.length === bySource.events.length && !selection.actors && !selection.from && !selection.to)
    return bySource;
  const kept = new Set(events.flatMap((event) => event.claims));
  const eventIds = new Set(events.map((event) => event.id));
  const claims = bySource.claims.filter(
    (claim) =>
      kept.has(claim.id) ||
      claim.about.some((id) => kept.has(id) || eventIds.has(id)) ||
      (claim.about.length === 0 &&
        !bySource.events.some((event) => event.claims.includes(claim.id)) &&
        inPeriod(claim.time, selection) &&
        (!selection.actors || takesPart([...claim.speaker, ...claim.target], selection.actors))),
  );
  return withoutUnused({ ...bySource, claims, events });
}

function onlySources(records: CaseRecords, sources: readonly string[]): CaseRecords {
  const others = records.documents.flatMap(({ publisher }) =>
    publisher !== undefined && !sources.includes(publisher) ? [publisher] : [],
  );
  const kept = withoutSources(records, others);
  const unnamed = new Set(
    kept.documents.filter(({ publisher }) => publisher === undefined).map(({ id }) => id),
  );
  return unnamed.size === 0
    ? kept
    : {
        ...kept,
        documents: kept.documents.filter(({ id }) => !unnamed.has(id)),
        claims: kept.claims.filter(({ document }) => !unnamed.has(document)),
      };
}

/** Drops reports and entities that nothing left refers to. */
function withoutUnused(records: CaseRecords): CaseRecords {
  const documents = new Set(records.claims.map((claim) => claim.document));
  const entities = new Set<string>();
  for (const item of [...records.claims, ...records.events])
    for (const id of [...item.agent, ...item.target, ...item.place]) entities.add(id);
  for (const claim of records.claims) for (const id of [...claim.speaker, ...claim.source]) entities.add(id);
  return {
    ...records,
    documents: records.documents.filter(({ id }) => documents.has(id)),
    entities: records.entities.filter(({ id }) => entities.has(id)),
    relations: records.relations.filter(
      ({ subject, object, document }) =>
        entities.has(subject) && entities.has(object) && (document === undefined || documents.has(document)),
    ),
  };
}

function inPeriod(
  time: { readonly start: string; readonly end: string } | undefined,
  { from, to }: ExportSelection,
) {
  if (!from && !to) return true;
  if (!time) return false;
  return (!to || time.start <= to) && (!from || time.end >= from);
}

const takesPart = (ids: readonly string[], actors: readonly string[]) =>
  actors.some((id) => ids.includes(id));
