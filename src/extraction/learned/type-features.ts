/**
 * What speaks for one type of claim or another, as named binary features: the trigger and its frame, who speaks of whose
 * act, what is said, and what an act is done to.
 */
import { familyOf } from "../../ontology/index.ts";
import type { EntityLookup } from "../entities.ts";
import { isNegated, isToCome } from "../modality.ts";
import { fillers, isAct, type Reading } from "../reading.ts";
import type { SentenceView } from "../sentence-view.ts";
import { saidTokens } from "../statement-scope.ts";
import { groupOf } from "./reading-form.ts";

/** Words of what is said that are looked at: its beginning tells most. */
const MAX_WORDS = 24;

/** Features of a reading, whatever its type; each counts for every type apart. */
export function typeFeatures(reading: Reading, entities: EntityLookup): string[] {
  const { pattern, verbal, modality } = reading;
  const voice = verbal ? (reading.arguments?.passive ? "passive" : "active") : "noun";
  return [
    "bias",
    `frame ${pattern.frameName}`,
    `trigger ${pattern.frameName}:${pattern.words.join("_")}`,
    voice,
    `verdict ${familyOf(reading.type)}`,
    `verdict ${familyOf(reading.type)} ${voice}`,
    `modality ${modality}`,
    `doubt ${reading.doubt ?? "none"}`,
    ...(isAct(reading) ? actFeatures(reading, entities) : statementFeatures(reading, entities)),
  ];
}

function actFeatures(reading: Reading, entities: EntityLookup): string[] {
  const { view, at, arguments: args } = reading;
  const heads = args
    ? [...args.objects, ...(args.passive ? args.subjects : [])]
    : view.kids(at, "nmod", "obj");
  return [
    `agent ${typeOf(reading, "agent", entities)}`,
    `target ${typeOf(reading, "target", entities)}`,
    `place ${typeOf(reading, "place", entities)}`,
    `effect ${reading.effect ?? "none"}`,
    ...heads.map((k) => `object ${wordOf(view, k)}`),
    ...view
      .kids(at, "obl", "nmod", "xcomp", "compound:prt", "advmod")
      .map((k) => `beside ${wordOf(view, k)}`),
    `under ${view.head(at) < 0 ? "nothing" : wordOf(view, view.head(at))}`,
  ];
}

function statementFeatures(reading: Reading, entities: EntityLookup): string[] {
  const { view } = reading;
  const acts = reading.content.filter((r) => isAct(r) && !r.dropped);
  const said = saidTokens(reading);
  const words = said.filter((k) => /^(VERB|NOUN|ADJ|ADV)/.test(view.pos(k))).slice(0, MAX_WORDS);
  const verbs = words.filter((k) => view.isVerb(k));
  const [predicate] = verbs;
  const { first, third } = view.index.lexicon.grammar.pronouns;
  const speaker = speakerOf(reading, entities);
  const out = [
    `speaker ${speaker}`,
    `tells ${Math.min(acts.length, 3)}`,
    ...acts.flatMap((act) => contentFeatures(act, reading, entities)),
    ...words.map((k) => `says ${view.lemma(k)}`),
  ];
  if (predicate !== undefined) {
    if (isNegated(view, predicate)) out.push("says no");
    out.push(`says first ${view.lemma(predicate)}`);
  }
  if (verbs.some((k) => isToCome(view, k))) out.push("speaks of what is to come");
  if (said.some((k) => first.includes(view.lower(k)))) out.push("says we");
  if (said.some((k) => third.includes(view.lower(k)))) out.push("says they");
  if (said.some((k) => (view.tokens[k]?.quoted ?? 0) > 0)) out.push("quotes");
  if (said.some((k) => view.pos(k).startsWith("NUM"))) out.push("says a number");
  return [...new Set(out)];
}

/** What the statement reports, and whose act it is: the speaker's own side, another's, nobody's. */
function contentFeatures(act: Reading, statement: Reading, entities: EntityLookup): string[] {
  const speakers = fillers(statement, "speaker");
  const side = (role: "agent" | "target"): string => {
    const found = fillers(act, role);
    if (found.length === 0) return "nobody";
    if (speakers.length === 0) return "somebody";
    const own = found.some((f) => speakers.some((s) => entities.sameSide(f.mention, s.mention)));
    return `${own ? "its own side" : "others"}${found.every((f) => f.inferred) ? " inferred" : ""}`;
  };
  const group = groupOf(act);
  const by = side("agent");
  const against = side("target");
  return [
    `tells ${familyOf(act.type)}`,
    `tells ${familyOf(act.type)} ${act.modality}`,
    `tells ${group} by ${by}`,
    `tells ${group} by ${by} against ${against}`,
    `tells ${group} against ${against}`,
    `tells effect ${act.effect ?? "none"}`,
  ];
}

function speakerOf(reading: Reading, entities: EntityLookup): string {
  const [first] = fillers(reading, "speaker");
  if (!first) return reading.speakerText === undefined ? "nobody" : "unnamed";
  return first.mention.candidates.length > 0 ? (entities.typeOf(first.mention) ?? "untyped") : "new";
}

function typeOf(reading: Reading, role: "agent" | "target" | "place", entities: EntityLookup): string {
  const [first] = fillers(reading, role);
  return first ? (entities.typeOf(first.mention) ?? "untyped") : "nobody";
}

/** A name by that it is one: its letters would say only whom the annotated reports are about. */
const wordOf = (view: SentenceView, k: number): string => (view.name(k) ? "a name" : view.lemma(k));
