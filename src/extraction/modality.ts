/** Modality of a clause: what its verb forms and the words over it say of whether the thing took place. */
import type { Modality } from "../ontology/index.ts";
import type { SentenceView } from "./sentence-view.ts";

/** How far up the tree an operator may stand (« a tenté de parvenir à frapper »). */
const MAX_NESTING = 4;

/** `asserted` where nothing says otherwise. Attribution to a source is not read here. */
export function clauseModality(view: SentenceView, at: number): Modality {
  const predicate = view.isVerb(at) ? at : governingVerb(view, at);
  if (
    isNegated(view, at) ||
    (predicate !== undefined && predicate !== at && isNegated(view, predicate) && isArgument(view, at))
  )
    return "negated";
  const supposed =
    predicate === undefined || predicate === at ? undefined : subordinatorModality(view, predicate);
  if (supposed === "hypothetical") return supposed;
  const own = predicate === undefined ? undefined : formModality(view, predicate);
  const nested = nestedModality(view, at);
  if (nested && nested !== "alleged") return nested;
  const adverb = adverbModality(view, at, predicate);
  if (isQuestion(view)) return "hypothetical";
  return nested ?? own ?? adverb ?? "asserted";
}

const isArgument = (view: SentenceView, at: number): boolean => /^(nsubj|obj|obl)/.test(view.relation(at));

function governingVerb(view: SentenceView, at: number): number | undefined {
  const head = view.head(at);
  return head >= 0 && view.isVerb(head) && /^(nsubj|obj|obl|xcomp|root)/.test(view.relation(at))
    ? head
    : undefined;
}

