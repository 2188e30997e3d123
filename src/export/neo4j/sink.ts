/**
 * Loading a graph into a Neo4j server.
 *
 *   verify ─▶ constraints ─▶ record ─▶ nodes ─▶ relationships ─▶ sweep ─▶ count ─▶ close the record
 *
 * Every row is marked with the digest of the whole graph; what carries another marker at the end is swept. A slice and
 * the record of how far the export has come commit together, so that after a kill of either side the same call goes on
 * where it stopped, and writes nothing twice. Rows are therefore created, which is twice as quick as merging, where
 * nothing of ours was there when the export began, and merged by id where something was.
 */
import { setImmediate } from "node:timers/promises";
import type { Driver, Session } from "neo4j-driver";
import { BASE_LABEL, type GraphEdge, propertyEdge, propertyNode } from "../../graph/index.ts";
import { connect, driverParameters, explainFault, type Neo4jAddress } from "../../neo4j/index.ts";
import { compareBy, invariant, RiposteError, type Slice, slicesOf } from "../../shared/index.ts";
import type { GraphSink, GraphSource, WriteOptions, WriteSummary } from "../types.ts";
import { digestOf, type GraphDigest } from "./digest.ts";
import { ProgressClock } from "./progress.ts";
import { edgeRow, nodeRow, type ParameterRow } from "./rows.ts";
import { type Position, SliceWriter } from "./slice-writer.ts";
import * as statements from "./statements.ts";
import { sweep } from "./sweep.ts";

export interface Neo4jSinkOptions {
  /** Rows of one transaction at most. Rates are flat from 1,000 to 10,000. */
  readonly sliceRows?: number;
}

const SLICE_ROWS = 5000;

/** Sorted ends make writers that meet wait for one another instead of blocking each other. */
const BY_ENDS = compareBy<GraphEdge>(
  (edge) => edge.target,
  (edge) => edge.source,
  (edge) => edge.id,
);

/** Where an export starts. */
interface Start extends Position {
  /** Whether nothing of ours was there when it began, interrupted runs included. */
  readonly intoEmpty: boolean;
}

/** A sink for the database at `address`: one case a database. */
export function neo4jSink(address: Neo4jAddress, options: Neo4jSinkOptions = {}): GraphSink {
  return {
    async write(graph, writeOptions = {}) {
      const digest = digestOf(graph);
      const driver = await connect(address);
      try {
        return await new Neo4jExport(
          driver,
          address,
          digest,
          options.sliceRows ?? SLICE_ROWS,
          writeOptions,
        ).run(graph);
      } catch (error) {
        throw await explainFault(error, address);
      } finally {
        await driver.close();
      }
    },
  };
}

class Neo4jExport {
  private readonly session: Session;
  private readonly writer: SliceWriter;
  private readonly digest: GraphDigest;
  private readonly sliceRows: number;
  private readonly options: WriteOptions;
  /** Number of the next slice, over nodes and edges together. */
  private slices = 0;

  constructor(
    driver: Driver,
    address: Neo4jAddress,
    digest: GraphDigest,
    sliceRows: number,
    options: WriteOptions,
  ) {
    this.session = driver.session(address.database === undefined ? {} : { database: address.database });
    this.writer = new SliceWriter(this.session, digest.digest, sliceRows);
    this.digest = digest;
    this.sliceRows = sliceRows;
    this.options = options;
  }

  async run(graph: GraphSource): Promise<WriteSummary> {
    try {
      if (await this.isThereAlready())
        return { ...this.counts(), notices: ["nothing to do: this graph is there already"] };
      for (const statement of statements.SCHEMA_STATEMENTS) await this.write(statement);
      await this.read("CALL db.awaitIndexes(300)");
      const start = await this.openRecord();
      await this.writeNodes(graph, start);
      await this.writeEdges(graph, start);
      this.stopIfAsked();
      const notices = start.intoEmpty ? [] : await this.sweepEarlier();
      await this.checkCounts();
      await this.write(statements.CLOSE_RECORD, this.counts());
      return { ...this.counts(), notices };
    } finally {
      await this.session.close();
    }
  }

  private counts(): { nodes: number; edges: number } {
    return { nodes: this.digest.nodes, edges: this.digest.edges };
  }

  /** Whether this very graph was written to the end and still stands there whole. */
  private async isThereAlready(): Promise<boolean> {
    const [record] = await this.read<{ complete: boolean }>(statements.READ_RECORD);
    if (!record?.complete) return false;
    const { ownNodes, ownEdges } = await this.countOwn();
    if (ownNodes === this.digest.nodes && ownEdges === this.digest.edges) return true;
    // Somebody removed rows: the record no longer says how far the export has come.
    await this.write(statements.DROP_RECORD);
    return false;
  }

