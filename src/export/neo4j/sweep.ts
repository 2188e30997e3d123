import neo4j, { type Session } from "neo4j-driver";
import { isMemoryLimit, isRetryable } from "../../neo4j/index.ts";
import { RELEASE_KEPT, SWEEP_STATEMENTS } from "./statements.ts";

/** How long a sweep outlives faults of the server, as long as the driver's own retries. */
const PATIENCE_MS = 120_000;
const PAUSE_MS = 1000;
const ROWS_AT_ONCE = 5000;

/**
 * Removes what carries another marker than `digest`.
 * @returns nodes that were kept because relationships of others hang on them
 */
export async function sweep(session: Session, digest: string): Promise<number> {
  for (const statement of SWEEP_STATEMENTS) await sweepWith(session, statement, digest);
  return session.executeWrite(async (tx) => {
    const { records } = await tx.run<{ kept: number }>(RELEASE_KEPT, { digest });
    return records[0]?.get("kept") ?? 0;
  });
}

/**
 * `CALL … IN TRANSACTIONS` cannot run inside `executeWrite`: its retries are done here, and its transactions cut in
 * halves where the server's memory asks for it. Sweeping again is harmless.
 */
async function sweepWith(session: Session, statement: string, digest: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  let rows = ROWS_AT_ONCE;
  for (;;) {
    try {
      await session.run(statement, { digest, rows: neo4j.int(rows) });
      return;
    } catch (error) {
      if (isMemoryLimit(error) && rows > 1) rows = Math.ceil(rows / 2);
      else if (!isRetryable(error) || performance.now() > deadline) throw error;
      else await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
