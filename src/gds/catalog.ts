/** Networks in the catalog of Graph Data Science: made from rows that are sent, so the database itself stays as it is. */
import { randomUUID } from "node:crypto";
import type { Session } from "neo4j-driver";
import { type Csr, undirected } from "../analysis/index.ts";
import { driverParameters } from "../neo4j/index.ts";
import type { NetworkForm } from "./procedures.ts";

/** Source, target (null for a node without arcs) and weight. */
type Row = readonly [source: number, target: number | null, weight: number];

const STATEMENTS: Readonly<Record<NetworkForm, string>> = {
  arcs: `UNWIND $rows AS row
RETURN gds.graph.project($network, row[0], row[1], {relationshipProperties: {weight: row[2]}})`,
  pairs: `UNWIND $rows AS row
RETURN gds.graph.project($network, row[0], row[1], {}, {undirectedRelationshipTypes: ["*"]})`,
  copies: `UNWIND $rows AS row
UNWIND range(1, toInteger(row[2])) AS copy
RETURN gds.graph.project($network, row[0], row[1], {}, {inverseIndexedRelationshipTypes: ["*"]})`,
};

/** Makes the network in one form, gives its name in the catalog to `work`, and drops it whatever happens. */
export async function withNetwork<T>(
  session: Session,
  graph: Csr,
  form: NetworkForm,
  work: (network: string) => Promise<T>,
): Promise<T> {
  const network = `riposte-${form}-${randomUUID()}`;
  try {
    await session.run(STATEMENTS[form], driverParameters({ network, rows: rowsOf(graph, form) }));
    return await work(network);
  } finally {
    // A name that is not there is no error: the first statement may have failed.
    await session.run("CALL gds.graph.drop($network, false)", { network });
  }
}

function rowsOf(graph: Csr, form: NetworkForm): Row[] {
  const { nodeCount, offsets, targets, weights } = form === "pairs" ? undirected(graph) : graph;
  const rows: Row[] = [];
  for (let v = 0; v < nodeCount; v++) {
    const [start = 0, end = 0] = offsets.subarray(v, v + 2);
    if (start === end) rows.push([v, null, 1]);
    for (let arc = start; arc < end; arc++) {
      const target = targets[arc] ?? 0;
      if (form !== "pairs" || v < target) rows.push([v, target, weights[arc] ?? 0]);
    }
  }
  return rows;
}
