/** Case records and their graph → everything that the viewer reads. */
import type { EventGraph } from "../graph/index.ts";
import { type CaseRecords, DEFAULT_MIN_CONFIDENCE } from "../ontology/index.ts";
import { compareText, sha256, sortedUnique, stableStringify, VERSION } from "../shared/index.ts";
import { claimDetail, type DetailRows, documentDetail, eventDetail } from "./details.ts";
import {
  type DrawnGraph,
  drawnGraph,
  EDGE_KINDS,
  encodeEdges,
  encodeNodes,
  publisherRows,
} from "./encode.ts";
import { computeLayouts } from "./layout.ts";
import type { Localized, ViewerGraph, ViewerLinks, ViewerPayload } from "./payload.ts";
import { vocabulary } from "./vocabulary.ts";

/** Claims or events in one chunk. */
const CHUNK_SIZE = 1_000;

export interface PayloadOptions {
  readonly title: string;
  /** Shown wherever the graph is, e.g. that the reports are no source. */
  readonly notice?: Localized;
  /** Community number of each entity, by node id. */
  readonly communities?: ReadonlyMap<string, number>;
  /** Lowest confidence shown at first, in [0, 1]; default `DEFAULT_MIN_CONFIDENCE`. */
  readonly minConfidence?: number;
  readonly seed?: number;
}

/**
 * Pure and deterministic: same records, same payload.
 * @param graph  `buildGraph(records)`
 */
export function buildViewerPayload(
  records: CaseRecords,
  graph: EventGraph,
  options: PayloadOptions,
): ViewerPayload {
  const drawn = drawnGraph(graph);
  const publishers = publisherRows(graph);
  const claims = [...records.claims].sort((a, b) => compareText(a.id, b.id));
  const documents = [...records.documents].sort((a, b) => compareText(a.id, b.id));
  const rows: DetailRows = {
    node: (id) => drawn.rowOf.get(id),
    claim: new Map(claims.map((claim, row) => [claim.id, row])),
    document: new Map(documents.map((document, row) => [document.id, row])),
    publisherOf: (id) => publishers.rowOfDocument.get(id),
  };
  const edges = encodeEdges(drawn, (ids) =>
    [...new Set(ids.flatMap((id) => rows.publisherOf(id) ?? []))].sort((a, b) => a - b),
  );
  const documentById = new Map(documents.map((document) => [document.id, document]));
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  const claimDetails = claims.flatMap((claim) => {
    const document = documentById.get(claim.document);
    return document ? [claimDetail(claim, document, rows)] : [];
  });
  const eventDetails = records.events
    .filter((event) => drawn.rowOf.has(event.id))
    .map((event) => eventDetail(event, claimById, rows))
    .sort((a, b) => a.node - b.node);
  const { actors, ...layouts } = computeLayouts(drawn, options.seed);
  const content: Omit<ViewerGraph, "hash"> = {
    format: "riposte-viewer/1",
    generator: `riposte ${VERSION}`,
    title: options.title,
    ...(options.notice && { notice: options.notice }),
    firstDay: edges.firstDay,
    days: edges.days,
    reports: documents.length,
    minConfidence: Math.round((options.minConfidence ?? DEFAULT_MIN_CONFIDENCE) * 100),
    vocabulary: vocabulary(),
    edgeKinds: EDGE_KINDS,
    publishers: publishers.names,
    publisherSets: edges.publisherSets,
    nodes: encodeNodes(drawn, options.communities),
    edges: edges.columns,
    actors,
    claims: claims.length,
  };
  const hash = sha256(stableStringify([content.nodes.id, content.edges, content.publishers])).slice(0, 8);
  return {
    graph: { ...content, hash },
    layouts,
    links: linksOf(records, drawn, claims, documents, rows),
    claims: chunked(claimDetails),
    events: chunked(eventDetails),
  };
}

function linksOf(
  records: CaseRecords,
  drawn: DrawnGraph,
  claims: CaseRecords["claims"],
  documents: CaseRecords["documents"],
  rows: DetailRows,
): ViewerLinks {
  const publisherRowOf = new Map(
    documents.flatMap((document) => {
      const row = rows.publisherOf(document.id);
      return row === undefined || !document.publisher ? [] : [[document.publisher, row] as const];
    }),
  );
  return {
    aliases: Object.fromEntries(
      drawn.nodes.flatMap((node, row) =>
        node.kind === "entity" && node.aliases.length > 0 ? [[row, node.aliases] as const] : [],
      ),
    ),
    edgeIds: drawn.edges.map((edge) => edge.id),
    edgeClaims: drawn.edges.map((edge) =>
      sortedUnique(edge.claims).flatMap((id) => rows.claim.get(id) ?? []),
    ),
    claimIds: claims.map((claim) => claim.id),
    documents: documents.map((document) => documentDetail(document, rows)),
    aliasUse: records.entities.flatMap((entity) => {
      const row = drawn.rowOf.get(entity.id);
      if (row === undefined) return [];
      return entity.aliases
        .filter((alias) => alias.usedBy.length > 0)
        .map(
          (alias) =>
            [row, alias.name, alias.usedBy.flatMap((name) => publisherRowOf.get(name) ?? [])] as const,
        );
    }),
    formerIds: Object.fromEntries(
      records.events.flatMap((event) => {
        const row = drawn.rowOf.get(event.id);
        return row === undefined ? [] : (event.formerIds ?? []).map((id) => [id, row] as const);
      }),
    ),
  };
}

function chunked<T>(items: readonly T[]): (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let i = 0; i < items.length; i += CHUNK_SIZE) chunks.push(items.slice(i, i + CHUNK_SIZE));
  return chunks;
}
