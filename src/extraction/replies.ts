/** Cues that present an act as an answer (« en réponse à », « pour venger »), and the act that is answered. */
import type { Span } from "../ontology/index.ts";
import { clauseTokens } from "./clause-span.ts";
import { isAttack, type Reading } from "./reading.ts";

export interface ReplyCue {
  readonly cue: Span;
  /** Token after which the answered act is named, in the same sentence. */
  readonly after: number;
}

/** The cue in the reading's own clause; undefined where nothing presents it as an answer. */
export function replyCue(reading: Reading): ReplyCue | undefined {
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
    return { cue: view.span(i, i + hit.length - 1), after: i + hit.length - 1 };
  }
  return undefined;
}
