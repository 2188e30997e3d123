import type { ManagedTransaction, Session } from "neo4j-driver";
import { driverParameters, isMemoryLimit } from "../../neo4j/index.ts";
import { RiposteError, truncate } from "../../shared/index.ts";
import { EDGE_ENDS, type ParameterRow } from "./rows.ts";
import { ADVANCE_RECORD, LOCK_RECORD, MISSING_ENDPOINTS } from "./statements.ts";

/** How far an export has come: slices that are in, counted over nodes and edges together, and rows of the next one. */
export interface Position {
  readonly slices: number;
  readonly rows: number;
}

/** Commits of the same rows that may fail before they are tried in halves. */
const MAX_FAILED_COMMITS = 2;
const COMMIT_FAILED = new RiposteError(
  "sink/rejected",
  "the server fails to commit a single row; look into its log",
  { retryable: true },
);

/** Thrown out of a transaction that ran out of memory, so that the driver does not try the same rows for minutes. */
class TooLarge extends Error {}

/**
 * Writes slices, each row exactly once: a transaction locks the record of the export, writes only where the record
 * stands, and moves it on. When a commit came through and its answer did not, the driver's next attempt finds the
 * record further on. Slices are cut where the server's memory asks for it.
 */
export class SliceWriter {
  private readonly session: Session;
  private readonly digest: string;
  /** Rows of one transaction; halves when the server runs out of memory, and stays there. */
  private rowsAtOnce: number;

  constructor(session: Session, digest: string, rowsAtOnce: number) {
    this.session = session;
    this.digest = digest;
    this.rowsAtOnce = rowsAtOnce;
  }

  /**
   * Writes the rows of slice number `from.slices`, without the first `from.rows`, which are in.
   * @throws {RiposteError} `sink/incomplete` where an end of an edge is missing, or another export has begun
   */
  async write(statement: string, rows: readonly ParameterRow[], from: Position): Promise<void> {
    let at = from.rows;
    while (at < rows.length) {
      const end = Math.min(at + this.rowsAtOnce, rows.length);
      try {
        at = await this.writePart(statement, rows, { slices: from.slices, rows: at }, end);
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        if (end - at === 1) throw error.cause;
        this.rowsAtOnce = Math.ceil((end - at) / 2);
      }
    }
  }

  /** @returns rows of the slice that are in then */
  private async writePart(
    statement: string,
    rows: readonly ParameterRow[],
    from: Position,
    end: number,
  ): Promise<number> {
    const { digest } = this;
    const part = rows.slice(from.rows, end);
    const next = end < rows.length ? { ...from, rows: end } : { slices: from.slices + 1, rows: 0 };
    let failedCommits = -1;
    return this.session.executeWrite(async (tx) => {
      // Memory can also run out while the server commits, where only the driver sees it.
      if (++failedCommits >= MAX_FAILED_COMMITS)
        throw new TooLarge("commit failed", { cause: COMMIT_FAILED });
      try {
        const stands = await this.lockRecord(tx);
        if (stands.slices > from.slices) return rows.length;
        if (stands.slices === from.slices && stands.rows > from.rows) return stands.rows;
        if (stands.slices < from.slices || stands.rows < from.rows) throw superseded();
        const result = await tx.run<{ written: number }>(statement, { rows: part, digest });
        const written = result.records[0]?.get("written") ?? 0;
        if (written !== part.length) throw await incomplete(tx, part, written);
        await tx.run(ADVANCE_RECORD, driverParameters({ digest, ...next }));
        return end;
      } catch (error) {
        // This attempt did not come to its commit.
        failedCommits--;
        throw isMemoryLimit(error) ? new TooLarge("transaction memory", { cause: error }) : error;
      }
    });
  }

  private async lockRecord(tx: ManagedTransaction): Promise<Position> {
    const { records } = await tx.run<{ slices: number; rows: number }>(LOCK_RECORD, { digest: this.digest });
    const [record] = records;
    if (!record) throw superseded();
    return record.toObject();
  }
}

/** A relationship whose end is absent matches nothing and raises no error: only the count shows it. */
async function incomplete(
  tx: ManagedTransaction,
  rows: readonly ParameterRow[],
  written: number,
): Promise<RiposteError> {
  const ids = [...new Set(rows.flatMap((row) => row.slice(0, EDGE_ENDS.length)))];
  const { records } = await tx.run<{ id: string }>(MISSING_ENDPOINTS, { ids });
  const missing = records.map((record) => truncate(record.get("id"), 80)).join(", ");
  return new RiposteError(
    "sink/incomplete",
    `${rows.length - written} of ${rows.length} relationships found no node to start or end at (missing: ${missing}); run the export again`,
    { retryable: true },
  );
}

function superseded(): RiposteError {
  return new RiposteError(
    "sink/incomplete",
    "another export into this database has begun meanwhile; when it is done, run this one again",
    { retryable: true },
  );
}
