/**
 * Repairs of what taggers and parsers trained on edited text get wrong in reports: participles without agreement,
 * speech verbs before their subject, time expressions as subject or object, passives.
 */
import type { Lemmatizer } from "../morphology/lemmatizer.ts";

export interface RepairWords {
  readonly lemmatizer: Lemmatizer;
  /** Whether the lower-case form is one of a verb that extraction looks for, and of no noun that it looks for. */
  readonly isOnlyVerb: (form: string) => boolean;
  /** Folded forms of verbs of saying. */
  readonly isSpeech: (form: string) => boolean;
  /** Lower-case forms of the auxiliaries that a participle follows. */
  readonly participleAfter: ReadonlySet<string>;
  /** Those of them that no predicate adjective follows. */
  readonly perfectAuxiliaries: ReadonlySet<string>;
  /** Lemmas that form their past with « être ». */
  readonly beVerbs: ReadonlySet<string>;
  /** Whether a past tense looks like a participle ("stormed"), so that only its surroundings tell them apart. */
  readonly pastLikeParticiple: boolean;
  /** Lemmas of verbs of motion that take no object. */
  readonly motionVerbs: ReadonlySet<string>;
  /** Adverbs that are a part of the verb before them ("picked off"). */
  readonly particles: ReadonlySet<string>;
  /** Prepositions of the doer in a passive. */
  readonly passiveAgents: ReadonlySet<string>;
}

