/**
 * What speaks for a participant in a role, as named binary features: where it stands to the trigger in the tree and in
 * the words, what it is, and what it did in the report so far. No feature holds a word, so that languages share them.
 */
import { familyOf } from "../../ontology/index.ts";
import type { FrameRole } from "../../packs/index.ts";
import { type EntityLookup, sameEntity } from "../entities.ts";
import { fillers, isAct, type Reading } from "../reading.ts";
import type { RegisteredEvent } from "../register.ts";
import type { SentenceView } from "../sentence-view.ts";
import type { Filler, Mention } from "../types.ts";
import { formOf, groupOf, kindOf, plainRelation } from "./reading-form.ts";
import { step } from "./weighing.ts";

/** Where a mention stands: a token of one of the last sentences. */
export interface Standing {
  readonly view: SentenceView;
  readonly at: number;
  /** Sentences between it and the trigger: 0 for the same one. */
  readonly back: number;
}

/** What a candidate is judged by besides its own place. */
export interface RoleContext {
  readonly entities: EntityLookup;
  /** The newest events, newest first. */
  readonly events: readonly RegisteredEvent[];
  /** Other readings of the sentence. */
  readonly beside: readonly Reading[];
  /** Tokens of the clauses that tell the reading. */
  readonly clause: ReadonlySet<number>;
  /** How many times the report has named the entity so far. */
  readonly mentioned: (mention: Mention) => number;
}

/** Prepositions by the names of their sets in the grammar, the telling ones first. */
const PREPOSITIONS = ["by", "against", "with", "from", "of", "over", "in", "to", "for"];
/** Links of the tree beyond which two tokens are far from each other. */
const MAX_PATH = 6;
const MAX_STEPS = 12;

/** Features of one participant as filler of `role`. */
export function participantFeatures(
  reading: Reading,
  role: FrameRole,
  mention: Mention,
  standing: Standing | undefined,
  context: RoleContext,
): string[] {
  const known = context.entities.typeOf(mention) ?? "untyped";
  const type = mention.candidates.length > 0 ? known : `new ${known}`;
  const out = [
    `type ${type}`,
    `${groupOf(reading)} type ${type}`,
    `${kindOf(reading)} type ${type}`,
    mention.candidates.length > 0 ? "known" : "new",
    ...standingElsewhere(reading, role, mention, context),
  ];
  if (!standing) return [...out, "far", `far ${formOf(reading)}`, `far type ${type}`];
  const spelling = standing.view.name(standing.at)?.demonym ? "demonym" : "name";
  out.push(
    `back ${standing.back}`,
    `back ${standing.back} ${groupOf(reading)}`,
    `back ${standing.back} type ${type}`,
    spelling,
    `${spelling} type ${type}`,
    `${spelling} ${formOf(reading)}`,
  );
  out.push(
    ...(standing.back > 0
      ? earlierFeatures(reading, role, standing, type)
      : sameSentenceFeatures(reading, standing.view, standing.at, type, context)),
  );
  return out;
}

/** Features of what the rules filled the role with, as a whole. */
export function verdictFeatures(reading: Reading, role: FrameRole, verdict: readonly Filler[]): string[] {
  const state = verdict.length === 0 ? "none" : verdict.every((f) => f.inferred) ? "inferred" : "named";
  const line = reading.trace.find((each) => each.startsWith(`${role} from`));
  const path = line?.slice(role.length + " from ".length).split(":")[0] ?? "other";
  return [
    "rules",
    `rules ${state}`,
    `rules ${state} ${formOf(reading)}`,
    `rules ${state} ${kindOf(reading)}`,
    `rules ${state} frame ${reading.pattern.frameName}`,
    `rules ${state} from ${path}`,
    `rules ${state} ${Math.min(verdict.length, 3)}`,
    ...(reading.arguments?.bySurface ? [`rules ${state} by position`] : []),
  ];
}

