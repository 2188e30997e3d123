/** All reports together: entities, events, values, links. One pure function of its input. */
import type { SourceDocument } from "../documents/index.ts";
import {
  type Claim,
  type ConflictEvent,
  isAction,
  type Relation,
  type ResponseLink,
} from "../ontology/index.ts";
import { compareBy, sortedUnique } from "../shared/index.ts";
import { claimsOf, inTextOrder } from "./claims.ts";
import { dayNumber } from "./days.ts";
import { linkEntities } from "./entities/link.ts";
import type { Account } from "./events/account.ts";
import { accountPairs, weighAcross } from "./events/across.ts";
import { clusterAccounts } from "./events/cluster.ts";
import { byReport, eventIdOf, eventOf } from "./events/record.ts";
import { threadDocument } from "./events/threads.ts";
import { sourceKeysOf } from "./fields/independence.ts";
import { Gazetteer } from "./gazetteer.ts";
import { answeredBy } from "./links/replies.ts";
import { aboutOf, topicsOf } from "./links/statements.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";
import type { Resolution, ResolveInput } from "./types.ts";
import { ABOUT_WEIGHTS, ACROSS_WEIGHTS, REPLY_WEIGHTS, WITHIN_WEIGHTS } from "./weights.ts";

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

export function resolve(input: ResolveInput): Resolution {
  const settings = { ...DEFAULT_SETTINGS, ...input.settings };
  const extractor = input.extractor ?? { name: "unknown", version: "0" };
  const documents = [...input.documents].sort(compareBy((document) => document.id));
  const documentById = new Map(documents.map((document) => [document.id, document]));
  const extractions = [...input.extractions]
    .filter(({ document }) => documentById.has(document))
    .sort(compareBy(({ document }) => document));
  const { link, entities } = linkEntities(extractions, input.packs);
  const gazetteer = new Gazetteer(entities, input.packs);
  const drafted = extractions.map((extraction) => claimsOf(extraction, link, extractor));
  const claims = drafted.flatMap((each) => each.claims).sort(inTextOrder);
  const openCues = new Map(drafted.flatMap((each) => [...each.openCues]));
  const claimsByDocument = groupBy(claims, (claim) => claim.document);

  const accounts: Account[] = [];
  for (const [id, own] of claimsByDocument)
    accounts.push(
      ...threadDocument(
        own.filter(({ type }) => isAction(type)),
        documentById.get(id) as SourceDocument,
        gazetteer,
        {
          weights: WITHIN_WEIGHTS,
          threshold: settings.joinWithinDocument,
        },
      ),
    );
  const pairs = accountPairs(accounts, gazetteer, settings).map(([a, b]) => ({
    a,
    b,
    score: weighAcross(accounts[a] as Account, accounts[b] as Account, gazetteer, ACROSS_WEIGHTS).score,
  }));
  const clusters = clusterAccounts(accounts.length, pairs, {
    threshold: settings.joinAcrossDocuments,
    missing: settings.missingScore,
  });
  const inReportOrder = byReport(new Map(documents.map(({ id, published }) => [id, published])));
  const groups = clusters.map((cluster) =>
    cluster.flatMap((at) => (accounts[at] as Account).claims).sort(inReportOrder),
  );
  const groupOf = new Map(groups.flatMap((group) => group.map((claim) => [claim.id, group] as const)));
  const eventIdOfClaim = (id: string): string | undefined => {
    const first = groupOf.get(id)?.[0];
    return first && eventIdOf(first);
  };

  const finished = new Map<string, Claim>();
  for (const [id, own] of claimsByDocument) {
    const document = documentById.get(id) as SourceDocument;
    const actions = own.filter(({ type }) => isAction(type));
    const topicOf = topicsOf(actions, ({ id: of }) => eventIdOfClaim(of) ?? of);
    let running: string | undefined;
    for (const claim of own) {
      if (isAction(claim.type)) {
        finished.set(claim.id, { ...claim, responseTo: replies(claim, document, actions) });
        continue;
      }
      const context = { document, claims: own, topicOf, running, gazetteer };
      const found = aboutOf(claim, context, { weights: ABOUT_WEIGHTS, threshold: settings.attachStatement });
      const about = claim.about.length > 0 ? claim.about : found ? [found.id] : [];
      running = topicOf.get(about[0] ?? "")?.id ?? running;
      finished.set(claim.id, { ...claim, about });
    }
  }
  function replies(claim: Claim, document: SourceDocument, actions: readonly Claim[]): ResponseLink[] {
    const cues = openCues.get(claim.id);
    if (claim.responseTo.length > 0 || (claim.type !== "retaliation" && !cues)) return claim.responseTo;
    const found = answeredBy(
      claim,
      {
        document,
        actions,
        eventOf: ({ id }) => eventIdOfClaim(id) ?? id,
        siblingsOf: ({ id }) => groupOf.get(id) ?? [],
        gazetteer,
      },
      { weights: REPLY_WEIGHTS, threshold: settings.attachReply },
    );
    if (!found) return [];
    const confidence = Math.round((1 / (1 + Math.exp(-found.score))) * 1000) / 1000;
    return [
      { id: found.claim.id, ...(cues?.[0] ?? { evidence: claim.evidence, claim: claim.id }), confidence },
    ];
  }

  const all = claims.map((claim) => finished.get(claim.id) ?? claim);
  const byId = new Map(all.map((claim) => [claim.id, claim]));
  const statementsOn = new Map<string, Claim[]>();
  for (const statement of all) {
    if (isAction(statement.type)) continue;
    for (const event of new Set(statement.about.flatMap((id) => eventIdOfClaim(id) ?? []))) {
      const known = statementsOn.get(event);
      if (known) known.push(statement);
      else statementsOn.set(event, [statement]);
    }
  }
  const keysOf = sourceKeysOf(documents, entities);
  const events = groups
    .map((group) => {
      const own = group.map(({ id }) => byId.get(id) as Claim) as [Claim, ...Claim[]];
      const event = eventOf(own, statementsOn.get(eventIdOf(own[0])) ?? [], keysOf, gazetteer);
      return { ...event, responseTo: eventReplies(own, event.id, eventIdOfClaim) };
    })
    .sort(byTime);
  return {
    claims: all,
    entities,
    events,
    relations: relationsOf(input, extractions, link),
    judgements: [],
    notices: [],
  };
}

