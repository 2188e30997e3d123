/** The type of a name about which no word around it tells anything: by the names beside it, or by how it is written. */
import type { EntityType } from "../../ontology/index.ts";
import type { Word } from "../text/words.ts";
import { type CapitalRun, isHyphened } from "./capital-runs.ts";
import { isPersonal, speaks } from "./person-signs.ts";
import type { RunReading } from "./run-reading.ts";

/** Types that the members of a list share. */
const LISTED: ReadonlySet<EntityType> = new Set<EntityType>([
  "Place",
  "Person",
  "ArmedGroup",
  "MilitaryForce",
  "Institution",
  "Base",
  "Facility",
  "Media",
]);

/** « Solenzo, Yondé et Sabcé »: the type of the name beside one of the occurrences, in a list or behind « et ». */
export function companionType(
  reading: RunReading,
  group: readonly CapitalRun[],
  typeAt: (at: number) => EntityType | undefined,
): EntityType | undefined {
  const { words, around } = reading;
  for (const run of group) {
    if (run.initial || !run.plain || !isBearing(reading, run)) continue;
    const { start, end } = run;
    const before = words[start - 1];
    const after = words[end];
    const beside: (EntityType | undefined)[] = [];
    if (before && around.isConjunction(before.key) && words[start]?.glue === " ")
      beside.push(typeAt(start - 2));
    if (after && around.isConjunction(after.key) && after.glue === " ") beside.push(typeAt(end + 1));
    if (words[start]?.glue === "-") beside.push(typeAt(start - 1));
    if (after?.glue === "-") beside.push(typeAt(end));
    const personal = isPersonal(words, run);
    if (!personal && words[start]?.glue === "," && typeAt(start - 1) === "Place") beside.push("Place");
    if (!personal && after?.glue === "," && typeAt(end) === "Place") beside.push("Place");
    const type = beside.find((one) => one && LISTED.has(one));
    if (type && !(type === "Person" && !personal)) return type;
  }
  return undefined;
}

/**
 * The type that a name has most often that is written so: two words or more without an article a person, a lone word a
 * place, one behind an article or in capitals a group. Undefined where the capital may have other reasons: the head of
 * a sentence, a headline, a quotation, an everyday word, a weapon or an operation.
 */
export function typeByShape(reading: RunReading, group: readonly CapitalRun[]): EntityType | undefined {
  const { words, around } = reading;
  const telling = group.filter((one) => one.plain && isBearing(reading, one) && !isOpening(reading, one));
  const [run] = telling;
  if (!run) return undefined;
  const [first] = words.slice(run.start, run.end) as [Word];
  const determined = telling.every((one) => isDetermined(reading, one));
  if (run.end - run.start > 1)
    return !isPersonal(words, run) ? undefined : determined ? "ArmedGroup" : "Person";
  if (/^\p{Lu}{2,}$/u.test(first.form))
    return first.form.length <= LONGEST_ACRONYM ? "ArmedGroup" : undefined;
  if (first.form.length < SHORTEST_NAME) return undefined;
  const speaking = telling.some(
    (one) => around.cited.matchBefore(words, one.start) || speaks(words, one, around),
  );
  if (speaking && !determined) return "Person";
  const led = telling.every(({ start }) => around.isAgentPreposition(words[start - 1]?.key ?? ""));
  return led || determined ? "ArmedGroup" : "Place";
}

/** « le Jnim », not "the Kidal road": the article is the name's own. */
function isDetermined({ words, around }: RunReading, { start, end }: CapitalRun): boolean {
  if (!around.isDeterminer(words[start - 1]?.key ?? "")) return false;
  const next = words[end];
  if (next?.glue === "-") return false;
  const noun =
    around.namesBeforeNouns &&
    next?.glue === " " &&
    around.isEveryday(next.key) &&
    !around.isOrdinary(next.key) &&
    !around.isSpeech(next.key) &&
    !next.key.endsWith("ed");
  return !noun;
}

const LONGEST_ACRONYM = 6;
const SHORTEST_NAME = 3;

/** No word of everyday prose, no weapon, and not the name of one, nor a word with figures. */
function isBearing({ text, words, around }: RunReading, { start, end }: CapitalRun): boolean {
  const inside = words.slice(start, end);
  const lone = end - start === 1;
  const beside = [words[start - 1], words[end]];
  return (
    !inside.some((word) => /\p{N}/u.test(word.form) || around.isThing(word.key)) &&
    !inside.every((word) => around.isEveryday(word.key) || around.isOrdinary(word.key)) &&
    !beside.some(
      (word, at) => word && (words[at === 0 ? start : end]?.glue ?? "") === " " && around.isThing(word.key),
    ) &&
    !(lone && isHyphened(text, words, end))
  );
}

/** At the head of a sentence a lone word may be any; behind an opening mark a sequence may be a title or a slogan. */
function isOpening({ text, words, around }: RunReading, { start, end, initial }: CapitalRun): boolean {
  if (/[«“"‘*_#]\s?$/u.test(text.slice(0, (words[start] as Word).start).slice(-2))) return true;
  if (!initial) return false;
  return (
    end - start === 1 ||
    words.slice(start, end).some(({ key }) => around.isEveryday(key) || around.isOrdinary(key))
  );
}
