/** The voice of a verb: active, passive or reflexive. */
import type { SentenceView } from "./sentence-view.ts";

/** Coordinate participles that are followed up to the first, which has the auxiliary. */
const MAX_CONJUNCTS = 4;

/** Whether the verb is a passive: by its auxiliaries, or as a participle that modifies a noun. */
export function isPassive(view: SentenceView, verb: number, depth = 0): boolean {
  if (!view.isParticiple(verb)) return false;
  if (view.kids(verb, "nsubj:pass", "aux:pass").length > 0) return !isIntransitive(view, verb);
  const auxiliaries = view.kids(verb, "aux", "cop");
  if (auxiliaries.some((k) => view.lemma(k) === "être" || view.lemma(k) === "be"))
    return !isIntransitive(view, verb) && !isReflexive(view, verb) && !isProgressive(view, verb);
  if (auxiliaries.length > 0) return false;
  if (isProgressive(view, verb) || hasBareObject(view, verb)) return false;
  // "Britain warned of action": where past and participle look alike, a verb with a subject of its own is a past.
  const { pastLikeParticiple } = view.index.lexicon.grammar;
  const modifies = /^(acl|amod)/.test(view.relation(verb));
  if (pastLikeParticiple && !modifies && view.kids(verb, "nsubj").some((k) => k < verb)) return false;
  const relation = view.relation(verb);
  const head = view.head(verb);
  if (
    relation === "conj" &&
    head >= 0 &&
    view.isVerb(head) &&
    depth < MAX_CONJUNCTS &&
    view.kids(verb, "nsubj").length === 0
  )
    return isPassive(view, head, depth + 1);
  return !isIntransitive(view, verb);
}

/** "Guards fired tear gas": a form in -ed with an object right behind it is a past tense, whatever its tag. */
function hasBareObject(view: SentenceView, verb: number): boolean {
  if (!view.lower(verb).endsWith("ed") || view.relation(verb).startsWith("conj")) return false;
  const next = verb + 1;
  return (
    view.isNominal(next + (/^(DET|NUM|ADJ)/.test(view.pos(next)) ? 1 : 0)) &&
    !view.pos(next).startsWith("ADP") &&
    view.isNominal(verb - 1)
  );
}

const isIntransitive = (view: SentenceView, verb: number): boolean =>
  view.index.lexicon.grammar.intransitive.includes(view.lemma(verb));

/** A present participle (« visant », "killing") is active. */
const isProgressive = (view: SentenceView, verb: number): boolean =>
  /Ger/.test(view.pos(verb)) || /(?:ant|ing)$/.test(view.lower(verb));

/** Whether a reflexive pronoun goes with the verb: « se retirer ». */
export function isReflexive(view: SentenceView, verb: number): boolean {
  const { reflexive } = view.index.lexicon.grammar.pronouns;
  for (let k = verb - 1; k >= Math.max(0, verb - 4); k--) {
    if (view.kids(verb, "aux", "advmod", "expl", "iobj", "obj").includes(k) || k === verb - 1) {
      if (reflexive.slice(0, 2).includes(view.lower(k))) return true;
    } else if (view.isNoun(k) || view.isPunctuation(k)) return false;
  }
  return false;
}
