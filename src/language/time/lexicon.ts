/** Words of time of one language, and its patterns compiled and indexed by what they can begin with. */
import { type DatesData, SEASONS, TIME_UNITS, type TimePattern } from "../../packs/index.ts";
import { fold } from "../../shared/index.ts";
import type { NumberGrammar } from "../text/numbers.ts";
import { PhraseSet } from "../text/phrase-set.ts";
import type { Word } from "../text/words.ts";
import { compilePattern, firstSteps, matchPattern, type PatternNode, type SlotValue } from "./pattern.ts";

export interface CompiledPattern {
  /** Place in the list: the earlier pattern wins where matches are equally long. */
  readonly rank: number;
  readonly pattern: TimePattern;
  readonly start: PatternNode;
}

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2100;

export class TimeLexicon {
  readonly datelines: readonly PatternNode[];
  readonly datelineWords: ReadonlySet<string>;
  readonly notAlone: ReadonlySet<string>;
  /** Patterns by the folded words that they can begin with, and those that can begin with a figure. */
  readonly #byWord = new Map<string, CompiledPattern[]>();
  readonly #byFigure: CompiledPattern[] = [];
  readonly #clocks: readonly PatternNode[];
  readonly #words: ReadonlyMap<string, ReadonlyMap<string, SlotValue>>;
  readonly #parts: PhraseSet<true>;
  readonly #few: PhraseSet<true>;
  readonly #half: PhraseSet<true>;
  readonly #until: PhraseSet<true>;
  readonly #attributive: ReadonlySet<string>;
  readonly #morning: ReadonlySet<string>;
  readonly #ordinals: ReadonlySet<string>;
  readonly #numbers: NumberGrammar;
  readonly #futureWords: ReadonlySet<string>;
  readonly #futureEndings: readonly string[];

