/** Nodes of claims with their provenance, and the edges that statements tell. */
import { type Claim, CLAIM_TYPE_TABLE, codesOf, isAction } from "../ontology/index.ts";
import { sortedUnique } from "../shared/index.ts";
import { documentNodeId } from "./document-elements.ts";
import type { GraphDraft } from "./draft.ts";
import type { RecordIndex } from "./record-index.ts";

/** Adds claims to a graph; a statement without a named speaker has a hollow node for one. */
export class ClaimElements {
  readonly #graph: GraphDraft;
  readonly #records: RecordIndex;

  constructor(graph: GraphDraft, records: RecordIndex) {
    this.#graph = graph;
    this.#records = records;
  }

  /** Adds the claim with where it comes from; a statement also with the edges that it tells. */
  add(claim: Claim): void {
    this.#graph.addNode({
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
    this.#graph.addProvenance("IN", claim.id, documentNodeId(claim.document), [claim.id]);
    for (const source of claim.source)
      this.#graph.addProvenance("ATTRIBUTED_TO", claim.id, source, [claim.id]);
    const spokenOf = sortedUnique(
      (isAction(claim.type) ? [claim.id] : claim.about).flatMap(
        (id) => this.#records.eventOf.get(id)?.id ?? [],
      ),
    );
    for (const eventId of spokenOf) this.#graph.addProvenance("ABOUT", claim.id, eventId, [claim.id]);
    if (!isAction(claim.type)) this.#addStatement(claim, spokenOf);
  }

  #addStatement(claim: Claim, events: readonly string[]): void {
    const row: { relation: string; eventRelation?: string } = CLAIM_TYPE_TABLE[claim.type];
    if (claim.target.length === 0 && events.length === 0) return;
    const speakers =
      claim.speaker.length > 0
        ? claim.speaker
        : [this.#graph.stub(claim.id, events[0] ?? claim.id, "speaker")];
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
        this.#graph.addEdge({
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
        this.#graph.addEdge({
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
}
