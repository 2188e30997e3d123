/**
 * Parties without a name that the report describes well enough to tell them apart: « trois agents de l'ambassade »,
 * « le tribunal militaire de garnison », "a relief column". Each becomes a proposed entity of its own report.
 */
import type { EntityType } from "../ontology/index.ts";
import { type EntityLookup, mentionOf } from "./entities.ts";
import type { SentenceView } from "./sentence-view.ts";
import type { Filler } from "./types.ts";

/** Tokens after the head that still belong to the description. */
const TAIL = 7;

/** People for whom no side answers: where they are counted, a name in the phrase is not theirs (« trois agents de l'ambassade de France »). */
export function describeCountedPeople(view: SentenceView, head: number): Filler | undefined {
  const people = ["captives", "civilian", "rescued"].some((c) => view.isOfClass(head, c));
  const answers = ["military", "fighters-anaphora", "office", "collective"].some((c) =>
    view.isOfClass(head, c),
  );
  return people && !answers && isCounted(view, head) ? describe(view, head, "Unit") : undefined;
}

/** What is done to a party without a name: people, vehicles and cargo, bodies, sites. Undefined where it is not specific. */
export function describeSufferer(view: SentenceView, head: number): Filler | undefined {
  // « les deux camps » are those who fight, told before.
  if (view.isOfClass(head, "opponents")) return undefined;
  const type =
    bodyType(view, head) ??
    (!view.isOfClass(head, "office") &&
    ["unit", "vessels", "captives", "civilian", "rescued"].some((c) => view.isOfClass(head, c))
      ? "Unit"
      : view.isOfClass(head, "sites")
        ? "Facility"
        : isCountedNoun(view, head)
          ? "Unit"
          : undefined);
  return type && isSpecific(view, head) ? describe(view, head, type) : undefined;
}

/** « 17 éleveurs », "70 musicians": who or what is counted, whatever the word, but for amounts of goods, times and parties. */
function isCountedNoun(view: SentenceView, head: number): boolean {
  const other = [
    "amounts",
    "relief",
    "arms",
    "deal",
    "measures",
    "office",
    "military",
    "damage",
    "opponents",
  ];
  return isCounted(view, head) && !view.isTime(head) && !other.some((c) => view.isOfClass(head, c));
}

/** What is struck without a name: a site, ship or vehicle told for the first time; « le navire » is one told before. */
export function describeStruck(view: SentenceView, head: number): Filler | undefined {
  const type = thingType(view, head);
  return type && !isToldBefore(view, head) && isSpecific(view, head) ? describe(view, head, type) : undefined;
}

function thingType(view: SentenceView, head: number): EntityType | undefined {
  if (view.isOfClass(head, "strongholds")) return "Base";
  if (view.isOfClass(head, "installations")) return "Facility";
  // « des drones ont été abattus » tells of a swarm; « un hélicoptère » is one that can be spoken of again.
  if (view.isOfClass(head, "flyers"))
    return view.lower(head) === view.lemma(head) && !isCounted(view, head) ? "Unit" : undefined;
  return ["vehicles", "vessels"].some((c) => view.isOfClass(head, c)) ? "Unit" : undefined;
}

/** A definite article or a possessive without a count or a complement behind it: « le navire russe », "their camp". */
function isToldBefore(view: SentenceView, head: number): boolean {
  const determiner = view.determiner(head);
  const { possessive } = view.index.lexicon.grammar.pronouns;
  const start = view.phraseStart(head);
  const owned = [start - 1, start].some((k) => k < head && possessive.includes(view.lower(k)));
  if ((determiner === undefined && !owned) || isCounted(view, head)) return false;
  return determiner === "demonstrative" || !view.kids(head, "nmod").some((k) => k > head && !view.isTime(k));
}

/** Who strikes or speaks without a name: only a body. « Un drone » or « des hommes » would name a weapon or nobody. */
export function describeBody(view: SentenceView, head: number): Filler | undefined {
  const type = bodyType(view, head);
  return type && isSpecific(view, head) ? describe(view, head, type) : undefined;
}

/** Who does anything else without a name: a body, a column or convoy, a group that is described further. */
export function describeDoer(view: SentenceView, head: number): Filler | undefined {
  if (bodyType(view, head)) return describeBody(view, head);
  const ofState = view.isOfClass(head, "military") && !view.isOfClass(head, "unit");
  const type = ofState
    ? undefined
    : ["unit", "vessels"].some((c) => view.isOfClass(head, c))
      ? "Unit"
      : view.isOfClass(head, "collective")
        ? "ArmedGroup"
        : undefined;
  return type && isSpecific(view, head) ? describe(view, head, type) : undefined;
}

