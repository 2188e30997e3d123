import type { Entity } from "../../ontology/index.ts";
import { counted } from "../../shared/index.ts";
import type { Output } from "../output.ts";
import { claimLine } from "./claim.ts";
import type { CaseIndex } from "./names.ts";

const SHOWN_CLAIMS = 12;

/** Who an entity is, who calls it what, and the claims that name it. */
export function explainEntity(entity: Entity, index: CaseIndex, output: Output): string[] {
  const { bold, dim, yellow } = output.color;
  const lines = [`${bold(entity.name)}  ${entity.type}  ${dim(entity.id)}`];
  if (entity.proposed) {
    const where = entity.evidence ? `, first read in ${index.byline(entity.evidence.document)}` : "";
    lines.push(yellow(`  no pack knows it${where}`));
  }
  for (const office of entity.offices ?? []) {
    const dates = office.from || office.to ? ` (${office.from ?? "?"} to ${office.to ?? "?"})` : "";
    lines.push(
      `  ${office.position}${office.organization ? `, ${index.name(office.organization)}` : ""}${dates}`,
    );
  }
  for (const alias of entity.aliases.filter((item) => item.usedBy.length > 0)) {
    lines.push(`  « ${alias.name} » in ${alias.usedBy.join(", ")}`);
  }
  for (const relation of index.records.relations) {
    if (relation.subject === entity.id) lines.push(`  ${relation.type} ${index.name(relation.object)}`);
    else if (relation.object === entity.id)
      lines.push(`  ${index.name(relation.subject)} ${relation.type} it`);
  }
  lines.push(...doubts(entity, index));
  const claims = index.records.claims.filter((claim) =>
    claim.mentions.some((mention) => mention.entity === entity.id),
  );
  lines.push(
    "",
    `Named in ${counted(claims.length, "claim")}${claims.length > SHOWN_CLAIMS ? `, the first ${SHOWN_CLAIMS}` : ""}:`,
  );
  for (const claim of claims.slice(0, SHOWN_CLAIMS)) {
    const roles = [...new Set(claim.mentions.filter((m) => m.entity === entity.id).map((m) => m.role))].join(
      ", ",
    );
    lines.push(
      ...claimLine(claim, index, output).map((line, i) => (i === 0 ? `- as ${roles}: ${line}` : `  ${line}`)),
    );
  }
  return lines;
}

/** Whom it may be the same as, and why nobody said so yet. */
function doubts({ id }: Entity, index: CaseIndex): string[] {
  return index.records.judgements
    .filter(({ kind, verdict, a, b }) => kind === "entity" && verdict === "unsure" && (a === id || b === id))
    .map(({ a, b, features }) => {
      const why = features.flatMap((feature) => feature.why ?? []);
      return `  perhaps the same as ${index.name(a === id ? b : a)}${why.length > 0 ? `: ${why.join("; ")}` : ""}`;
    });
}
