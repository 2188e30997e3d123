/** Persons named again by surname: « Qassem Soleimani … Soleimani ». */
import type { Word } from "../text/words.ts";
import type { FoundName } from "./find-names.ts";
import { isArticle } from "./name-key.ts";

const SHORTEST_SURNAME = 3;

/**
 * Adds the surnames of persons whose full name stands anywhere in the text.
 * @param isPerson  whether a name found is a person's
 * @returns all names, in text order
 */
export function addSurnames(
  words: readonly Word[],
  found: readonly FoundName[],
  isPerson: (name: FoundName) => boolean,
): FoundName[] {
  const persons = new Map<string, FoundName[]>();
  for (const name of found) {
    if (name.end - name.start < 2 || !isPerson(name)) continue;
    const surname = (words[name.end - 1] as Word).key;
    if (surname.length < SHORTEST_SURNAME) continue;
    const same = persons.get(surname) ?? [];
    if (!same.some((other) => identity(other) === identity(name))) persons.set(surname, [...same, name]);
  }
  if (persons.size === 0) return [...found];
  const all: FoundName[] = [];
  let next = 0;
  for (let at = 0; at < words.length; at++) {
    const name = found[next];
    if (name && at >= name.start) {
      all.push(name);
      next++;
      at = name.end - 1;
      continue;
    }
    const word = words[at] as Word;
    const holders = persons.get(word.key);
    if (!holders || !/^\p{Lu}/u.test(word.form) || isPartOfLongerName(words, at)) continue;
    const article = at > 0 && word.glue === "-" && isArticle((words[at - 1] as Word).key);
    const previous = all.at(-1);
    const start = article && (!previous || previous.end < at) ? at - 1 : at;
    const [first] = holders as [FoundName];
    all.push({
      start,
      end: at + 1,
      candidates: [...new Set(holders.flatMap((holder) => holder.candidates))],
      ...(first.proposed && first.candidates.length === 0 && { proposed: first.proposed }),
    });
  }
  return all;
}

/** « Abou Mahdi al-Mouhandis » holds no Mahdi. */
function isPartOfLongerName(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (
    next &&
    /^[ -]$/.test(next.glue) &&
    (/^\p{Lu}/u.test(next.form) || (isArticle(next.key) && words[at + 2]?.glue === "-"))
  )
    return true;
  const word = words[at] as Word;
  const previous = words[at - 1];
  return previous !== undefined && word.glue === "-" && !isArticle(previous.key);
}

const identity = (name: FoundName): string => name.proposed?.name ?? name.candidates.join(" ");
