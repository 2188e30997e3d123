import type { Session } from "neo4j-driver";
import { isMemoryLimit } from "../../neo4j/index.ts";
import { RiposteError, truncate } from "../../shared/index.ts";
import { ADVANCE_RECORD, MISSING_ENDPOINTS } from "./statements.ts";

/** Parameters of one row; relationships name their ends. */
export interface SliceRow {
  readonly id: string;
  readonly source?: string;
  readonly target?: string;
  readonly properties: Readonly<Record<string, unknown>>;
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

/** Writes slices in transactions that also record the position; cuts them where the server's memory asks for it. */
export class SliceWriter {
  private readonly session: Session;
  private readonly digest: string;
  /** Rows of one transaction; halves when the server runs out of memory, and stays there. */
  private rowsAtOnce: number;
  private slices = 0;

  constructor(session: Session, digest: string, rowsAtOnce: number) {
    this.session = session;
    this.digest = digest;
    this.rowsAtOnce = rowsAtOnce;
  }

  /** Position of the next slice, counted from 0 over nodes and edges together. */
  next(): number {
    return this.slices++;
  }

  /** @throws {RiposteError} `sink/incomplete` where an end of an edge is missing */
  async write(statement: string, rows: readonly SliceRow[], position: number): Promise<void> {
    let at = 0;
    while (at < rows.length) {
      const part = rows.slice(at, at + this.rowsAtOnce);
      const isLast = at + part.length >= rows.length;
      try {
        await this.writePart(statement, part, isLast ? position : undefined);
        at += part.length;
      } catch (error) {
        if (!(error instanceof TooLarge) || part.length === 1)
          throw error instanceof TooLarge ? error.cause : error;
        this.rowsAtOnce = Math.ceil(part.length / 2);
      }
    }
  }

  private async writePart(
    statement: string,
    rows: readonly SliceRow[],
    position: number | undefined,
  ): Promise<void> {
    const { digest } = this;
    let failedCommits = -1;
    const written = await this.session.executeWrite(async (tx) => {
      // Memory can also run out while the server commits, where only the driver sees it.
      if (++failedCommits >= MAX_FAILED_COMMITS)
        throw new TooLarge("commit failed", { cause: COMMIT_FAILED });
      try {
        const result = await tx.run<{ written: number }>(statement, { rows, digest });
        const count = result.records[0]?.get("written") ?? 0;
        if (count === rows.length && position !== undefined)
          await tx.run(ADVANCE_RECORD, { digest, slices: position + 1 });
        return count;
      } catch (error) {
        // This attempt did not come to its commit.
        failedCommits--;
        throw isMemoryLimit(error) ? new TooLarge("transaction memory", { cause: error }) : error;
      }
    });
    if (written !== rows.length) throw await this.incomplete(rows, written);
  }

  /** A relationship whose end is absent matches nothing and raises no error: only the count shows it. */
  private async incomplete(rows: readonly SliceRow[], written: number): Promise<RiposteError> {
    const ids = [...new Set(rows.flatMap((row) => [row.source, row.target]))];
    const { records } = await this.session.run<{ id: string }>(MISSING_ENDPOINTS, { ids });
    const missing = records.map((record) => truncate(record.get("id"), 80)).join(", ");
    return new RiposteError(
      "sink/incomplete",
      `${rows.length - written} of ${rows.length} relationships found no node to start or end at (missing: ${missing}); run the export again`,
      { retryable: true },
    );
  }
}
