/**
 * The Cypher that loads a graph. Labels, types and property names are part of the text and come from the ontology;
 * everything that a report says travels as a parameter.
 */
import { BASE_LABEL, GRAPH_VOCABULARY, type GraphNode, labelsOf, storedColumns } from "../../graph/index.ts";
import { EDGE_ENDS } from "./rows.ts";

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

/** Nodes of the same group share kind and labels, and with them their statement. */
export const labelGroup = (node: GraphNode): string => labelsOf(node).join(":");

/** Creates nodes of the group of `node`, where none of their ids is there. Rows are those of `nodeRow`. */
export function createNodes(node: GraphNode): string {
  return [
    "UNWIND $rows AS row",
    `CREATE (n${labelList([BASE_LABEL, ...labelsOf(node)])} {${properties(node.kind, 0)}})`,
    "RETURN count(*) AS written",
  ].join("\n");
}

/** Creates them or brings them up to date: labels of ours that they no longer have go, as do absent properties. */
export function mergeNodes(node: GraphNode): string {
  const labels = labelsOf(node);
  const others = GRAPH_VOCABULARY.labels.filter((label) => label !== BASE_LABEL && !labels.includes(label));
  return [
    "UNWIND $rows AS row",
    `MERGE (n:${BASE_LABEL} {id: row[${placeOf(node.kind, "id")}]})`,
    `REMOVE n${labelList(others)}`,
    `SET n${labelList(labels)}, ${assignments("n", node.kind, 0)}`,
    "RETURN count(*) AS written",
  ].join("\n");
}

/** Creates relationships of one type, where none of their ids is there. Rows are those of `edgeRow`. */
export function createEdges(type: string): string {
  return [
    ...MATCH_ENDS,
    `CREATE (a)-[r:${quoted(type)} {${properties("edge", EDGE_ENDS.length)}}]->(b)`,
    "RETURN count(*) AS written",
  ].join("\n");
}

/** Creates them or brings them up to date. */
export function mergeEdges(type: string): string {
  const id = EDGE_ENDS.length + placeOf("edge", "id");
  return [
    ...MATCH_ENDS,
    `MERGE (a)-[r:${quoted(type)} {id: row[${id}]}]->(b)`,
    `SET ${assignments("r", "edge", EDGE_ENDS.length)}`,
    "RETURN count(*) AS written",
  ].join("\n");
}

const MATCH_ENDS: readonly string[] = [
  "UNWIND $rows AS row",
  `MATCH (a:${BASE_LABEL} {id: row[${EDGE_ENDS.indexOf("source")}]})`,
  `MATCH (b:${BASE_LABEL} {id: row[${EDGE_ENDS.indexOf("target")}]})`,
];

type Kind = GraphNode["kind"] | "edge";

/** Names in the text, values in the rows: the server looks each name up once and not with every row. */
function properties(kind: Kind, firstPlace: number): string {
  const values = storedColumns(kind).map(({ name }, place) => `${quoted(name)}: row[${firstPlace + place}]`);
  return [...values, `${MARKER}: $digest`].join(", ");
}

function assignments(item: string, kind: Kind, firstPlace: number): string {
  const values = storedColumns(kind).map(
    ({ name }, place) => `${item}.${quoted(name)} = row[${firstPlace + place}]`,
  );
  return [...values, `${item}.${MARKER} = $digest`].join(", ");
}

function placeOf(kind: Kind, name: string): number {
  return storedColumns(kind).findIndex((column) => column.name === name);
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

/**
 * Opens the record of this export, or finds it where an interrupted run has left it. Exports of other graphs that were
 * begun no longer count: without their record they stop.
 */
export const OPEN_RECORD = `MATCH (other:${RECORD_LABEL}) WHERE other.digest <> $digest DELETE other
WITH count(*) AS ignored
MERGE (x:${RECORD_LABEL} {digest: $digest})
WITH x, coalesce(x.sliceRows = $sliceRows, false) AS resumed
SET x.slices = CASE WHEN resumed THEN x.slices ELSE 0 END, x.rows = CASE WHEN resumed THEN x.rows ELSE 0 END,
  x.sliceRows = $sliceRows, x.complete = false`;

/**
 * Where this export stands: slices that are in, rows of the next one that are, and whether nothing of ours was there
 * when it began. Follows `OPEN_RECORD` in the same transaction, when no other export can still write.
 */
export const START_RECORD = `MATCH (x:${RECORD_LABEL} {digest: $digest})
SET x.intoEmpty = CASE WHEN x.slices = 0 AND x.rows = 0 THEN NOT EXISTS { MATCH (:${BASE_LABEL}) } ELSE x.intoEmpty END
RETURN x.slices AS slices, x.rows AS rows, x.intoEmpty AS intoEmpty`;

export const READ_RECORD = `MATCH (x:${RECORD_LABEL} {digest: $digest}) RETURN x.complete AS complete`;
/** Setting comes before reading: it takes the lock, so that what is read then holds until the transaction ends. */
export const LOCK_RECORD = `MATCH (x:${RECORD_LABEL} {digest: $digest}) SET x.complete = false
WITH x RETURN x.slices AS slices, x.rows AS rows`;
export const ADVANCE_RECORD = `MATCH (x:${RECORD_LABEL} {digest: $digest}) SET x.slices = $slices, x.rows = $rows`;
export const DROP_RECORD = `MATCH (x:${RECORD_LABEL} {digest: $digest}) DELETE x`;
export const CLOSE_RECORD = `MATCH (x:${RECORD_LABEL} {digest: $digest}) SET x.complete = true, x.nodes = $nodes, x.edges = $edges`;

function labelList(labels: readonly string[]): string {
  return labels.map((label) => `:${quoted(label)}`).join("");
}