const isQuestion = (view: SentenceView): boolean => {
  const last = view.tokens.at(-1)?.lower ?? "";
  const before = view.tokens.at(-2)?.lower ?? "";
  return last === "?" || (before === "?" && /^[»”"]$/.test(last));
};

/** « n'a pas frappé », « aucune victime n'a … », "no one": but not « ne … pas uniquement », « ne … que ». */
export function isNegated(view: SentenceView, at: number): boolean {
  const { negation, restriction, nobody } = view.index.lexicon.modality;
  const children = view.kids(at);
  const negators = children.filter(
    (k) =>
      /^(advmod|obj|nsubj|det|obl|case|mark|cc)/.test(view.relation(k)) && negation.includes(view.lower(k)),
  );
  const empty = children
    .filter((k) => /^(nsubj|obj)/.test(view.relation(k)))
    .some(
      (k) =>
        nobody.includes(view.lower(k)) ||
        view.kids(k, "det", "advmod", "cc").some((d) => nobody.includes(view.lower(d))),
    );
  const ownDeterminer =
    !view.isVerb(at) && view.kids(at, "det", "advmod", "cc").some((d) => nobody.includes(view.lower(d)));
  if (negators.length === 0 && !empty && !ownDeterminer && !hasEmptySubject(view, at)) return false;
  const first = Math.min(at, ...negators);
  for (let k = first; k < Math.min(view.length, at + 8); k++) {
    if (k > first && restriction.includes(view.lower(k)) && (view.relation(k) !== "mark" || k < at)) {
      const full = children.some((c) => c > first && c < k && view.lower(c) === "pas");
      if (!full || restriction.slice(0, 2).includes(view.lower(k))) return false;
    }
  }
  return true;
}

/** « Aucun soldat n'a été touché », "No American was hurt", by position: the phrase before the verb is nobody. */
function hasEmptySubject(view: SentenceView, at: number): boolean {
  if (!view.isVerb(at)) return false;
  const { nobody } = view.index.lexicon.modality;
  for (let k = at - 1; k >= Math.max(0, at - 6); k--) {
    if (
      view.isPunctuation(k) ||
      (view.pos(k).startsWith("VERB") && k !== at) ||
      view.pos(k).startsWith("ADP")
    )
      return false;
    if (nobody.includes(view.lower(k)) && /^(DET|PRON|NOUN)/.test(view.pos(k))) return true;
  }
  return false;
}

/** Conditional and future of the verb or its auxiliary, and modal auxiliaries. */
function formModality(view: SentenceView, verb: number): Modality | undefined {
  const auxiliaries = view.kids(verb, "aux", "cop");
  for (const k of auxiliaries) {
    const operator = operatorModality(view, k);
    if (operator) return operator;
  }
  const forms = [verb, ...auxiliaries];
  if (forms.some((k) => hasEnding(view, k, "endings"))) {
    // « aurait frappé » distances; « frapperait » supposes.
    return view.isParticiple(verb) && auxiliaries.length > 0 ? "alleged" : "hypothetical";
  }
  if (forms.some((k) => hasEnding(view, k, "future"))) return "planned";
  return undefined;
}

/** A future or conditional form, or a modal of what is to come. */
export const isToCome = (view: SentenceView, i: number): boolean =>
  hasEnding(view, i, "future") || hasEnding(view, i, "endings") || operatorModality(view, i) === "planned";

/** « auraient péri », « serait tombé »: the conditional by which a report leaves an account to whoever gave it. */
export const isConditional = (view: SentenceView, i: number): boolean =>
  [i, ...view.kids(i, "aux", "cop")].some((k) => hasEnding(view, k, "endings"));

/** Whether the form is a conditional or future: an infinitive or an irregular stem, and an ending. */
function hasEnding(view: SentenceView, i: number, kind: "endings" | "future"): boolean {
  const { conditional } = view.index.lexicon.modality;
  const form = view.lower(i);
  const lemma = view.lemma(i);
  if (!view.isVerb(i)) return false;
  return conditional[kind].some((ending) => {
    if (!form.endsWith(ending)) return false;
    const stem = form.slice(0, form.length - ending.length);
    return stem.endsWith("r") && (stem === lemma.replace(/e$/u, "") || conditional.stems.includes(stem));
  });
}

/** The operator that a verb is (« tenter », « pouvoir », "may"), a further word of an idiom included. */
export function operatorModality(view: SentenceView, i: number): Modality | undefined {
  for (const spelling of view.spellings(i)) {
    for (const entry of view.index.operators.verbs.get(spelling) ?? []) {
      const rest = entry.words.slice(1);
      if (rest.every((w, k) => view.spellings(i + 1 + k).includes(w))) return entry.modality;
    }
  }
  return undefined;
}

/** Reads upwards: verbs and nouns that govern the clause, and the conjunctions that introduce it. */
function nestedModality(view: SentenceView, at: number): Modality | undefined {
  let i = at;
  for (let depth = 0; depth < MAX_NESTING; depth++) {
    const introduced = subordinatorModality(view, i);
    if (introduced) return introduced;
    const relation = view.relation(i);
    const head = view.head(i);
    if (head < 0 || !/^(xcomp|ccomp|obj|nsubj|obl|acl|advcl|conj|nmod)/.test(relation)) return undefined;
    const complement =
      /^(xcomp|ccomp|obj|nsubj:pass)/.test(relation) ||
      (/^(obl|advcl|acl)/.test(relation) && /Inf/.test(view.pos(i)));
    if (complement && view.isVerb(head)) {
      const operator = operatorModality(view, head);
      if (operator) {
        const form = formModality(view, head);
        return operator === "hypothetical" && form === "alleged" ? "alleged" : operator;
      }
      if (relation === "xcomp" || relation === "ccomp") {
        const form = formModality(view, head);
        if (form && relation === "xcomp") return form;
      }
    }
    if (/^(nmod|acl|obl)/.test(relation) && !view.isVerb(head)) {
      const noun = view
        .spellings(head)
        .map((s) => view.index.operators.nouns.get(s))
        .find((m) => m !== undefined);
      if (noun) return noun;
    }
    if (/^(nsubj|obl|advcl)/.test(relation)) return undefined;
    if (relation === "conj" && view.isFinite(i)) return undefined;
    i = head;
  }
  return undefined;
}

/** « si … », « pour … », « sans … »: the word that introduces the clause headed by `i`. */
function subordinatorModality(view: SentenceView, i: number): Modality | undefined {
  const marks = view.kids(i, "mark", "case").filter((k) => k < i);
  const first = marks[0] ?? (i > 0 ? i - 1 : 0);
  for (let k = Math.max(0, first - 2); k <= Math.max(first, i - 1) && k < i; k++) {
    const hit = view.match(view.index.operators.subordinators, k);
    if (!hit) continue;
    const reaches = k + hit.length > first || marks.includes(k);
    // Purpose needs an infinitive or a clause: « pour frapper », not « pour la frappe ».
    if (reaches && (hit.value === "hypothetical" || view.isVerb(i))) return hit.value;
  }
  return undefined;
}

function adverbModality(view: SentenceView, at: number, predicate: number | undefined): Modality | undefined {
  const candidates = [
    ...view.kids(at, "advmod"),
    ...(predicate === undefined ? [] : view.kids(predicate, "advmod")),
  ];
  for (const k of candidates) {
    const hit = view.match(view.index.operators.adverbs, k);
    if (hit) return hit.value;
  }
  return undefined;
}
