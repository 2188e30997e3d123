/**
 * Who stands where around a verb: its logical subjects and objects and its obliques, read once for every
 * construction (passive, relative, participle, gerund and infinitive control, shared subjects, inversion).
 */
import { isPassive, isReflexive } from "./grammatical-voice.ts";
import {
  antecedentOf,
  isObjectRelative,
  isParticipantNoun,
  isRelativePronoun,
  nounBefore,
} from "./relative-clauses.ts";
import type { SentenceView } from "./sentence-view.ts";

export interface Oblique {
  readonly head: number;
  readonly preposition: string;
}

/** Token indices. Logical roles: the subject of a passive stands in `objects`, its « par » phrase in `subjects`. */
export interface Arguments {
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
  readonly obliques: readonly Oblique[];
  readonly passive: boolean;
  readonly reflexive: boolean;
  /** The noun right before a relative pronoun, where the tree hangs the clause from another one. */
  readonly alternative: number | undefined;
  /** True where a participant was found by position, not by the tree. */
  readonly bySurface: boolean;
}

const CONTROL_DEPTH = 4;

/** How many tokens after a speech verb its subject may begin (« a déclaré mardi à la presse le général … »). */
const INVERSION_REACH = 9;

/** Reads the arguments of the verb at `verb`. `speech` allows the subject after the verb (« affirme la source »). */
export function readArguments(view: SentenceView, verb: number, speech = false, depth = 0): Arguments {
  const passive = isPassive(view, verb);
  const reflexive = isReflexive(view, verb);
  const agents = agentPhrases(view, verb, passive);
  let objects = directObjects(view, verb, reflexive);
  if (objects.length === 0 && !passive) objects = sharedObjects(view, verb);
  let surface = view.kids(verb, "nsubj").filter((k) => view.isNominal(k) || view.pos(k) === "DET");
  let bySurface = false;
  if (surface.length > 1) surface = [nearest(surface, verb)];
  const fronted = view.kids(verb, "dislocated").filter((k) => k < verb && view.isNoun(k));
  if (
    !speech &&
    !passive &&
    fronted.length > 0 &&
    surface.every((k) => k > verb || view.lower(k).startsWith("-"))
  ) {
    objects = [...objects, ...surface];
    surface = fronted;
  }

  const relative = surface.length === 1 && isRelativePronoun(view, surface[0] ?? -1);
  const antecedent = antecedentOf(view, verb, relative ? surface[0] : undefined);
  const before = relative ? nounBefore(view, surface[0] ?? verb) : undefined;
  const alternative = before === antecedent ? undefined : before;
  if (relative) surface = antecedent === undefined ? [] : [antecedent];
  else if (antecedent !== undefined) {
    const pronoun = objects.find((o) => isRelativePronoun(view, o));
    if (pronoun !== undefined && surface.length > 0)
      objects = [...objects.filter((o) => o !== pronoun), antecedent];
    else if (surface.length === 0) surface = [antecedent];
  }
  objects = objects.filter((o) => !isRelativePronoun(view, o));
  if (isObjectRelative(view, verb, surface, objects) && antecedent !== undefined) objects = [antecedent];

  if (speech && !passive && (surface.length === 0 || isCutOff(view, surface[0], verb))) {
    const inverted = invertedSubject(view, verb);
    if (inverted !== undefined) {
      surface = [inverted];
      objects = objects.filter((o) => o !== inverted);
    }
  }
  if (surface.length === 0 && depth < CONTROL_DEPTH) surface = controlledSubject(view, verb, passive, depth);
  if (surface.length === 0 && depth === 0) surface = coordinateSubject(view, verb);
  if (surface.length === 0 && depth === 0 && mayLookLeft(view, verb)) {
    const left = subjectByPosition(view, verb);
    if (left !== undefined) {
      surface = [left];
      bySurface = true;
    }
  }
  const obliques = view
    .kids(verb, "obl", "iobj", "nmod", "advmod")
    .filter((k) => view.isNominal(k) && !agents.includes(k))
    .map((head) => ({ head, preposition: view.preposition(head) }));
  if (passive)
    return {
      subjects: agents,
      objects: surface.length > 0 ? surface : objects,
      obliques,
      passive,
      reflexive,
      alternative,
      bySurface,
    };
  if (objects.length === 0 && depth === 0 && !reflexive) {
    const right = objectByPosition(view, verb);
    if (right !== undefined && !surface.includes(right)) {
      objects = [right];
      bySurface = true;
    }
  }
  return { subjects: surface, objects, obliques, passive, reflexive, alternative, bySurface };
}

