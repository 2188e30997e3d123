import type { Session } from "neo4j-driver";
import { isRetryable } from "../../neo4j/index.ts";
import { RELEASE_KEPT, SWEEP_STATEMENTS } from "./statements.ts";

/** How long a sweep outlives faults of the server, as long as the driver's own retries. */
const PATIENCE_MS = 120_000;
const PAUSE_MS = 1000;

/**
 * Removes what carries another marker than `digest`.
 * @returns nodes that were kept because relationships of others hang on them
 */
export async function sweep(session: Session, digest: string): Promise<number> {
  for (const statement of SWEEP_STATEMENTS) {
    // CALL … IN TRANSACTIONS cannot run inside executeWrite: its retries are done here. Sweeping again is harmless.
    await retried(() => session.run(statement, { digest }));
  }
  return session.executeWrite(async (tx) => {
    const { records } = await tx.run<{ kept: number }>(RELEASE_KEPT, { digest });
    return records[0]?.get("kept") ?? 0;
  });
}

async function retried(work: () => PromiseLike<unknown>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (!isRetryable(error) || performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
