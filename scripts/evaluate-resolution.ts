/**
 * Measures resolution on gold claims given: `npx tsx scripts/evaluate-resolution.ts [GOLD.json …] [--case DIR]`.
 *
 * Prints, for each gold file, what ../shared/tools/score.mjs says of events, pairs across documents, replies and
 * statements. `--case DIR` also writes the case files of the last gold file, to look at or view.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { resolve, type Resolution } from "../src/resolution/index.ts";
import { type Gold, type GoldInput, readGold } from "./gold-extraction.ts";

export const SHARED = new URL("../../shared/", import.meta.url).pathname;
export const GOLD_FILES: Readonly<Record<string, string>> = {
  seeds: join(SHARED, "gold/seeds.json"),
  levant: join(SHARED, "practice/levant/gold.json"),
  sahel: join(SHARED, "practice/sahel/gold.json"),
  redsea: join(SHARED, "practice/redsea/gold.json"),
};

interface Ratio {
  readonly P: number;
  readonly R: number;
  readonly F: number;
}
/** What the scorer returns, as far as it is read here. */
interface Score {
  readonly events: Ratio;
  readonly crossdoc: Ratio;
  readonly replies: Ratio;
  readonly claims: Ratio;
  readonly about: number;
}

/** The figures of resolution, each in [0, 1]. */
export interface Figures {
  readonly events: number;
  readonly crossdocPrecision: number;
  readonly crossdocRecall: number;
  readonly repliesPrecision: number;
  readonly repliesRecall: number;
  readonly about: number;
}

/** Resolves the claims of a gold file. */
export function resolveGold(input: GoldInput): Resolution {
  return resolve({
    documents: input.documents,
    extractions: input.extractions,
    packs: input.packs,
    decisions: [],
    extractor: { name: "gold", version: "1" },
  });
}

const round = (share: number): number => Math.round(share * 1000) / 1000;

/** Figures of a resolution by the scorer beside the gold. */
export async function figuresOf(gold: Gold, resolution: Resolution): Promise<Figures> {
  const { score } = (await import(pathToFileURL(join(SHARED, "tools/score.mjs")).href)) as {
    score: (gold: Gold, predicted: unknown) => Score;
  };
  const { events, crossdoc, replies, about } = score(gold, {
    claims: resolution.claims,
    entities: resolution.entities,
    events: resolution.events,
    relations: resolution.relations,
  });
  return {
    events: round(events.F),
    crossdocPrecision: round(crossdoc.P),
    crossdocRecall: round(crossdoc.R),
    repliesPrecision: round(replies.P),
    repliesRecall: round(replies.R),
    about: round(about),
  };
}

const lines = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");

function writeCase(folder: string, input: GoldInput, resolution: Resolution): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "documents.jsonl"), lines(input.documents));
  for (const file of ["claims", "entities", "events", "relations", "judgements"] as const)
    writeFileSync(join(folder, `${file}.jsonl`), lines(resolution[file]));
}

async function main(args: readonly string[]): Promise<void> {
  const at = args.indexOf("--case");
  const folder = at < 0 ? undefined : args[at + 1];
  const named = args.filter((_, i) => at < 0 || (i !== at && i !== at + 1));
  for (const name of named.length > 0 ? named : Object.keys(GOLD_FILES)) {
    const path = GOLD_FILES[name] ?? name;
    if (!existsSync(path)) {
      process.stderr.write(`skipped ${name}: ${path} is not there\n`);
      continue;
    }
    const input = readGold(path);
    const resolution = resolveGold(input);
    const figures = await figuresOf(input.gold, resolution);
    process.stdout.write(
      `${name.padEnd(8)}${Object.entries(figures)
        .map(([figure, value]) => `${figure} ${value.toFixed(3)}`)
        .join("  ")}\n`,
    );
    if (folder !== undefined) writeCase(folder, input, resolution);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await main(process.argv.slice(2));
