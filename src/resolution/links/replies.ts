/**
 * Which act a retaliation answers. Evidence is a cue in the text (« en riposte à ») with the act that it points to;
 * where no act was found there, the best fitting earlier act of the same report.
 */
import { type Claim, familyOf, isFactual } from "../../ontology/index.ts";
import type { SourceDocument } from "../../documents/index.ts";
import { spanOf } from "../days.ts";
import { once } from "../../shared/index.ts";
import type { Level } from "../events/evidence.ts";
import { addUp, type Scored, type Weights } from "../events/score.ts";
import type { Gazetteer } from "../gazetteer.ts";
import { nameWordsOf, stemsOf } from "../wording.ts";
import type { Topic } from "./statements.ts";

export interface ReplyContext {
  readonly document: SourceDocument;
  /** Action claims of the document in text order. */
  readonly actions: readonly Claim[];
  readonly eventOf: (claim: Claim) => string;
  /** The happening of each action claim as the document tells it, by claim id. */
  readonly topicOf: ReadonlyMap<string, Topic>;
  /** All claims of the event of a claim, over all reports. */
  readonly siblingsOf: (claim: Claim) => readonly Claim[];
  readonly gazetteer: Gazetteer;
}

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>, gazetteer: Gazetteer): boolean =>
  [...a].some((x) => [...b].some((y) => gazetteer.sameSide(x, y)));

const fillers = (claims: readonly Claim[], role: "agent" | "target"): Set<string> =>
  new Set(claims.flatMap((claim) => claim[role]));

/** The first day of each event of the report that has one, by event id. */
const firstDays = once(({ actions, eventOf, siblingsOf }: ReplyContext): ReadonlyMap<string, number> => {
  const days = new Map<string, number>();
  for (const action of actions) {
    const event = eventOf(action);
    if (days.has(event)) continue;
    const starts = siblingsOf(action).flatMap(({ time }) => spanOf(time)?.from ?? []);
    if (starts.length > 0)
      days.set(
        event,
        starts.reduce((first, day) => Math.min(first, day)),
      );
  }
  return days;
});

/** Days by which the answered event lies before the answer; undefined where a date is missing. */
function delay(answer: Claim, answered: Claim, context: ReplyContext): number | undefined {
  const [own, other] = [answer, answered].map((claim) => firstDays(context).get(context.eventOf(claim)));
  return own === undefined || other === undefined ? undefined : own - other;
}

/**
 * Whether the answer's own words name who or what the other act involved, besides what the answer itself does
 * (« la réponse que méritait Spinkai »), and how much of their wording the two have in common.
 */
function echoLevels(answer: Claim, answered: Claim, { topicOf }: ReplyContext): [string, Level][] {
  const [own, other] = [topicOf.get(answer.id), topicOf.get(answered.id)];
  if (!own || !other) return [];
  const named = nameWordsOf(answer.evidence).find((word) => other.names.has(word) && !own.names.has(word));
  const stems = [...stemsOf(answer.evidence)].filter((stem) => other.stems.has(stem)).length;
  return [
    ["names it", { level: named === undefined ? "no" : "yes", ...(named ? { why: named } : {}) }],
    ["words in common", { level: stems >= 3 ? "many" : stems > 0 ? "some" : "none" }],
  ];
}

/** Whether no other act of the report lies between the two in time: answers are to what came last. */
function latestLevel(answer: Claim, answered: Claim, context: ReplyContext): string {
  const days = delay(answer, answered, context);
  if (days === undefined || days < 0) return "unknown";
  const between = context.actions.some((claim) => {
    if (familyOf(claim.type) !== "attack" || !isFactual(claim.modality)) return false;
    const other = delay(answer, claim, context);
    return (
      other !== undefined && other >= 0 && other < days && context.eventOf(claim) !== context.eventOf(answer)
    );
  });
  return between ? "no" : "yes";
}

/** What is only threatened or expected answers what the report is about, more often than what stands next to it. */
function topicLevel(answer: Claim, answered: Claim, { topicOf }: ReplyContext): string {
  const topic = topicOf.get(answered.id);
  const main = topic?.opening ? "opens the report" : topic?.dominant ? "most told" : "told by the way";
  return `${isFactual(answer.modality) ? "done" : "expected"}, ${main}`;
}

export function weighReply(answer: Claim, answered: Claim, context: ReplyContext, weights: Weights): Scored {
  const { document, actions, siblingsOf, gazetteer } = context;
  const text = document.text;
  const [first, second] =
    answered.evidence.start <= answer.evidence.start ? [answered, answer] : [answer, answered];
  const overlap = first.evidence.end > second.evidence.start;
  const before = first === answered;
  const sentence = overlap || !/[.!?]\s/u.test(text.slice(first.evidence.end, second.evidence.start));
  const between = Math.abs(actions.indexOf(answer) - actions.indexOf(answered)) - 1;
  const position = overlap
    ? "overlapping"
    : sentence
      ? `same sentence ${before ? "before" : "after"}`
      : `${before ? "before" : "after"}, ${between === 0 ? "next" : between <= 2 ? "near" : "far"}`;
  const [mine, theirs] = [siblingsOf(answer), siblingsOf(answered)];
  const days = delay(answer, answered, context);
  const [agents, targets] = [fillers(mine, "agent"), fillers(mine, "target")];
  const [agents2, targets2] = [fillers(theirs, "agent"), fillers(theirs, "target")];
  const levels: [string, Level][] = [
    ["position", { level: position }],
    [
      "delay",
      {
        level:
          days === undefined
            ? "unknown"
            : days < 0
              ? "later"
              : days === 0
                ? "same-day"
                : days <= 3
                  ? "days"
                  : days <= 14
                    ? "weeks"
                    : "long",
      },
    ],
    [
      "answerer was hit",
      {
        level:
          agents.size === 0 || targets2.size === 0
            ? "unknown"
            : meets(agents, targets2, gazetteer)
              ? "yes"
              : "no",
      },
    ],
    [
      "hits the author",
      {
        level:
          targets.size === 0 || agents2.size === 0
            ? "unknown"
            : meets(targets, agents2, gazetteer)
              ? "yes"
              : "no",
      },
    ],
    ["topic", { level: topicLevel(answer, answered, context) }],
    ["latest before", { level: latestLevel(answer, answered, context) }],
    ...echoLevels(answer, answered, context),
    ["same author", { level: agents.size > 0 && [...agents].some((id) => agents2.has(id)) ? "yes" : "no" }],
    ["reality", { level: isFactual(answered.modality) ? "real" : "unreal" }],
    [
      "source",
      {
        level:
          answered.source.length > 0 && answered.source.some((id) => answer.source.includes(id))
            ? "same"
            : "other",
      },
    ],
    ["family", { level: answered.type === "attack" || answered.type === "retaliation" ? "attack" : "other" }],
    [
      "loss",
      { level: answered.effects?.killed && (answered.effects.killed.max ?? 1) > 0 ? "killed" : "none told" },
    ],
  ];
  return addUp(levels, weights);
}

/** The act of the report that a retaliation answers; undefined where nothing reaches the threshold. */
export function answeredBy(
  answer: Claim,
  context: ReplyContext,
  { weights, threshold }: { readonly weights: Weights; readonly threshold: number },
): { readonly claim: Claim; readonly score: number } | undefined {
  let best: { claim: Claim; score: number } | undefined;
  const own = context.eventOf(answer);
  for (const claim of context.actions) {
    if (context.eventOf(claim) === own) continue;
    const { score } = weighReply(answer, claim, context, weights);
    if (score >= threshold && (best === undefined || score > best.score)) best = { claim, score };
  }
  return best;
}
