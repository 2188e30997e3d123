/** The names of a text that the packs know: exact, then by spelling variant. One pass, longest match first. */
import { fold } from "../../shared/index.ts";
import type { EntityType } from "../../ontology/index.ts";
import type { NameSpan } from "../types.ts";
import type { Glue, Word } from "../text/words.ts";
import { isArticle, isSafeKey, nameKey, similarNames, variantKeys } from "./name-key.ts";
import { indexKey } from "./compile-names.ts";
import type { NameEntry } from "./name-entry.ts";
import type { NameIndex } from "./name-index.ts";
import type { NameWords } from "./name-words.ts";

/** A name found; `start` and `end` index words, end exclusive. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly string[];
  readonly demonym?: boolean;
  readonly variant?: boolean;
  readonly proposed?: NonNullable<NameSpan["proposed"]>;
}

interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly index: NameIndex;
  readonly around: NameWords;
  readonly isInitial: (at: number) => boolean;
  readonly publisher: string | undefined;
  /** A text without lower case or without capitals: case tells nothing. */
  readonly caseless: boolean;
}

const JOINS: ReadonlySet<Glue> = new Set<Glue>(["", " ", "-", "'"]);
/** Words of a name tried as a spelling variant. */
const LONGEST_VARIANT = 4;
/** Letters of a single word below which no variant is looked for. */
const SHORTEST_VARIANT = 4;

/**
 * @param isInitial  whether a sentence begins at the word
 * @param publisher  outlet of the report: names that outlets use alone are its own
 */
export function findNames(
  text: string,
  words: readonly Word[],
  index: NameIndex,
  around: NameWords,
  isInitial: (at: number) => boolean,
  publisher?: string,
): FoundName[] {
  const upper = /\p{Lu}/u.test(text);
  const reading: Reading = {
    text,
    words,
    index,
    around,
    isInitial,
    publisher: publisher === undefined ? undefined : fold(publisher),
    caseless: !upper || !/\p{Ll}/u.test(text),
  };
  const found: FoundName[] = [];
  for (let at = 0; at < words.length; at++) {
    const name = exactAt(reading, at) ?? variantAt(reading, at);
    if (!name) continue;
    at = name.end - 1;
    if (!isPartOfCompound(reading, name) && !isPartOfOther(reading, name)) found.push(name);
  }
  const told = packsTold(found, index);
  return found.filter(
    ({ variant, candidates }) => !variant || (told?.has(packOfFirst(candidates, index)) ?? true),
  );
}

/** Exact names of a report that tell which theatres it is of: fewer tell nothing. */
const TELLING_NAMES = 3;

const packOfFirst = (candidates: readonly string[], index: NameIndex): string | undefined =>
  index.packOf(candidates[0] ?? "");

/** The packs of the exact names of a report: what only sounds like a name of another pack is somebody else. */
function packsTold(
  found: readonly FoundName[],
  index: NameIndex,
): ReadonlySet<string | undefined> | undefined {
  const exact = found.filter(({ variant }) => !variant);
  const entities = new Set(exact.map(({ candidates }) => candidates[0]));
  if (entities.size < TELLING_NAMES) return undefined;
  return new Set(exact.map(({ candidates }) => packOfFirst(candidates, index)));
}

function exactAt(reading: Reading, at: number): FoundName | undefined {
  const { words, index } = reading;
  if ((words[at] as Word).glue === "" && at > 0 && /^\p{N}/u.test((words[at] as Word).form)) return undefined;
  let best: { end: number; entries: NameEntry[] } | undefined;
  let current = index.from(indexKey(words[at] as Word, words[at + 1]));
  for (let end = at + 1; current; end++) {
    if (current.entries.length > 0 && words[end]?.glue !== "") {
      const entries = current.entries.filter((entry) => caseFits(reading, entry, at, end));
      if (entries.length > 0) best = { end, entries };
    }
    const next = words[end];
    if (!next || !continues(words[end - 1] as Word, next)) break;
    current = current.next.get(indexKey(next, words[end + 1]));
  }
  return best && { start: at, end: best.end, ...ranked(reading, best.entries, at, best.end) };
}

/** "U.S.": single letters with full stops are one name. */
function continues(word: Word, next: Word): boolean {
  if (JOINS.has(next.glue)) return true;
  return next.glue === "." && word.form.length === 1 && next.form.length === 1 && next.start - word.end === 1;
}

function caseFits(
  { words, caseless, around, isInitial }: Reading,
  entry: NameEntry,
  start: number,
  end: number,
): boolean {
  if (caseless || entry.caseRule === "any") return true;
  // "Guards fired…": the capital is the sentence's; capitals throughout ("US jets…") are the name's.
  const ordinary = entry.caseRule !== "acronym";
  if (ordinary && end - start === 1 && isInitial(start) && around.isOrdinary((words[start] as Word).key))
    return false;
  if (entry.caseRule === "acronym") {
    for (let at = start; at < end; at++)
      if (!/^[\p{Lu}\p{N}]+$/u.test((words[at] as Word).form)) return false;
    return true;
  }
  for (let at = start; at < end; at++) {
    const { form, key } = words[at] as Word;
    if (/^\p{Lu}/u.test(form) && !isArticle(key)) return true;
  }
  return false;
}

