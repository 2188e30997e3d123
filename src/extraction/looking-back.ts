/**
 * Acts that a report only recalls: « après l'assassinat de X », "since the raid", « avait frappé ». They happened before
 * what the report tells, so that its day is not theirs.
 */
import { isIntroducedBy } from "./introduced-by.ts";
import type { Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";

/** Tokens before a participle in which its auxiliary stands (« avait déjà été frappé »). */
const AUXILIARY_REACH = 3;

/** Whether the act lies before those that its report tells. */
export function looksBack({ view, members }: Reading): boolean {
  return members.some(
    (at) =>
      isIntroducedBy(view, at, view.index.lookingBack) ||
      isAnswered(view, at) ||
      isInPastPerfect(view, at) ||
      datedByEvent(view, at),
  );
}

/** « en réponse à l'attaque de X »: what a cue of reply leads to is the act that is answered. */
function isAnswered(view: SentenceView, at: number): boolean {
  return !view.isVerb(at) && isIntroducedBy(view, at, view.index.answers);
}

/** « avait frappé », "had been hit". */
export function isInPastPerfect(view: SentenceView, at: number): boolean {
  const auxiliary = (k: number): boolean => view.index.pastPerfect.has(view.lower(k));
  if (!view.isVerb(at)) return false;
  if (view.kids(at, "aux").some((k) => k < at && auxiliary(k))) return true;
  for (let k = at - 1; k >= Math.max(0, at - AUXILIARY_REACH); k--) {
    if (auxiliary(k)) return view.isParticiple(at);
    if (!/^(ADV|AUX|PART)/.test(view.pos(k))) return false;
  }
  return false;
}

/** Whether a time is reckoned from an event named after it (« deux jours après » l'attaque): it gives that event's day. */
export function reckonsFromEvent(view: SentenceView, token: number): boolean {
  const words = timeWords(view, token);
  if (view.isPunctuation(token + 1)) return false;
  return words.length > 1 && view.index.lookingBackWords.has(words.at(-1) ?? "");
}

/** « depuis dimanche »: the time opens a period, it does not date what happened in it. */
export const opensPeriod = (view: SentenceView, token: number): boolean =>
  view.index.lookingBackWords.has(timeWords(view, token)[0] ?? "");

function timeWords(view: SentenceView, token: number): string[] {
  const index = view.tokens[token]?.time;
  const text = index === undefined ? "" : (view.doc.times[index]?.text ?? "");
  return text.toLowerCase().split(/\s+/u);
}

/** Whether a time reckoned from this act stands before it, with no other verb between. */
function datedByEvent(view: SentenceView, at: number): boolean {
  for (let k = at - 1; k >= 0; k--) {
    if (view.isTime(k)) return reckonsFromEvent(view, k);
    if (view.isFinite(k)) return false;
  }
  return false;
}
