/** Standing facts of a case: those that reports state, and those of the packs that the reports bring to mind. */
import type { Claim, Relation, RelationType } from "../ontology/index.ts";
import type { SourceDocument } from "../documents/index.ts";
import type { PackRelation } from "../packs/index.ts";
import { sortedUnique } from "../shared/index.ts";
import type { Linker, ReadReport } from "./claims.ts";

interface Told {
  readonly documents: readonly SourceDocument[];
  readonly claims: readonly Claim[];
  /** Relations that reports state. */
  readonly stated: readonly Relation[];
}

/**
 * Facts of packs that reports bring to mind: offices. Whoever names a minister and his ministry says as much by his title.
 * Of other facts (alliances, parts, backers) reports that name both ends say so themselves or mean nothing by it: of 370
 * such facts 32 were told in annotated reports, of 128 offices 80.
 */
const BROUGHT_TO_MIND: ReadonlySet<RelationType> = new Set(["leads", "spokesperson-of", "position-at"]);

/**
 * A pack knows far more than a case is about. Of its facts only those are taken that one report names both ends of, and that
 * held when the reports were written; the others serve resolution, and stay where no sentence stands under them.
 * @returns by id; a fact of a pack has no evidence and is certain
 */
export function relationsOf(known: readonly PackRelation[], told: Told): Relation[] {
  const relations = new Map<string, Relation>();
  const { stated } = told;
  const together = namedTogether(told.claims, stated);
  const held = heldWhen(told.documents);
  for (const fact of known) {
    const { subject, type, object, from, to, pack } = fact;
    if (!BROUGHT_TO_MIND.has(type) || !held(fact) || !together(subject, object)) continue;
    const id = `rel:${subject}:${type}:${object}`;
    const dates = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
    relations.set(id, { id, subject, type, object, pack, ...dates, confidence: 1 });
  }
  for (const relation of stated) {
    const same = relations.get(relation.id);
    if (same === undefined || same.confidence < relation.confidence) relations.set(relation.id, relation);
  }
  return sortedUnique(relations.keys()).flatMap((id) => relations.get(id) ?? []);
}

/** The relations that one report states. */
export function statedRelations({ document, extraction }: ReadReport, link: Linker): Relation[] {
  return extraction.relations.flatMap(({ subject, type, object, evidence, confidence }) => {
    const [from, to] = [link(subject, "agent"), link(object, "target")];
    if (from === undefined || to === undefined || from === to) return [];
    const id = `rel:${from}:${type}:${to}:${document}`;
    return { id, subject: from, type, object: to, document, evidence, confidence };
  });
}

/** Whether one report names both. */
function namedTogether(
  claims: readonly Claim[],
  stated: readonly Relation[],
): (a: string, b: string) => boolean {
  const reportsOf = new Map<string, Set<string>>();
  const name = (entity: string, document: string) => {
    const reports = reportsOf.get(entity);
    if (reports) reports.add(document);
    else reportsOf.set(entity, new Set([document]));
  };
  for (const { document, mentions } of claims) for (const { entity } of mentions) name(entity, document);
  for (const { document, subject, object } of stated)
    if (document !== undefined) for (const entity of [subject, object]) name(entity, document);
  return (a, b) => {
    const [ofA, ofB] = [reportsOf.get(a), reportsOf.get(b)];
    return ofA !== undefined && ofB !== undefined && [...ofA].some((report) => ofB.has(report));
  };
}

/** Whether a dated fact held on a day between the first and the last report; all hold where no report has a date. */
function heldWhen(
  documents: readonly SourceDocument[],
): (fact: Pick<PackRelation, "from" | "to">) => boolean {
  const days = sortedUnique(documents.flatMap(({ published }) => published ?? []));
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return () => true;
  return ({ from, to }) => (from === undefined || from <= last) && (to === undefined || to >= first);
}
