/**
 * Measures resolution on gold claims given: `npx tsx scripts/evaluate-resolution.ts [NAME|GOLD.json …] [--freeze]`.
 *
 * Prints events, pairs across documents, replies, statements and contested fields for each gold file.
 * `--freeze` writes the figures to test/golden/resolution.json, which a test holds them to. Gold files are those beside
 * the project; one that is not there is skipped and named.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { EVALUATION_SETS } from "./evaluate.ts";
import { parseGold, score } from "../src/evaluation/index.ts";
import type { ConflictEvent } from "../src/ontology/index.ts";
import { resolve, type Resolution, type ResolutionSettings } from "../src/resolution/index.ts";
import { packagePath } from "../src/shared/index.ts";
import { type GoldInput, readGold } from "./gold-extraction.ts";

/** Sets of which each report tells of its own: they say nothing on how reports meet. */
const SINGLE_REPORTS: readonly string[] = ["thin-fr", "thin-en"];
/** Gold files in which reports meet, by name. */
export const GOLD_FILES: Readonly<Record<string, string>> = Object.fromEntries(
  EVALUATION_SETS.filter(({ name }) => !SINGLE_REPORTS.includes(name)).map(({ name, gold }) => [name, gold]),
);
/** What a build that names no packs knows besides the gold entities. */
export const PACKS: readonly string[] = ["all"];
const FROZEN = packagePath("test/golden/resolution.json");
/** Fields that the notes of gold events call contradictory, by gold file, event and field. */
const CONTESTED = packagePath("test/golden/contested-fields.json");

/** The figures of resolution, each in [0, 1]. */
export interface Figures {
  readonly events: number;
  readonly crossdocPrecision: number;
  readonly crossdocRecall: number;
  readonly repliesPrecision: number;
  readonly repliesRecall: number;
  readonly about: number;
  /** Share of the contradictions named beside gold that were found; absent where none are named. */
  readonly contested?: number;
}

/** Resolves the claims of a gold file. */
export function resolveGold(input: GoldInput, settings: Partial<ResolutionSettings> = {}): Resolution {
  return resolve({
    documents: input.documents,
    extractions: input.extractions,
    packs: input.packs,
    decisions: [],
    extractor: { name: "gold", version: "1" },
    settings,
  });
}

const round = (share: number): number => Math.round(share * 1000) / 1000;

/** The resolved event that holds most claims of a gold event. */
function counterpart(
  event: string,
  { gold, goldIdOf }: GoldInput,
  { events }: Resolution,
): ConflictEvent | undefined {
  const claims = new Set(gold.events.find(({ id }) => id === event)?.claims);
  const held = ({ claims: own }: ConflictEvent): number =>
    own.filter((id) => claims.has(goldIdOf(id))).length;
  return [...events].sort((a, b) => held(b) - held(a))[0];
}

/** Contradictions named beside gold: `event.field`, with whether resolution contests the field. */
export function contestedFields(
  name: string,
  input: GoldInput,
  resolution: Resolution,
): { field: string; found: boolean }[] {
  const named =
    (JSON.parse(readFileSync(CONTESTED, "utf8")) as Record<string, Record<string, string[]>>)[name] ?? {};
  return Object.entries(named).flatMap(([event, fields]) => {
    const found = counterpart(event, input, resolution);
    return fields.map((field) => ({
      field: `${event}.${field}`,
      found: found?.fields[field]?.contested === true,
    }));
  });
}

/** Figures of resolution on the claims of one gold file. */
export function measure(name: string, path: string, settings: Partial<ResolutionSettings> = {}): Figures {
  const input = readGold(path, PACKS);
  const resolution = resolveGold(input, settings);
  const { events, crossdoc, replies, about } = score(parseGold(readFileSync(path, "utf8"), path), resolution);
  const contested = contestedFields(name, input, resolution);
  return {
    events: round(events.f1),
    crossdocPrecision: round(crossdoc.precision),
    crossdocRecall: round(crossdoc.recall),
    repliesPrecision: round(replies.precision),
    repliesRecall: round(replies.recall),
    about: round(about),
    ...(contested.length > 0
      ? { contested: round(contested.filter(({ found }) => found).length / contested.length) }
      : {}),
  };
}

/** One line a gold file. */
export function figuresLine(name: string, figures: Figures): string {
  const shown = Object.entries(figures).map(
    ([figure, value]: [string, number]) => `${figure} ${value.toFixed(3)}`,
  );
  return `${name.padEnd(9)}${shown.join("  ")}`;
}

function main(args: readonly string[]): void {
  const named = args.filter((arg) => arg !== "--freeze");
  const frozen: Record<string, Figures> = {};
  for (const name of named.length > 0 ? named : Object.keys(GOLD_FILES)) {
    const path = GOLD_FILES[name] ?? name;
    if (!existsSync(path)) {
      process.stderr.write(`skipped ${name}: ${path} is not there\n`);
      continue;
    }
    const figures = measure(name, path);
    frozen[name] = figures;
    process.stdout.write(`${figuresLine(name, figures)}\n`);
  }
  if (args.includes("--freeze")) writeFileSync(FROZEN, `${JSON.stringify(frozen, null, 2)}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2));
