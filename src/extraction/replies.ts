/** Cues that present an act as an answer (« en réponse à », « pour venger »). What is answered is for resolution to say. */
import type { Span } from "../ontology/index.ts";
import { clauseTokens } from "./clause-span.ts";
import { isAttack, type Reading } from "./reading.ts";

/** The cue in the reading's own clause; undefined where nothing presents it as an answer. */
export function replyCue(reading: Reading): Span | undefined {
  if (!isAttack(reading)) return undefined;
  const { view } = reading;
  for (const i of clauseTokens(reading)) {
    const hit = view.match(view.index.answers, i);
    if (!hit) continue;
    // « en réponse à l'attaque »: what the cue leads is the act that is answered, not an answer.
    if (
      !reading.verbal &&
      i < reading.at &&
      view.phraseStart(reading.at) - (i + hit.length) <= 1 &&
      i + hit.length <= reading.at
    )
      continue;
    return view.span(i, i + hit.length - 1);
  }
  return undefined;
}
