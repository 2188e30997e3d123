/** Inflected forms of nationality words: « américain » → américaine, américains, américaines. */
import type { NamesData } from "../../packs/index.ts";

/** @returns all forms, the given one included; a form without lower-case letters (« US ») does not inflect */
export function demonymForms(word: string, data: NamesData): string[] {
  if (!/\p{Ll}/u.test(word)) return [word];
  const rule = data.demonymEndings.find(({ ending }) => word.endsWith(ending));
  const stem = rule ? word.slice(0, word.length - rule.ending.length) : word;
  return [...new Set([word, ...(rule?.forms ?? []).map((ending) => stem + ending)])];
}