/** Candidates, the likeliest first: strong names before weak, then those of the type that the context names. */
function ranked(
  reading: Reading,
  entries: readonly NameEntry[],
  start: number,
  end: number,
): { candidates: string[]; demonym?: boolean } {
  const hint = reading.around.hintAt(reading.words, start, end);
  const cost = (entry: NameEntry): number =>
    (entry.weak ? 8 : 0) +
    outletCost(entry, reading.publisher) +
    (hint !== undefined && entry.type !== hint ? 2 : 0) +
    (entry.demonym ? 1 : 0);
  const sorted = [...entries].sort((a, b) => cost(a) - cost(b));
  const first = sorted[0] as NameEntry;
  const demonym =
    entries.find((entry) => entry.demonym && entry.entity === first.entity) ??
    (first.demonym ? first : undefined);
  const candidates = new Set(demonym ? [demonym.entity, ...(demonym.forces ? [demonym.forces] : [])] : []);
  for (const entry of sorted) candidates.add(entry.entity);
  return { candidates: [...candidates], ...(demonym && { demonym: true }) };
}

/** A name that some outlets use alone counts less in another outlet's report. */
function outletCost(entry: NameEntry, publisher: string | undefined): number {
  if (entry.usedBy.length === 0) return 0;
  if (publisher === undefined) return 3;
  return entry.usedBy.includes(publisher) ? -1 : 6;
}

function variantAt(reading: Reading, at: number): FoundName | undefined {
  const { words, index, around, caseless } = reading;
  if (caseless) return undefined;
  const first = words[at] as Word;
  const previous = words[at - 1];
  if (first.glue === "-" && previous && isArticle(previous.key)) return undefined;
  const starts = /^\p{Lu}/u.test(first.form) || (isArticle(first.key) && words[at + 1]?.glue === "-");
  if (!starts || around.isOrdinary(first.key)) return undefined;
  let end = at + 1;
  while (
    end < at + LONGEST_VARIANT &&
    words[end] &&
    JOINS.has((words[end] as Word).glue) &&
    namelike(words, end)
  )
    end++;
  for (; end > at; end--) {
    if (end === at + 1 && around.isEveryday(first.key)) continue;
    const keys = variantKeys(words.slice(at, end));
    if (keys.join("").length < SHORTEST_VARIANT || isArticle(keys.at(-1) ?? "")) continue;
    const similar = index.variants(keys).filter((entry) => similarNames(keys, entry.keys));
    const hint = around.hintAt(words, at, end) ?? around.placeHintAt(words, at);
    if (hint === undefined && !isSafeKey(nameKey(keys))) continue;
    const agreed = ofOneType(similar, hint);
    if (agreed.length === 0) continue;
    if (isPartOfLongerName(reading, at, end)) continue;
    return { start: at, end, candidates: [...new Set(agreed.map((entry) => entry.entity))], variant: true };
  }
  return undefined;
}

/** « Mourad Kerbi » is nobody whose surname sounds like it, nor « Khor Qaïm » a town: another word of the name stands beside the variant. */
function isPartOfLongerName({ words, around, isInitial }: Reading, start: number, end: number): boolean {
  const stands = (at: number, joined: number): boolean => {
    const word = words[at];
    return (
      word !== undefined &&
      words[joined]?.glue === " " &&
      /^\p{Lu}\p{Ll}/u.test(word.form) &&
      !isInitial(at) &&
      !around.isOrdinary(word.key)
    );
  };
  return stands(start - 1, start) || stands(end, end);
}

/** « Rojda Kobané » is a person, "Azawad Liberation Front" no newspaper: a short name is part of a longer one there. */
function isPartOfOther(reading: Reading, { start, end, candidates, demonym }: FoundName): boolean {
  const { words, around, index } = reading;
  const first = words[start - 1];
  if (!first || end - start > 1 || demonym || words[start]?.glue !== " ") return false;
  const type = index.typeOf(candidates[0] ?? "");
  if (type === "Media") return isPartOfLongerName(reading, start, end);
  return type === "Place" && /^\p{Lu}\p{Ll}/u.test(first.form) && around.isGivenName(first.key);
}

function namelike(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  return /^\p{Lu}/u.test(word.form) || isArticle(word.key) || word.glue === "'";
}

/** A variant proposes entities of one type only: that which the context names, or the only one there is. */
function ofOneType(entries: readonly NameEntry[], hint: EntityType | undefined): readonly NameEntry[] {
  const hinted = hint === undefined ? [] : entries.filter((entry) => entry.type === hint);
  if (hinted.length > 0) return hinted;
  if (hint !== undefined && entries.every((entry) => !compatible(entry.type, hint))) return [];
  const types = new Set(entries.map((entry) => entry.type));
  return types.size === 1 ? entries : [];
}

const LOCATIONS = new Set<EntityType>(["Base", "Facility", "Place", "Country"]);

function compatible(a: EntityType, b: EntityType): boolean {
  return a === b || (LOCATIONS.has(a) && LOCATIONS.has(b));
}

/** « pro-iraniennes », « syro-irakienne »: the nationality word describes another party, or a border. */
function isPartOfCompound({ words, around }: Reading, name: FoundName): boolean {
  const first = words[name.start] as Word;
  const previous = words[name.start - 1];
  if (!previous || (first.glue !== "-" && first.glue !== " ")) return false;
  const prefix = around.prefix(previous.key);
  if (prefix !== undefined) return prefix !== "anti";
  return (
    first.glue === "-" &&
    first.start - previous.end === 1 &&
    name.demonym === true &&
    previous.key.endsWith("o")
  );
}
