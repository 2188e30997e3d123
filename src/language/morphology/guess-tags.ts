/** Parts of speech by rule, for a run without a tagger: closed classes, the word before, the ending. */
import type { LanguageData } from "../../packs/index.ts";
import type { Lemmatizer } from "./lemmatizer.ts";

export class TagGuesser {
  readonly #closed: ReadonlyMap<string, string>;
  readonly #guess: LanguageData["morphology"]["guess"];
  readonly #participleAfter: ReadonlySet<string>;
  readonly #finiteAfter: ReadonlySet<string>;
  readonly #infinitiveAfter: ReadonlySet<string>;
  readonly #clitics: ReadonlySet<string>;
  readonly #lemmatizer: Lemmatizer;

  constructor({ text, morphology }: LanguageData, lemmatizer: Lemmatizer) {
    const closed = new Map<string, string>();
    for (const [pos, words] of Object.entries(text.closedClass))
      for (const word of words) if (!closed.has(word) || pos === "AUX") closed.set(word, pos);
    this.#closed = closed;
    this.#guess = morphology.guess;
    this.#participleAfter = new Set(morphology.participleAfter);
    this.#finiteAfter = new Set(morphology.finiteAfter);
    this.#infinitiveAfter = new Set(morphology.infinitiveAfter);
    this.#clitics = new Set(text.tokens.clitics);
    this.#lemmatizer = lemmatizer;
  }

  /** @param forms  as given to a tagger: names and times already one form each */
  tag(forms: readonly string[]): string[] {
    const tags: string[] = [];
    let verb = "";
    forms.forEach((form, at) => {
      const lower = form.toLowerCase().replace(/[’ʼ]/g, "'");
      const tag = this.#tagOne(form, lower, at, verb, tags);
      tags.push(tag);
      // The auxiliary reaches over adverbs, pronouns and other auxiliaries: « ont été tirés », « n'ont pas tiré ».
      if (!/^(?:ADV|PRON|AUX)/.test(tag) || this.#participleAfter.has(lower)) verb = lower;
    });
    return tags;
  }

  #tagOne(form: string, lower: string, at: number, governor: string, tags: readonly string[]): string {
    if (!/[\p{L}\p{N}]/u.test(form)) return "PUNCT";
    if (/^\p{N}/u.test(form)) return "NUM";
    const closed = this.#closed.get(lower);
    if (closed) return closed;
    if (this.#clitics.has(lower)) return "PRON";
    if (at > 0 && /^\p{Lu}/u.test(form)) return "PROPN";
    if (this.#participleAfter.has(governor) && this.#isVerbForm(lower)) return "VERB.Part";
    if (this.#infinitiveAfter.has(governor) && this.#inflection(lower) === "VERB.Inf") return "VERB.Inf";
    if (this.#finiteAfter.has(governor) || tags[at - 1] === "PRON") {
      const inflection = this.#inflection(lower);
      return inflection?.startsWith("VERB") && inflection !== "VERB.Part"
        ? inflection
        : this.#isVerbForm(lower)
          ? "VERB.Fin"
          : (inflection ?? "VERB.Fin");
    }
    const guessed = this.#inflection(lower);
    if (guessed) return guessed;
    const afterNoun = /^(?:NOUN|PROPN|ADJ)/.test(tags[at - 1] ?? "");
    if (afterNoun && this.#lemmatizer.isKnownVerb(lower)) return "VERB.Fin";
    return "NOUN";
  }

  #inflection(lower: string): string | undefined {
    const rule = this.#guess.find(
      ({ ending, minimum = 3 }) => lower.length >= minimum && lower.endsWith(ending),
    );
    return rule?.pos;
  }

  #isVerbForm(lower: string): boolean {
    const inflection = this.#inflection(lower);
    return inflection === undefined
      ? this.#lemmatizer.isKnownVerb(lower) || /(?:[éuist]e?s?|ed|en)$/.test(lower)
      : inflection.startsWith("VERB");
  }
}
