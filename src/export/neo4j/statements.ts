/**
 * The Cypher that loads a graph. Labels, types and property names are part of the text and come from the ontology;
 * everything that a report says travels as a parameter.
 */
import { BASE_LABEL, GRAPH_VOCABULARY } from "../../graph/index.ts";

/** Property by which Riposte knows what it wrote itself: the digest of the graph that the row belongs to. */
export const MARKER = "riposteExport";
/** Label of the node that records how far an export has come. */
export const RECORD_LABEL = "RiposteExport";

/** A name as Cypher takes it whatever it holds. */
export const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;

/** Constraints come first: without them, every MERGE would scan. */
export const SCHEMA_STATEMENTS: readonly string[] = [
  `CREATE CONSTRAINT riposte_id IF NOT EXISTS FOR (n:${BASE_LABEL}) REQUIRE n.id IS UNIQUE`,
  `CREATE CONSTRAINT riposte_export IF NOT EXISTS FOR (x:${RECORD_LABEL}) REQUIRE x.digest IS UNIQUE`,
  "CREATE INDEX riposte_entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)",
  "CREATE INDEX riposte_event_day IF NOT EXISTS FOR (n:Event) ON (n.day)",
];

/**
 * Merges nodes that share their labels. Rows are `{id, properties}`.
 * @param replacing  whether nodes of an earlier graph may be there, whose other labels of ours must go
 */
export function mergeNodes(labels: readonly string[], replacing: boolean): string {
  const special = labels.slice(1);
  const others = GRAPH_VOCABULARY.labels.filter((label) => !labels.includes(label));
  return [
    "UNWIND $rows AS row",
    `MERGE (n:${BASE_LABEL} {id: row.id})`,
    ...(replacing ? [`REMOVE n${labelList(others)}`] : []),
    `SET n${labelList(special)}, n += row.properties, n.${MARKER} = $digest`,
    "RETURN count(*) AS written",
  ].join("\n");
}

/** Merges relationships of one type between nodes that are there. Rows are `{id, source, target, properties}`. */
export function mergeEdges(type: string): string {
  return [
    "UNWIND $rows AS row",
    `MATCH (a:${BASE_LABEL} {id: row.source})`,
    `MATCH (b:${BASE_LABEL} {id: row.target})`,
    `MERGE (a)-[r:${quoted(type)} {id: row.id}]->(b)`,
    `SET r += row.properties, r.${MARKER} = $digest`,
    "RETURN count(*) AS written",
  ].join("\n");
}

/** Those of `$ids` that no node carries. */
export const MISSING_ENDPOINTS = `UNWIND $ids AS id
OPTIONAL MATCH (n:${BASE_LABEL} {id: id})
WITH id, n WHERE n IS NULL
RETURN id LIMIT 3`;

/** What stands there: nodes and relationships of this graph, and whether anything of another one does. */
export const COUNT_OWN = `CALL { MATCH (n:${BASE_LABEL}) RETURN count(n) AS nodes, count(CASE WHEN n.${MARKER} = $digest THEN 1 END) AS ownNodes }
CALL { MATCH (:${BASE_LABEL})-[r]->(:${BASE_LABEL}) WHERE r.${MARKER} IS NOT NULL
  RETURN count(r) AS edges, count(CASE WHEN r.${MARKER} = $digest THEN 1 END) AS ownEdges }
RETURN nodes, ownNodes, edges, ownEdges`;

/**
 * Removes what an earlier graph left, in transactions of `$rows` rows each (run outside of any other): first relationships
 * with another marker, then nodes that nothing hangs on. A node that others have connected keeps its place, without
 * our base label.
 */
export const SWEEP_STATEMENTS: readonly string[] = [
  `MATCH (:${BASE_LABEL})-[r]->(:${BASE_LABEL}) WHERE r.${MARKER} <> $digest
CALL { WITH r DELETE r } IN TRANSACTIONS OF $rows ROWS`,
  `MATCH (n:${BASE_LABEL}) WHERE n.${MARKER} <> $digest AND NOT EXISTS { (n)--() }
CALL { WITH n DELETE n } IN TRANSACTIONS OF $rows ROWS`,
];

export const RELEASE_KEPT = `MATCH (n:${BASE_LABEL}) WHERE n.${MARKER} <> $digest
REMOVE n:${BASE_LABEL}, n.${MARKER}
RETURN count(n) AS kept`;

/** Other exports that were begun no longer count once this one writes. */
export const OPEN_RECORD = `MATCH (other:${RECORD_LABEL}) WHERE other.digest <> $digest DELETE other
WITH count(*) AS ignored
MERGE (x:${RECORD_LABEL} {digest: $digest})
ON CREATE SET x.slices = 0, x.complete = false, x.sliceRows = $sliceRows
WITH x
SET x.slices = CASE WHEN x.sliceRows = $sliceRows THEN x.slices ELSE 0 END, x.sliceRows = $sliceRows, x.complete = false
RETURN x.slices AS slices`;

export const READ_RECORD = `MATCH (x:${RECORD_LABEL} {digest: $digest}) RETURN x.complete AS complete`;
export const ADVANCE_RECORD = `MATCH (x:${RECORD_LABEL} {digest: $digest}) SET x.slices = $slices`;
export const CLOSE_RECORD = `MATCH (x:${RECORD_LABEL} {digest: $digest}) SET x.complete = true, x.nodes = $nodes, x.edges = $edges`;

function labelList(labels: readonly string[]): string {
  return labels.map((label) => `:${quoted(label)}`).join("");
}
