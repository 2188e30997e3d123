import type { Command } from "commander";
import { openCase } from "../../case/index.ts";
import { buildGraph } from "../../graph/index.ts";
import { RiposteError, truncate } from "../../shared/index.ts";
import { caseAndOne } from "../case-argument.ts";
import type { Output } from "../output.ts";
import { outputOf } from "../program-output.ts";
import { explainClaim } from "./claim.ts";
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
    .action(async (args: string[], _options: unknown, command: Command) => {
      const [folder, id] = caseAndOne(args, "ID");
      const output = outputOf(command);
      const index = new CaseIndex((await openCase(folder)).records);
      const found = find(id, index);
      if (output.json) output.data(found.record);
      else for (const line of found.lines(output)) output.result(line);
    });
}

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
