/**
 * Case records → the event graph.
 *
 *   entities ──▶ entity nodes ─┐
 *   events ────▶ event nodes, action edges (one per event and pair), role, reply and part edges
 *   statements ▶ statement edges between entities, and edges from the speaker to the event spoken of
 *   claims ────▶ claim nodes with provenance edges to event, document and cited source
 *   relations ─▶ standing edges
 *
 * Pure: same records, same graph; nodes and edges come out sorted by id.
 */
import {
  type CaseRecords,
  type Claim,
  CLAIM_TYPE_TABLE,
  codesOf,
  type ConflictEvent,
  type Entity,
  isAction,
  type Modality,
  RELATION_TABLE,
} from "../ontology/index.ts";
import { compareText, invariant, slug, sortedUnique } from "../shared/index.ts";
import { pairsOf } from "./pairs.ts";
import { eventTitle } from "./titles.ts";
import type { EventGraph, GraphEdge, GraphNode } from "./types.ts";

/** The graph node id of a document: prefixed, because users choose document ids and they could meet an entity's. */
export const documentNodeId = (documentId: string): string => `doc:${documentId}`;

/**
 * @throws {RiposteError} `internal/broken-invariant` where an edge's end does not exist or an id occurs twice
 */
export function buildGraph(records: CaseRecords): EventGraph {
  return new GraphBuilder(records).build();
}

class GraphBuilder {
  private readonly nodes = new Map<string, GraphNode>();
  private readonly edges = new Map<string, GraphEdge>();
  private readonly records: CaseRecords;
  private readonly claimById: ReadonlyMap<string, Claim>;
  private readonly entityById: ReadonlyMap<string, Entity>;
  /** Event of each claim or (former) event id. */
  private readonly eventOf = new Map<string, ConflictEvent>();
  private readonly mediaByName = new Map<string, string>();

  constructor(records: CaseRecords) {
    this.records = records;
    this.claimById = new Map(records.claims.map((claim) => [claim.id, claim]));
    this.entityById = new Map(records.entities.map((entity) => [entity.id, entity]));
    for (const event of records.events) {
      for (const id of [event.id, ...(event.formerIds ?? []), ...event.claims]) this.eventOf.set(id, event);
    }
  }

  build(): EventGraph {
    for (const entity of this.records.entities) this.addEntity(entity);
    for (const document of this.records.documents) this.addDocument(document);
    for (const event of this.records.events) this.addEvent(event);
    for (const claim of this.records.claims) this.addClaim(claim);
    for (const relation of this.records.relations) this.addRelation(relation);
    this.checkEnds();
    return {
      nodes: [...this.nodes.values()].sort((a, b) => compareText(a.id, b.id)),
      edges: [...this.edges.values()].sort((a, b) => compareText(a.id, b.id)),
    };
  }

  private addEntity(entity: Entity): void {
    this.addNode({
      kind: "entity",
      id: entity.id,
      type: entity.type,
      name: entity.name,
      names: entity.names,
      aliases: entity.aliases.map((alias) => alias.name),
      ...(entity.country && { country: entity.country }),
      ...(entity.latitude !== undefined && { latitude: entity.latitude }),
      ...(entity.longitude !== undefined && { longitude: entity.longitude }),
      ...(entity.wikidata && { wikidata: entity.wikidata }),
      proposed: entity.proposed ?? false,
    });
    if (entity.type !== "Media") return;
    for (const name of [entity.name, entity.id, ...entity.aliases.map((alias) => alias.name)]) {
      if (!this.mediaByName.has(slug(name))) this.mediaByName.set(slug(name), entity.id);
    }
  }

  private addDocument(document: CaseRecords["documents"][number]): void {
    const id = documentNodeId(document.id);
    this.addNode({
      kind: "document",
      id,
      ...(document.title && { title: document.title }),
      ...(document.publisher && { publisher: document.publisher }),
      ...(document.published && { published: document.published }),
      ...(document.language && { language: document.language }),
      ...(document.url && { url: document.url }),
    });
    if (document.publisher)
      this.addProvenance("PUBLISHED_BY", id, this.publisherNode(document.publisher), []);
  }

  /** The media entity of a publisher's name; an outlet that no pack knows becomes a proposed one. */
  private publisherNode(publisher: string): string {
    const key = slug(publisher);
    const known = this.mediaByName.get(key);
    if (known) return known;
    const id = this.nodes.has(key) ? `${key}-media` : key;
    this.addNode({
      kind: "entity",
      id,
      type: "Media",
      name: publisher,
      names: {},
      aliases: [],
      proposed: true,
    });
    this.mediaByName.set(key, id);
    return id;
  }

