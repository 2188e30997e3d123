/**
 * What a statement speaks of: the act (or earlier statement) of its report that fits it best.
 *
 * Candidates are ranked by additive evidence, like antecedents in coreference: where the two stand in the text, who
 * speaks and who is spoken of, and what kind of statement it is.
 */
import { type Claim, isAction, isFactual } from "../../ontology/index.ts";
import type { SourceDocument } from "../../documents/index.ts";
import type { Level } from "../events/evidence.ts";
import { addUp, type Scored, type Weights } from "../events/score.ts";
import type { Gazetteer } from "../gazetteer.ts";

export interface AboutContext {
  readonly document: SourceDocument;
  /** Claims of the document in text order. */
  readonly claims: readonly Claim[];
  /** Event of each action claim, and how many claims of this document it has. */
  readonly eventOf: ReadonlyMap<
    string,
    { readonly id: string; readonly size: number; readonly opening: boolean }
  >;
  readonly gazetteer: Gazetteer;
}

export interface AboutPair extends Scored {
  readonly levels: readonly (readonly [string, Level])[];
}

const meets = (a: readonly string[], b: readonly string[], gazetteer: Gazetteer): string =>
  a.length === 0 || b.length === 0
    ? "unknown"
    : a.some((id) => b.includes(id))
      ? "same"
      : a.some((x) => b.some((y) => gazetteer.nested(x, y)))
        ? "nested"
        : "different";

const samePoint = (text: string, from: number, to: number): boolean => !/[.!?]\s/u.test(text.slice(from, to));

export function weighAbout(statement: Claim, act: Claim, context: AboutContext, weights: Weights): AboutPair {
  const { document, claims, eventOf, gazetteer } = context;
  const [first, second] =
    act.evidence.start <= statement.evidence.start ? [act, statement] : [statement, act];
  const overlap = first.evidence.end > second.evidence.start;
  const sameSentence = overlap || samePoint(document.text, first.evidence.end, second.evidence.start);
  const sameParagraph = !document.text.slice(first.evidence.start, second.evidence.start).includes("\n\n");
  const at = claims.indexOf(statement);
  const other = claims.indexOf(act);
  const between = claims
    .slice(Math.min(at, other) + 1, Math.max(at, other))
    .filter(({ type }) => isAction(type)).length;
  const before = other < at;
  const event = eventOf.get(act.id);
  const where = overlap
    ? "overlapping"
    : sameSentence
      ? before
        ? "same sentence before"
        : "same sentence after"
      : `${before ? "before" : "after"}, ${between === 0 ? "next" : between === 1 ? "next but one" : "far"}`;
  const levels: [string, Level][] = [
    ["position", { level: where }],
    ["paragraph", { level: sameParagraph ? "same" : "other" }],
    ["source", { level: meets(statement.speaker, act.source, gazetteer) }],
    [
      "kind",
      {
        level: `${statement.type} of ${isAction(act.type) ? act.type.replace("retaliation", "attack") : "statement"}`,
      },
    ],
    ["reality", { level: isFactual(act.modality) ? "real" : "unreal" }],
    ["speaker is agent", { level: `${statement.type} ${meets(statement.speaker, act.agent, gazetteer)}` }],
    ["speaker is target", { level: `${statement.type} ${meets(statement.speaker, act.target, gazetteer)}` }],
    ["spoken of is agent", { level: meets(statement.target, act.agent, gazetteer) }],
    ["event", { level: event?.opening ? "opening" : event && event.size > 1 ? "repeated" : "once" }],
  ];
  return { ...addUp(levels, weights), levels };
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

/** Acts of the report, and statements read before: nobody answers what is said only later. */
export const candidatesOf = (statement: Claim, { claims }: AboutContext): readonly Claim[] =>
  claims.filter(
    (claim) =>
      claim !== statement && (isAction(claim.type) || claims.indexOf(claim) < claims.indexOf(statement)),
  );
