/**
 * Writes the case that a perfect reader would give: gold claims, resolved as any others. For work on whatever comes after
 * extraction, and to see what the views look like at their best.
 *
 *   npx tsx scripts/gold-case.ts graph-data/corpus/levant/gold.json FOLDER
 */
import { CASE_FORMAT, saveCase } from "../src/case/index.ts";
import { VERSION } from "../src/shared/index.ts";
import { resolveGold } from "./evaluate-resolution.ts";
import { readGold } from "./gold-extraction.ts";

const [goldPath, folder] = process.argv.slice(2);
if (!goldPath || !folder) {
  process.stderr.write("usage: gold-case.ts GOLD.json FOLDER\n");
  process.exit(2);
}
const gold = readGold(goldPath);
const { notices, ...resolved } = resolveGold(gold);
await saveCase(
  folder,
  { documents: gold.documents, ...resolved },
  {
    format: CASE_FORMAT,
    riposte: VERSION,
    packs: [],
    extractor: { name: "gold", version: "1" },
    inputs: {},
    skipped: [],
    notices: notices.map(({ code, message }) => ({ code, message })),
    synthetic: gold.documents.some((doc) => doc.synthetic),
  },
);
process.stdout.write(`${folder}: ${resolved.claims.length} claims, ${resolved.events.length} events\n`);
