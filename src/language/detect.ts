/** Which of the supported languages a text is in, by its closed-class words. */
import type { Language } from "../ontology/index.ts";
import type { LanguageData } from "../packs/index.ts";
import { fold } from "../shared/index.ts";
import type { Word } from "./text/words.ts";

/** Words looked at: enough for a safe verdict, and a bound on the cost. */
const SAMPLE = 2000;
/** Share of closed-class words below which a text is in no supported language. Prose has 35 to 50 %. */
const LEAST_SHARE = 0.15;
/** A text of fewer words that has none of them at all (a headline, a list of names) is not refused. */
const SHORT_TEXT = 4;

export class LanguageDetector {
  readonly #vocabulary: ReadonlyMap<string, readonly Language[]>;
  readonly #languages: readonly Language[];

  constructor(data: Readonly<Record<Language, LanguageData>>) {
    const vocabulary = new Map<string, Language[]>();
    this.#languages = Object.keys(data) as Language[];
    for (const language of this.#languages) {
      const words = Object.values(data[language].text.closedClass).flat();
      for (const key of new Set(words.map((word) => fold(word).replace(/'$/, "").replace(/^'/, "")))) {
        vocabulary.set(key, [...(vocabulary.get(key) ?? []), language]);
      }
    }
    this.#vocabulary = vocabulary;
  }

  /** The language whose closed-class words are most frequent; undefined where none is frequent enough. */
  detect(words: readonly Word[]): Language | undefined {
    const sample = words.slice(0, SAMPLE).filter((word) => /^\p{L}/u.test(word.form));
    const scores = new Map<Language, number>(this.#languages.map((language) => [language, 0]));
    for (const word of sample) {
      const languages = this.#vocabulary.get(word.key) ?? [];
      // A word of both languages (« on », "a") tells little.
      for (const language of languages) {
        const weight = languages.length === 1 ? 1 : 0.25;
        scores.set(language, (scores.get(language) ?? 0) + weight);
      }
    }
    let best: Language | undefined;
    for (const language of this.#languages) {
      if (best === undefined || (scores.get(language) ?? 0) > (scores.get(best) ?? 0)) best = language;
    }
    const share = (scores.get(best as Language) ?? 0) / Math.max(1, sample.length);
    if (share >= LEAST_SHARE) return best;
    return share > 0 || sample.length < SHORT_TEXT
      ? share > 0 && sample.length < 12
        ? best
        : undefined
      : undefined;
  }
}
