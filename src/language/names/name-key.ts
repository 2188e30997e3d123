/**
 * Keys under which the spellings of one Arabic name in French and English meet: Kataëb / Kata'ib, Qaem / al-Qaïm,
 * Hachd al-Chaabi / Hashd ash-Sha'bi.
 *
 * A key is the consonant skeleton: articles dropped, digraphs of one Arabic letter made one, vowels left out. It
 * proposes only: unrelated names share skeletons (Homs, Hams), so a second look at the vowels is needed, and both
 * must be names of one type. Tuned on names of Syria and Iraq; elsewhere expect more misses, not more errors.
 */
import { editDistance } from "../edit-distance.ts";
import type { Word } from "../text/words.ts";

/** Forms of the Arabic article, the last consonant assimilated to the next word's. */
const ARTICLES = new Set([
  "al",
  "el",
  "ul",
  "il",
  "as",
  "es",
  "ash",
  "ach",
  "ech",
  "esh",
  "ad",
  "ed",
  "an",
  "en",
  "ar",
  "er",
  "at",
  "et",
  "az",
  "ez",
  "adh",
]);

export const isArticle = (key: string): boolean => ARTICLES.has(key);

/** Folded words for a key; what an apostrophe joins is one (« Kata'ib »). */
export function variantKeys(words: readonly Word[]): string[] {
  const keys: string[] = [];
  words.forEach((word, at) => {
    if (at > 0 && word.glue === "'") keys.push(`${keys.pop() ?? ""}${word.key}`);
    else keys.push(word.key);
  });
  return keys;
}

/** Folded words of a name without articles; « abou », « abu », « bou » made one. */
function stems(keys: readonly string[]): string[] {
  return withoutArticles(keys).map(stemOf);
}

function withoutArticles(keys: readonly string[]): readonly string[] {
  if (keys.length < 2) return keys;
  const kept = keys.filter((key) => !ARTICLES.has(key));
  return kept.length > 0 ? kept : keys;
}

const stemOf = (key: string): string =>
  key
    .replace(/^(?:al|el)(?=bo?u)/, "")
    .replace(/^(?:abu|abou|aboo|abo)$/, "bu")
    .replace(/^(?:abou|abu|bou)(?=[^aeiouy])/, "bu")
    .replace(/^(?:ez|es)(?=[zs])/, "");

/** Consonant skeleton of folded words: capital letters stand for digraphs. */
export function nameKey(keys: readonly string[]): string {
  return withoutArticles(keys)
    .map(skeletonOf)
    .join("")
    .replace(/(.)\1+/g, "$1");
}

/** Skeletons of words met before: names share most of their words. Emptied when it has grown large. */
const skeletons = new Map<string, string>();
const MOST_SKELETONS = 50_000;

function skeletonOf(key: string): string {
  let skeleton = skeletons.get(key);
  if (skeleton === undefined) {
    if (skeletons.size >= MOST_SKELETONS) skeletons.clear();
    skeletons.set(key, (skeleton = consonantsOf(stemOf(key))));
  }
  return skeleton;
}

function consonantsOf(stem: string): string {
  if (stem === "bu") return "B";
  const letters = stem
    .replace(/^bu(?=[^aeiouy])/, "B")
    .replace(/tch|sch|sh|ch/g, "S")
    .replace(/kh/g, "X")
    .replace(/gh|gu(?=[ei])/g, "g")
    .replace(/dh|zh|th(?=[aiue])/g, "z")
    .replace(/dj|j/g, "J")
    .replace(/ph/g, "f")
    .replace(/q|ck|c(?=[aou]|$)/g, "k")
    .replace(/ou|oo|w|u|o/g, "w")
    .replace(/h$/, "")
    .replace(/(.)\1+/g, "$1");
  const opening = /^[aeiwy]/.test(letters) ? "A" : "";
  return opening + letters.replace(/[aeiwy]/g, "").replace(/(.)\1+/g, "$1");
}

/** Folded words with vowels in one spelling, for the second look. */
function vowelled(keys: readonly string[]): string {
  return stems(keys)
    .join("")
    .replace(/ou|oo|o|w/g, "u")
    .replace(/ae|ai|ei|ey|ay|ee|e|y/g, "i")
    .replace(/kh/g, "x")
    .replace(/q/g, "k")
    .replace(/sh|ch/g, "s")
    .replace(/dh/g, "z")
    .replace(/h$/, "")
    .replace(/(.)\1+/g, "$1");
}

/** Share of the longer name that may differ in its vowels. */
const VOWEL_TOLERANCE = 0.25;
/** Consonants of a skeleton; one with fewer is shared by chance: then the vowels must agree as well, and the context. */
const SAFE_CONSONANTS = 3;

/** Whether the skeleton holds enough consonants to tell names apart by itself. */
export function isSafeKey(key: string): boolean {
  return key.replaceAll("A", "").length >= SAFE_CONSONANTS;
}

/** Whether two names with one key are near enough in their vowels to be spellings of one name. */
export function similarNames(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [vowelled(a), vowelled(b)];
  const longest = Math.max(x.length, y.length);
  const limit = !isSafeKey(nameKey(a)) ? 0 : Math.floor(longest * VOWEL_TOLERANCE);
  return editDistance(x, y, limit) <= limit;
}
