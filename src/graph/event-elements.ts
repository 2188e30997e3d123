/** Nodes and edges of events: what happened, between whom, and which event answers or belongs to which. */
import { CLAIM_TYPE_TABLE, codesOf, type ConflictEvent } from "../ontology/index.ts";
import { sortedUnique } from "../shared/index.ts";
import type { GraphDraft } from "./draft.ts";
import { pairsOf } from "./pairs.ts";
import type { RecordIndex } from "./record-index.ts";
import { eventTitle } from "./titles.ts";

/** Adds events to a graph; an unnamed side becomes a hollow node. */
export class EventElements {
  readonly #graph: GraphDraft;
  readonly #records: RecordIndex;

  constructor(graph: GraphDraft, records: RecordIndex) {
    this.#graph = graph;
    this.#records = records;
  }

  /** Adds the event with its action, role, reply and part edges. */
  add(event: ConflictEvent): void {
    const contested = Object.keys(event.fields)
      .filter((name) => event.fields[name]?.contested)
      .sort();
    const place = [...event.place, ...event.target]
      .map((id) => this.#records.entities.get(id))
      .find((entity) => entity?.latitude !== undefined && entity.longitude !== undefined);
    this.#graph.addNode({
      kind: "event",
      id: event.id,
      type: event.type,
      ...(event.subtype && { subtype: event.subtype }),
      title: {
        fr: eventTitle(event, this.#records.entities, "fr"),
        en: eventTitle(event, this.#records.entities, "en"),
      },
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
    this.#addActionEdges(event, contested.length > 0);
    this.#addRoles(event);
    this.#addReplies(event);
    for (const whole of event.partOf) this.#addPart(event, "PART_OF", whole);
    for (const before of event.sameSeries ?? []) this.#addPart(event, "SAME_SERIES", before);
  }

  #addRoles(event: ConflictEvent): void {
    for (const [role, type] of [
      ["agent", "AGENT"],
      ["target", "TARGET"],
      ["place", "AT"],
    ] as const) {
      for (const entity of event[role]) {
        const claims = event.claims.filter((id) => this.#records.claims.get(id)?.[role].includes(entity));
        this.#graph.addEdge({
          ...this.#eventEdge(event, claims.length > 0 ? claims : event.claims),
          id: `${event.id}|${type}|${entity}`,
          kind: "role",
          type,
          source: event.id,
          target: entity,
          contested: event.fields[role]?.contested ?? false,
        });
      }
    }
  }

  #addReplies(event: ConflictEvent): void {
    const linked = new Set<ConflictEvent>([event]);
    for (const link of event.responseTo) {
      const answered = this.#records.eventOf.get(link.id);
      // One event can be named by its own id, a former one, and its claims.
      if (!answered || linked.has(answered)) continue;
      linked.add(answered);
      this.#graph.addEdge({
        ...this.#eventEdge(event, link.claim ? [link.claim] : event.claims),
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
  }

  /** What an event belongs to: a larger one, or the series that goes on from another. */
  #addPart(event: ConflictEvent, type: "PART_OF" | "SAME_SERIES", of: string): void {
    const other = this.#records.eventOf.get(of);
    if (!other || other === event) return;
    this.#graph.addEdge({
      ...this.#eventEdge(event, event.claims),
      id: `${event.id}|${type}|${other.id}`,
      kind: "part",
      type,
      source: event.id,
      target: other.id,
      contested: false,
    });
  }

  #addActionEdges(event: ConflictEvent, contested: boolean): void {
    const claims = this.#records.claimsOf(event.claims);
    const type = CLAIM_TYPE_TABLE[event.type].relation;
    for (const pair of pairsOf(event, claims)) {
      const source = pair.doer ?? this.#graph.stub(event.id, event.id, "agent");
      const target = pair.other ?? this.#graph.stub(event.id, event.id, "target");
      const edge = this.#eventEdge(event, pair.claims);
      this.#graph.addEdge({
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
  #eventEdge(event: ConflictEvent, claimIds: readonly string[]) {
    const claims = this.#records.claimsOf(claimIds);
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
}