  private async openRecord(): Promise<Start> {
    const parameters = driverParameters({ digest: this.digest.digest, sliceRows: this.sliceRows });
    return this.session.executeWrite(async (tx) => {
      await tx.run(statements.OPEN_RECORD, parameters);
      const { records } = await tx.run<Start & { [key: string]: unknown }>(
        statements.START_RECORD,
        parameters,
      );
      const [record] = records;
      invariant(record, "the record of the export has just been opened");
      return record.toObject();
    });
  }

  private async writeNodes(graph: GraphSource, start: Start): Promise<void> {
    const slices = slicesOf(graph.nodes, statements.labelGroup, this.sliceRows);
    const statement = start.intoEmpty ? statements.createNodes : statements.mergeNodes;
    await this.writeSlices("nodes", slices, this.digest.nodes, start, async (nodes) => ({
      statement: statement(nodes[0]),
      rows: await inPieces(nodes, (node) => nodeRow(propertyNode(node))),
    }));
  }

  private async writeEdges(graph: GraphSource, start: Start): Promise<void> {
    const slices = slicesOf(graph.edges, (edge) => edge.type, this.sliceRows);
    const statement = start.intoEmpty ? statements.createEdges : statements.mergeEdges;
    await this.writeSlices("edges", slices, this.digest.edges, start, async (edges) => ({
      statement: statement(edges[0].type),
      rows: await inPieces([...edges].sort(BY_ENDS), (edge) => edgeRow(propertyEdge(edge))),
    }));
  }

  /** While the server writes one slice, the next one is made. */
  private async writeSlices<T>(
    phase: "nodes" | "edges",
    slices: Iterable<Slice<T>>,
    total: number,
    start: Position,
    prepare: (slice: Slice<T>) => Promise<{ statement: string; rows: readonly ParameterRow[] }>,
  ): Promise<void> {
    const clock = new ProgressClock(phase, total, this.options.onProgress);
    let writing: Promise<void> = Promise.resolve();
    this.stopIfAsked();
    for (const slice of slices) {
      const number = this.slices++;
      if (number < start.slices) {
        clock.skip(slice.length);
        continue;
      }
      const { statement, rows } = await prepare(slice);
      await writing;
      this.stopIfAsked();
      const from = { slices: number, rows: number === start.slices ? start.rows : 0 };
      writing = this.writer.write(statement, rows, from).then(() => clock.advance(rows.length));
      // Met where it is awaited.
      writing.catch(() => undefined);
    }
    await writing;
  }

  private async sweepEarlier(): Promise<string[]> {
    this.options.onProgress?.({ phase: "cleanup", done: 0 });
    const kept = await sweep(this.session, this.digest.digest);
    return kept === 0 ? [] : [keptNotice(kept)];
  }

  /** @throws {RiposteError} `sink/incomplete` where the database holds other rows than were sent */
  private async checkCounts(): Promise<void> {
    const { ownNodes, ownEdges } = await this.countOwn();
    const { nodes, edges } = this.digest;
    if (ownNodes === nodes && ownEdges === edges) return;
    // The next run then merges every row again instead of trusting the record.
    await this.write(statements.DROP_RECORD);
    throw new RiposteError(
      "sink/incomplete",
      `sent ${nodes} nodes and ${edges} relationships, found ${ownNodes} and ${ownEdges}: does another program write there? run the export again`,
      { retryable: true },
    );
  }

  private async countOwn(): Promise<{ nodes: number; ownNodes: number; edges: number; ownEdges: number }> {
    const [counts] = await this.read<{ nodes: number; ownNodes: number; edges: number; ownEdges: number }>(
      statements.COUNT_OWN,
    );
    return counts ?? { nodes: 0, ownNodes: 0, edges: 0, ownEdges: 0 };
  }

  private stopIfAsked(): void {
    if (!this.options.signal?.aborted) return;
    throw new RiposteError("run/interrupted", "export stopped; the same command goes on where it stopped");
  }

  private async read<Row extends object>(statement: string): Promise<Row[]> {
    const { digest } = this.digest;
    return this.session.executeRead(async (tx) =>
      (await tx.run<Row>(statement, { digest })).records.map((record) => record.toObject()),
    );
  }

  private async write<Row extends object>(
    statement: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<Row[]> {
    const { digest } = this.digest;
    return this.session.executeWrite(async (tx) =>
      (await tx.run<Row>(statement, driverParameters({ ...parameters, digest }))).records.map((record) =>
        record.toObject(),
      ),
    );
  }
}

/** Items between two turns of the event loop: a few milliseconds of work. */
const PIECE = 250;

/** Maps in short pieces: what the driver sends and receives meanwhile does not wait. */
async function inPieces<A, B>(items: readonly A[], map: (item: A) => B): Promise<B[]> {
  const result: B[] = [];
  for (const item of items) {
    result.push(map(item));
    if (result.length % PIECE === 0) await setImmediate();
  }
  return result;
}

function keptNotice(kept: number): string {
  return kept === 1
    ? `1 node of an earlier export stays, without the label ${BASE_LABEL}: relationships of others hang on it`
    : `${kept} nodes of an earlier export stay, without the label ${BASE_LABEL}: relationships of others hang on them`;
}