/** A civil or armed body that a common noun names: « le tribunal », « la gendarmerie ». */
function bodyType(view: SentenceView, head: number): EntityType | undefined {
  if (!view.isOfClass(head, "bodies") || view.isOfClass(head, "unnamed")) return undefined;
  return view.isOfClass(head, "armed-bodies") ? "MilitaryForce" : "Institution";
}

const isCounted = (view: SentenceView, head: number): boolean =>
  view.kids(head, "nummod").length > 0 || (head > 0 && view.pos(head - 1).startsWith("NUM"));

/** More than an article and a noun: a count, an adjective or a complement tells which one is meant. */
function isSpecific(view: SentenceView, head: number): boolean {
  if (!view.isNoun(head) || view.name(head) !== undefined) return false;
  const complements = view
    .kids(head, "nmod", "amod", "compound", "appos", "flat")
    .filter((k) => !view.isTime(k));
  return complements.length > 0 || isCounted(view, head) || view.determiner(head) === undefined;
}

const SITES: ReadonlySet<EntityType> = new Set(["Base", "Facility"]);

/** Whether a preposition leads on to something else: « vingt prisonniers [en signe de …] »; a body goes on with its seat. */
function opensAnother(view: SentenceView, k: number, type: EntityType): boolean {
  if (!view.pos(k).startsWith("ADP")) return false;
  const word = view.canonical(k, k + 1);
  const { prepositions } = view.index;
  if (prepositions.get("of")?.has(word)) return false;
  // A body goes on with its seat, a site with the town that is named right there.
  const seated = type === "Institution" || type === "MilitaryForce" || (SITES.has(type) && view.name(k + 1));
  return !seated || !prepositions.get("in")?.has(word);
}

/** « un tribunal de Tunis »: a civil body told by its seat is itself, not the state that the seat may stand for. */
export function describeSeatedBody(
  view: SentenceView,
  head: number,
  entities: EntityLookup,
): Filler | undefined {
  if (bodyType(view, head) !== "Institution" || view.isOfClass(head, "state")) return undefined;
  const seated = view.kids(head, "nmod").some((k) => {
    const name = view.name(k);
    const led = view.isLedBy(k, "of") || view.isLedBy(k, "in");
    return led && name && !name.demonym && entities.typeOf(mentionOf(entities, name, "place")) === "Place";
  });
  return seated ? describe(view, head, "Institution") : undefined;
}

const isPremodifier = (view: SentenceView, k: number, head: number): boolean =>
  view.isUnder(k, head) &&
  (!view.isVerb(k) || view.lower(k - 1) === "-") &&
  (view.lower(k) === "-" ||
    /^(amod|compound|nummod|acl|flat)/.test(view.relation(k)) ||
    view.lower(k + 1) === "-");

/** A later complement that names somebody or somewhere says whose or where it is: « sept familles de déplacés [du camp de X] ». */
function opensOwner(view: SentenceView, k: number, head: number): boolean {
  if (!view.pos(k).startsWith("ADP")) return false;
  const complement = view.head(k);
  const first = view.kids(head, "nmod").find((other) => other > head);
  return complement !== head && complement !== first && view.subtree(complement).some((i) => view.name(i));
}

function describe(view: SentenceView, head: number, type: EntityType): Filler {
  let from = view.phraseStart(head);
  // "a Liberian-flagged oil tanker": all that hangs from the head before it.
  while (from > 0 && isPremodifier(view, from - 1, head)) from--;
  while (from < head && view.pos(from).startsWith("DET")) from++;
  let to = head;
  const end = Math.min(view.length - 1, head + TAIL, Math.max(head, view.phraseEnd(head)));
  for (let k = head + 1; k <= end; k++) {
    if (view.isPunctuation(k) || view.isVerb(k) || view.isTime(k) || view.pos(k).startsWith("ADV")) break;
    if (!view.isUnder(k, head) || opensAnother(view, k, type) || opensOwner(view, k, head)) break;
    if (!/^(ADP|DET|CCONJ)/.test(view.pos(k))) to = k;
  }
  const proposed = {
    type,
    name: view.span(from, to).text,
    because: "a party without a name, in the report's words",
    document: view.doc.doc.id,
  };
  // "two military jets" are called so, and "military jets" without their count.
  while (from < head && view.pos(from).startsWith("NUM")) from++;
  return { mention: { ...view.span(from, to), candidates: [], proposed }, inferred: false };
}
