/**
 * Repairs of what taggers and parsers trained on edited text get wrong in reports: participles without agreement,
 * speech verbs before their subject, time expressions as subject or object, passives.
 */
import type { Lemmatizer } from "../morphology/lemmatizer.ts";

export interface RepairWords {
  readonly lemmatizer: Lemmatizer;
  /** Folded forms of verbs of saying. */
  readonly isSpeech: (form: string) => boolean;
  /** Lower-case forms of the auxiliaries that a participle follows. */
  readonly participleAfter: ReadonlySet<string>;
  /** Lemmas that form their past with « être ». */
  readonly beVerbs: ReadonlySet<string>;
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
      isBareAuxiliary(forms, repaired, at) &&
      words.lemmatizer.isKnownVerb(lower)
    ) {
      repaired[at] = "VERB.Part";
    }
    // « Washington nie … », « qui prétend … »: a verb of saying right behind its subject, read as a noun.
    const subject = /^(?:PROPN|PRON)/.test(repaired[at - 1] ?? "");
    if (subject && /^(?:NOUN|ADJ)/.test(tag) && !PARTICIPLE.test(lower) && words.isSpeech(form)) repaired[at] = "VERB.Fin";
    if (/^AUX/.test(tag) && words.participleAfter.has(lower)) auxiliary = true;
    else if (!/^(?:ADV|PRON|AUX)/.test(tag)) auxiliary = false;
  });
  return repaired;
}

/** The auxiliary is one of the perfect (« avoir », "have"), not a copula, which an adjective may follow. */
function isBareAuxiliary(forms: readonly string[], tags: readonly string[], at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    if (/^AUX/.test(tags[before] as string))
      return /^(?:ont|a|avait|avaient|aurait|auraient|aura|auront|ayant|été|have|has|had|been)$/.test(
        (forms[before] as string).toLowerCase(),
      );
    if (!/^(?:ADV|PRON)/.test(tags[before] as string)) return false;
  }
  return false;
}

/** @returns heads and relations; the input is left as it was */
export function repairTree(
  tree: TaggedTree,
  words: RepairWords,
): { heads: readonly number[]; relations: readonly string[] } {
  const relations = [...tree.relations];
  const children: number[][] = tree.forms.map(() => []);
  tree.heads.forEach((head, at) => children[head]?.push(at));
  tree.isTime.forEach((isTime, at) => {
    if (isTime && /^(?:nsubj|obj|iobj|xcomp|appos)/.test(relations[at] as string)) relations[at] = "advmod";
  });
  tree.tags.forEach((tag, verb) => {
    if (!tag.startsWith("VERB")) return;
    const own = children[verb] as number[];
    invertSpeech(tree, relations, own, verb, words);
    settleVoice(tree, relations, own, verb, words);
    keepOneSubject(relations, own, verb);
    nameAgent(tree, relations, children, verb, words);
  });
  return { heads: tree.heads, relations };
}

const withRelation = (relations: readonly string[], own: readonly number[], test: RegExp): number[] =>
  own.filter((child) => test.test(relations[child] as string));

/** « …, affirme la source »: the noun behind a speech verb that follows a comma or quotation is its subject. */
function invertSpeech(
  tree: TaggedTree,
  relations: string[],
  own: readonly number[],
  verb: number,
  words: RepairWords,
): void {
  if (!words.isSpeech(tree.forms[verb] as string)) return;
  if (withRelation(relations, own, /^nsubj/).length > 0) return;
  const object = withRelation(relations, own, /^obj$/).find((child) => child > verb);
  if (object === undefined) return;
  const group = own.filter((child) => child < verb && /^(?:aux|expl|iobj)/.test(relations[child] as string));
  const before = Math.min(verb, ...group) - 1;
  if (before < 0 || !(tree.tags[before] as string).startsWith("PUNCT")) return;
  relations[object] = "nsubj";
}

/** Subjects agree with the auxiliaries: passive with a passive auxiliary, active without. */
function settleVoice(
  tree: TaggedTree,
  relations: string[],
  own: readonly number[],
  verb: number,
  words: RepairWords,
): void {
  const lemmas = words.lemmatizer.candidates(tree.forms[verb] as string, "VERB");
  const reflexive = withRelation(relations, own, /^expl/).length > 0;
  const active = reflexive || lemmas.some((lemma) => words.beVerbs.has(lemma));
  if (active)
    for (const auxiliary of withRelation(relations, own, /^aux:pass$/)) relations[auxiliary] = "aux";
  const passive = withRelation(relations, own, /^aux:pass$/).length > 0;
  for (const subject of withRelation(relations, own, /^nsubj(?::pass)?$/))
    relations[subject] = passive ? "nsubj:pass" : "nsubj";
}

/** Of several subjects the one nearest before the verb stays. */
function keepOneSubject(relations: string[], own: readonly number[], verb: number): void {
  const subjects = withRelation(relations, own, /^nsubj/);
  if (subjects.length < 2) return;
  const before = subjects.filter((subject) => subject < verb);
  const kept = before.at(-1) ?? subjects[0];
  for (const subject of subjects) if (subject !== kept) relations[subject] = "dislocated";
}

/** « par X » under a passive or a participle is its doer. */
function nameAgent(
  tree: TaggedTree,
  relations: string[],
  children: readonly (readonly number[])[],
  verb: number,
  words: RepairWords,
): void {
  const own = children[verb] as readonly number[];
  const passive = withRelation(relations, own, /^(?:nsubj|aux):pass$/).length > 0;
  if (!passive && tree.tags[verb] !== "VERB.Part" && !/^acl/.test(relations[verb] as string)) return;
  if (withRelation(relations, own, /^obl:agent$/).length > 0) return;
  const agent = withRelation(relations, own, /^obl$/).find((child) =>
    (children[child] as readonly number[]).some(
      (marker) =>
        relations[marker] === "case" && words.passiveAgents.has((tree.forms[marker] as string).toLowerCase()),
    ),
  );
  if (agent !== undefined) relations[agent] = "obl:agent";
}
