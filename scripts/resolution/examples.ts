/** Annotated reports → training examples of the four questions of resolution. */
import { type Claim, isAction } from "../../src/ontology/index.ts";
import { dayNumber } from "../../src/resolution/days.ts";
import { linkEntities } from "../../src/resolution/entities/link.ts";
import { type Account, accountOf, mergeAccounts } from "../../src/resolution/events/account.ts";
import { accountPairs, weighAcross } from "../../src/resolution/events/across.ts";
import { toldOneByOne } from "../../src/resolution/events/one-by-one.ts";
import type { Weights } from "../../src/resolution/events/score.ts";
import { newnessLevels, threadDocument, weighWithin } from "../../src/resolution/events/threads.ts";
import { Gazetteer } from "../../src/resolution/gazetteer.ts";
import { type ReplyContext, weighReply } from "../../src/resolution/links/replies.ts";
import {
  type AboutContext,
  candidatesOf,
  topicsOf,
  weighAbout,
} from "../../src/resolution/links/statements.ts";
import { DEFAULT_SETTINGS } from "../../src/resolution/settings.ts";
import type { GoldClaim, GoldInput } from "../gold-extraction.ts";
import { type Choice, type Example, fitChoices } from "../logistic.ts";
import { EXPECTED_WITHIN, RIDGE } from "./priors.ts";

/**
 * Sets that say how claims of a report, and reports of an event, meet. With weights of these two questions fitted on all
 * sets, fewer reports meet wrongly and as many more are missed (docs/decisions/0004-event-resolution.md); which act a
 * statement speaks of and what an act answers gain from every set.
 */
const MEETINGS: readonly string[] = ["seeds", "levant", "sahel"];

type Levels = readonly (readonly [string, { readonly level: string }])[];
const names = (levels: Levels): string[] => levels.map(([evidence, { level }]) => `${evidence}: ${level}`);

/** A report with its gold events. */
interface Report {
  readonly document: GoldInput["documents"][number];
  readonly claims: readonly Claim[];
  readonly actions: readonly Claim[];
  readonly goldOf: (claim: Claim) => GoldClaim;
  readonly eventOf: (claim: Claim) => string;
}

/** The reports of a gold file with their entities linked, and the gold event of each claim. */
export class GoldSet {
  readonly gazetteer: Gazetteer;
  readonly reports: readonly Report[];
  readonly #eventOfGold = new Map<string, string>();

  constructor(input: GoldInput) {
    const { reports, entities } = linkEntities({
      documents: new Map(input.documents.map((document) => [document.id, document])),
      extractions: input.extractions,
      packs: input.packs,
      decisions: [],
      unsureMargin: DEFAULT_SETTINGS.unsureMargin,
      extractor: { name: "gold", version: "1" },
    });
    this.gazetteer = new Gazetteer(entities, input.packs);
    for (const event of input.gold.events)
      for (const claim of event.claims) this.#eventOfGold.set(claim, event.id);
    const goldClaims = new Map(input.gold.claims.map((claim) => [claim.id, claim]));
    this.reports = reports.map(({ document, linked: { claims } }): Report => {
      const goldOf = (claim: Claim): GoldClaim => goldClaims.get(input.goldIdOf(claim.id)) as GoldClaim;
      return {
        document: input.documents.find(({ id }) => id === document) as Report["document"],
        claims,
        actions: claims.filter(({ type }) => isAction(type)),
        goldOf,
        eventOf: (claim) => this.eventOfGold(goldOf(claim).id),
      };
    });
  }

  /** The gold event of a gold claim; a statement stands for itself. */
  eventOfGold(id: string): string {
    return this.#eventOfGold.get(id) ?? id;
  }
}

/** One choice a claim: the accounts before it in its report, or a new one (last). */
function withinChoices({ reports, gazetteer }: GoldSet): Choice[] {
  const choices: Choice[] = [];
  for (const { document, actions, eventOf } of reports) {
    const accounts: Account[] = [];
    const events: string[] = [];
    for (const claim of actions) {
      const single = accountOf(claim, dayNumber(document.published), gazetteer);
      const event = eventOf(claim);
      const family = accounts.filter((account) => account.family === single.family);
      const right = accounts.findIndex(
        (account, at) => events[at] === event && account.family === single.family,
      );
      if (family.length > 0) {
        const candidates = family.map((account) =>
          names(weighWithin(single, account, accounts, document, gazetteer, {}).levels),
        );
        candidates.push(names(newnessLevels(single, family, gazetteer)));
        choices.push({
          candidates,
          right: right < 0 ? family.length : family.indexOf(accounts[right] as Account),
        });
      }
      if (right >= 0) accounts[right] = mergeAccounts([accounts[right] as Account, single]);
      else {
        accounts.push(single);
        events.push(event);
      }
    }
  }
  return choices;
}