/** Features of leaving the role open. `rivals` is the number of participants that could fill it. */
export function nobodyFeatures(
  reading: Reading,
  role: FrameRole,
  verdict: readonly Filler[],
  rivals: number,
): string[] {
  const { view, at } = reading;
  const own = ownPhrase(reading, role);
  const sourced = reading.sourceText !== undefined || reading.source.length > 0;
  return [
    "nobody",
    `nobody ${formOf(reading)}`,
    `nobody ${kindOf(reading)}`,
    `nobody frame ${reading.pattern.frameName}`,
    `nobody rivals ${Math.min(rivals, 4)}`,
    `nobody rules ${verdict.length === 0 ? "none" : "some"}`,
    `nobody effect ${reading.effect ?? "none"}`,
    `nobody ${own}`,
    `nobody ${own} ${formOf(reading)}`,
    `nobody ${groupOf(reading)} ${plainRelation(view.relation(at))}`,
    `nobody said ${reading.statement?.type ?? "none"}`,
    `nobody determiner ${reading.verbal ? "verb" : (view.determiner(at) ?? "none")}`,
    `nobody ${view.sentence.kind}`,
    `nobody modality ${reading.modality}`,
    `nobody sourced ${sourced}`,
  ];
}

/** What the participant does in other roles, in other readings of the sentence and in the report so far. */
function standingElsewhere(
  reading: Reading,
  role: FrameRole,
  mention: Mention,
  { entities, events, beside, mentioned }: RoleContext,
): string[] {
  const out: string[] = [];
  const group = groupOf(reading);
  const isOne = (found: readonly Filler[]) => found.some((f) => sameEntity(f.mention, mention));
  const onSideOf = (found: readonly Filler[]) => found.some((f) => entities.sameSide(f.mention, mention));
  for (const other of ["agent", "target", "place", "origin", "destination", "speaker"] as const) {
    if (other === role) continue;
    const found = fillers(reading, other);
    if (isOne(found)) out.push(`is ${other}`, `is ${other} ${group}`);
    else if (other !== "place" && onSideOf(found)) out.push(`side of ${other}`, `side of ${other} ${group}`);
  }
  const { statement } = reading;
  if (statement) {
    const said = familyOf(statement.type);
    if (isOne(fillers(statement, "speaker"))) out.push("speaks", `speaks ${said}`);
    else if (onSideOf(fillers(statement, "speaker"))) out.push("side of speaker", `side of speaker ${said}`);
    if (isOne(fillers(statement, "target"))) out.push(`target of ${said}`);
  }
  if (isOne(reading.source)) out.push("is source");
  const [last] = events;
  if (last === undefined) out.push("first event");
  else {
    const alike = last.family === familyOf(reading.type) ? "alike" : "other";
    const near = reading.view.sentence.index - last.sentence < 2 ? "near" : "far";
    for (const part of ["agent", "target", "place"] as const)
      if (isOne(last[part])) out.push(`${part} of last ${alike}`, `${part} of last ${alike} ${near}`);
  }
  for (const other of beside)
    for (const part of ["agent", "target", "place", "speaker"] as const)
      if (isOne(fillers(other, part))) out.push(`${part} of ${isAct(other) ? "act" : "statement"} beside`);
  out.push(`named ${step(mentioned(mention), [1, 4])}`);
  return out;
}

function earlierFeatures(
  reading: Reading,
  role: FrameRole,
  { view, at, back }: Standing,
  type: string,
): string[] {
  const relation = plainRelation(view.relation(at));
  const part = relation.startsWith("nsubj") ? "subject" : relation;
  const own = ownPhrase(reading, role);
  return [
    `${part} back ${back}`,
    `${part} before ${formOf(reading)}`,
    `led ${prepositionOf(view, at)} before ${type}`,
    `in ${view.sentence.kind}`,
    `own ${own} back ${back}`,
    `own ${own} ${part}`,
  ];
}

