/**
 * Time of resolution on one core: `npx tsx scripts/bench/resolution.ts [CLAIMS …]`, by default 10 000 and 100 000.
 * Prints seconds, peak memory and the growth between sizes.
 */
import { resolve } from "../../src/resolution/index.ts";
import { syntheticInput } from "./synthetic-claims.ts";

const sizes = process.argv.slice(2).map(Number);
let before: { count: number; seconds: number } | undefined;
for (const count of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const input = syntheticInput(count);
  const start = process.hrtime.bigint();
  const { claims, events } = resolve({ ...input, decisions: [] });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const growth = before
    ? `  ${(seconds / before.seconds).toFixed(1)}× for ${count / before.count}× the claims`
    : "";
  const memory = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
  process.stdout.write(
    `${claims.length} claims  ${events.length} events  ${seconds.toFixed(1)} s  ${memory} MiB${growth}\n`,
  );
  before = { count, seconds };
}