  private addEvent(event: ConflictEvent): void {
    const contested = Object.keys(event.fields)
      .filter((name) => event.fields[name]?.contested)
      .sort();
    const place = [...event.place, ...event.target]
      .map((id) => this.entityById.get(id))
      .find((entity) => entity?.latitude !== undefined && entity.longitude !== undefined);
    this.addNode({
      kind: "event",
      id: event.id,
      type: event.type,
      ...(event.subtype && { subtype: event.subtype }),
      title: { fr: eventTitle(event, this.entityById, "fr"), en: eventTitle(event, this.entityById, "en") },
      ...(event.time && { start: event.time.start, end: event.time.end }),
      modality: event.modality,
      confidence: event.confidence,
      contested,
      reports: event.documents.length,
      independentSources: event.sources.length,
      claims: event.claims,
      codes: codesOf(event.type, event.subtype),
      ...(place?.latitude !== undefined && { latitude: place.latitude }),
      ...(place?.longitude !== undefined && { longitude: place.longitude }),
    });
    this.addActionEdges(event, contested.length > 0);
    for (const [role, type] of [
      ["agent", "AGENT"],
      ["target", "TARGET"],
      ["place", "AT"],
    ] as const) {
      for (const entity of event[role]) {
        const claims = event.claims.filter((id) => this.claimById.get(id)?.[role].includes(entity));
        this.addEdge({
          ...this.eventEdge(event, claims.length > 0 ? claims : event.claims),
          id: `${event.id}|${type}|${entity}`,
          kind: "role",
          type,
          source: event.id,
          target: entity,
          contested: event.fields[role]?.contested ?? false,
        });
      }
    }
    const linked = new Set<ConflictEvent>([event]);
    for (const link of event.responseTo) {
      const answered = this.eventOf.get(link.id);
      // One event can be named by its own id, a former one, and its claims.
      if (!answered || linked.has(answered)) continue;
      linked.add(answered);
      this.addEdge({
        ...this.eventEdge(event, link.claim ? [link.claim] : event.claims),
        id: `${event.id}|RESPONSE_TO|${answered.id}`,
        kind: "reply",
        type: "RESPONSE_TO",
        source: event.id,
        target: answered.id,
        contested: false,
        inferred: link.inferred ?? false,
        confidence: link.confidence ?? event.confidence,
        ...(link.cue && { cue: link.cue }),
      });
    }
    for (const whole of event.partOf) this.addPart(event, "PART_OF", whole);
    for (const before of event.sameSeries ?? []) this.addPart(event, "SAME_SERIES", before);
  }

  /** What an event belongs to: a larger one, or the series that goes on from another. */
  private addPart(event: ConflictEvent, type: "PART_OF" | "SAME_SERIES", of: string): void {
    const other = this.eventOf.get(of);
    if (!other || other === event) return;
    this.addEdge({
      ...this.eventEdge(event, event.claims),
      id: `${event.id}|${type}|${other.id}`,
      kind: "part",
      type,
      source: event.id,
      target: other.id,
      contested: false,
    });
  }

  private addActionEdges(event: ConflictEvent, contested: boolean): void {
    const claims = event.claims.flatMap((id) => this.claimById.get(id) ?? []);
    const type = CLAIM_TYPE_TABLE[event.type].relation;
    for (const pair of pairsOf(event, claims)) {
      const source = pair.doer ?? this.stub(event.id, event.id, "agent");
      const target = pair.other ?? this.stub(event.id, event.id, "target");
      const edge = this.eventEdge(event, pair.claims);
      this.addEdge({
        ...edge,
        id: `${event.id}|${type}|${source}|${target}`,
        kind: "action",
        type,
        source,
        target,
        contested,
        inferred: edge.inferred || pair.inferred,
      });
    }
  }

  /** What the edges of one event share; `confidence` is the best of the claims behind the edge. */
  private eventEdge(event: ConflictEvent, claimIds: readonly string[]) {
    const claims = claimIds.flatMap((id) => this.claimById.get(id) ?? []);
    return {
      claims: claimIds,
      eventId: event.id,
      claimType: event.type,
      ...(event.subtype && { subtype: event.subtype }),
      ...(event.time && { start: event.time.start, end: event.time.end }),
      modality: event.modality,
      confidence: claims.reduce((best, claim) => Math.max(best, claim.confidence), 0) || event.confidence,
      inferred: claims.length > 0 && claims.every((claim) => claim.inferred.length > 0),
      weight: Math.max(1, event.sources.length),
      documents: sortedUnique(claims.map((claim) => claim.document)),
      codes: codesOf(event.type, event.subtype),
    };
  }