  constructor(data: DatesData, numbers: NumberGrammar) {
    this.#numbers = numbers;
    this.#parts = PhraseSet.of(data.parts);
    this.#few = PhraseSet.of(data.few);
    this.#half = PhraseSet.of(data.half);
    this.#until = PhraseSet.of(data.until);
    this.#attributive = new Set(data.attributive);
    this.#morning = new Set(data.morning);
    this.#ordinals = new Set(data.ordinalEndings);
    this.datelineWords = new Set(data.datelineWords);
    this.notAlone = new Set(data.notAlone);
    this.#words = new Map([
      [
        "weekday",
        numbered([data.weekdays.map((word) => [word]), data.weekdayAbbreviations.map((word) => ["", word])]),
      ],
      ["month", numbered([data.months])],
      ["unit", numbered([TIME_UNITS.map((unit) => data.units[unit] ?? [])])],
      ["season", numbered([SEASONS.map((season) => data.seasons[season] ?? [])])],
    ]);
    this.#clocks = data.clocks.map(compilePattern);
    this.datelines = data.datelines.map(compilePattern);
    this.#futureWords = new Set(data.future.words.map(fold));
    this.#futureEndings = data.future.endings.map(fold);
    data.patterns.forEach((pattern, rank) => {
      this.#add({ rank, pattern, start: compilePattern(pattern.match) });
    });
  }

  #add(compiled: CompiledPattern): void {
    const { words, slots } = firstSteps(compiled.start);
    const opening = new Set(words);
    let byFigure = false;
    for (const slot of slots) {
      const first = this.#openings(slot);
      for (const word of first.words) opening.add(word);
      byFigure ||= first.figure;
    }
    for (const word of opening) push(this.#byWord, word, compiled);
    if (byFigure) this.#byFigure.push(compiled);
  }

  /** Folded words that a slot can begin with, and whether it can begin with a figure. */
  #openings(slot: string): { words: Iterable<string>; figure: boolean } {
    switch (slot) {
      case "part":
        return { words: this.#parts.firstKeys(), figure: false };
      case "count":
        return { words: [...this.#few.firstKeys(), ...this.#numbers.firstKeys()], figure: true };
      case "number":
        return { words: this.#numbers.firstKeys(), figure: true };
      case "clock": {
        const first = this.#clocks.map(firstSteps);
        const words = first.flatMap((step) => [
          ...step.words,
          ...(step.slots.has("number") ? this.#numbers.firstKeys() : []),
        ]);
        return { words, figure: true };
      }
      default:
        return {
          words: this.#words.get(slot)?.keys() ?? [],
          figure: /^(?:day|monthNumber|year)$/.test(slot),
        };
    }
  }

  /** Patterns that could match at the word. */
  patternsAt(word: Word): readonly CompiledPattern[] {
    return (/^\p{N}/u.test(word.key) ? this.#byFigure : this.#byWord.get(word.key)) ?? [];
  }

  /** Reads one slot; see dates.yaml for their names. */
  readonly read = (slot: string, words: readonly Word[], at: number): SlotValue | undefined => {
    const word = words[at];
    if (!word) return undefined;
    switch (slot) {
      case "unit":
      case "season":
        return this.#words.get(slot)?.get(word.key);
      case "weekday":
      case "month": {
        const value = this.#words.get(slot)?.get(word.key);
        return value?.abbreviated && !besideFigure(words, at) ? undefined : value;
      }
      case "day":
        return this.#day(words, at);
      case "monthNumber":
        return figure(word, 1, 12, 2);
      case "year":
        return figure(word, EARLIEST_YEAR, LATEST_YEAR, 4);
      case "number": {
        const count = figure(word, 0, 59, 2) ?? this.#numbers.count(words, at);
        return count && { value: count.value, length: count.length };
      }
      case "count": {
        const few = this.#few.match(words, at);
        if (few) return { value: 0, length: few.length, vague: true };
        const count = this.#numbers.count(words, at);
        return count && { value: count.value, length: count.length, ...(count.few && { vague: true }) };
      }
      case "part": {
        const part = this.#parts.match(words, at);
        return part && { value: 0, length: part.length };
      }
      case "half": {
        const half = this.#half.match(words, at);
        return half && { value: 0, length: half.length };
      }
      case "clock":
        return this.#clock(words, at);
      default:
        return undefined;
    }
  };

  #day(words: readonly Word[], at: number): SlotValue | undefined {
    const figures = figure(words[at] as Word, 1, 31, 2);
    if (!figures) return undefined;
    const ending = words[at + 1];
    const ordinal = ending?.glue === "" && this.#ordinals.has(ending.key);
    if (ending?.glue === "" && !ordinal) return undefined;
    return { value: figures.value, length: ordinal ? 2 : 1 };
  }

  #clock(words: readonly Word[], at: number): SlotValue | undefined {
    let best: SlotValue | undefined;
    for (const clock of this.#clocks) {
      const match = matchPattern(clock, words, at, this.read);
      if (match && match.end - at > (best?.length ?? 0)) best = { value: 0, length: match.end - at };
    }
    return best;
  }

  /** Whether the expression names the hours after midnight or the morning. */
  isMorning(words: readonly Word[], start: number, end: number): boolean {
    return words.slice(start, end).some((word) => this.#morning.has(word.key));
  }

  /** Whether the word before makes a date an attribute of a noun (« les frappes du 27 juin »). */
  isAttributive(words: readonly Word[], start: number): boolean {
    return start > 0 && words[start]?.glue !== "\n" && this.#attributive.has(words[start - 1]?.key ?? "");
  }

  /** Whether the words before make the date a term (« avant le 31 décembre »). */
  isTerm(words: readonly Word[], start: number): boolean {
    return this.#until.matchBefore(words, start, 3) !== undefined;
  }

  isFuture(key: string): boolean {
    return (
      this.#futureWords.has(key) ||
      (key.length > 5 && this.#futureEndings.some((ending) => key.endsWith(ending)))
    );
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Word → its number in the list, counted from 1; forms after the first are abbreviations. */
function numbered(lists: readonly (readonly (readonly string[])[])[]): Map<string, SlotValue> {
  const values = new Map<string, SlotValue>();
  for (const list of lists) {
    list.forEach((forms, index) => {
      forms.forEach((form, position) => {
        if (form)
          values.set(fold(form), { value: index + 1, length: 1, ...(position > 0 && { abbreviated: true }) });
      });
    });
  }
  return values;
}

/** An abbreviation is a day or month only beside a figure: « 14 nov. », not « mer », "sat" or « sept drones ». */
function besideFigure(words: readonly Word[], at: number): boolean {
  const previous = words[at - 1];
  const before = previous?.glue === "" ? words[at - 2] : previous;
  const next = words[at + 1];
  return (
    (words[at]?.glue === " " && /^\d{1,2}$/.test(before?.form ?? "")) ||
    ((next?.glue === " " || next?.glue === ".") && /^\d{1,2}$/.test(next.form))
  );
}

function figure(word: Word, least: number, most: number, digits: number): SlotValue | undefined {
  if (!/^\d+$/.test(word.form) || word.form.length > digits) return undefined;
  const value = Number(word.form);
  return value >= least && value <= most ? { value, length: 1 } : undefined;
}