/** Pairs of accounts as the first step gives them, right where most of their claims are of one gold event. */
function acrossExamples({ reports, gazetteer }: GoldSet, weights: Weights): Example[] {
  const accounts: Account[] = [];
  const events: string[] = [];
  for (const { document, actions, eventOf } of reports)
    for (const account of threadDocument(actions, document, gazetteer, { weights, threshold: 0 })) {
      const votes = new Map<string, number>();
      for (const claim of account.claims) votes.set(eventOf(claim), (votes.get(eventOf(claim)) ?? 0) + 1);
      accounts.push(account);
      events.push([...votes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "");
    }
  const pairs = accountPairs(accounts, gazetteer, DEFAULT_SETTINGS);
  const oneByOne = toldOneByOne(accounts, pairs, gazetteer);
  return pairs.map(([a, b]) => {
    const [x, y] = [accounts[a] as Account, accounts[b] as Account];
    return {
      features: names(weighAcross(x, y, gazetteer, {}, oneByOne(a, b)).levels),
      label: events[a] === events[b],
    };
  });
}

/** One choice a statement that is about an act: the acts it could speak of. */
export function aboutChoices(set: GoldSet): Choice[] {
  const choices: Choice[] = [];
  for (const { document, claims, actions, goldOf, eventOf } of set.reports) {
    const topicOf = topicsOf(document, actions, eventOf);
    let running: string | undefined;
    for (const statement of claims.filter(({ type }) => !isAction(type))) {
      const about = goldOf(statement).about ?? [];
      const events = new Set(about.map((id) => set.eventOfGold(id)));
      const context: AboutContext = { document, claims, topicOf, running, gazetteer: set.gazetteer };
      const candidates = candidatesOf(statement, context);
      const exact = candidates.findIndex((claim) => about.includes(goldOf(claim).id));
      const right = exact >= 0 ? exact : candidates.findIndex((claim) => events.has(eventOf(claim)));
      if (right < 0) continue;
      choices.push({
        candidates: candidates.map((act) => names(weighAbout(statement, act, context, {}).levels)),
        right,
      });
      running = topicOf.get(candidates[right]?.id ?? "")?.id ?? running;
    }
  }
  return choices;
}

/** One choice a retaliation that answers an act of its report: the acts it could answer. */
export function replyChoices({ reports, gazetteer }: GoldSet): Choice[] {
  const siblings = new Map<string, Claim[]>();
  for (const { actions, eventOf } of reports)
    for (const claim of actions)
      siblings.set(eventOf(claim), [...(siblings.get(eventOf(claim)) ?? []), claim]);
  const choices: Choice[] = [];
  for (const { document, actions, goldOf, eventOf } of reports) {
    const topicOf = topicsOf(document, actions, eventOf);
    for (const answer of actions.filter(({ type }) => type === "retaliation")) {
      const answered = goldOf(answer).response_to ?? [];
      const candidates = actions.filter((claim) => eventOf(claim) !== eventOf(answer));
      const right = candidates.findIndex((claim) => answered.includes(goldOf(claim).id));
      if (right < 0) continue;
      const siblingsOf = (claim: Claim): readonly Claim[] => siblings.get(eventOf(claim)) ?? [];
      const context: ReplyContext = { document, actions, eventOf, topicOf, siblingsOf, gazetteer };
      choices.push({
        candidates: candidates.map((claim) => names(weighReply(answer, claim, context, {}).levels)),
        right,
      });
    }
  }
  return choices;
}

/** What of one gold set the fits are made on: read once, whatever is left out. */
export interface TrainingExamples {
  /** Of a set that says how reports meet; empty in others. */
  readonly within: readonly Choice[];
  /** Of accounts as they are threaded by weights that have not seen this set. */
  readonly across: readonly Example[];
  readonly about: readonly Choice[];
  readonly reply: readonly Choice[];
}

/** The training examples of each set, in the order of the sets. */
export function trainingExamplesOf(sets: ReadonlyMap<string, GoldSet>): TrainingExamples[] {
  const within = new Map(
    [...sets].flatMap(([name, set]) =>
      MEETINGS.includes(name) ? [[name, withinChoices(set)] as const] : [],
    ),
  );
  return [...sets].map(([name, set]) => {
    const others = [...within].flatMap(([other, choices]) =>
      other === name && within.size > 1 ? [] : choices,
    );
    const meets = within.has(name);
    return {
      within: within.get(name) ?? [],
      across: meets
        ? acrossExamples(set, Object.fromEntries(fitChoices(others, RIDGE, EXPECTED_WITHIN)))
        : [],
      about: aboutChoices(set),
      reply: replyChoices(set),
    };
  });
}
