import { eventTitle } from "../../graph/index.ts";
import type { ConflictEvent, EventField, FieldValue, Judgement } from "../../ontology/index.ts";
import { counted } from "../../shared/index.ts";
import type { Output } from "../output.ts";
import { claimLine, shownQuantity } from "./claim.ts";
import type { CaseIndex } from "./names.ts";

/** One event: who says what, value by value; statements on it; what it answers; why accounts were joined. */
export function explainEvent(event: ConflictEvent, index: CaseIndex, output: Output): string[] {
  const { bold, dim } = output.color;
  const kind = event.subtype ? `${event.type}/${event.subtype}` : event.type;
  const lines = [
    bold(eventTitle(event, index.entities, "en")),
    `  ${[event.time && days(event.time), kind, event.modality, `confidence ${event.confidence.toFixed(2)}`].filter(Boolean).join(", ")}  ${dim(event.id)}`,
    `  ${counted(event.documents.length, "report")}, ${counted(event.sources.length, "independent source")}`,
  ];
  for (const [name, field] of Object.entries(event.fields).sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push("", ...fieldLines(name, field, index, output));
  }
  lines.push("", bold("Told by"));
  for (const id of event.claims) {
    const claim = index.claims.get(id);
    if (claim) lines.push(...listed(claimLine(claim, index, output)));
  }
  const known = new Set([event.id, ...event.claims, ...(event.formerIds ?? [])]);
  const statements = index.records.claims.filter(
    (claim) => !known.has(claim.id) && claim.about.some((id) => known.has(id)),
  );
  if (statements.length > 0) lines.push("", bold("Statements on it"));
  for (const claim of statements) lines.push(...listed(claimLine(claim, index, output)));
  lines.push(...replyLines(event, known, index, output));
  lines.push(...kinLines(event, index, output));
  const judgements = index.records.judgements.filter(
    (judgement) => judgement.kind === "event" && (known.has(judgement.a) || known.has(judgement.b)),
  );
  if (judgements.length > 0) lines.push("", bold("Why accounts were joined or kept apart"));
  for (const judgement of judgements.slice(0, 12)) lines.push(...judgementLines(judgement, output));
  return lines;
}

const listed = (lines: readonly string[]) => lines.map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`));

function days({ start, end }: { start: string; end: string }): string {
  return start === end ? start : `${start} to ${end}`;
}

function fieldLines(name: string, field: EventField, index: CaseIndex, output: Output): string[] {
  const { bold, yellow, dim } = output.color;
  const head = field.contested ? yellow(`${name} ≠${field.why ? ` ${field.why}` : ""}`) : bold(name);
  const value = (item: FieldValue) =>
    typeof item.value === "string" ? index.name(item.value) : shownQuantity(item.value);
  return [
    head,
    ...field.values.map((item, i) => {
      const count = item.sources.map(index.sourceLabel).join(", ");
      return `  ${i === field.shown && field.contested ? "▸" : "·"} ${value(item)}  ${dim(count)}`;
    }),
  ];
}

function replyLines(
  event: ConflictEvent,
  known: ReadonlySet<string>,
  index: CaseIndex,
  output: Output,
): string[] {
  const { bold, dim } = output.color;
  const byId = new Map(index.records.events.map((item) => [item.id, item]));
  const line = (
    other: ConflictEvent | undefined,
    id: string,
    cue: string | undefined,
    inferred: boolean | undefined,
  ) =>
    `- ${other ? eventTitle(other, index.entities, "en") : id}${cue ? ` (“${cue}”)` : ""}${inferred ? " (inferred from sequence)" : ""} ${dim(id)}`;
  const lines: string[] = [];
  if (event.responseTo.length > 0) lines.push("", bold("It answers"));
  for (const link of event.responseTo) lines.push(line(byId.get(link.id), link.id, link.cue, link.inferred));
  const answers = index.records.events.filter((item) => item.responseTo.some((link) => known.has(link.id)));
  if (answers.length > 0) lines.push("", bold("Answered by"));
  for (const other of answers) {
    const link = other.responseTo.find(({ id }) => known.has(id));
    lines.push(line(other, other.id, link?.cue, link?.inferred));
  }
  return lines;
}

/** What it is part of, its own parts, and the series of strikes that it stands in. */
function kinLines(event: ConflictEvent, index: CaseIndex, output: Output): string[] {
  const { bold, dim } = output.color;
  const { events } = index.records;
  const listOf = (heading: string, kin: readonly ConflictEvent[]): string[] =>
    kin.length === 0
      ? []
      : [
          "",
          bold(heading),
          ...kin.map((other) => `- ${eventTitle(other, index.entities, "en")} ${dim(other.id)}`),
        ];
  return [
    ...listOf(
      "Part of",
      events.filter(({ id }) => event.partOf.includes(id)),
    ),
    ...listOf(
      "Its parts",
      events.filter(({ partOf }) => partOf.includes(event.id)),
    ),
    ...listOf(
      "Before it in the series",
      events.filter(({ id }) => event.sameSeries?.includes(id)),
    ),
    ...listOf(
      "After it in the series",
      events.filter(({ sameSeries }) => sameSeries?.includes(event.id)),
    ),
  ];
}

function judgementLines({ a, b, verdict, score, features, by }: Judgement, output: Output): string[] {
  const { dim } = output.color;
  const reasons = features
    .filter((feature) => feature.value !== 0)
    .sort((x, y) => Math.abs(y.value * y.weight) - Math.abs(x.value * x.weight))
    .slice(0, 5)
    .map(
      (feature) =>
        `${feature.name} ${(feature.value * feature.weight).toFixed(1)}${feature.why ? ` (${feature.why})` : ""}`,
    );
  return [
    `- ${verdict} (${by === "decision" ? "decided" : score.toFixed(2)}): ${a} · ${b}`,
    dim(`  ${reasons.join(", ")}`),
  ];
}
