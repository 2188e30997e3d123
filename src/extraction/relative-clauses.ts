/** Relative clauses and participles behind a noun: what they modify. */
import type { SentenceView } from "./sentence-view.ts";

/** A noun that can stand for a participant by itself. */
export const isParticipantNoun = (view: SentenceView, k: number): boolean =>
  view.isNoun(k) && (!view.name(k)?.demonym || view.isNominalDemonym(k));

/** « qui », « dont », "who": whether the word can open a relative clause. */
export function isRelativePronoun(view: SentenceView, i: number): boolean {
  return view.index.lexicon.grammar.pronouns.relative.includes(view.lower(i));
}

/** The nearest noun before a token that can stand for a participant. */
export function nounBefore(view: SentenceView, at: number): number | undefined {
  for (let k = at - 1; k >= Math.max(0, at - 6); k--) if (isParticipantNoun(view, k)) return k;
  return undefined;
}

/** The noun that a relative clause or a participle modifies; an apposition leads on to what it explains. */
export function antecedentOf(
  view: SentenceView,
  verb: number,
  pronoun: number | undefined,
): number | undefined {
  const relation = view.relation(verb);
  const modifies = relation.startsWith("acl") || (relation === "amod" && view.isVerb(verb));
  let at = modifies ? view.head(verb) : -1;
  // « une attaque qui visait X mais qui a été avortée »: coordinate relative clauses share the antecedent.
  const first = view.head(verb);
  if (pronoun !== undefined && relation === "conj" && view.relation(first).startsWith("acl"))
    at = view.head(first);
  if (pronoun !== undefined && at < 0) {
    for (at = pronoun - 1; at >= 0 && !view.isNoun(at); at--);
  }
  while (at >= 0 && view.relation(at) === "appos" && view.head(at) >= 0) at = view.head(at);
  return at >= 0 && view.isNominal(at) ? at : undefined;
}

/** « la base que X a frappée »: a relative clause with a subject of its own, whose pronoun was read as a conjunction. */
export function isObjectRelative(
  view: SentenceView,
  verb: number,
  subjects: readonly number[],
  objects: readonly number[],
): boolean {
  if (view.relation(verb) !== "acl:relcl" || objects.length > 0 || subjects.length === 0) return false;
  return view
    .kids(verb, "mark")
    .some((k) => view.index.lexicon.grammar.complementizers.includes(view.lower(k)));
}
