/** Words with offsets and folded keys: the plain reading of a text that names, times and numbers are matched on. */
import { fold } from "../../shared/index.ts";
import type { Offsets } from "../types.ts";

/** What stands between a word and the one before it; `\n` a line break, `?` anything not named here. */
export type Glue = "" | " " | "-" | "'" | "." | "," | ":" | "/" | "\n" | "?";

/** A run of letters, or a run of digits: « 19h44 » is three words. */
export interface Word extends Offsets {
  /** As written. */
  readonly form: string;
  /** Folded: no case, no accents. */
  readonly key: string;
  readonly glue: Glue;
}

const WORD = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu;
const PLAIN = /^[a-z0-9]+$/;

/**
 * All words of `text`, in order.
 * @param softBreaks  offsets of line breaks that only wrap a line: they count as spaces
 */
export function scanWords(text: string, softBreaks: ReadonlySet<number> = new Set()): Word[] {
  const words: Word[] = [];
  const keys = new Map<string, string>();
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const form = match[0];
    const start = match.index;
    let key = keys.get(form);
    if (key === undefined) {
      key = PLAIN.test(form) ? form : fold(form);
      keys.set(form, key);
    }
    words.push({
      start,
      end: start + form.length,
      form,
      key,
      glue: words.length ? glueOf(text, end, start, softBreaks) : "?",
    });
    end = start + form.length;
  }
  return words;
}

const LONGEST_GLUE = 6;
const SPACES = /^[ \t\u00A0\u202F\u2009]+$/;
const HYPHEN = /^[ \u00A0\u202F]?[-‐‑–—][ \u00A0\u202F]?$/;
const APOSTROPHE = /^ ?['’‘ʼʿʾ´`] ?$/;
const MARK = /^[ \u00A0\u202F]?([.,:/])[ \u00A0\u202F]*$/;

function glueOf(text: string, from: number, to: number, softBreaks: ReadonlySet<number>): Glue {
  if (from === to) return "";
  if (to - from === 1) {
    const only = text[from] as string;
    if (only === " ") return " ";
    if (only === "\n") return softBreaks.has(from) ? " " : "\n";
  }
  if (to - from > LONGEST_GLUE) return hasHardBreak(text, from, to, softBreaks) ? "\n" : "?";
  let gap = text.slice(from, to);
  if (gap.includes("\n")) {
    if (hasHardBreak(text, from, to, softBreaks)) return "\n";
    gap = gap.replace(/\s*\n\s*/g, " ");
  }
  if (SPACES.test(gap)) return " ";
  if (HYPHEN.test(gap)) return "-";
  if (APOSTROPHE.test(gap)) return "'";
  return (MARK.exec(gap)?.[1] as Glue | undefined) ?? "?";
}

function hasHardBreak(text: string, from: number, to: number, softBreaks: ReadonlySet<number>): boolean {
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) {
    if (!softBreaks.has(at)) return true;
  }
  return false;
}

/** The words of a phrase as they are matched: folded keys. */
export function phraseKeys(phrase: string): string[] {
  return scanWords(phrase).map((word) => word.key);
}

/** Index of the first word that starts at or after `offset`; `words.length` where none does. */
export function firstWordFrom(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as Word).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
