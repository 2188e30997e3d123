import type { Arguments } from "./arguments.ts";
import type { TriggerPattern } from "./lexicon-index.ts";
import { clauseModality } from "./modality.ts";
import { type Reading, startReading } from "./reading.ts";
import type { SentenceView } from "./sentence-view.ts";

/** A reading of the trigger with the modality of its clause, or else that of its words. */
export function readTrigger(
  view: SentenceView,
  at: number,
  pattern: TriggerPattern,
  verbal: boolean,
  args: Arguments | undefined,
): Reading {
  const told = clauseModality(view, at);
  // « n'exclut pas de frapper »: the negation belongs to the words themselves.
  const clause = pattern.negated && told === "negated" ? "asserted" : told;
  const modality =
    clause === "asserted" ? (pattern.modality ?? pattern.frame.modality ?? "asserted") : clause;
  return startReading(view, at, pattern, verbal, args, modality);
}
