/** Numbers and ranges in figures and words: « au moins huit », « entre 5 et 7 », « des dizaines de », « aucun ». */
import { fold } from "../../shared/index.ts";
import type { NumbersData } from "../../packs/index.ts";
import type { NumberSpan, Offsets } from "../types.ts";
import { PhraseSet } from "./phrase-set.ts";
import type { Word } from "./words.ts";

type Modifier = keyof NumbersData["modifiers"];

interface Amount {
  readonly min: number;
  /** Absent: no upper bound. */
  readonly max?: number;
  readonly approximate: boolean;
  /** Words taken. */
  readonly length: number;
}

/** Words of a number in words, at most: « neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf ». */
const LONGEST = 14;

export class NumberGrammar {
  readonly #firstKeys: readonly string[];
  /** Folded words that a number expression can begin with, its modifiers included. */
  readonly #openings: ReadonlySet<string>;
  readonly #cardinals: ReadonlyMap<string, number>;
  readonly #multipliers: ReadonlyMap<string, number>;
  readonly #scores: ReadonlySet<string>;
  readonly #joiners: ReadonlySet<string>;
  readonly #collectives: PhraseSet<number>;
  readonly #plurals: PhraseSet<number>;
  readonly #few: PhraseSet<number>;
  readonly #none: PhraseSet<true>;
  readonly #modifiers: PhraseSet<Modifier>;
  readonly #trailing: PhraseSet<keyof NumbersData["trailing"]>;
  readonly #ranges: readonly { readonly open: string; readonly joint: string }[];

