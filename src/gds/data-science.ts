/** A user's own Neo4j with Graph Data Science, asked for the measures of a network. */
import neo4j, { type Driver, Neo4jError, type Session } from "neo4j-driver";
import {
  type Csr,
  type GivenMeasures,
  type MeasureOptions,
  type NodeMeasures,
  searchesEveryNode,
  undirected,
} from "../analysis/index.ts";
import { connect, driverParameters, explainFault, type Neo4jAddress } from "../neo4j/index.ts";
import { RiposteError } from "../shared/index.ts";
import { withNetwork } from "./catalog.ts";
import {
  type AskedMeasure,
  CONVERSIONS,
  type NetworkForm,
  type Procedure,
  PROCEDURES,
  streamStatement,
} from "./procedures.ts";

export interface DataScience {
  /** Of the plugin, such as 2.13.9. */
  readonly version: string;
  /**
   * Measures that have one right answer, equal to Riposte's own up to rounding. Missing are those that this version
   * has no procedure for, shortest paths in networks too large to search from every node, and everything where there are no
   * arcs; what is missing is computed here as ever.
   * @param graph  directed, without loops, as `project` gives it
   * @throws {RiposteError} `sink/rejected` where the server refuses, for one for want of memory
   */
  readonly measure: (graph: Csr, options: MeasureOptions) => Promise<GivenMeasures>;
  readonly close: () => Promise<void>;
}

/**
 * @throws {RiposteError} `analysis/engine-missing` where the server has no Graph Data Science; as `connect`
 */
export async function openDataScience(address: Neo4jAddress): Promise<DataScience> {
  const driver = await connect(address);
  const inSession = sessions(driver, address);
  try {
    const { version, names } = await inSession(whatIsThere);
    const available = PROCEDURES.filter(({ name }) => names.has(name));
    const by = `Neo4j Graph Data Science ${version}`;
    return {
      version,
      measure: async (graph, options) => ({
        by,
        nodes: await inSession((session) => measureAll(session, graph, suitable(available, graph, options))),
      }),
      close: () => driver.close(),
    };
  } catch (error) {
    await driver.close();
    throw isUnknownFunction(error) ? missing(address) : error;
  }
}

async function whatIsThere(session: Session): Promise<{ version: string; names: ReadonlySet<string> }> {
  const version = await session.run<{ version: string }>("RETURN gds.version() AS version");
  // Not gds.list: servers that have not lifted the sandbox for gds.* refuse it, and nothing else that is used here.
  const list = await session.run<{ name: string }>("SHOW PROCEDURES YIELD name RETURN name");
  return {
    version: version.records[0]?.get("version") ?? "",
    names: new Set(list.records.map((record) => record.get("name"))),
  };
}

function isUnknownFunction(error: unknown): boolean {
  const { cause } = error instanceof RiposteError ? error : { cause: error };
  return cause instanceof Neo4jError && /Unknown function/.test(cause.message);
}

function missing({ uri }: Neo4jAddress): RiposteError {
  return new RiposteError(
    "analysis/engine-missing",
    `the Neo4j server at ${uri} has no Graph Data Science; install the plugin there, or leave out --engine gds`,
  );
}

/** Sessions that write, so that in a cluster all of them reach one server: a catalog belongs to its server. */
function sessions(driver: Driver, address: Neo4jAddress) {
  const { database } = address;
  return async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const session = driver.session({
      defaultAccessMode: neo4j.session.WRITE,
      ...(database !== undefined && { database }),
    });
    try {
      return await work(session);
    } catch (error) {
      throw await explainFault(error, address);
    } finally {
      await session.close();
    }
  };
}

function suitable(available: readonly Procedure[], graph: Csr, options: MeasureOptions): Procedure[] {
  if (graph.targets.length === 0) return [];
  const exactPaths = searchesEveryNode(undirected(graph), options);
  const wholeWeights = graph.weights.every((weight) => Number.isInteger(weight) && weight > 0);
  return available.filter(({ form, measures }) => {
    if (form === "copies") return wholeWeights;
    return exactPaths || !("betweenness" in measures || "harmonic" in measures);
  });
}

async function measureAll(
  session: Session,
  graph: Csr,
  procedures: readonly Procedure[],
): Promise<Partial<NodeMeasures>> {
  const measured: Partial<Record<AskedMeasure, Float64Array | Uint32Array>> = {};
  const forms = new Set<NetworkForm>(procedures.map(({ form }) => form));
  for (const form of forms) {
    await withNetwork(session, graph, form, async (network) => {
      for (const procedure of procedures.filter((each) => each.form === form)) {
        Object.assign(measured, await stream(session, procedure, network, graph.nodeCount));
      }
    });
  }
  return measured as Partial<NodeMeasures>;
}

async function stream(
  session: Session,
  procedure: Procedure,
  network: string,
  nodeCount: number,
): Promise<Partial<Record<AskedMeasure, Float64Array | Uint32Array>>> {
  const measures = Object.keys(procedure.measures) as AskedMeasure[];
  const columns = measures.map(() => new Float64Array(nodeCount));
  const { settings } = procedure;
  const result = session.run(streamStatement(procedure), driverParameters({ network, settings }));
  for await (const record of result) {
    measures.forEach((measure, i) => {
      const column = columns[i];
      if (column) column[record.get("nodeId") as number] = record.get(measure) as number;
    });
  }
  return Object.fromEntries(
    measures.map((measure, i) => [measure, CONVERSIONS[measure](columns[i] ?? new Float64Array())]),
  );
}
