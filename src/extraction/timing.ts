/** When an act took place: the time expression of its own clause, else one that the paragraph gives. */
import type { TimeRange } from "../ontology/index.ts";
import { isFactual } from "../ontology/index.ts";
import { clauseTokens } from "./clause-span.ts";
import { looksBack, opensPeriod, reckonsFromEvent } from "./looking-back.ts";
import { segmentOf } from "./merge.ts";
import type { Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";

/** Tokens beyond which a time elsewhere in the sentence is not the act's. */
const REACH = 25;

/** The nearest time expression of the reading's clause; else, of an act that is not only recalled, of its part of the sentence. */
export function ownTime(reading: Reading): TimeRange | undefined {
  const { view, at } = reading;
  const times = [...view.tokens.keys()].filter((i) => view.isTime(i) && !underStatement(reading, i));
  const reckoned = times.filter((i) => reckonsFromEvent(view, i));
  const own =
    reckoned.find((i) => leadsTo(view, i, at)) ??
    closest(
      clauseTokens(reading).filter((i) => times.includes(i) && !reckoned.includes(i)),
      at,
    ) ??
    closest(
      times.filter((i) => !reckoned.includes(i) && isBeside(reading, i)),
      at,
    );
  const time = own === undefined ? undefined : timeAt(view, own);
  return time && isPossible(reading, time) ? time : undefined;
}

/** Whether a time outside the clause is still the act's: of the same part of the sentence, and no other act's. */
function isBeside(reading: Reading, token: number): boolean {
  const { view, at, members } = reading;
  if (segmentOf(view, token) !== segmentOf(view, at) || Math.abs(token - at) >= REACH) return false;
  const verb = governingVerb(view, token);
  if (verb < 0 || members.includes(verb)) return true;
  return view.isUnder(at, verb) && !looksBack(reading);
}

function governingVerb(view: SentenceView, token: number): number {
  let at = view.head(token);
  for (let steps = 0; at >= 0 && steps < view.length && !view.isVerb(at); steps++) at = view.head(at);
  return at;
}

function timeAt(view: SentenceView, token: number): TimeRange | undefined {
  const index = view.tokens[token]?.time;
  const time = index === undefined ? undefined : view.doc.times[index];
  return time && { start: time.from, end: time.to, text: time.text };
}

/** What a report tells as a fact cannot lie after it. */
function isPossible({ view, modality }: Reading, { start }: TimeRange): boolean {
  const { anchor } = view.doc;
  return anchor === undefined || !isFactual(modality) || start <= anchor.slice(0, 10);
}

/** No other verb stands between a time and the act that it is reckoned from. */
function leadsTo(view: SentenceView, time: number, at: number): boolean {
  if (time > at) return false;
  for (let k = time + 1; k < at; k++) if (view.isFinite(k)) return false;
  return true;
}

/** « a déclaré jeudi que … », « un bilan rendu public lundi »: the time of saying is not that of the act. */
function underStatement(reading: Reading, token: number): boolean {
  const { view, statement, members } = reading;
  const head = view.head(token);
  if (members.includes(head)) return false;
  if (statement?.view === view && head === statement.at) return true;
  return [head, token - 1].some((k) => !members.includes(k) && view.isVerb(k) && tellsSomething(view, k));
}

const tellsSomething = (view: SentenceView, verb: number): boolean =>
  view.spellings(verb).some((s) => view.index.verbs.get(s)?.some((p) => p.frame.speaker !== undefined));

/** Days beyond which a time is the span that an act fell into (« depuis 2016 », « ces derniers mois »), not its date. */
const BROAD = 45;

export function isBroad({ start, end }: TimeRange): boolean {
  return (Date.parse(end ?? start) - Date.parse(start)) / 86_400_000 > BROAD;
}

/** Tokens that a sentence which only sets the time may hold besides it (« 12 nov., Harnai. »). */
const HEADING_TOKENS = 6;

/** The time that a sentence sets for what follows: it opens it and tells next to nothing else (« Mercredi soir. »). */
export function headingTime(view: SentenceView): TimeRange | undefined {
  const words = [...view.tokens.keys()].filter((i) => !view.isPunctuation(i));
  const [first] = words.filter((i) => !/^\d+$/u.test(view.lower(i)));
  if (first === undefined || words.length > HEADING_TOKENS || !view.isTime(first)) return undefined;
  if (words.some((i) => view.isFinite(i)) || opensPeriod(view, first)) return undefined;
  const time = timeAt(view, first);
  return time && !isBroad(time) ? time : undefined;
}

function closest(tokens: readonly number[], to: number): number | undefined {
  let best: number | undefined;
  for (const t of tokens) if (best === undefined || Math.abs(t - to) < Math.abs(best - to)) best = t;
  return best;
}
