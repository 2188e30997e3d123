/**
 * What a statement speaks of: the act (or earlier statement) of its report that fits it best.
 *
 * Candidates are ranked by additive evidence, like antecedents in coreference: where the two stand in the text, who
 * speaks and who is spoken of, and what kind of statement it is.
 */
import { type Claim, type ClaimType, isAction, isFactual } from "../../ontology/index.ts";
import type { SourceDocument } from "../../documents/index.ts";
import { once, sortedUnique } from "../../shared/index.ts";
import type { Level } from "../events/evidence.ts";
import { addUp, type Scored, type Weights } from "../events/score.ts";
import type { Gazetteer } from "../gazetteer.ts";
import { nameWordsIn, nameWordsOf, stemsOf } from "../wording.ts";

/** What the report says of one happening, as far as statements on it go. */
export interface Topic {
  /** Event id. */
  readonly id: string;
  /** Its claims in this report. */
  readonly size: number;
  /** Whether the report opens with it. */
  readonly opening: boolean;
  /** Whether no other happening has more claims in the report. */
  readonly dominant: boolean;
  /** Entities that its claims in this report name as doer and as target. */
  readonly agents: readonly string[];
  readonly targets: readonly string[];
  /** Folded words of the names that its claims in this report give to those involved, and where. */
  readonly names: ReadonlySet<string>;
  /** Stems of the words of its claims in this report. */
  readonly stems: ReadonlySet<string>;
}

/** The happenings of one report by action claim id. `actions` are its acts in text order. */
export function topicsOf(
  { text }: SourceDocument,
  actions: readonly Claim[],
  eventOf: (claim: Claim) => string,
): Map<string, Topic> {
  const groups = new Map<string, Claim[]>();
  for (const claim of actions) {
    const group = groups.get(eventOf(claim));
    if (group) group.push(claim);
    else groups.set(eventOf(claim), [claim]);
  }
  const most = Math.max(0, ...[...groups.values()].map(({ length }) => length));
  const topics = new Map<string, Topic>();
  for (const [id, group] of groups) {
    const agents = sortedUnique(group.flatMap(({ agent }) => agent));
    const targets = sortedUnique(group.flatMap(({ target }) => target));
    const opening = group[0] === actions[0];
    const topic: Topic = {
      id,
      size: group.length,
      opening,
      dominant: group.length === most,
      agents,
      targets,
      names: new Set(group.flatMap((claim) => namesIn(claim, text))),
      stems: new Set(group.flatMap(({ evidence }) => [...stemsOf(evidence)])),
    };
    for (const claim of group) topics.set(claim.id, topic);
  }
  return topics;
}

/** Words with a capital or a digit in what a claim calls those involved and where. */
const namesIn = ({ mentions, source, speaker }: Claim, text: string): string[] =>
  mentions
    .filter(({ entity }) => !source.includes(entity) && !speaker.includes(entity))
    .flatMap(({ start, end }) => nameWordsIn(text.slice(start, end)));

const titleOf = once(({ title = "" }: SourceDocument) => ({ text: title }));

export interface AboutContext {
  readonly document: SourceDocument;
  /** Claims of the document in text order. */
  readonly claims: readonly Claim[];
  /** The happening of each action claim, by claim id. */
  readonly topicOf: ReadonlyMap<string, Topic>;
  /** Id of the event that the statement before this one spoke of: reactions come in series. */
  readonly running: string | undefined;
  readonly gazetteer: Gazetteer;
}

/** Statements by what they do to an act: own it, comment on it, or ask for one to come. */
const STANCES: Readonly<Partial<Record<ClaimType, string>>> = {
  "claim-responsibility": "own",
  justify: "own",
  confirm: "confirm",
  deny: "deny",
  concede: "confirm",
  accuse: "accuse",
  threaten: "future",
  demand: "future",
  reject: "future",
};
const stanceOf = ({ type, modality }: Claim): string =>
  isFactual(modality) ? (STANCES[type] ?? "comment") : `${type} missing`;

const meet = (a: readonly string[], b: readonly string[], gazetteer: Gazetteer): boolean =>
  a.some((x) => b.some((y) => gazetteer.sameSide(x, y)));

function agreement(a: readonly string[], b: readonly string[], gazetteer: Gazetteer): string {
  if (a.length === 0 || b.length === 0) return "unknown";
  return a.some((id) => b.includes(id)) ? "same" : meet(a, b, gazetteer) ? "same side" : "different";
}

function positionOf(statement: Claim, act: Claim, { document, claims }: AboutContext): [string, Level][] {
  const before = act.evidence.start <= statement.evidence.start;
  const [first, second] = before ? [act, statement] : [statement, act];
  const gap = document.text.slice(first.evidence.end, second.evidence.start);
  const [at, other] = [claims.indexOf(statement), claims.indexOf(act)];
  const between = claims
    .slice(Math.min(at, other) + 1, Math.max(at, other))
    .filter(({ type }) => isAction(type)).length;
  const side = before ? "before" : "after";
  const distance = between === 0 ? "next" : between <= 2 ? "near" : "far";
  const overlapping = first.evidence.end > second.evidence.start;
  const position = overlapping
    ? "overlapping"
    : /[.!?]\s/u.test(gap)
      ? `${side}, ${distance}`
      : `same sentence ${side}`;
  const paragraph = document.text.slice(first.evidence.start, second.evidence.start).includes("\n\n");
  return [
    ["position", { level: position }],
    ["paragraph", { level: paragraph ? "other" : "same" }],
    ["stance and position", { level: `${stanceOf(statement)}, ${overlapping ? "overlapping" : side}` }],
  ];
}

