/** Triggers that are no verbs: event nouns, counted casualties, and weapons that stand for their use. */
import { familyOf } from "../ontology/index.ts";
import { readArguments } from "./arguments.ts";
import { isDoneByNobody } from "./conditions.ts";
import { nominalRoles } from "./nominal-events.ts";
import type { PhraseReader } from "./phrase-reader.ts";
import { readTrigger } from "./read-trigger.ts";
import { addFillers, type Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";
import { readStruck } from "./struck.ts";
import { isWeapon } from "./weapons.ts";

/** « Embuscade dimanche contre un convoi »: an event noun that opens a verbless line is easily read as a verb. */
export function opensVerbless(view: SentenceView, i: number): boolean {
  return i === 0 && view.isFinite(i) && view.kids(i, "nsubj", "expl").length === 0;
}

/** "Drone attacks on the port wounded three": an event word without an object, right before « on », is a noun. */
export function isMistakenNoun(view: SentenceView, i: number): boolean {
  const against = view.index.prepositions.get("against");
  return (
    view.isFinite(i) &&
    view.isNoun(i - 1) &&
    against?.has(view.canonical(i + 1, i + 2)) === true &&
    view.kids(i, "obj").length === 0 &&
    nounSpellings(view, i).some((s) =>
      view.index.nouns.get(s)?.some((p) => familyOf(p.frame.type) === "attack"),
    )
  );
}

/** Form and lemma, and the form without a plural ending where the word was read as a verb. */
const nounSpellings = (view: SentenceView, i: number): readonly string[] =>
  view.isVerb(i)
    ? [view.lower(i), view.lower(i).replace(/s$/u, ""), view.lower(i).replace(/es$/u, "")]
    : view.spellings(i);

export function readNoun(view: SentenceView, reader: PhraseReader, i: number): Reading | undefined {
  if (!/^(NOUN|ADJ|PROPN|X)/.test(view.pos(i)) && !opensVerbless(view, i) && !isMistakenNoun(view, i))
    return undefined;
  for (const pattern of nounSpellings(view, i).flatMap((s) => view.index.nouns.get(s) ?? [])) {
    // "missile strike", but not "missiles struck".
    if (
      !pattern.words.every((w, k) => k === 0 || (view.spellings(i + k).includes(w) && !view.isFinite(i + k)))
    )
      continue;
    if (namesSomethingElse(view, i)) return undefined;
    const leadBy = pattern.needs?.subject;
    if (leadBy !== undefined && !view.isLedBy(i, leadBy)) return undefined;
    const reading = readTrigger(view, headOf(view, i, pattern.words.length), pattern, false, undefined);
    if (isNobodysDoing(reading)) return undefined;
    return nominalRoles(reader, reading) ? reading : undefined;
  }
  return undefined;
}

/** « des inondations ont fait vingt morts »: an effect of what nobody did. */
function isNobodysDoing({ view, at, effect }: Reading): boolean {
  const verb = view.head(at);
  return effect !== undefined && view.isVerb(verb) && isDoneByNobody(view, readArguments(view, verb));
}

/** The word of a compound that the others hang from: "attack" in "drone attack", « raid » in « raid aérien ». */
function headOf(view: SentenceView, i: number, length: number): number {
  for (let k = i; k < i + length; k++) if (view.head(k) < i || view.head(k) >= i + length) return k;
  return i;
}

/** "combat mission", "attack helicopter": an event word that only specifies another noun. */
function namesSomethingElse(view: SentenceView, i: number): boolean {
  const head = view.head(i);
  const compound = view.relation(i) === "compound" && head > i;
  const purpose =
    view.relation(i) === "nmod" &&
    head === i - 2 &&
    view.lower(i) === view.lemma(i) &&
    view.isLedBy(i, "of") &&
    view.kids(i).length === 1;
  if ((!compound && !purpose) || view.index.operators.nouns.has(view.lemma(head))) return false;
  return !view.spellings(head).some((s) => view.index.nouns.has(s)) && !isWeapon(view, head);
}

/** « six blessés », « aucune victime », « 25 martyrs »: a counted effect, read as an account of an act. */
export function readCasualties(view: SentenceView, reader: PhraseReader, i: number): Reading | undefined {
  if (!/^(NOUN|ADJ)/.test(view.pos(i))) return undefined;
  const effect = view.isOfClass(i, "wounded") ? "wounded" : view.isOfClass(i, "damage") ? "damage" : "killed";
  if (effect === "killed" && !view.isOfClass(i, "killed") && !view.isOfClass(i, "victims")) return undefined;
  const counted =
    view.kids(i, "nummod", "det", "advmod").some((k) => isCount(view, k)) ||
    (i > 0 && isCount(view, i - 1)) ||
    (i > 1 && view.isLedBy(i, "of") && isCount(view, i - 2));
  const pattern = view.index.casualties;
  const head = view.head(i);
  const told = view.isVerb(head) ? readArguments(view, head) : undefined;
  if (!counted || !pattern || (told && (isDoneByNobody(view, told) || isHelped(view, head))))
    return undefined;
  const reading = readTrigger(view, i, pattern, false, undefined);
  reading.effect = effect;
  for (const k of view.kids(i, "nmod", "amod", "appos", "obl"))
    if (!view.isLedBy(k, "according")) addFillers(reading, "target", reader.read(view, k, "target"));
  return reading;
}

/** "Treated 120 wounded": who is helped was hurt in an act told elsewhere, if anywhere. */
const isHelped = (view: SentenceView, verb: number): boolean =>
  view.spellings(verb).some((s) => view.index.verbs.get(s)?.some((p) => p.frame.type === "aid"));

function isCount(view: SentenceView, i: number): boolean {
  return (
    view.pos(i).startsWith("NUM") ||
    view.index.lexicon.modality.nobody.includes(view.lower(i)) ||
    view.index.lexicon.modality.negation.includes(view.lower(i))
  );
}

/** « les roquettes du 15 février sur l'aéroport », « faire état de plusieurs roquettes »: a weapon that stands for its use. */
export function readWeapon(view: SentenceView, reader: PhraseReader, i: number): Reading | undefined {
  const weapon = view.match(view.index.instruments, i);
  const { casualties } = view.index;
  if (!weapon || !casualties || !STANDS_FOR_ITS_USE.has(weapon.value) || !view.isNoun(i)) return undefined;
  const complements = view.kids(i, "nmod", "obl");
  const aimed = complements.filter((k) => view.isLedBy(k, "against") && !view.isLedBy(k, "of"));
  const dated = view.kids(i).some((k) => view.isTime(k));
  const head = view.head(i);
  const told =
    head >= 0 &&
    view.isVerb(head) &&
    /^(obj|obl)/.test(view.relation(i)) &&
    view.spellings(head).some((s) => view.index.verbs.get(s)?.some((p) => p.frame.content === true));
  const underVerb = head >= 0 && view.isVerb(head) && !told;
  if (!(told && view.kids(i, "nummod", "det").length > 0) && (underVerb || (aimed.length === 0 && !dated)))
    return undefined;
  const reading = readTrigger(view, i, casualties, false, undefined);
  reading.effect = undefined;
  for (const k of aimed) addFillers(reading, "target", readStruck(reader, view, k));
  return reading;
}

/** « celles perpétrées en Irak »: a pronoun for an act, told by the light verb behind it. */
export function readActPronoun(view: SentenceView, reader: PhraseReader, i: number): Reading | undefined {
  const pattern = view.index.actPronoun;
  if (!pattern || !view.index.lexicon.grammar.pronouns.event.includes(view.lower(i))) return undefined;
  const next = i + 1;
  const light =
    view.isParticiple(next) &&
    view.spellings(next).some((s) => view.index.light.get(s)?.some((l) => l.kind === "active"));
  if (!light) return undefined;
  const reading = readTrigger(view, i, pattern, false, undefined);
  reading.members.push(next);
  const { obliques, subjects } = readArguments(view, next);
  addFillers(
    reading,
    "agent",
    subjects.filter((s) => s !== i).flatMap((s) => reader.read(view, s, "agent")),
  );
  for (const o of obliques)
    if (view.isLedBy(o.head, "against") && !view.isLedBy(o.head, "in"))
      addFillers(reading, "target", readStruck(reader, view, o.head));
  return reading;
}

const STANDS_FOR_ITS_USE: ReadonlySet<string> = new Set(["rocket", "missile", "mortar", "artillery"]);
