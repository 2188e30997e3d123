/** « Deux jours après les raids sur X, une riposte tombe »: what leads a sentence as its time tells another act. */
import type { Reading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";

/** Tokens at the beginning of a sentence among which such a phrase opens. */
const OPENING = 3;

/** Where the words of the reading's own clause begin: behind a phrase or clause of time that leads the sentence, unless it stands there. */
export function ownClauseStart({ view, at }: Reading): number {
  const opens = Array.from({ length: OPENING }, (_, k) => k).find((k) => leadsTime(view, k));
  if (opens === undefined) return 0;
  const anchor = mainSubjectStart(view);
  let start = 0;
  for (let k = opens + 1; k < anchor; k++) if (view.lower(k) === ",") start = k + 1;
  return at < start ? 0 : start;
}

/** A word such as « après », or a span of time that ends in one (« moins de 24 heures après »). */
function leadsTime(view: SentenceView, k: number): boolean {
  const { sequence } = view.index;
  if (view.match(sequence, k) !== undefined) return true;
  const last =
    view
      .lower(k)
      .split(/[\s_]+/u)
      .at(-1) ?? "";
  return view.isTime(k) && sequence.at(0, (i) => (i === 0 ? [last] : [])) !== undefined;
}

/** First token of the subject of the main verb, or the verb where it has none before it. */
function mainSubjectStart(view: SentenceView): number {
  const root = view.tokens.findIndex((_, k) => view.relation(k) === "root");
  const starts = view
    .kids(root, "nsubj")
    .filter((k) => k < root)
    .map((k) => view.phraseStart(k));
  return Math.min(root, ...starts);
}