export interface TaggedTree {
  readonly forms: readonly string[];
  readonly tags: readonly string[];
  readonly isTime: readonly boolean[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

const PARTICIPLE =
  /(?:é|ée|és|ées|i|ie|is|ies|it|ite|its|ites|u|ue|us|ues|ert|erte|erts|ertes|int|inte|ints|intes|ed|en)$/;

/** Tags behind which a participle stands for those that it describes: « les évadés », « des capturés ». */
const OPENS_NOUN = /^(?:DET|ADP|NUM)/;

/** Whether a form is of a verb that extraction looks for and of no noun; participles can be nouns all the same. */
export function isRareVerb(form: string, tagBefore: string, words: RepairWords): boolean {
  if (!/^\p{Ll}/u.test(form) || !words.isOnlyVerb(form)) return false;
  return !(OPENS_NOUN.test(tagBefore) && mayBeParticiple(form, words));
}

/** « ont été tiré », « avaient touché »: behind an auxiliary a word with the ending of a participle is one. */
export function repairTags(forms: readonly string[], tags: readonly string[], words: RepairWords): string[] {
  const repaired = [...tags];
  let auxiliary = false;
  forms.forEach((form, at) => {
    const lower = form.toLowerCase();
    const tag = repaired[at] as string;
    const wrong = /^(?:NOUN|ADJ|VERB\.Fin|VERB\.Inf)/.test(tag);
    if (
      auxiliary &&
      wrong &&
      PARTICIPLE.test(lower) &&
      isBareAuxiliary(forms, repaired, at, words) &&
      words.lemmatizer.isKnownVerb(lower)
    ) {
      repaired[at] = "VERB.Part";
    }
    // « Washington nie … », « l'armée pilonne … », « …, jure le porte-parole »: a verb rare in treebanks, read as another word.
    const before = repaired[at - 1] ?? "";
    const subject =
      /^(?:PROPN|PRON)/.test(before) || (before.startsWith("NOUN") && opensPhrase(repaired[at + 1]));
    const inverted = /^[,»"”]$/.test(forms[at - 1] ?? "") && opensPhrase(repaired[at + 1]);
    if (
      (subject || inverted) &&
      (/^(?:NOUN|ADJ|ADV|X)/.test(tag) || (words.pastLikeParticiple && tag === "ADP")) &&
      /^\p{Ll}/u.test(form) &&
      !mayBeParticiple(lower, words) &&
      (words.isOnlyVerb(lower) || (subject && words.isSpeech(form)))
    )
      repaired[at] = "VERB.Fin";
    if (!auxiliary && isPast(forms, repaired, at, words)) repaired[at] = "VERB.Fin";
    // « l'opposant X », "the targeting of Y", "called the raid a crime": behind an article no gerund or infinitive stands.
    if (/^VERB\.(?:Ger|Inf)/.test(tag) && before.startsWith("DET")) repaired[at] = "NOUN";
    // « lit-on », « affirme-t-il »: what a clitic subject hangs from is a finite verb.
    if (
      /^-(?:t-)?\p{L}/u.test(forms[at + 1] ?? "") &&
      repaired[at + 1]?.startsWith("PRON") &&
      /^(?:NOUN|ADJ|X)/.test(tag)
    )
      repaired[at] = "VERB.Fin";
    // « positions touchées par … »: a participle with a phrase of its own, read as an adjective.
    if (
      tag === "ADJ" &&
      /^(?:NOUN|PROPN)/.test(before) &&
      repaired[at + 1]?.startsWith("ADP") &&
      PARTICIPLE.test(lower) &&
      words.isOnlyVerb(lower)
    )
      repaired[at] = "VERB.Part";
    if (tag.startsWith("AUX") && words.participleAfter.has(lower)) auxiliary = true;
    else if (!/^(?:ADV|PRON|AUX)/.test(tag)) auxiliary = false;
  });
  return repaired;
}

/**
 * "Militiamen kidnapped twelve passengers", "tanks rolled into the town": in a clause without a finite verb, what
 * stands between a noun and an object, or a verb of motion and its direction, is a past tense, whatever its tag.
 */
function isPast(forms: readonly string[], tags: readonly string[], at: number, words: RepairWords): boolean {
  const tag = tags[at] as string;
  const lower = (forms[at] as string).toLowerCase();
  if (!words.pastLikeParticiple || !/^(?:NOUN|ADJ|ADV|NUM|X|VERB\.Part)/.test(tag)) return false;
  if (lower !== forms[at] || (!lower.endsWith("ed") && tag !== "VERB.Part")) return false;
  if (tag !== "VERB.Part" && !words.isOnlyVerb(lower)) return false;
  if (!/^(?:NOUN|PROPN|NUM)/.test(tags[at - 1] ?? "") || !/\p{L}/u.test(forms[at - 1] ?? "")) return false;
  const next = tags[at + 1] ?? "";
  const moves =
    next.startsWith("ADP") &&
    words.lemmatizer.candidates(lower, "VERB").some((lemma) => words.motionVerbs.has(lemma));
  const object = words.particles.has(forms[at + 1] ?? "") ? (tags[at + 2] ?? "") : next;
  return (moves || /^(?:DET|NUM|PRON|PROPN)/.test(object)) && !hasFiniteVerb(forms, tags, at);
}

/** Whether the clause around `at`, up to a colon or semicolon, has a finite verb. */
function hasFiniteVerb(forms: readonly string[], tags: readonly string[], at: number): boolean {
  for (const step of [-1, 1])
    for (let k = at + step; k >= 0 && k < forms.length && !/^[;:]$/.test(forms[k] as string); k += step)
      if (/^(?:VERB|AUX)\.Fin/.test(tags[k] as string)) return true;
  return false;
}

/** What follows a finite verb more often than a noun or adjective. */
const opensPhrase = (tag: string | undefined): boolean =>
  tag !== undefined && /^(?:DET|PRON|PROPN|ADP|SCONJ|ADV|VERB\.Inf|AUX\.Inf)/.test(tag);

/** Whether the form may be a past participle; « nie » is none, for there is no verb « nir ». */
function mayBeParticiple(lower: string, { lemmatizer }: RepairWords): boolean {
  if (!PARTICIPLE.test(lower)) return false;
  const short = /^(.*i)(?:e|s|es)?$/.exec(lower)?.[1];
  return short === undefined || lemmatizer.isVerb(`${short}r`);
}

/** The auxiliary is one of the perfect (« avoir », "have"), not a copula, which an adjective may follow. */
function isBareAuxiliary(
  forms: readonly string[],
  tags: readonly string[],
  at: number,
  words: RepairWords,
): boolean {
  for (let before = at - 1; before >= 0; before--) {
    if ((tags[before] as string).startsWith("AUX"))
      return words.perfectAuxiliaries.has((forms[before] as string).toLowerCase());
    if (!/^(?:ADV|PRON)/.test(tags[before] as string)) return false;
  }
  return false;
}

/** @returns heads and relations; the input is left as it was */
export function repairTree(
  tree: TaggedTree,
  words: RepairWords,
): { heads: readonly number[]; relations: readonly string[] } {
  const draft: Draft = {
    ...tree,
    heads: [...tree.heads],
    relations: [...tree.relations],
    children: tree.forms.map(() => []),
  };
  draft.heads.forEach((head, at) => draft.children[head]?.push(at));
  tree.isTime.forEach((isTime, at) => {
    if (isTime && /^(?:nsubj|obj|iobj|xcomp|appos)/.test(draft.relations[at] as string))
      draft.relations[at] = "advmod";
  });
  tree.tags.forEach((tag, verb) => {
    if (!tag.startsWith("VERB")) return;
    freeSubject(draft, verb);
    invertSpeech(draft, verb, words);
    settleVoice(draft, verb, words);
    keepOneSubject(draft, verb);
    nameAgent(draft, verb, words);
  });
  return { heads: draft.heads, relations: draft.relations };
}

/** A tree under repair; `children` follow `heads`. */
interface Draft extends TaggedTree {
  readonly heads: number[];
  readonly relations: string[];
  readonly children: number[][];
}

function childrenBy(draft: Draft, head: number, test: RegExp): number[] {
  return (draft.children[head] as number[]).filter((child) => test.test(draft.relations[child] as string));
}

/** « À Bagdad, Qaïs al-Khazali… a averti »: what a preposition marks is no subject; the name that hangs on it is. */
function freeSubject(draft: Draft, verb: number): void {
  const [subject, ...others] = childrenBy(draft, verb, /^nsubj/);
  if (subject === undefined || others.length > 0) return;
  const marked = childrenBy(draft, subject, /^case$/).some((marker) => marker < subject);
  if (!marked || /^(?:de|du|des|d')$/i.test(draft.forms[subject - 1] as string)) return;
  draft.relations[subject] = "obl";
  const name = childrenBy(draft, subject, /^(?:nmod|appos|flat:name|flat|conj)$/).find(
    (child) =>
      draft.tags[child] === "PROPN" && child < verb && childrenBy(draft, child, /^case$/).length === 0,
  );
  if (name === undefined) return;
  draft.children[subject] = (draft.children[subject] as number[]).filter((child) => child !== name);
  (draft.children[verb] as number[]).push(name);
  draft.heads[name] = verb;
  draft.relations[name] = "nsubj";
}

/** A subject so many tokens before a speech verb, with a comma between, belongs to what is quoted. */
const FAR_SUBJECT = 6;

/** « …, affirme la source »: the noun behind a speech verb that follows a comma or quotation is its subject. */
function invertSpeech(draft: Draft, verb: number, words: RepairWords): void {
  if (!words.isSpeech(draft.forms[verb] as string)) return;
  const subjects = childrenBy(draft, verb, /^nsubj/);
  if (subjects.some((subject) => subject > verb || verb - subject <= FAR_SUBJECT)) return;
  const object = childrenBy(draft, verb, /^obj$/).find((child) => child > verb);
  if (object === undefined) return;
  const group = childrenBy(draft, verb, /^(?:aux|expl|iobj)/).filter((child) => child < verb);
  const before = Math.min(verb, ...group) - 1;
  if (before < 0 || !(draft.tags[before] as string).startsWith("PUNCT")) return;
  if (subjects.some((subject) => reachesTo(draft, subject, before))) return;
  for (const subject of subjects) draft.relations[subject] = "dislocated";
  draft.relations[object] = "nsubj";
}

/** « Le porte-parole de X, Y, a accusé Z »: all that stands between belongs to the subject. */
function reachesTo(draft: Draft, subject: number, end: number): boolean {
  for (let at = subject + 1; at < end; at++) {
    let up = at;
    for (let steps = 0; up !== subject && up >= 0 && steps <= end; steps++) up = draft.heads[up] as number;
    if (up !== subject) return false;
  }
  return true;
}

/** Subjects agree with the auxiliaries: passive with a passive auxiliary, active without. */
function settleVoice(draft: Draft, verb: number, words: RepairWords): void {
  const lemmas = words.lemmatizer.candidates(draft.forms[verb] as string, "VERB");
  const reflexive = childrenBy(draft, verb, /^expl/).length > 0;
  if (reflexive || lemmas.some((lemma) => words.beVerbs.has(lemma)))
    for (const auxiliary of childrenBy(draft, verb, /^aux:pass$/)) draft.relations[auxiliary] = "aux";
  const passive = childrenBy(draft, verb, /^aux:pass$/).length > 0;
  for (const subject of childrenBy(draft, verb, /^nsubj(?::pass)?$/))
    draft.relations[subject] = passive ? "nsubj:pass" : "nsubj";
}

/** Of several subjects the one nearest before the verb stays. */
function keepOneSubject(draft: Draft, verb: number): void {
  const subjects = childrenBy(draft, verb, /^nsubj/);
  if (subjects.length < 2) return;
  const kept = subjects.filter((subject) => subject < verb).at(-1) ?? subjects[0];
  for (const subject of subjects) if (subject !== kept) draft.relations[subject] = "dislocated";
}

/** « par X » under a passive or a participle is its doer. */
function nameAgent(draft: Draft, verb: number, words: RepairWords): void {
  const passive = childrenBy(draft, verb, /^(?:nsubj|aux):pass$/).length > 0;
  if (!passive && draft.tags[verb] !== "VERB.Part" && !(draft.relations[verb] as string).startsWith("acl"))
    return;
  if (childrenBy(draft, verb, /^obl:agent$/).length > 0) return;
  const agent = childrenBy(draft, verb, /^obl$/).find((child) =>
    childrenBy(draft, child, /^case$/).some((marker) =>
      words.passiveAgents.has((draft.forms[marker] as string).toLowerCase()),
    ),
  );
  if (agent !== undefined) draft.relations[agent] = "obl:agent";
}
