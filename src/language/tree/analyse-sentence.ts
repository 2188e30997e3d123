/**
 * Tags and tree of one sentence.
 *
 * The model sees what it was trained on: no quotation marks, a time expression as one adverb, a name as one proper
 * noun. Its answer is repaired and laid back over all units.
 */
import type { SyntaxModel } from "../types.ts";
import type { TagGuesser } from "../morphology/guess-tags.ts";
import type { Unit } from "../units.ts";
import { isRareVerb, type RepairWords, repairTags, repairTree } from "./repairs.ts";

export interface SentenceTree {
  readonly tags: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

export interface TreeUnit extends Unit {
  readonly form: string;
  readonly lower: string;
  /** A nationality word: an adjective or noun for the model, no proper noun. */
  readonly demonym: boolean;
}

const DROPPED = /^[«»“”„"*_#]+$/;
/** Prepositions before which a date is a noun: « la frappe du [27 juin] ». */
const NOMINAL_TIME =
  /^(?:de|du|des|d'|le|la|l'|ce|cette|ces|depuis|dès|avant|après|pour|of|the|since|until|before|after|from|by)$/;

/** @param model  absent: tags are guessed, heads are -1 and relations `dep` */
export function analyseSentence(
  units: readonly TreeUnit[],
  guesser: TagGuesser,
  words: RepairWords,
  model: SyntaxModel | undefined,
): SentenceTree {
  const kept = units.flatMap((unit, index) => (DROPPED.test(unit.form) ? [] : [index]));
  const seen = kept.map((index) => units[index] as TreeUnit);
  const forms = seen.map(modelForm);
  const isVerb = (at: number, tagBefore = "") => {
    const unit = seen[at] as TreeUnit;
    return unit.name === undefined && unit.time === undefined && isRareVerb(unit.form, tagBefore, words);
  };
  const tagged = model && forms.length > 0 ? model.tag(forms, isVerb) : guesser.tag(forms);
  const fixed = tagged.map((tag, at) => spanTag(seen, at, tag, tagged[at - 1]));
  const tags = repairTags(forms, fixed, words);
  const size = units.length;
  if (!model || forms.length === 0)
    return {
      tags: spread(tags, kept, size, "PUNCT"),
      heads: Array<number>(size).fill(-1),
      relations: Array<string>(size).fill("dep"),
    };
  const tree = model.parse(forms, tags);
  const repaired = repairTree(
    { forms, tags, isTime: seen.map((unit) => unit.time !== undefined), ...tree },
    words,
  );
  return layBack(kept, size, tags, repaired.heads, repaired.relations);
}

/** A name or a time phrase is one word to the model, as it was in training. */
function modelForm(unit: TreeUnit): string {
  const isOne = unit.time !== undefined || unit.name !== undefined;
  return isOne ? unit.form.replace(/\s+/g, "_") : unit.form;
}

function spanTag(
  units: readonly TreeUnit[],
  at: number,
  tag: string,
  previousTag: string | undefined,
): string {
  const unit = units[at] as TreeUnit;
  if (unit.time !== undefined) {
    const previous = units[at - 1];
    return previous && NOMINAL_TIME.test(previous.lower) ? "NOUN" : "ADV";
  }
  if (unit.name === undefined) return tag;
  if (!unit.demonym) return "PROPN";
  // « forces US »: an acronym behind a noun qualifies it.
  if (/^\p{Lu}+$/u.test(unit.form)) return previousTag === "NOUN" ? "ADJ" : "PROPN";
  return /^(?:ADJ|NOUN|PROPN)/.test(tag) ? tag : /^\p{Lu}/u.test(unit.form) ? "NOUN" : "ADJ";
}

function spread(values: readonly string[], kept: readonly number[], size: number, filler: string): string[] {
  const all = Array<string>(size).fill(filler);
  kept.forEach((index, at) => {
    all[index] = values[at] as string;
  });
  return all;
}

/** Dropped units hang on the unit before them (or behind, at the head of a sentence) as punctuation. */
function layBack(
  kept: readonly number[],
  size: number,
  tags: readonly string[],
  heads: readonly number[],
  relations: readonly string[],
): SentenceTree {
  const allHeads = Array<number>(size).fill(-1);
  kept.forEach((index, at) => {
    const head = heads[at] as number;
    allHeads[index] = head < 0 ? -1 : (kept[head] as number);
  });
  const isKept = new Set(kept);
  let last = kept[0] as number;
  for (let index = 0; index < size; index++) {
    if (isKept.has(index)) last = index;
    else allHeads[index] = last;
  }
  return {
    tags: spread(tags, kept, size, "PUNCT"),
    heads: allHeads,
    relations: spread(relations, kept, size, "punct"),
  };
}