const together = ({ evidence: a }: Claim, { evidence: b }: Claim): boolean =>
  a.start < b.end && a.end > b.start;

/** A report's title tells what it is about. */
function titleLevel(topic: Topic | undefined, document: SourceDocument): string {
  if (topic === undefined || document.title === undefined) return "unknown";
  const named = nameWordsOf(titleOf(document)).some((word) => topic.names.has(word));
  const told = [...stemsOf(titleOf(document))].some((stem) => topic.stems.has(stem));
  return named && told ? "named and told" : named ? "named" : told ? "told" : "neither";
}

/** What of the happening the statement's own words name again, where the two are not told in one breath. */
function echoLevels(statement: Claim, act: Claim, topic: Topic | undefined): [string, Level][] {
  if (!topic || together(statement, act)) return [];
  const names = nameWordsOf(statement.evidence).filter((word) => topic.names.has(word));
  const stems = stemsOf(statement.evidence);
  const echoed = [...stems].filter((stem) => topic.stems.has(stem)).length;
  const share = echoed / (stems.size || 1);
  return [
    ["names it again", { level: names.length > 0 ? "yes" : "no", ...(names[0] ? { why: names[0] } : {}) }],
    ["words in common", { level: share >= 0.35 ? "many" : share >= 0.15 ? "some" : "few" }],
  ];
}

/** Weighs a claim as what a statement speaks of. */
export function weighAbout(statement: Claim, act: Claim, context: AboutContext, weights: Weights): Scored {
  const { topicOf, running, gazetteer } = context;
  const topic = topicOf.get(act.id);
  const stance = stanceOf(statement);
  const kind = topic
    ? act.type === "attack" || act.type === "retaliation"
      ? "attack"
      : "other act"
    : act.type;
  const agents = topic?.agents ?? act.speaker;
  const targets = topic?.targets ?? act.target;
  const part = meet(statement.speaker, agents, gazetteer)
    ? "doer"
    : meet(statement.speaker, targets, gazetteer)
      ? "target"
      : agents.length === 0
        ? "doer unknown"
        : "neither";
  const levels: [string, Level][] = [
    ...positionOf(statement, act, context),
    ...echoLevels(statement, act, topic),
    ["cited for it", { level: agreement(statement.speaker, act.source, gazetteer) }],
    ["kind", { level: `${stance}, ${kind}` }],
    ["reality", { level: `${stance}, ${isFactual(act.modality) ? "real" : "unreal"}` }],
    [
      "only thought of",
      { level: isFactual(act.modality) ? "no" : together(statement, act) ? "here" : "elsewhere" },
    ],
    ["title", { level: titleLevel(topic, context.document) }],
    ["speaker", { level: `${stance}, ${part}${topic ? "" : " of words"}` }],
    ["spoken of is doer", { level: agreement(statement.target, agents, gazetteer) }],
    [
      "weight in report",
      { level: topic?.dominant ? "most told" : topic && topic.size > 1 ? "repeated" : "once" },
    ],
    ["opening", { level: topic?.opening ? "yes" : "no" }],
    [
      "running topic",
      { level: running === undefined ? "none yet" : topic?.id === running ? "same" : "other" },
    ],
  ];
  return addUp(levels, weights);
}

/** The claim that a statement is about; undefined where nothing reaches the threshold. */
export function aboutOf(
  statement: Claim,
  context: AboutContext,
  { weights, threshold }: { readonly weights: Weights; readonly threshold: number },
): Claim | undefined {
  let best: { act: Claim; score: number } | undefined;
  for (const act of candidatesOf(statement, context)) {
    const { score } = weighAbout(statement, act, context, weights);
    if (score >= threshold && (best === undefined || score > best.score)) best = { act, score };
  }
  return best?.act;
}

/**
 * One claim for each happening of the report, the nearest to the statement, and the statements read before it:
 * nobody comments on what is said only later.
 */
export function candidatesOf(statement: Claim, { claims, topicOf }: AboutContext): readonly Claim[] {
  const nearest = new Map<string, { claim: Claim; distance: number }>();
  const spoken: Claim[] = [];
  for (const claim of claims) {
    const topic = topicOf.get(claim.id);
    if (topic === undefined) {
      if (claim.evidence.start < statement.evidence.start) spoken.push(claim);
      continue;
    }
    const distance = Math.max(
      0,
      statement.evidence.start - claim.evidence.end,
      claim.evidence.start - statement.evidence.end,
    );
    if (distance < (nearest.get(topic.id)?.distance ?? Number.POSITIVE_INFINITY))
      nearest.set(topic.id, { claim, distance });
  }
  return [...[...nearest.values()].map(({ claim }) => claim), ...spoken];
}
