/** What stands around a reading in its sentence, as features of whether it is told as a claim of its own. */
import { familyOf } from "../../ontology/index.ts";
import { clauseTokens } from "../clause-span.ts";
import type { Reading } from "../reading.ts";
import { groupOf } from "./reading-form.ts";
import { step } from "./weighing.ts";

/** Links of the tree over which a reading above is looked for. */
const MAX_STEPS = 12;

/** `beside`: the other readings of the sentence that were not left out. */
export function contextFeatures(reading: Reading, beside: readonly Reading[]): string[] {
  const { view } = reading;
  const group = groupOf(reading);
  const type = familyOf(reading.type);
  const manner = reading.verbal ? "verb" : "noun";
  const above = readingAbove(reading, beside)?.type ?? "no claim";
  const alike = beside.filter((other) => familyOf(other.type) === type).length;
  const clause = clauseTokens(reading);
  const names = clause.filter((k) => view.name(k) !== undefined).length;
  const subject = subjectOf(reading);
  return [
    `${group} ${manner} under ${above}`,
    `${type} ${manner} under ${above}`,
    `${group} beside ${Math.min(alike, 2)} alike`,
    `${manner} beside ${Math.min(beside.length, 4)}`,
    `${type} beside ${Math.min(beside.length, 3)}`,
    `${group} clause of ${step(clause.length, [3, 6, 12, 24])} tokens`,
    `${group} ${manner} clause with ${Math.min(names, 3)} names`,
    `${group} ${manner} clause with a time ${clause.some((k) => view.isTime(k))}`,
    `${group} clause with a number ${clause.some((k) => view.pos(k).startsWith("NUM"))}`,
    `${group} undergone or done by ${subject}`,
    `${type} undergone or done by ${subject}`,
  ];
}

/** The reading whose trigger stands next on the way up the tree. */
function readingAbove({ view, at, members }: Reading, beside: readonly Reading[]): Reading | undefined {
  let k = view.head(at);
  for (let steps = 0; steps < MAX_STEPS && k >= 0; steps++) {
    const token = k;
    const found = members.includes(token) ? undefined : beside.find((r) => r.members.includes(token));
    if (found) return found;
    k = view.head(k);
  }
  return undefined;
}

/** How the grammatical subject of the trigger is worded: a name, a pronoun by itself, or a phrase by its determiner. */
function subjectOf({ view, arguments: args }: Reading): string {
  if (!args) return "a noun's own words";
  const [head] = args.passive ? args.objects : args.subjects;
  if (head === undefined) return "nobody";
  const name = view.name(head);
  if (name) return name.demonym ? "a nationality" : "a name";
  return view.pos(head).startsWith("PRON") ? view.lower(head) : (view.determiner(head) ?? "a phrase");
}
