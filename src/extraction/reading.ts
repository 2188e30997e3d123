/** One trigger word as read so far: the working record that the stages of extraction fill in and merge. */
import type { ClaimType, Modality, Subtype } from "../ontology/index.ts";
import { familyOf, isAction } from "../ontology/index.ts";
import type { FrameRole } from "../packs/index.ts";
import type { Arguments } from "./arguments.ts";
import type { TriggerPattern } from "./lexicon-index.ts";
import { uniqueFillers } from "./phrase-reader.ts";
import type { SentenceView } from "./sentence-view.ts";
import type { Filler } from "./types.ts";

export type EffectKind = "killed" | "wounded" | "damage";

export interface Reading {
  readonly view: SentenceView;
  /** Token of the trigger. */
  readonly at: number;
  readonly pattern: TriggerPattern;
  readonly verbal: boolean;
  readonly arguments: Arguments | undefined;
  type: ClaimType;
  /** Given by the trigger's own words, whatever the weapon. */
  subtype: Subtype | undefined;
  /** Usual for words of its class: holds where no weapon says otherwise. */
  kind: Subtype | undefined;
  /** Set where the words count an effect and tell no act themselves. */
  effect: EffectKind | undefined;
  modality: Modality;
  readonly roles: Map<FrameRole, readonly Filler[]>;
  source: readonly Filler[];
  sourceText: string | undefined;
  speakerText: string | undefined;
  /** Triggers merged into this one, itself included. */
  members: number[];
  /** The statement that this reading is the content of. */
  statement: Reading | undefined;
  /** Statements: what is said. */
  readonly content: Reading[];
  dropped: boolean;
  readonly trace: string[];
}

export const fillers = (reading: Reading, role: FrameRole): readonly Filler[] =>
  reading.roles.get(role) ?? [];

export function addFillers(reading: Reading, role: FrameRole, more: readonly Filler[]): void {
  if (more.length > 0) reading.roles.set(role, uniqueFillers([...fillers(reading, role), ...more]));
}

export const isAct = (reading: Reading): boolean => isAction(reading.type);
export const isAttack = (reading: Reading): boolean => familyOf(reading.type) === "attack";

/** Drops `reading`, with a line on why for `riposte explain`. */
export function drop(reading: Reading, why: string): void {
  reading.dropped = true;
  reading.trace.push(`left out: ${why}`);
}

export function startReading(
  view: SentenceView,
  at: number,
  pattern: TriggerPattern,
  verbal: boolean,
  args: Arguments | undefined,
  modality: Modality,
): Reading {
  return {
    view,
    at,
    pattern,
    verbal,
    arguments: args,
    type: pattern.frame.type,
    subtype: pattern.subtype,
    kind: pattern.frame.subtype,
    effect: pattern.frame.effect,
    modality,
    roles: new Map(),
    source: [],
    sourceText: undefined,
    speakerText: undefined,
    members: [at],
    statement: undefined,
    content: [],
    dropped: false,
    trace: [`${verbal ? "verb" : "noun"} « ${pattern.words.join(" ")} » → ${pattern.frameName}`],
  };
}

/** The reading whose trigger stands nearest to a token. */
export function nearestReading(readings: readonly Reading[], to: number): Reading | undefined {
  let best: Reading | undefined;
  for (const r of readings) if (!best || Math.abs(r.at - to) < Math.abs(best.at - to)) best = r;
  return best;
}
