/**
 * Lemmas by rule and table: irregular forms first, then regular endings read backwards.
 *
 * It gives candidates, best first, without a dictionary: « tirées » → tirer; « rend » → rendre. A caller that looks
 * lemmas up in a lexicon tries them in turn.
 */
import type { Language } from "../../ontology/index.ts";
import type { LanguageData, MorphologyData } from "../../packs/index.ts";
import { expandForms } from "./forms.ts";

/** Coarse part of speech of a tag: what stands before the dot. */
export const coarse = (pos: string): string => pos.split(".")[0] ?? pos;

const LONGEST_ENDING = 8;
/** Letters that a regular stem has at least. */
const SHORTEST_STEM = 2;

interface VerbEnding {
  readonly lemma: string;
  readonly mute: boolean;
  readonly members: ReadonlySet<string> | undefined;
  readonly undouble: boolean;
}

export class Lemmatizer {
  readonly language: Language;
  readonly #data: MorphologyData;
  readonly #irregular = new Map<string, string[]>();
  readonly #endings = new Map<string, VerbEnding[]>();
  readonly #invariable: ReadonlySet<string>;
  readonly #irregularNouns: ReadonlyMap<string, string>;

  constructor({ language, morphology }: LanguageData) {
    this.language = language;
    this.#data = morphology;
    this.#invariable = new Set(morphology.invariable);
    this.#irregularNouns = new Map(Object.entries(morphology.irregularNouns));
    for (const [lemma, { forms, prefixes = [] }] of Object.entries(morphology.verbs)) {
      const expanded = new Set([lemma, ...expandForms(forms, morphology.endings)]);
      for (const prefix of ["", ...prefixes])
        for (const form of expanded) append(this.#irregular, prefix + form, prefix + lemma);
    }
    for (const { lemma, endings, mute, members, undouble = false } of morphology.classes) {
      const closed = members && new Set(members);
      for (const [list, isMute] of [
        [endings, false],
        [mute, true],
      ] as const)
        for (const ending of list)
          append(this.#endings, ending, { lemma, mute: isMute, members: closed, undouble });
    }
  }

  /**
   * Lemmas that the form may have as that part of speech, best first; never empty.
   * @param pos  a tag of `Token.pos`; other tags than verbs, nouns and adjectives give the form itself
   */
  candidates(form: string, pos: string): readonly string[] {
    const lower = form.toLowerCase().replace(/[’ʼ]/g, "'");
    switch (coarse(pos)) {
      case "VERB":
      case "AUX":
        return this.#verb(lower);
      case "NOUN":
      case "ADJ":
        return this.#noun(lower);
      default:
        return [lower];
    }
  }

  /** Whether the form is one of an irregular verb, or of a class that lists its members. */
  isKnownVerb(form: string): boolean {
    const lower = form.toLowerCase();
    return this.#irregular.has(lower) || this.#regular(lower).some(({ known }) => known);
  }

  #verb(form: string): readonly string[] {
    const found = new Set(this.#irregular.get(form));
    const regular = this.#regular(form);
    for (const { lemma, known } of regular) if (known) found.add(lemma);
    for (const { lemma, known } of regular) if (!known) found.add(lemma);
    return found.size > 0 ? [...found] : [form];
  }

  /** Lemmas by regular ending, the longest ending first. */
  #regular(form: string): { lemma: string; known: boolean }[] {
    const found: { lemma: string; known: boolean }[] = [];
    for (let length = Math.min(LONGEST_ENDING, form.length - SHORTEST_STEM); length >= 0; length--) {
      const stem = form.slice(0, form.length - length);
      const ending = form.slice(form.length - length);
      for (const rule of this.#endings.get(ending) ?? []) {
        const stems = rule.mute ? this.#alternate(stem) : [stem];
        const lemmas = stems.map((each) => each + rule.lemma);
        if (rule.members) {
          for (const lemma of lemmas) if (rule.members.has(lemma)) found.push({ lemma, known: true });
        } else if (rule.undouble && ending !== "") found.push(...this.#english(stem, ending));
        else if (!(this.#data.preferE && rule.lemma === "e" && ending !== "e"))
          found.push(...lemmas.map((lemma) => ({ lemma, known: false })));
      }
    }
    return found;
  }

  /** « cèd- » → céd-, ced-; « appell- » → appel-. */
  #alternate(stem: string): string[] {
    const vowel = /[^aeiouyàâéèêëîïôùûü]*$/.exec(stem)?.index ?? stem.length;
    const head = stem.slice(0, vowel);
    const tail = stem.slice(vowel);
    const changed = this.#data.alternations.flatMap(({ form, lemma }) =>
      head.endsWith(form) ? lemma.map((each) => head.slice(0, head.length - form.length) + each + tail) : [],
    );
    const last = stem.at(-1) ?? "";
    if (this.#data.doubled.includes(last) && stem.at(-2) === last) changed.push(stem.slice(0, -1));
    return [...changed, stem];
  }

  /** "-ed", "-ing", "-s" off: with or without the silent « e », the doubled consonant undone. */
  #english(stem: string, ending: string): { lemma: string; known: boolean }[] {
    const undoubled =
      /([bdgklmnprtz])\1$/.test(stem) && ending !== "s" && ending !== "es" ? stem.slice(0, -1) : undefined;
    const withE = `${stem}e`;
    const silent = ending !== "s" && this.#takesE(stem);
    const lemmas = silent ? [withE, stem] : ending === "s" ? [stem] : [stem, withE];
    // « dropped » rather than « kill »: verbs in -ll, -ss, -zz keep both consonants.
    if (undoubled !== undefined) lemmas.splice(/[lz]$/.test(undoubled) ? 1 : 0, 0, undoubled);
    return lemmas.map((lemma) => ({ lemma, known: false }));
  }

  #takesE(stem: string): boolean {
    const longest = (endings: readonly string[] | undefined) =>
      Math.max(0, ...(endings ?? []).map((ending) => (stem.endsWith(ending) ? ending.length : 0)));
    return longest(this.#data.preferE) > longest(this.#data.avoidE);
  }

  #noun(form: string): readonly string[] {
    const irregular = this.#irregularNouns.get(form);
    const found = new Set<string>(irregular === undefined ? [] : [irregular]);
    if (this.#invariable.has(form)) return [form];
    const rules = this.#data.nouns
      .filter(({ form: ending }) => form.length > ending.length + 1 && form.endsWith(ending))
      .sort((a, b) => b.form.length - a.form.length);
    const longest = rules[0];
    for (const rule of rules) {
      const stem = form.slice(0, form.length - rule.form.length);
      for (const ending of rule.lemma) found.add(stem + ending);
      if (rule === longest && rules.length === 1) break;
    }
    found.add(form);
    return [...found];
  }
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
