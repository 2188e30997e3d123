import { type Claim, type Effects, type Quantity, ROLES } from "../../ontology/index.ts";
import type { Output } from "../output.ts";
import type { CaseIndex } from "./names.ts";

/** Everything a claim says and rests on. */
export function explainClaim(claim: Claim, index: CaseIndex, output: Output): string[] {
  const { bold, dim, yellow } = output.color;
  const kind = claim.subtype ? `${claim.type}/${claim.subtype}` : claim.type;
  const lines = [
    `${bold(`Claim ${claim.id}`)}  ${kind}, ${claim.modality}, confidence ${claim.confidence.toFixed(2)}`,
    `  ${index.byline(claim.document)}`,
    `  ${index.quotation(claim, output)}`,
  ];
  for (const role of ROLES) {
    if (claim[role].length === 0) continue;
    const inferred = claim.inferred.includes(role) ? yellow(" (inferred from context)") : "";
    lines.push(`  ${role.padEnd(12)}${index.names(claim[role])}${inferred}`);
  }
  const say = (label: string, value: string | undefined) =>
    value && lines.push(`  ${label.padEnd(12)}${value}`);
  say("source", claim.sourceText);
  say("speaker", claim.speakerText);
  say("time", claim.time && shownTime(claim.time));
  say("weapon", claim.instrument.join(", "));
  say("quantity", claim.quantity && shownQuantity(claim.quantity));
  for (const line of effectLines(claim.effects)) lines.push(`  ${line}`);
  for (const link of claim.responseTo) say("answers", `${link.id}${link.cue ? ` (“${link.cue}”)` : ""}`);
  say("about", claim.about.join(", "));
  const event = index.records.events.find((item) => item.claims.includes(claim.id));
  say("event", event?.id);
  lines.push(
    dim(`  read by ${claim.extractor.name} ${claim.extractor.version}, rule ${claim.extractor.rule}`),
  );
  return lines;
}

/** One line for a claim in a list: who says it, where, and the words. */
export function claimLine(claim: Claim, index: CaseIndex, output: Output): string[] {
  const { dim } = output.color;
  const voices = [...claim.speaker, ...claim.source].map((id) => index.name(id));
  const voice = [...voices, claim.speakerText ?? claim.sourceText ?? ""].filter(Boolean).join(", ");
  return [
    `${index.byline(claim.document)}${voice ? ` — ${voice}` : ""}: ${claim.type}, ${claim.modality}, ${claim.confidence.toFixed(2)} ${dim(claim.id)}`,
    `  ${index.quotation(claim, output)}`,
  ];
}

function shownTime({ start, end, text }: NonNullable<Claim["time"]>): string {
  return `${start === end ? start : `${start} to ${end}`}${text ? ` (“${text}”)` : ""}`;
}

/** The wording where there is one: a range says less than « des dizaines ». */
export function shownQuantity(quantity: Quantity): string {
  const { min, max, approximate, text } = quantity;
  const range = max === undefined ? `${min} or more` : min === max ? String(min) : `${min}–${max}`;
  const number = approximate && min === max ? `about ${range}` : range;
  return text && text !== number ? `${number} (“${text}”)` : number;
}

function effectLines(effects: Effects | undefined): string[] {
  if (!effects) return [];
  const lines: string[] = [];
  for (const name of ["killed", "wounded", "missing"] as const) {
    const effect = effects[name];
    if (effect)
      lines.push(
        `${name.padEnd(12)}${shownQuantity(effect)}${effect.side ? `, on the side of ${effect.side}` : ""}`,
      );
  }
  if (effects.damage)
    lines.push(`${"damage".padEnd(12)}${effects.damage.none ? "none" : "yes"} (“${effects.damage.text}”)`);
  return lines;
}