const byTime = compareBy<ConflictEvent>(
  ({ time }) => dayNumber(time?.start) ?? Number.POSITIVE_INFINITY,
  ({ id }) => id,
);

/** Links of the claims of an event, lifted to events: one a pair, the most certain. */
function eventReplies(
  claims: readonly Claim[],
  own: string,
  eventIdOfClaim: (id: string) => string | undefined,
): ResponseLink[] {
  const best = new Map<string, ResponseLink>();
  for (const { responseTo } of claims)
    for (const link of responseTo) {
      const id = eventIdOfClaim(link.id);
      if (id === undefined || id === own) continue;
      const known = best.get(id);
      if (known === undefined || (link.confidence ?? 1) > (known.confidence ?? 1))
        best.set(id, { ...link, id });
    }
  return [...best.values()].sort(compareBy(({ id }) => id));
}

function relationsOf(
  { packs }: ResolveInput,
  extractions: ResolveInput["extractions"],
  link: ReturnType<typeof linkEntities>["link"],
): Relation[] {
  const relations = new Map<string, Relation>();
  for (const { subject, type, object, from, to, pack } of packs.relations) {
    const id = `rel:${subject}:${type}:${object}`;
    relations.set(id, {
      id,
      subject,
      type,
      object,
      pack,
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      confidence: 1,
    });
  }
  for (const { document, extraction } of extractions)
    for (const { subject, type, object, evidence, confidence } of extraction.relations) {
      const [from, to] = [link(subject, document, "agent"), link(object, document, "target")];
      if (from === undefined || to === undefined) continue;
      const id = `rel:${from}:${type}:${to}:${document}`;
      if (!relations.has(id))
        relations.set(id, { id, subject: from, type, object: to, document, evidence, confidence });
    }
  return sortedUnique(relations.keys()).map((id) => relations.get(id) as Relation);
}
