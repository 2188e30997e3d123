/** When an act took place: the time expression of its own clause, else one that the paragraph gives. */
import type { TimeRange } from "../ontology/index.ts";
import { clauseTokens } from "./clause-span.ts";
import { segmentOf } from "./merge.ts";
import type { Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";

/** The nearest time expression of the reading's clause; else of its part of the sentence. */
export function ownTime(reading: Reading): TimeRange | undefined {
  const { view, at } = reading;
  const inClause = clauseTokens(reading).filter((i) => view.isTime(i) && !underStatement(reading, i));
  const segment = segmentOf(view, at);
  const own =
    closest(inClause, at) ??
    closest(
      view.tokens
        .map((_, i) => i)
        .filter(
          (i) =>
            view.isTime(i) &&
            segmentOf(view, i) === segment &&
            !underStatement(reading, i) &&
            Math.abs(i - at) < 25,
        ),
      at,
    );
  if (own === undefined) return undefined;
  const index = view.tokens[own]?.time;
  const time = index === undefined ? undefined : view.doc.times[index];
  return time && { start: time.from, end: time.to, text: time.text };
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
  view.spellings(verb).some((s) => view.index.verbs.get(s)?.some((p) => p.frame.content === true));

/** Days beyond which a time is the span that an act fell into (« depuis 2016 », « ces derniers mois »), not its date. */
const BROAD = 45;

export function isBroad({ start, end }: TimeRange): boolean {
  return (Date.parse(end ?? start) - Date.parse(start)) / 86_400_000 > BROAD;
}

function closest(tokens: readonly number[], to: number): number | undefined {
  let best: number | undefined;
  for (const t of tokens) if (best === undefined || Math.abs(t - to) < Math.abs(best - to)) best = t;
  return best;
}
