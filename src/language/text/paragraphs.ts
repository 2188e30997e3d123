/** Lines and paragraphs: which line breaks part paragraphs, and which only wrap a line. */
import type { Offsets } from "../types.ts";

/** A line shorter than this was not broken for want of room. */
const WRAP_WIDTH = 50;

/**
 * Offsets of the line breaks that only wrap a running line: the line before is long and unfinished, and the next
 * goes on in lower case.
 */
export function softBreaks(text: string): Set<number> {
  const soft = new Set<number>();
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    const next = text[at + 1] ?? "\n";
    if (
      at - lineStart >= WRAP_WIDTH &&
      /[\p{Ll}\d,;:’')\]-]/u.test(text[at - 1] ?? "") &&
      /\p{Ll}/u.test(next)
    )
      soft.add(at);
    lineStart = at + 1;
  }
  return soft;
}

/** Paragraphs without surrounding white space: the text between hard line breaks. */
export function paragraphs(text: string, soft: ReadonlySet<number>): Offsets[] {
  const found: Offsets[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && (text[at] !== "\n" || soft.has(at))) continue;
    const trimmed = trim(text, start, at);
    if (trimmed.end > trimmed.start) found.push(trimmed);
    start = at + 1;
  }
  return found;
}

const SPACE = /\s/;

/** The offsets without white space at either end. */
export function trim(text: string, from: number, to: number): Offsets {
  let start = from;
  let end = to;
  while (start < end && SPACE.test(text[start] as string)) start++;
  while (end > start && SPACE.test(text[end - 1] as string)) end--;
  return { start, end };
}