  private addClaim(claim: Claim): void {
    this.addNode({
      kind: "claim",
      id: claim.id,
      type: claim.type,
      ...(claim.subtype && { subtype: claim.subtype }),
      text: claim.evidence.text,
      startOffset: claim.evidence.start,
      endOffset: claim.evidence.end,
      modality: claim.modality,
      confidence: claim.confidence,
      ...(claim.time && { start: claim.time.start, end: claim.time.end }),
      rule: claim.extractor.rule,
    });
    this.addProvenance("IN", claim.id, documentNodeId(claim.document), [claim.id]);
    for (const source of claim.source) this.addProvenance("ATTRIBUTED_TO", claim.id, source, [claim.id]);
    const spokenOf = sortedUnique(
      (isAction(claim.type) ? [claim.id] : claim.about).flatMap((id) => this.eventOf.get(id)?.id ?? []),
    );
    for (const eventId of spokenOf) this.addProvenance("ABOUT", claim.id, eventId, [claim.id]);
    if (!isAction(claim.type)) this.addStatement(claim, spokenOf);
  }

  private addStatement(claim: Claim, events: readonly string[]): void {
    const row: { relation: string; eventRelation?: string } = CLAIM_TYPE_TABLE[claim.type];
    if (claim.target.length === 0 && events.length === 0) return;
    const speakers =
      claim.speaker.length > 0 ? claim.speaker : [this.stub(claim.id, events[0] ?? claim.id, "speaker")];
    const shared = {
      claims: [claim.id],
      claimType: claim.type,
      ...(claim.time && { start: claim.time.start, end: claim.time.end }),
      modality: claim.modality,
      confidence: claim.confidence,
      contested: false,
      inferred: claim.inferred.includes("speaker"),
      weight: 1,
      documents: [claim.document],
      codes: codesOf(claim.type, claim.subtype),
    } as const;
    for (const speaker of speakers) {
      for (const target of claim.target.filter((id) => id !== speaker)) {
        this.addEdge({
          ...shared,
          id: `${claim.id}|${row.relation}|${speaker}|${target}`,
          kind: "statement",
          type: row.relation,
          source: speaker,
          target,
          ...(events[0] && { eventId: events[0] }),
        });
      }
      for (const eventId of events) {
        const type = row.eventRelation ?? row.relation;
        this.addEdge({
          ...shared,
          id: `${claim.id}|${type}|${speaker}|${eventId}`,
          kind: "on-event",
          type,
          source: speaker,
          target: eventId,
          eventId,
        });
      }
    }
  }

  private addRelation(relation: CaseRecords["relations"][number]): void {
    const type = RELATION_TABLE[relation.type].relation;
    this.addEdge({
      id: `${relation.id}|${type}`,
      kind: "standing",
      type,
      source: relation.subject,
      target: relation.object,
      claims: [],
      ...(relation.from && { start: relation.from }),
      ...(relation.to && { end: relation.to }),
      modality: "asserted",
      confidence: relation.confidence,
      contested: false,
      inferred: false,
      weight: 1,
      documents: relation.document ? [relation.document] : [],
    });
  }

  private addProvenance(type: string, source: string, target: string, claims: readonly string[]): void {
    this.addEdge({
      id: `${source}|${type}|${target}`,
      kind: "provenance",
      type,
      source,
      target,
      claims,
      modality: "asserted",
      confidence: 1,
      contested: false,
      inferred: false,
      weight: 1,
      documents: [],
    });
  }

  /** The hollow node of an unnamed side, one for each happening. */
  private stub(owner: string, eventId: string, side: "agent" | "target" | "speaker"): string {
    const id = `stub:${owner}:${side}`;
    if (!this.nodes.has(id)) this.addNode({ kind: "stub", id, eventId, side });
    return id;
  }

  private addNode(node: GraphNode): void {
    invariant(!this.nodes.has(node.id), `node id ${node.id} occurs twice`);
    this.nodes.set(node.id, node);
  }

  private addEdge(edge: GraphEdge & { readonly modality: Modality }): void {
    invariant(!this.edges.has(edge.id), `edge id ${edge.id} occurs twice`);
    this.edges.set(edge.id, edge);
  }

  private checkEnds(): void {
    for (const edge of this.edges.values()) {
      invariant(this.nodes.has(edge.source), `edge ${edge.id} starts at ${edge.source}, which is no node`);
      invariant(this.nodes.has(edge.target), `edge ${edge.id} ends at ${edge.target}, which is no node`);
    }
  }
}