function directObjects(view: SentenceView, verb: number, reflexive: boolean): number[] {
  const { reflexive: pronouns } = view.index.lexicon.grammar.pronouns;
  return view
    .kids(verb, "obj")
    .filter((k) => view.isNominal(k) && !(reflexive && pronouns.includes(view.lower(k))));
}

/** « X a intercepté et détruit un drone »: coordinate verbs with nothing between them share the object of the last. */
function sharedObjects(view: SentenceView, verb: number): number[] {
  for (const k of view.kids(verb, "conj")) {
    if (k < verb || !view.isVerb(k)) continue;
    let between = verb + 1;
    while (between < k && !view.isNominal(between) && !view.isPunctuation(between)) between++;
    if (between === k) return directObjects(view, k, false).filter((o) => o > k);
  }
  return [];
}

/** The phrases that name the doer of a passive: « par X », "by X". */
function agentPhrases(view: SentenceView, verb: number, passive: boolean): number[] {
  if (!passive) return [];
  const own = view.kids(verb, "obl", "nmod").filter((k) => view.isLedBy(k, "by") && view.isNominal(k));
  if (own.length > 0) return own;
  for (let k = verb + 1; k < Math.min(view.length, verb + 14); k++) {
    const other =
      view.isFinite(k) ||
      view.isParticiple(k) ||
      view.index.prepositions.get("according")?.has(view.canonical(k, k + 1));
    if (other || /^[;:]$/.test(view.lower(k))) return [];
    if (view.index.prepositions.get("by")?.has(view.canonical(k, k + 1)) && !view.isNominal(k)) {
      for (let q = k + 1; q < Math.min(view.length, k + 6); q++) if (view.isNoun(q)) return [q];
      return [];
    }
  }
  return [];
}

/** Subjects of a verb without one of its own: shared with a conjunct, or handed down by the governing verb. */
function controlledSubject(view: SentenceView, verb: number, passive: boolean, depth: number): number[] {
  const head = view.head(verb);
  const relation = view.relation(verb);
  if (head < 0 || !view.isVerb(head)) return [];
  if (relation === "conj") {
    const shared = readArguments(view, head, false, depth + 1);
    // The surface subject is what conjuncts share: a passive's object, an active verb's subject.
    const surface = shared.passive ? shared.objects : shared.subjects;
    return passive && !view.kids(verb, "aux").length && !shared.passive ? [...shared.objects] : [...surface];
  }
  const nonFinite = /Inf|Ger|Part/.test(view.pos(verb)) || !view.isFinite(verb);
  if (nonFinite && /^(xcomp|advcl|ccomp|obl|acl)/.test(relation)) {
    const above = readArguments(view, head, false, depth + 1);
    const frame = view.index.verbs.get(view.lemma(head))?.[0]?.frame.type;
    const objectControl = frame === "demand" || frame === "order" || frame === "accuse";
    if (objectControl && above.objects.length > 0 && (relation !== "advcl" || isComplement(view, verb)))
      return [...above.objects];
    return above.passive ? [...above.objects] : [...above.subjects];
  }
  return [];
}

/** "Accused soldiers of killing two": a clause behind « de » or "of" completes the verb, whatever the tree calls it. */
const isComplement = (view: SentenceView, verb: number): boolean =>
  view.kids(verb, "mark").some((k) => view.index.prepositions.get("of")?.has(view.canonical(k, k + 1)));

/** « Cinq morts, écrit le gouverneur »: one comma alone stands between no subject and its verb. */
function isCutOff(view: SentenceView, subject: number | undefined, verb: number): boolean {
  if (subject === undefined || subject > verb) return false;
  let commas = 0;
  for (let k = subject + 1; k < verb; k++) if (view.lower(k) === ",") commas++;
  return commas === 1;
}

