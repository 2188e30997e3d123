/** Links claims of each report: statements to what they speak of, retaliations to what they answer. */
import type { SourceDocument } from "../../documents/index.ts";
import { type Claim, isAction, type ResponseLink } from "../../ontology/index.ts";
import type { Gazetteer } from "../gazetteer.ts";
import type { ResolutionSettings } from "../settings.ts";
import { answeredBy, type ReplyContext } from "./replies.ts";
import { aboutOf, topicsOf } from "./statements.ts";

export type OpenCue = Omit<ResponseLink, "id">;

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

/** The claims with `about` and `responseTo` filled where reading left them open. */
export function attachClaims(input: AttachInput): Claim[] {
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
  let running: string | undefined;
  return claims.map((claim) => {
    if (isAction(claim.type)) return { ...claim, responseTo: repliesOf(claim, replies, openCues, settings) };
    const context = { document, claims, topicOf, running, gazetteer };
    const about =
      claim.about.length > 0
        ? claim.about
        : [
            aboutOf(claim, context, { weights: settings.weights.about, threshold: settings.attachStatement })
              ?.id ?? [],
          ].flat();
    running = topicOf.get(about[0] ?? "")?.id ?? running;
    return { ...claim, about };
  });
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