function sameSentenceFeatures(
  reading: Reading,
  view: SentenceView,
  at: number,
  type: string,
  { beside, clause }: RoleContext,
): string[] {
  const form = formOf(reading);
  const trigger = nearestMember(reading, at);
  const side = at < trigger ? "before" : "after";
  const gap = step(Math.abs(at - trigger), [1, 3, 6, 10, 18]);
  const relation = plainRelation(view.relation(at));
  const led = prepositionOf(view, at);
  const { up, path, first } = pathBetween(view, trigger, at);
  const between = view.tokens.map((_, k) => k).slice(Math.min(at, trigger) + 1, Math.max(at, trigger));
  const count = (test: (k: number) => boolean) => between.filter(test).length;
  const verbs = Math.min(
    count((k) => view.isVerb(k) && !view.pos(k).startsWith("AUX")),
    3,
  );
  const commas = Math.min(
    count((k) => view.lower(k) === ","),
    2,
  );
  const rivals = Math.min(
    count((k) => view.name(k) !== undefined),
    2,
  );
  const governor = governorOf(view, at, reading, beside);
  return [
    `${side} by ${gap}`,
    `${side} by ${gap} ${type}`,
    `${side} ${form}`,
    `${side} ${form} ${type}`,
    `path ${path}`,
    `path ${path} ${form}`,
    `path ${path} led ${led}`,
    `up ${up}`,
    `up ${up} ${form}`,
    `first ${first} ${form}`,
    `first ${first} led ${led} ${form}`,
    `led ${led} ${side}`,
    `led ${led} ${type}`,
    `led ${led} ${form} ${side}`,
    `led ${led} ${kindOf(reading)}`,
    `relation ${relation} ${form}`,
    `relation ${relation} ${side}`,
    `verbs ${verbs} ${side}`,
    `verbs ${verbs} ${form} ${side}`,
    `commas ${commas} ${side}`,
    `rivals ${rivals} ${side}`,
    `rivals ${rivals} ${form} ${side}`,
    clause.has(at) ? "in clause" : "out of clause",
    `governed ${governor}`,
    `governed ${governor} ${form}`,
    `governed ${governor} ${type}`,
  ];
}

/** What stands where the role's participant would: a name, a pronoun, a phrase by its determiner, or nothing. */
function ownPhrase({ view, arguments: args }: Reading, role: FrameRole): string {
  if (!args) return "noun";
  const [head] = role === "target" ? args.objects : args.subjects;
  if (head === undefined) return "absent";
  if (view.name(head)) return "name";
  return view.pos(head).startsWith("PRON") ? "pronoun" : (view.determiner(head) ?? "phrase");
}

/** The nearest trigger above the mention: the reading's own, that of another one, or none. */
function governorOf(view: SentenceView, at: number, reading: Reading, beside: readonly Reading[]): string {
  let k = at;
  for (let steps = 0; steps < MAX_STEPS && k >= 0; steps++) {
    if (reading.members.includes(k)) return "own";
    const other = beside.find((r) => r.members.includes(k));
    if (other) {
      if (!isAct(other)) return "statement";
      return familyOf(other.type) === familyOf(reading.type) ? "alike" : "act";
    }
    k = view.head(k);
  }
  return "none";
}

/** The way through the tree from trigger to mention: links up, relations down, and the first of these. */
function pathBetween(
  view: SentenceView,
  from: number,
  to: number,
): { up: string; path: string; first: string } {
  const far = { up: "far", path: "far", first: "far" };
  const above: number[] = [];
  for (let k = from; k >= 0 && above.length <= MAX_PATH; k = view.head(k)) above.push(k);
  const down: number[] = [];
  let k = to;
  for (; k >= 0 && !above.includes(k); k = view.head(k)) {
    if (down.length > MAX_PATH) return far;
    down.unshift(k);
  }
  const up = above.indexOf(k);
  if (up < 0 || up + down.length > MAX_PATH) return far;
  const relations = (tokens: readonly number[]) => tokens.map((t) => plainRelation(view.relation(t)));
  const first = relations(down)[0] ?? "itself";
  return {
    up: String(up),
    path: `${relations(above.slice(0, up)).join("^")}/${relations(down).join(">")}`,
    first: `${up} ${first}`,
  };
}

function prepositionOf(view: SentenceView, at: number): string {
  if (view.preposition(at) === "") return "bare";
  return PREPOSITIONS.find((name) => view.isLedBy(at, name)) ?? "other";
}

const nearestMember = (reading: Reading, to: number): number =>
  reading.members.reduce((best, m) => (Math.abs(m - to) < Math.abs(best - to) ? m : best), reading.at);
