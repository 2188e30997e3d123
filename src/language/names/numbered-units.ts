/** Units of armies that go by a number: « le 16e corps », « la colonne n° 4 », "16 Corps", "Police Battalion 12". */
import type { Word } from "../text/words.ts";
import type { FoundName } from "./find-names.ts";
import type { NameWords } from "./name-words.ts";

/** Letters behind the figures of an ordinal. */
const ORDINAL = /^(?:e|er|ere|eme|ieme|nd|nde|st|rd|th)$/;
/** Capitalised words between the number and the unit: "209th Shaheen Corps". */
const BETWEEN = 3;

/**
 * @param isTaken  whether the word belongs to a name or time already found
 * @returns proposals of military forces, in text order
 */
export function numberedUnits(
  text: string,
  words: readonly Word[],
  around: NameWords,
  isTaken: (at: number) => boolean,
): FoundName[] {
  const found: FoundName[] = [];
  for (let at = 0; at < words.length; at++) {
    const span = /^\p{N}{1,3}$/u.test((words[at] as Word).form)
      ? (numberFirst(words, at, around) ?? numberLast(text, words, at, around))
      : undefined;
    if (!span || isAnyTaken(span, isTaken)) continue;
    const name = text
      .slice((words[span.start] as Word).start, (words[span.end - 1] as Word).end)
      .replace(/\s+/g, " ");
    found.push({
      ...span,
      candidates: [],
      proposed: { type: "MilitaryForce", name, because: "a unit with a number" },
    });
    at = span.end - 1;
  }
  return found;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** « 16e corps », "601st Brigade", "118th Base Command"; without an ordinal ending only with a capital: "16 Corps". */
function numberFirst(words: readonly Word[], start: number, around: NameWords): Span | undefined {
  const suffix = words[start + 1];
  const ordinal = suffix?.glue === "" && ORDINAL.test(suffix.key);
  const from = start + (ordinal ? 2 : 1);
  for (let at = from; at <= from + BETWEEN; at++) {
    const word = words[at];
    if (word?.glue !== " ") return undefined;
    const unit = around.units.match(words, at);
    const capital = /^\p{Lu}/u.test(word.form);
    if (unit && (capital || ordinal)) return { start, end: at + unit.length };
    if (!capital) return undefined;
  }
  return undefined;
}

/** « colonne n° 4 », « front 36 », "Police Battalion 12". */
function numberLast(
  text: string,
  words: readonly Word[],
  number: number,
  around: NameWords,
): Span | undefined {
  const before = words[number - 1];
  const sign = before !== undefined && /^(?:n|no)$/.test(before.key);
  const gap = text.slice(before?.end ?? 0, (words[number] as Word).start);
  if (!before || !(sign ? /^[°º.]?\s?$/.test(gap) : gap === " ")) return undefined;
  const end = number + 1;
  if (words[end]?.glue === "" || (words[end]?.glue === " " && around.units.match(words, end)))
    return undefined;
  const last = sign ? number - 1 : number;
  const unit = around.units.matchBefore(words, last);
  if (!unit || words[last]?.glue !== " ") return undefined;
  let start = last - unit.length;
  if (
    !sign &&
    !/^\p{Lu}/u.test((words[start] as Word).form) &&
    !around.isDeterminer(words[start - 1]?.key ?? "")
  )
    return undefined;
  while (
    words[start]?.glue === " " &&
    /^\p{Lu}\p{Ll}/u.test(words[start - 1]?.form ?? "") &&
    /^\p{Lu}/u.test((words[start] as Word).form) &&
    (!around.isOrdinary((words[start - 1] as Word).key) || around.heads.match(words, start - 1, 1))
  )
    start--;
  return { start, end };
}

function isAnyTaken({ start, end }: Span, isTaken: (at: number) => boolean): boolean {
  for (let at = start; at < end; at++) if (isTaken(at)) return true;
  return false;
}
