/** Everything that reads one language, compiled from its data once. */
import type { LanguageData } from "../packs/index.ts";
import { fold } from "../shared/index.ts";
import { TagGuesser } from "./morphology/guess-tags.ts";
import { Lemmatizer } from "./morphology/lemmatizer.ts";
import { NameWords } from "./names/name-words.ts";
import { NumberGrammar } from "./text/numbers.ts";
import { Tokenizer } from "./text/tokenize.ts";
import { TimeLexicon } from "./time/lexicon.ts";
import type { RepairWords } from "./tree/repairs.ts";

export class LanguageTools {
  readonly data: LanguageData;
  readonly tokenizer: Tokenizer;
  readonly numbers: NumberGrammar;
  readonly time: TimeLexicon;
  readonly names: NameWords;
  readonly lemmatizer: Lemmatizer;
  readonly guesser: TagGuesser;
  readonly repairWords: Omit<RepairWords, "isOnlyVerb">;
  readonly #closed: ReadonlySet<string>;
  readonly #past: ReadonlySet<string>;

  constructor(data: LanguageData) {
    this.data = data;
    this.tokenizer = new Tokenizer(data.text);
    this.numbers = new NumberGrammar(data.numbers);
    this.time = new TimeLexicon(data.dates, this.numbers);
    this.names = new NameWords(data);
    this.lemmatizer = new Lemmatizer(data);
    this.guesser = new TagGuesser(data, this.lemmatizer);
    this.#closed = new Set(
      Object.entries(data.text.closedClass).flatMap(([pos, words]) =>
        pos === "NUM" ? [] : words.map((word) => fold(word).replace(/^'|'$/g, "")),
      ),
    );
    this.#past = new Set(data.morphology.participleAfter.map(fold));
    const speech = new Set(data.names.speech.map(fold));
    this.repairWords = {
      lemmatizer: this.lemmatizer,
      isSpeech: (form) => speech.has(fold(form)),
      participleAfter: new Set(data.morphology.participleAfter),
      perfectAuxiliaries: new Set(data.morphology.perfectAuxiliaries),
      beVerbs: new Set(data.morphology.beVerbs),
      pastLikeParticiple: data.morphology.pastLikeParticiple,
      motionVerbs: new Set(data.morphology.motionVerbs),
      particles: new Set(data.morphology.particles),
      passiveAgents: new Set(data.morphology.passiveAgents),
    };
  }

  /** Whether the folded word is of a closed class. */
  readonly isClosed = (key: string): boolean => this.#closed.has(key);

  /** Whether the folded word is an auxiliary of a past tense. */
  readonly isPast = (key: string): boolean => this.#past.has(key);
}
