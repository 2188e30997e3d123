/** What a build found, in lines that a person enjoys reading. */
import type { BuildResult } from "../build/index.ts";
import { eventTitle } from "../graph/index.ts";
import {
  type CaseRecords,
  type ConflictEvent,
  DEFAULT_MIN_CONFIDENCE,
  isAction,
  isActor,
  isFactual,
} from "../ontology/index.ts";
import { compareBy, counted, truncate } from "../shared/index.ts";
import type { Output } from "./output.ts";

const SHOWN_SKIPPED = 5;

export function summaryLines(result: BuildResult, caseFolder: string, output: Output): string[] {
  const { records } = result;
  const { bold, dim, yellow } = output.color;
  const count = (n: number, noun: string) => counted(n, noun, bold);
  const actions = records.claims.filter((claim) => isAction(claim.type));
  const sure = records.claims.filter(
    (claim) => isFactual(claim.modality) && claim.confidence >= DEFAULT_MIN_CONFIDENCE,
  );
  const actors = records.entities.filter((entity) => isActor(entity.type));
  const unknown = records.entities.filter((entity) => entity.proposed);
  const authorless = records.events.filter((event) => event.agent.length === 0);
  const told = records.events.filter((event) => event.documents.length > 1);
  const entities = new Map(records.entities.map((entity) => [entity.id, entity]));
  const title = (event: ConflictEvent) => eventTitle(event, entities, "en");
  const chain = longestChain(records);
  const lines = [
    `${count(records.documents.length, "report")}${result.fromCache > 0 ? dim(` (${result.fromCache} read before)`) : ""}, ` +
      `${count(records.claims.length, "claim")}: ${counted(actions.length, "act")} and ${counted(records.claims.length - actions.length, "statement")}`,
    `${count(records.events.length, "event")}, ${bold(String(told.length))} told by several reports, ${authorless.length} without a named author`,
    `${count(actors.length, "actor")}, ${bold(String(records.entities.length - actors.length))} places and other entities` +
      (unknown.length > 0 ? dim(` (${unknown.length} that no pack knows)`) : ""),
    `${count(sure.length, "claim")} sure enough to be shown by default (confidence ${DEFAULT_MIN_CONFIDENCE} and factual)`,
  ];
  const contested = records.events
    .map((event) => ({ event, fields: contestedFields(event) }))
    .filter(({ fields }) => fields.length > 0)
    .sort(
      compareBy(
        ({ event }) => -event.documents.length,
        ({ fields }) => -fields.length,
        ({ event }) => event.id,
      ),
    );
  if (contested.length > 0) {
    lines.push("", `${bold("Contested")} in ${counted(contested.length, "event")}, most told first:`);
    for (const { event, fields } of contested.slice(0, 3)) {
      lines.push(
        `  ${yellow("≠")} ${truncate(title(event), 90)}${event.time ? dim(` · ${event.time.start}`) : ""}: ${fields.join(", ")}`,
      );
      lines.push(dim(`    riposte explain ${caseFolder} ${event.id}`));
    }
  }
  if (chain.length > 1) {
    lines.push("", `${bold("Longest chain of replies")}: ${chain.length} events`);
    for (const [index, event] of chain.entries()) {
      lines.push(`  ${index + 1}. ${event.time ? `${event.time.start}  ` : ""}${truncate(title(event), 90)}`);
    }
  }
  if (result.skipped.length > 0) {
    lines.push("", `${bold("Not read")}: ${result.skipped.length}`);
    for (const item of result.skipped.slice(0, SHOWN_SKIPPED))
      lines.push(`  ${item.name}: ${item.reason} ${dim(`(${item.code})`)}`);
    if (result.skipped.length > SHOWN_SKIPPED)
      lines.push(dim(`  … all of them in ${caseFolder}/manifest.json`));
  }
  for (const notice of result.manifest.notices.slice(0, SHOWN_SKIPPED))
    lines.push(`${yellow("note")} ${notice.message} ${dim(`(${notice.code})`)}`);
  return lines;
}

function contestedFields(event: ConflictEvent): string[] {
  return Object.keys(event.fields)
    .filter((name) => event.fields[name]?.contested)
    .sort();
}

/** The longest path along "answers" links, first act first. Ties go to the smaller event id; cycles end the path. */
export function longestChain(records: Pick<CaseRecords, "events">): ConflictEvent[] {
  const byId = new Map(records.events.map((event) => [event.id, event]));
  const best = new Map<string, readonly ConflictEvent[]>();
  const open = new Set<string>();
  const pathTo = (event: ConflictEvent): readonly ConflictEvent[] => {
    const known = best.get(event.id);
    if (known) return known;
    open.add(event.id);
    let longest: readonly ConflictEvent[] = [];
    for (const { id } of event.responseTo) {
      const answered = byId.get(id);
      if (!answered || open.has(answered.id)) continue;
      const path = pathTo(answered);
      if (path.length > longest.length) longest = path;
    }
    open.delete(event.id);
    const path = [...longest, event];
    best.set(event.id, path);
    return path;
  };
  let longest: readonly ConflictEvent[] = [];
  for (const event of [...records.events].sort(compareBy((item) => item.id))) {
    const path = pathTo(event);
    if (path.length > longest.length) longest = path;
  }
  return [...longest];
}
