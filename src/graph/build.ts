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
import { type CaseRecords, type Entity, RELATION_TABLE } from "../ontology/index.ts";
import { ClaimElements } from "./claim-elements.ts";
import { DocumentElements } from "./document-elements.ts";
import { GraphDraft } from "./draft.ts";
import { EventElements } from "./event-elements.ts";
import { RecordIndex } from "./record-index.ts";
import type { EventGraph } from "./types.ts";

/**
 * @throws {RiposteError} `internal/broken-invariant` where an edge's end does not exist or an id occurs twice
 */
export function buildGraph(records: CaseRecords): EventGraph {
  const graph = new GraphDraft();
  const index = new RecordIndex(records);
  for (const entity of records.entities) addEntity(graph, entity);
  const documents = new DocumentElements(graph, records.entities);
  for (const document of records.documents) documents.add(document);
  const events = new EventElements(graph, index);
  for (const event of records.events) events.add(event);
  const claims = new ClaimElements(graph, index);
  for (const claim of records.claims) claims.add(claim);
  for (const relation of records.relations) addRelation(graph, relation);
  return graph.finish();
}

function addEntity(graph: GraphDraft, entity: Entity): void {
  graph.addNode({
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
}

function addRelation(graph: GraphDraft, relation: CaseRecords["relations"][number]): void {
  const type = RELATION_TABLE[relation.type].relation;
  graph.addEdge({
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
