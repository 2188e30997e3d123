import type { GraphEdge } from "../../graph/index.ts";
import { counted } from "../../shared/index.ts";
import type { Output } from "../output.ts";
import { claimLine } from "./claim.ts";
import type { CaseIndex } from "./names.ts";

/** What an arrow of the graph rests on. */
export function explainEdge(edge: GraphEdge, index: CaseIndex, output: Output): string[] {
  const { bold, dim, yellow } = output.color;
  const lines = [
    `${bold(`${index.name(edge.source)} —${edge.type}→ ${index.name(edge.target)}`)}  ${dim(edge.id)}`,
    `  ${[edge.subtype, edge.start, edge.modality, `confidence ${edge.confidence.toFixed(2)}`].filter(Boolean).join(", ")}`,
    `  ${counted(edge.weight, "independent source")}, ${counted(edge.documents.length, "report")}`,
  ];
  if (edge.contested) lines.push(yellow("  accounts of the event differ; see its event"));
  if (edge.inferred) lines.push(yellow("  a side is filled from context, not from the sentence itself"));
  if (edge.cue) lines.push(`  cue: “${edge.cue}”`);
  if (edge.eventId) lines.push(`  event ${edge.eventId}`);
  for (const id of edge.claims) {
    const claim = index.claims.get(id);
    if (claim)
      lines.push(...claimLine(claim, index, output).map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`)));
  }
  return lines;
}