  constructor(data: NumbersData) {
    this.#cardinals = foldedKeys(data.cardinals);
    this.#multipliers = foldedKeys(data.multipliers);
    this.#scores = new Set(data.scores.map(fold));
    this.#joiners = new Set(data.joiners.map(fold));
    this.#collectives = new PhraseSet(Object.entries(data.collectives));
    this.#plurals = new PhraseSet(Object.entries(data.plurals));
    this.#few = new PhraseSet(Object.entries(data.few));
    this.#none = PhraseSet.of(data.none);
    this.#modifiers = new PhraseSet(phrasesByKind(data.modifiers));
    this.#trailing = new PhraseSet(phrasesByKind(data.trailing));
    const phrases = [this.#collectives, this.#plurals, this.#few];
    this.#firstKeys = [
      ...this.#cardinals.keys(),
      ...this.#multipliers.keys(),
      ...phrases.flatMap((set) => set.firstKeys()),
    ];
    this.#openings = new Set([
      ...this.#firstKeys,
      ...[this.#none, this.#modifiers].flatMap((set) => set.firstKeys()),
      ...data.ranges.map(({ open }) => fold(open)),
    ]);
    this.#ranges = data.ranges.map(({ open, joint }) => ({ open: fold(open), joint: fold(joint) }));
  }

  /** Folded words that a number can begin with; figures apart. */
  firstKeys(): readonly string[] {
    return this.#firstKeys;
  }

  /**
   * @param taken  spans whose words are no counts (dates), in order
   * @returns number expressions in order, modifiers included
   */
  find(text: string, words: readonly Word[], taken: readonly Offsets[] = []): NumberSpan[] {
    const found: NumberSpan[] = [];
    let next = 0;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as Word;
      if (!this.#openings.has(word.key) && !isFigure(word)) continue;
      while (next < taken.length && (taken[next] as Offsets).end <= word.start) next++;
      const span = taken[next];
      if (span && span.start <= word.start) continue;
      const amount = this.#expression(words, at);
      if (!amount) continue;
      const last = words[at + amount.length - 1] as Word;
      if (span && span.start < last.end) continue;
      const { length, ...values } = amount;
      found.push({ start: word.start, end: last.end, text: text.slice(word.start, last.end), ...values });
      at += length - 1;
    }
    return found;
  }

  /** The value of a bare number, for counts inside time expressions. */
  count(words: readonly Word[], at: number): { value: number; length: number; few: boolean } | undefined {
    const exact = this.#exact(words, at);
    if (exact) return { value: exact.min, length: exact.length, few: exact.approximate };
    const few = this.#few.match(words, at);
    return few && { value: few.value, length: few.length, few: true };
  }

  #expression(words: readonly Word[], at: number): Amount | undefined {
    const none = this.#none.match(words, at);
    if (none) return { min: 0, max: 0, approximate: false, length: none.length };
    const modifier = this.#modifiers.match(words, at);
    if (modifier && joins(words[at + modifier.length])) {
      const amount = this.#amount(words, at + modifier.length);
      if (amount) return this.#withTrailing(words, at, modified(modifier.value, amount, modifier.length));
    }
    const range = this.#range(words, at);
    if (range) return this.#withTrailing(words, at, range);
    const amount = this.#amount(words, at);
    return amount && this.#withTrailing(words, at, amount);
  }

  #amount(words: readonly Word[], at: number): Amount | undefined {
    const exact = this.#exact(words, at);
    const open = this.#plurals.match(words, at);
    if (open && (!exact || open.length >= exact.length))
      return { min: open.value, approximate: true, length: open.length };
    if (exact) {
      // « trois dizaines », "two dozen", « quatre à cinq cents »
      const follow = words[at + exact.length];
      const times =
        follow && joins(follow)
          ? (this.#collectives.match(words, at + exact.length) ??
            this.#collectivePlural(words, at + exact.length))
          : undefined;
      if (times) {
        const value = exact.min * times.value;
        return { min: value, max: value, approximate: true, length: exact.length + times.length };
      }
      return exact;
    }
    const collective = this.#collectives.match(words, at);
    if (collective)
      return { min: collective.value, max: collective.value, approximate: true, length: collective.length };
    const few = this.#few.match(words, at);
    return few && { min: few.value, approximate: true, length: few.length };
  }

  #collectivePlural(words: readonly Word[], at: number): { value: number; length: number } | undefined {
    const key = words[at]?.key ?? "";
    if (!key.endsWith("s")) return undefined;
    const single = words[at] as Word;
    return this.#collectives.match([{ ...single, key: key.slice(0, -1) }], 0);
  }

  #range(words: readonly Word[], at: number): Amount | undefined {
    for (const { open, joint } of this.#ranges) {
      let from = at;
      if (open) {
        if (words[at]?.key !== open) continue;
        from = at + 1;
      }
      const low = this.#exact(words, from);
      if (!low) continue;
      const between = words[from + low.length];
      const dashed = !open && (between?.glue === "-" ? this.#exact(words, from + low.length) : undefined);
      if (dashed && isFigure(words[from]) && isFigure(between) && dashed.min > low.min)
        return { min: low.min, max: dashed.min, approximate: false, length: low.length + dashed.length };
      if (between?.key !== joint || !joins(between)) continue;
      const high = this.#exact(words, from + low.length + 1);
      if (!high || high.min <= low.min) continue;
      // « quatre à cinq cents », "two to three thousand": the multiplier belongs to both.
      const scale = low.min < 10 && high.min >= 100 ? magnitude(high.min) : 1;
      const length = from - at + low.length + 1 + high.length;
      return { min: low.min * scale, max: high.min, approximate: false, length };
    }
    return undefined;
  }

  #withTrailing(words: readonly Word[], at: number, amount: Amount): Amount {
    for (const skip of [0, 1]) {
      const position = at + amount.length + skip;
      if (!joins(words[position]) || (skip === 1 && !joins(words[position - 1]))) break;
      const trailing = this.#trailing.match(words, position);
      if (!trailing) continue;
      const changed = modified(trailing.value, amount, 0);
      return { ...changed, length: skip === 0 ? amount.length + trailing.length : amount.length };
    }
    return amount;
  }

  /** Figures (« 1 200 », "1,200", « 24 ») or number words. */
  #exact(words: readonly Word[], at: number): Amount | undefined {
    const first = words[at];
    if (!first) return undefined;
    if (isFigure(first)) return figures(words, at, this.#multipliers);
    let total = 0;
    let group = 0;
    let previous = Number.POSITIVE_INFINITY;
    let length = 0;
    for (let i = 0; i < LONGEST; i++) {
      const word = words[at + i];
      if (!word || (i > 0 && !joins(word))) break;
      const value = this.#cardinals.get(word.key);
      const multiplier = this.#multipliers.get(word.key);
      if (this.#joiners.has(word.key) && i > 0) {
        const after = words[at + i + 1];
        if (!after || !joins(after) || !this.#cardinals.has(after.key) || group < 20 || group % 10 !== 0)
          break;
        if (group % 100 !== 0 && (this.#cardinals.get(after.key) ?? 0) > 11) break;
        previous = Number.POSITIVE_INFINITY;
        continue;
      }
      if (multiplier !== undefined) {
        if (i === 0 && multiplier > 1000) break;
        if (multiplier === 100) {
          if (group >= 100) break;
          group = Math.max(group, 1) * 100;
        } else {
          total += Math.max(group, 1) * multiplier;
          group = 0;
        }
        previous = Number.POSITIVE_INFINITY;
      } else if (value !== undefined) {
        if (this.#scores.has(word.key) && group % 100 === 4) group += 76;
        else if (value >= previous && !(value >= 10 && previous >= 60)) break;
        else if (value >= 20 && group % 100 !== 0) break;
        else if (value < 20 && group % 10 !== 0 && group % 100 < 17) break;
        else group += value;
        previous = value < 10 ? 0 : value;
      } else break;
      length = i + 1;
    }
    if (length === 0) return undefined;
    const min = total + group;
    return { min, max: min, approximate: false, length };
  }
}

function foldedKeys(record: Readonly<Record<string, number>>): Map<string, number> {
  return new Map(Object.entries(record).map(([word, value]) => [fold(word), value] as const));
}

function phrasesByKind<K extends string>(record: Readonly<Record<K, readonly string[]>>): [string, K][] {
  const kinds = Object.entries(record) as [K, readonly string[]][];
  return kinds.flatMap(([kind, phrases]) => phrases.map((phrase): [string, K] => [phrase, kind]));
}

const isFigure = (word: Word | undefined): boolean => word !== undefined && /^\p{N}/u.test(word.form);
const joins = (word: Word | undefined): boolean =>
  word !== undefined && (word.glue === " " || word.glue === "-" || word.glue === "'");
const magnitude = (value: number): number => 10 ** Math.floor(Math.log10(value));

function figures(
  words: readonly Word[],
  at: number,
  multipliers: ReadonlyMap<string, number>,
): Amount | undefined {
  const first = words[at] as Word;
  if (!/^\d{1,12}$/.test(first.form)) return undefined;
  const previous = words[at - 1];
  // « F-15 », « K1 », « 3.5 »: part of another word or figure.
  if (previous && (first.glue === "" || (first.glue === "-" && /^\p{L}/u.test(previous.form))))
    return undefined;
  let digits = first.form;
  let length = 1;
  for (;;) {
    const next = words[at + length];
    if (!next || !/^\d{3}$/.test(next.form) || digits.length > 9 || (length === 1 && digits.length > 3))
      break;
    if (next.glue !== " " && next.glue !== "," && next.glue !== ".") break;
    if (next.glue !== " " && next.start - (words[at + length - 1] as Word).end > 1) break;
    digits += next.form;
    length++;
  }
  const ordinal = words[at + length];
  if (ordinal?.glue === "" && /^\p{L}/u.test(ordinal.form)) {
    if (/^(?:er|e|eme|ere|nd|st|rd|th|h)$/.test(ordinal.key)) return undefined;
  }
  let min = Number(digits);
  const scale = words[at + length];
  const times = scale && scale.glue === " " ? multipliers.get(scale.key) : undefined;
  if (times !== undefined && times >= 1000) {
    min *= times;
    length++;
  }
  return { min, max: min, approximate: false, length };
}

function modified(modifier: Modifier, amount: Amount, extra: number): Amount {
  const length = amount.length + extra;
  const { min, max } = amount;
  switch (modifier) {
    case "atLeast":
      return { min, approximate: amount.approximate, length };
    case "moreThan":
      return { min: amount.approximate ? min : min + 1, approximate: amount.approximate, length };
    case "atMost":
      return { min: 0, ...(max !== undefined && { max }), approximate: amount.approximate, length };
    case "lessThan":
      return { min: 0, ...(max !== undefined && { max: max - 1 }), approximate: amount.approximate, length };
    case "exactly":
      return { ...amount, length };
    case "about":
      break;
  }
  return { ...amount, approximate: true, length };
}
