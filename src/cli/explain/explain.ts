import type { Command } from "commander";
import { readClaimAgain } from "../../build/index.ts";
import { type OpenCase, openCase } from "../../case/index.ts";
import type { ClaimReading } from "../../extraction/index.ts";
import { buildGraph, withoutSources } from "../../graph/index.ts";
import type { Claim } from "../../ontology/index.ts";
import { RiposteError, slug, sortedUnique, truncate } from "../../shared/index.ts";
import { caseAndOne } from "../case-argument.ts";
import type { Output } from "../output.ts";
import { outputOf } from "../program-output.ts";
import { explainClaim } from "./claim.ts";
import { explainReading } from "./claim-reading.ts";
import { explainEdge } from "./edge.ts";
import { explainEntity } from "./entity.ts";
import { explainEvent } from "./event.ts";
import { CaseIndex } from "./names.ts";

/** `riposte explain [CASE] ID`: what a claim, event, edge or entity rests on. */
export function addExplain(program: Command): void {
  program
    .command("explain")
    .description("Shows what a claim, event, edge or entity rests on: sentences, sources, rules, reasons.")
    .usage("[options] [CASE] ID")
    .argument("<arguments...>", "case folder and the id of an event, claim, edge or entity")
    .option("--without <outlet...>", "leave out what these outlets say; a report without one goes by its id")
    .action(async (args: string[], _options: unknown, command: Command) => {
      const [folder, id] = caseAndOne(args, "ID");
      const output = outputOf(command);
      const opened = await openCase(folder);
      const { without = [] } = command.optsWithGlobals<{ readonly without?: readonly string[] }>();
      for (const outlet of without) checkOutlet(outlet, opened);
      const index = new CaseIndex(withoutSources(opened.records, without));
      const found = find(id, index);
      const claim = index.claims.get(id);
      const reading = claim && found.record === claim ? await readAgain(opened, claim) : undefined;
      if (output.json) output.data(reading ? { ...found.record, reading } : found.record);
      else for (const line of found.lines(output)) output.result(line);
      if (!output.json && reading) for (const line of readingLines(reading, output)) output.result(line);
    });
}

function checkOutlet(outlet: string, { records }: OpenCase): void {
  const known = sortedUnique(records.documents.map(({ id, publisher }) => publisher ?? id));
  if (known.some((name) => slug(name) === slug(outlet))) return;
  throw new RiposteError(
    "case/unknown-id",
    `--without ${truncate(outlet, 80)}: no report of this case comes from there; there are ${truncate(known.join(", "), 300)}`,
  );
}

/** How the claim was read; where that cannot be found out, why not. */
async function readAgain(
  opened: OpenCase,
  claim: Claim,
): Promise<ClaimReading | { readonly unknown: string }> {
  try {
    const reading = await readClaimAgain(opened, claim);
    return reading ?? { unknown: "the report reads otherwise by now; build the case again" };
  } catch (error) {
    if (!(error instanceof RiposteError)) throw error;
    return { unknown: error.message };
  }
}

const readingLines = (reading: ClaimReading | { readonly unknown: string }, output: Output): string[] =>
  "unknown" in reading
    ? ["", `How it was read is not known: ${reading.unknown}`]
    : explainReading(reading, output);

interface Found {
  readonly record: object;
  readonly lines: (output: Output) => string[];
}

function find(id: string, index: CaseIndex): Found {
  const event = index.records.events.find((item) => item.id === id || item.formerIds?.includes(id));
  if (event) return { record: event, lines: (output) => explainEvent(event, index, output) };
  const claim = index.claims.get(id);
  if (claim) return { record: claim, lines: (output) => explainClaim(claim, index, output) };
  const entity = index.entities.get(id);
  if (entity) return { record: entity, lines: (output) => explainEntity(entity, index, output) };
  const edge = id.includes("|") ? buildGraph(index.records).edges.find((item) => item.id === id) : undefined;
  if (edge) return { record: edge, lines: (output) => explainEdge(edge, index, output) };
  throw new RiposteError(
    "case/unknown-id",
    `${truncate(id, 80)}: nothing in this case has this id${suggestion(id, index)}`,
  );
}

/** Ids that contain what was typed, where there are some. */
function suggestion(typed: string, { records }: CaseIndex): string {
  const ids = [...records.events, ...records.entities, ...records.claims].map((record) => record.id);
  const near = ids.filter((id) => id.includes(typed)).slice(0, 3);
  return near.length > 0 ? `; did you mean ${near.join(" or ")}?` : "";
}
