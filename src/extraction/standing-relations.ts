/**
 * Standing facts told in passing: « John Kirby, porte-parole du Pentagone », « les troupes stationnées sur la base »,
 * « des groupes soutenus par X », « la base de Y, dans la province de Z ».
 */
import { isActor, isLocation, type RelationType } from "../ontology/index.ts";
import { readArguments } from "./arguments.ts";
import { type EntityLookup, mentionOf, sameEntity } from "./entities.ts";
import type { PhraseReader } from "./phrase-reader.ts";
import type { SentenceView } from "./sentence-view.ts";
import type { DraftRelation, Mention } from "./types.ts";

/** How many tokens after a site the place that holds it may be named. */
const PLACE_REACH = 8;

/** Standing facts of the document, each once, with the first evidence for it. */
export function standingRelations(views: readonly SentenceView[], reader: PhraseReader): DraftRelation[] {
  const out: DraftRelation[] = [];
  const seen = new Set<string>();
  const add = (relation: DraftRelation | undefined) => {
    if (!relation || sameEntity(relation.subject, relation.object)) return;
    const key = [keyOf(relation.subject), relation.type, keyOf(relation.object)].join("\t");
    if (seen.has(key)) return;
    seen.add(key);
    out.push(relation);
  };
  for (const view of views) {
    for (let i = 0; i < view.length; i++) {
      for (const relation of readOffice(view, i, reader)) add(relation);
      for (const relation of readLink(view, i, reader)) add(relation);
      add(readWithin(view, i, reader.entities));
    }
  }
  return out;
}

const keyOf = (mention: Mention): string => mention.candidates[0] ?? mention.proposed?.name ?? mention.text;

/** « le porte-parole du Pentagone, John Kirby »; « Kirby, porte-parole du Pentagone »; "Pentagon spokesman Kirby". */
function readOffice(view: SentenceView, i: number, reader: PhraseReader): DraftRelation[] {
  const office = view.tokens[i]?.name === undefined ? view.match(view.index.offices, i) : undefined;
  if (!office || !view.isNoun(i)) return [];
  const person = reader
    .read(view, i, "speaker")
    .find((f) => !f.inferred && reader.entities.typeOf(f.mention) === "Person");
  if (!person) return [];
  const body = bodyOf(view, i, office.length, reader);
  if (!body) return [];
  return [relate(view, person.mention, office.value, body, i, 0.75)];
}

/** The body of an office: « de X » after it, a nationality word, or a name right before it in English. */
function bodyOf(view: SentenceView, i: number, length: number, reader: PhraseReader): Mention | undefined {
  for (let k = i + length; k < Math.min(view.length, i + length + 5); k++) {
    const name = view.name(k);
    if (view.isVerb(k) || view.lower(k) === ",") break;
    if (!name) continue;
    const mention = mentionOf(reader.entities, name, "speaker");
    const type = reader.entities.typeOf(mention);
    if (type !== undefined && isActor(type) && type !== "Person") return mention;
    if (type === "Person") break;
  }
  for (let k = i - 1; k >= Math.max(0, i - 2); k--) {
    const name = view.name(k);
    const mention = name && mentionOf(reader.entities, name, "speaker");
    const type = mention && reader.entities.typeOf(mention);
    if (mention && type !== undefined && isActor(type) && type !== "Person") return mention;
  }
  return undefined;
}

/** A participle, adjective or verb that links a party with another or with a place. */
function readLink(view: SentenceView, i: number, reader: PhraseReader): DraftRelation[] {
  const link = view
    .spellings(i)
    .map((s) => view.index.links.get(s))
    .find((l) => l !== undefined);
  if (!link || view.tokens[i]?.name !== undefined || !/^(VERB|ADJ)/.test(view.pos(i))) return [];
  const modifier = /^(acl|amod)/.test(view.relation(i));
  if (!modifier && link.relation !== "stationed-at" && link.relation !== "part-of") return [];
  const args = readArguments(view, i);
  const qualified = modifier && view.head(i) >= 0 ? [view.head(i)] : [...args.objects, ...args.subjects];
  const others =
    link.where === "by"
      ? args.subjects.filter((s) => !qualified.includes(s))
      : link.where === "object"
        ? args.objects.filter((o) => !qualified.includes(o))
        : [...args.obliques.map((o) => o.head), ...view.kids(i, "nmod", "obl")].filter((k) =>
            link.where === "in" ? view.isLedBy(k, "in") : view.isLedBy(k, "of") || view.isLedBy(k, "to"),
          );
  const [from, to] = link.inverse ? [others, qualified] : [qualified, others];
  const placed =
    link.relation === "stationed-at" ||
    link.relation === "located-in" ||
    link.relation === "controls" ||
    link.relation === "operates";
  const subjects = from.flatMap((k) =>
    reader.read(view, k, link.relation === "located-in" ? "place" : "agent"),
  );
  const objects = to.flatMap((k) => reader.read(view, k, placed ? "place" : "agent"));
  return subjects.flatMap((s) =>
    objects
      .filter((o) => !s.inferred && !o.inferred)
      .map((o) => relate(view, s.mention, link.relation, o.mention, i, 0.6)),
  );
}

/** « la base X, dans la province de Y »: the next name after a site, led by a preposition of place. */
function readWithin(view: SentenceView, i: number, entities: EntityLookup): DraftRelation | undefined {
  const name = view.name(i);
  if (!name || name.demonym) return undefined;
  const site = mentionOf(entities, name, "place");
  const type = entities.typeOf(site);
  if (type !== "Base" && type !== "Facility" && type !== "Place") return undefined;
  for (let k = i + 1; k < Math.min(view.length, i + PLACE_REACH); k++) {
    if (view.isVerb(k) || /^[.;:!?]$/.test(view.lower(k)) || view.pos(k).startsWith("CCONJ"))
      return undefined;
    const next = view.name(k);
    if (!next || next.demonym) continue;
    const whole = mentionOf(entities, next, "place");
    const wholeType = entities.typeOf(whole);
    const near = view.isLedBy(k, "in") || view.isLedBy(k, "of");
    const first = view.tokens
      .slice(i + 1, k)
      .findIndex((_, at) => view.index.prepositions.get("in")?.has(view.canonical(i + 1 + at, i + 2 + at)));
    if (
      !near ||
      first < 0 ||
      first > 2 ||
      wholeType === undefined ||
      !isLocation(wholeType) ||
      wholeType === "Base"
    )
      return undefined;
    return relate(view, site, "located-in", whole, k, 0.55);
  }
  return undefined;
}

function relate(
  view: SentenceView,
  subject: Mention,
  type: RelationType,
  object: Mention,
  at: number,
  confidence: number,
): DraftRelation {
  const token = view.tokens[at];
  const inside = (m: Mention) => m.start >= view.sentence.start && m.end <= view.sentence.end;
  const starts = [subject, object].filter(inside).map((m) => m.start);
  const ends = [subject, object].filter(inside).map((m) => m.end);
  const start = Math.min(token?.start ?? view.sentence.start, ...starts);
  const end = Math.max(token?.end ?? view.sentence.end, ...ends);
  return {
    subject,
    type,
    object,
    evidence: { start, end, text: view.doc.doc.text.slice(start, end) },
    confidence,
  };
}
