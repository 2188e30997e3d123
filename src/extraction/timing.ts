/** When an act took place: the time expression of its own clause, else one that the paragraph gives. */
import type { TimeRange } from "../ontology/index.ts";
import { clauseTokens } from "./clause-span.ts";
import { segmentOf } from "./merge.ts";
import type { Reading } from "./reading.ts";

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

/** « a déclaré jeudi que … »: the time of saying is not that of the act. */
function underStatement(reading: Reading, token: number): boolean {
  const { view, statement } = reading;
  return statement !== undefined && statement.view === view && view.head(token) === statement.at;
}

function closest(tokens: readonly number[], to: number): number | undefined {
  let best: number | undefined;
  for (const t of tokens) if (best === undefined || Math.abs(t - to) < Math.abs(best - to)) best = t;
  return best;
}
