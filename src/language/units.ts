/**
 * Units of analysis: tokens in which every name and time expression is one.
 *
 * A token is cut where a name begins or ends inside it (« anti-US », « Irak-Syrie »), and the pieces of a span are
 * joined.
 */
import type { NameSpan, Offsets } from "./types.ts";
import type { ResolvedTime } from "./time/resolve.ts";

export interface Unit extends Offsets {
  /** Index of the name that it stands for. */
  readonly name?: number;
  /** Index into the times found; not all of them have a known day. */
  readonly time?: number;
}

interface Span extends Offsets {
  readonly name?: number;
  readonly time?: number;
}

/** Spans of names and times in text order. They do not overlap. */
export function unitSpans(names: readonly NameSpan[], times: readonly ResolvedTime[]): Span[] {
  const spans: Span[] = [
    ...names.map(({ start, end }, name) => ({ start, end, name })),
    ...times.map(({ start, end }, time) => ({ start, end, time })),
  ];
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * @param tokens  tokens of one sentence
 * @param spans  all spans of the document, in order
 * @param from  index of the first span that can concern the sentence
 * @returns the units, and the index of the first span behind the sentence
 */
export function joinUnits(
  tokens: readonly Offsets[],
  spans: readonly Span[],
  from: number,
): { units: Unit[]; next: number } {
  const units: Unit[] = [];
  let next = from;
  for (const token of tokens) {
    let start = token.start;
    while (start < token.end) {
      while (next < spans.length && (spans[next] as Span).end <= start) next++;
      const span = spans[next];
      if (!span || span.start >= token.end) {
        units.push({ start, end: token.end });
        break;
      }
      if (span.start > start) {
        units.push({ start, end: span.start });
        start = span.start;
        continue;
      }
      const end = Math.min(span.end, token.end);
      const open = units.at(-1);
      const continues =
        open &&
        (span.name === undefined
          ? open.time === span.time && open.time !== undefined
          : open.name === span.name);
      if (continues) units[units.length - 1] = { ...open, end };
      else
        units.push({
          start,
          end,
          ...(span.name === undefined ? { time: span.time as number } : { name: span.name }),
        });
      start = end;
    }
  }
  return { units, next };
}
