/**
 * Counts without an act of their own: « quatorze, selon X », « Y en a compté six », « Z parle de quinze ».
 * Each is an account of the act told before, by another source; the register says of which.
 */
import { type Reading, isAct, isAttack, startReading } from "./reading.ts";
import { segmentOf } from "./merge.ts";
import type { SentenceView } from "./sentence-view.ts";

/** A segment longer than this (tokens) tells more than a count. */
const MAX_SEGMENT = 30;

/** Readings for bare counts in the parts of the sentence that tell no attack but name a source. */
export function findCountVariants(view: SentenceView, readings: readonly Reading[]): Reading[] {
  const pattern = view.index.casualties;
  if (!pattern) return [];
  const busy = new Set(
    readings.filter((r) => isAttack(r)).flatMap((r) => r.members.map((m) => segmentOf(view, m))),
  );
  const lengths = new Map<number, number>();
  const sourced = new Set<number>();
  const segments = view.tokens.map((_, i) => segmentOf(view, i));
  const according = view.index.prepositions.get("according");
  segments.forEach((segment, i) => {
    lengths.set(segment, (lengths.get(segment) ?? 0) + 1);
    for (let n = 1; n <= 4; n++)
      if (
        according?.has(view.canonical(i, i + n)) &&
        !view.index.lexicon.attribution.opinion.includes(view.lower(i))
      )
        sourced.add(segment);
  });
  for (const r of readings)
    if (!isAct(r) && r.pattern.frame.content === true) sourced.add(segmentOf(view, r.at));
  const out: Reading[] = [];
  view.tokens.forEach((_, i) => {
    const segment = segments[i] ?? 0;
    // « deux explosions, selon X, quatre, selon Y »: a number with a source of its own beside a told act.
    const follows = view.lower(i + 1) === "," ? i + 2 : i + 1;
    const own = [1, 2, 3].some((n) => according?.has(view.canonical(follows, follows + n)));
    if (own && busy.has(segment) && isBareCount(view, i) && !readings.some((r) => r.at === i))
      busy.delete(segment);
    if (
      busy.has(segment) ||
      !sourced.has(segment) ||
      (lengths.get(segment) ?? 0) > MAX_SEGMENT ||
      !isBareCount(view, i)
    )
      return;
    busy.add(segment);
    const reading = startReading(view, i, pattern, false, undefined, "asserted");
    reading.trace.push("a count of what was told before");
    out.push(reading);
  });
  return out;
}

/** A number that counts nothing named beside it: it is the phrase itself, not a date, an age or a distance. */
function isBareCount(view: SentenceView, i: number): boolean {
  const token = view.tokens[i];
  if (!token || token.name !== undefined || token.time !== undefined) return false;
  const number = view.doc.numbers.find((n) => n.start <= token.start && token.end <= n.end);
  if (!number || (number.min >= 1900 && number.min <= 2100) || number.min < 2) return false;
  if (view.isPunctuation(i + 1) && !/^(conj|flat|fixed)/.test(view.relation(i))) return true;
  const next = view.tokens[i + 1];
  if (next && view.isNoun(i + 1) && !view.isPunctuation(i + 1)) return false;
  if (/^(nummod|det|amod)/.test(view.relation(i)) && view.isNoun(view.head(i)) && view.head(i) > i)
    return false;
  return /^(obj|obl|root|nsubj|parataxis|conj|appos|dep|xcomp|nmod|ccomp|acl|dislocated)/.test(
    view.relation(i),
  );
}