/** « …, affirme la source » : the first noun phrase after a speech verb that a comma or a quotation mark precedes. */
function invertedSubject(view: SentenceView, verb: number): number | undefined {
  const first = Math.min(verb, ...view.kids(verb, "aux", "expl", "iobj").filter((k) => k < verb));
  const before = first > 0 ? view.lower(first - 1) : "";
  // « a fait savoir le ministère »: an infinitive with auxiliaries of its own.
  const helped = view.kids(verb, "aux").length > 0;
  if (!/^[,»”"'’)\]–—-]$/.test(before) || first < 2) return undefined;
  if (!helped && !/Fin|Part|^AUX|^VERB$/.test(view.pos(verb))) return undefined;
  for (let k = verb + 1; k < Math.min(view.length, verb + INVERSION_REACH); k++) {
    const word = view.lower(k);
    if (view.isTime(k)) continue;
    if (view.isVerb(k) || /^[;:.]$/.test(word) || view.index.lexicon.grammar.complementizers.includes(word))
      return undefined;
    const stands = view.isNoun(k) || view.index.lexicon.grammar.pronouns.third.includes(word);
    // « a déclaré à la presse le maire »: whom it is said to comes before who says it.
    if (stands && view.preposition(k) === "") return k;
  }
  return undefined;
}

/** « X a nié …, condamné … et convoqué … »: a finite verb behind « et » or a comma shares the subject of the one before. */
function coordinateSubject(view: SentenceView, verb: number): number[] {
  const bare = view.isParticiple(verb) && view.kids(verb, "aux").length === 0;
  if (!(view.isFinite(verb) || bare) || /^(acl|amod|advcl|ccomp)/.test(view.relation(verb))) return [];
  let before = verb - 1;
  while (before >= 0 && /^(ADV|AUX|PART)/.test(view.pos(before))) before--;
  if (!view.pos(before).startsWith("CCONJ") && view.lower(before) !== ",") return [];
  for (let k = before - 1; k >= Math.max(0, before - 20); k--) {
    if (/^[;:.!?]$/.test(view.lower(k))) return [];
    if (!view.isFinite(k)) continue;
    const compound = view.relation(k).startsWith("aux");
    if (bare && !compound) return [];
    const predicate = compound ? view.head(k) : k;
    if (predicate === verb) continue;
    const subjects = view.kids(predicate, "nsubj").filter((s) => view.isNominal(s) && s < k);
    if (subjects.length > 0) return isRelativePronoun(view, subjects[0] ?? -1) ? [] : subjects;
  }
  return [];
}

function mayLookLeft(view: SentenceView, verb: number): boolean {
  if (!view.isVerb(verb)) return true;
  if (/^(acl|conj|xcomp|advcl|amod)/.test(view.relation(verb))) return false;
  return view.isFinite(verb) || view.kids(verb, "aux").length > 0;
}

/** The nearest noun phrase to the left without a preposition; a relative clause between is stepped over. */
function subjectByPosition(view: SentenceView, verb: number): number | undefined {
  const auxiliaries = view.kids(verb, "aux");
  for (let k = verb - 1; k >= Math.max(0, verb - 24); k--) {
    if (/^[;:.?!]$/.test(view.lower(k))) return undefined;
    if (view.isFinite(k) && !auxiliaries.includes(k)) {
      let q = k - 1;
      while (q > 0 && q > k - 10 && !isRelativePronoun(view, q)) q--;
      if (q > 0 && isRelativePronoun(view, q) && view.lower(q - 1) === ",") {
        k = q - 1;
        continue;
      }
      return undefined;
    }
    if (isParticipantNoun(view, k) && view.preposition(k) === "" && view.relation(k) !== "conj") return k;
  }
  return undefined;
}

/** The noun phrase that follows a verb directly, with nothing but adverbs, times and articles between. */
function objectByPosition(view: SentenceView, verb: number): number | undefined {
  for (let k = verb + 1; k < Math.min(view.length, verb + 6); k++) {
    if (view.isTime(k) || /^(ADV|DET|ADJ|NUM)/.test(view.pos(k))) continue;
    return view.isNoun(k) && view.preposition(k) === "" && view.head(k) !== verb ? k : undefined;
  }
  return undefined;
}

const nearest = (items: readonly number[], to: number): number =>
  items.reduce((best, item) => (Math.abs(item - to) < Math.abs(best - to) ? item : best));
