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

/** Who could fill a role, and who does. */
export interface RoleChoice {
  readonly role: FrameRole;
  /** The rules' choice first. `fillers` is empty for nobody; the probabilities sum to 1. */
  readonly candidates: readonly {
    readonly fillers: readonly Filler[];
    readonly features: readonly string[];
    readonly probability: number;
  }[];
  /** Position among the candidates. */
  readonly chosen: number;
}

/** Which type of claim it could be. */
export interface TypeChoice {
  /** The rules' choice first. The probabilities sum to 1. */
  readonly candidates: readonly {
    readonly type: ClaimType;
    readonly features: readonly string[];
    readonly probability: number;
  }[];
  /** Position among the candidates. */
  readonly chosen: number;
}

export interface Reading {
  readonly view: SentenceView;
  /** Token of the trigger. */
  readonly at: number;
  readonly pattern: TriggerPattern;
  readonly verbal: boolean;
  /** Of the verb, or of one joined with a noun. */
  arguments: Arguments | undefined;
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
  /** Why a rule would rather not make a claim of it; what comes of it is decided once all of it is read. */
  doubt: string | undefined;
  /** Candidates of the roles that were ranked. */
  readonly choices: RoleChoice[];
  /** Candidates of its type, once they are ranked. */
  typeChoice: TypeChoice | undefined;
  /** What spoke for and against making a claim of it, and the probability that came out; 1 until it is judged. */
  acceptance: { readonly features: readonly string[]; readonly probability: number };
  readonly trace: string[];
}

export const fillers = (reading: Reading, role: FrameRole): readonly Filler[] =>
  reading.roles.get(role) ?? [];

/** What two mentions of one entity share. */
export const entityKey = ({
  candidates,
  text,
}: {
  readonly candidates: readonly string[];
  readonly text: string;
}): string => candidates[0] ?? text;

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

/** Notes a rule's reason against making a claim of `reading`; the first one counts. */
export function doubt(reading: Reading, why: string): void {
  reading.doubt ??= why;
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
    doubt: undefined,
    choices: [],
    typeChoice: undefined,
    acceptance: { features: [], probability: 1 },
    trace: [`${verbal ? "verb" : "noun"} « ${pattern.words.join(" ")} » → ${pattern.frameName}`],
  };
}

/** The reading whose trigger stands nearest to a token. */
export function nearestReading(readings: readonly Reading[], to: number): Reading | undefined {
  let best: Reading | undefined;
  for (const r of readings) if (!best || Math.abs(r.at - to) < Math.abs(best.at - to)) best = r;
  return best;
}
