/** Links claims of each report: statements to what they speak of, retaliations to what they answer. */
import type { SourceDocument } from "../../documents/index.ts";
import { type Claim, isAction, type ResponseLink } from "../../ontology/index.ts";
import type { Gazetteer } from "../gazetteer.ts";
import type { ResolutionSettings } from "../settings.ts";
import { answeredBy, type ReplyContext } from "./replies.ts";
import { aboutOf, topicsOf } from "./statements.ts";

export type OpenCue = Omit<ResponseLink, "id">;

/** Links that reading left open, by the claims that were given them: `about` of statements, `responseTo` of acts. */
export interface FilledLinks {
  readonly about: Readonly<Record<string, Claim["about"]>>;
  readonly responseTo: Readonly<Record<string, Claim["responseTo"]>>;
}

export interface AttachInput {
  readonly document: SourceDocument;
  /** Claims of the document in text order. */
  readonly claims: readonly Claim[];
  /** All claims on the happening of an action claim, over all reports, in a fixed order; by claim id. */
  readonly groupOf: ReadonlyMap<string, readonly Claim[]>;
  /** Cues of claims that present themselves as answers to an act not found in reading. */
  readonly openCues: ReadonlyMap<string, readonly OpenCue[]>;
  readonly gazetteer: Gazetteer;
  readonly settings: ResolutionSettings;
}

/** The claims with links filled in. */
export function withLinks(claims: readonly Claim[], { about, responseTo }: FilledLinks): Claim[] {
  return claims.map((claim) => {
    const [topics, answered] = [about[claim.id], responseTo[claim.id]];
    if (topics) return { ...claim, about: topics };
    return answered ? { ...claim, responseTo: answered } : claim;
  });
}

/** Finds `about` and `responseTo` where reading left them open. */
export function attachClaims(input: AttachInput): FilledLinks {
  const { document, claims, groupOf, openCues, gazetteer, settings } = input;
  const eventOf = (claim: Claim): string => groupOf.get(claim.id)?.[0]?.id ?? claim.id;
  const actions = claims.filter(({ type }) => isAction(type));
  const topicOf = topicsOf(document, actions, eventOf);
  const replies: ReplyContext = {
    document,
    actions,
    eventOf,
    topicOf,
    siblingsOf: (claim) => groupOf.get(claim.id) ?? [claim],
    gazetteer,
  };
  const filled: { about: Record<string, string[]>; responseTo: Record<string, ResponseLink[]> } = {
    about: {},
    responseTo: {},
  };
  let running: string | undefined;
  for (const claim of claims) {
    if (isAction(claim.type)) {
      const links = repliesOf(claim, replies, openCues, settings);
      if (links !== claim.responseTo) filled.responseTo[claim.id] = links;
      continue;
    }
    let [topic] = claim.about;
    if (topic === undefined) {
      const context = { document, claims, topicOf, running, gazetteer };
      topic = aboutOf(claim, context, {
        weights: settings.weights.about,
        threshold: settings.attachStatement,
      })?.id;
      if (topic !== undefined) filled.about[claim.id] = [topic];
    }
    running = topicOf.get(topic ?? "")?.id ?? running;
  }
  return filled;
}

function repliesOf(
  claim: Claim,
  context: ReplyContext,
  openCues: AttachInput["openCues"],
  settings: ResolutionSettings,
): ResponseLink[] {
  const cues = openCues.get(claim.id);
  if (claim.responseTo.length > 0 || (claim.type !== "retaliation" && !cues)) return claim.responseTo;
  const found = answeredBy(claim, context, {
    weights: settings.weights.reply,
    threshold: settings.attachReply,
  });
  if (!found) return [];
  const confidence = Math.round((1 / (1 + Math.exp(-found.score))) * 1000) / 1000;
  return [
    { id: found.claim.id, ...(cues?.[0] ?? { evidence: claim.evidence, claim: claim.id }), confidence },
  ];
}
