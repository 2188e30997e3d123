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
  readonly #verbs: ReadonlySet<string>;
  readonly #invariable: ReadonlySet<string>;
  readonly #irregularNouns: ReadonlyMap<string, string>;

  constructor({ language, morphology }: LanguageData) {
    this.language = language;
    this.#data = morphology;
    this.#verbs = new Set([
      ...morphology.commonVerbs,
      ...Object.entries(morphology.verbs).flatMap(([lemma, { prefixes = [] }]) =>
        ["", ...prefixes].map((prefix) => prefix + lemma),
      ),
      ...morphology.classes.flatMap(({ members = [] }) => members),
    ]);
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
        return this.#nominal(lower, false);
      case "ADJ":
        return this.#nominal(lower, true);
      default:
        return [lower];
    }
  }

  /** Whether the form is one of an irregular verb, or of a class that lists its members. */
  isKnownVerb(form: string): boolean {
    const lower = form.toLowerCase();
    return this.#irregular.has(lower) || this.#regular(lower).some(({ known }) => known);
  }

  /** Whether it is the infinitive of a verb that the data list. */
  isVerb(lemma: string): boolean {
    return this.#verbs.has(lemma);
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
    const single = this.#data.doubled.includes(last) && stem.at(-2) === last ? [stem.slice(0, -1)] : [];
    return [...changed, stem, ...single];
  }

  /** "-ed", "-ing", "-s" off: with or without the silent « e », the doubled consonant undone. */
  #english(stem: string, ending: string): { lemma: string; known: boolean }[] {
    if (ending === "s" || ending === "es") {
      if (ending === "s" && stem.endsWith("s")) return [];
      // « crosses », « reaches », but « raises », « notes »
      const sibilant = ending === "es" && /(?:ss|sh|ch|x|zz|o)$/.test(stem);
      const whole = ending === "s" ? [stem] : sibilant ? [stem, `${stem}e`] : [`${stem}e`, stem];
      return whole.map((lemma) => ({ lemma, known: false }));
    }
    if (stem.endsWith("e")) return [`${stem}e`, stem].map((lemma) => ({ lemma, known: false }));
    const lemmas = this.#takesE(stem) ? [`${stem}e`, stem] : [stem, `${stem}e`];
    if (/([bdgklmnprtz])\1$/.test(stem)) {
      // « dropped », « controlling », but « killed »: short verbs in -ll keep both consonants.
      const short = /^[^aeiou]*[aeiou]+[lz]+$/.test(stem);
      lemmas.splice(short ? 1 : 0, 0, stem.slice(0, -1));
    }
    return lemmas.map((lemma) => ({ lemma, known: false }));
  }

  #takesE(stem: string): boolean {
    // « hoping », « noted »: without the « e » the consonant would be doubled.
    if (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem)) return true;
    const longest = (endings: readonly string[] | undefined) =>
      Math.max(0, ...(endings ?? []).map((ending) => (stem.endsWith(ending) ? ending.length : 0)));
    return longest(this.#data.preferE) > longest(this.#data.avoidE);
  }

  /** Singular and masculine; an adjective's lemma is masculine, a noun's mostly what it is. */
  #nominal(form: string, masculineFirst: boolean): readonly string[] {
    if (this.#invariable.has(form)) return [form];
    const irregular = this.#irregularNouns.get(form);
    const singulars = withoutEnding(form, this.#data.plurals);
    const masculines = singulars.flatMap((singular) => withoutEnding(singular, this.#data.feminines));
    const ordered = masculineFirst ? [...masculines, ...singulars] : [...singulars, ...masculines];
    return [...new Set([...(irregular === undefined ? [] : [irregular]), ...ordered, form])];
  }
}

/** The form with its longest listed ending replaced; itself where none fits. */
function withoutEnding(form: string, rules: MorphologyData["plurals"]): string[] {
  let longest: MorphologyData["plurals"][number] | undefined;
  for (const rule of rules)
    if (
      form.length > rule.form.length &&
      form.endsWith(rule.form) &&
      rule.form.length > (longest?.form.length ?? 0)
    )
      longest = rule;
  if (!longest) return [form];
  const stem = form.slice(0, form.length - longest.form.length);
  return longest.lemma.map((ending) => stem + ending);
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
