/**
 * Fits the weights of resolution on gold: `npx tsx scripts/fit-resolution.ts > src/resolution/weights.ts`, then format.
 *
 * Four small models, each a sum of weights of named evidence levels, fitted with a Gaussian prior around what the
 * field would expect (below): with some hundred examples, evidence that gold shows twice must not outweigh sense.
 * `--cross-validate` prints instead the figures of each theatre with weights fitted on the others, as
 * docs/decisions/0004-event-resolution.md gives them.
 */
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Claim, isAction } from "../src/ontology/index.ts";
import { dayNumber } from "../src/resolution/days.ts";
import { linkEntities } from "../src/resolution/entities/link.ts";
import { type Account, accountOf, mergeAccounts } from "../src/resolution/events/account.ts";
import { accountPairs, weighAcross } from "../src/resolution/events/across.ts";
import { toldOneByOne } from "../src/resolution/events/one-by-one.ts";
import type { Weights } from "../src/resolution/events/score.ts";
import { newnessLevels, threadDocument, weighWithin } from "../src/resolution/events/threads.ts";
import { Gazetteer } from "../src/resolution/gazetteer.ts";
import { type ReplyContext, weighReply } from "../src/resolution/links/replies.ts";
import { type AboutContext, candidatesOf, topicsOf, weighAbout } from "../src/resolution/links/statements.ts";
import { DEFAULT_SETTINGS, type ResolutionWeights } from "../src/resolution/settings.ts";
import { EVALUATION_SETS } from "./evaluate.ts";
import { type Figures, figuresLine, GOLD_FILES, measure, PACKS } from "./evaluate-resolution.ts";
import { type GoldClaim, type GoldInput, readGold } from "./gold-extraction.ts";
import { type Choice, type Example, fitChoices, fitLogistic } from "./logistic.ts";

/** Gold files that are only measured. */
const UNSEEN: readonly string[] = EVALUATION_SETS.filter(({ use }) => use === "unseen").map(
  ({ name }) => name,
);
/** Gold files in which reports meet, and that may be fitted on. */
const FITTED_ON: readonly GoldFile[] = Object.entries(GOLD_FILES).flatMap(([name, path]) =>
  UNSEEN.includes(name) ? [] : [{ name, path }],
);
/** Reports of their own each, which say nothing on how reports meet, but much on statements and answers. */
const SINGLE_REPORTS: readonly GoldFile[] = EVALUATION_SETS.flatMap(({ name, gold, learnedFrom }) =>
  learnedFrom && !Object.hasOwn(GOLD_FILES, name) ? [{ name, path: gold }] : [],
);

/**
 * Sets that say how claims of a report, and reports of an event, meet. With weights of these two questions fitted on all
 * sets, fewer reports meet wrongly and as many more are missed (docs/decisions/0004-event-resolution.md); which act a
 * statement speaks of and what an act answers gain from every set.
 */
const MEETINGS: readonly string[] = ["seeds", "levant", "sahel"];

interface GoldFile {
  readonly name: string;
  readonly path: string;
}
/** Pull of the prior: the weight of evidence that this many even observations give. */
const RIDGE = 3;

const EXPECTED_WITHIN: Weights = {
  "time: same-day": 1,
  "time: touching": -1,
  "time: next-day": -1,
  "time: near": -2.5,
  "time: apart": -4,
  "time: next-day, looking back": -1,
  "time: near, looking back": -2.5,
  "time: apart, looking back": -4,
  "extent: moment-and-series": -2,
  "place: same-site": 1,
  "place: same-place": 1,
  "place: apart": -2,
  "place: elsewhere": -3,
  "place: far": -6,
  "place named: new": 1,
  "place named: beside": 0.3,
  "place named: none": -1,
  "day given: new": 1,
  "told as: unreal, undated": 1,
  "individual named: new": 1,
  "place: one-of-several": -0.5,
  "target: same-individual": 1,
  "target: different-individuals": -1.5,
  "weapon: different": -1,
  "subtype: same": 1,
  "subtype: different": -1.5,
  "death: same": 3,
  "reality: one-real": -1,
  "reversed: yes": -3,
};

const EXPECTED_ACROSS: Weights = {
  "time: same-day": 1.5,
  "time: touching": -3,
  "time: next-day": -4.5,
  "time: near": -6,
  "time: apart": -8,
  "time: next-day, looking back": -2,
  "time: near, looking back": -4,
  "time: apart, looking back": -7,
  "extent: moment-and-series": -1,
  "place: same-site": 1.5,
  "place: same-place": 1,
  "place: apart": -2,
  "place: elsewhere": -4,
  "place: far": -6,
  "place: one-of-several": -0.5,
  "target: same-individual": 1,
  "target: different-individuals": -1.5,
  "weapon: different": -1,
  "subtype: same": 1,
  "subtype: different": -1.5,
  "death: same": 4,
  "reality: one-real": -1,
  "reality: neither-real": -1,
  "told site by site: yes": -6,
  "reversed: yes": -3,
  "counts: equal": 1,
  "particulars: none": -2,
  "particulars: several": 1,
  "wording: most": 1,
};

/** Not fitted: what the reading of one report left apart is brought together by other reports alone, where all agree. */
const SET_ACROSS: Weights = { "report: same": -9 };

const EXPECTED_ABOUT: Weights = {
  "position: overlapping": 2,
  "position: same sentence before": 1.5,
  "cited for it: same": 1.5,
  "running topic: same": 1,
  "weight in report: most told": 1,
  "opening: yes": 0.5,
  "spoken of is doer: same": 1,
  "spoken of is doer: same side": 0.7,
  "names it again: yes": 1,
  "only thought of: elsewhere": -1.5,
  "title: named and told": 0.5,
  "words in common: many": 0.5,
  "kind: deny, accuse": 0.5,
  "kind: comment, attack": 1,
  "reality: comment, unreal": -1,
  "reality: own, unreal": -1.5,
  "reality: confirm, unreal": -1.5,
  "reality: accuse, unreal": -1,
  "reality: deny, unreal": -0.5,
  "speaker: own, doer": 1.5,
  "speaker: own, neither": -1,
  "speaker: own, target": -2,
  "speaker: accuse, doer": -2,
};

const EXPECTED_REPLY: Weights = {
  "delay: later": -4,
  "same author: yes": -3,
  "answerer was hit: yes": 1.5,
  "hits the author: yes": 1.5,
  "reality: unreal": -3,
  "family: other": -2,
  "loss: killed": 0.5,
  "topic: expected, opens the report": 1,
  "topic: expected, told by the way": -0.5,
  "position: overlapping": 2,
  "position: same sentence after": 1.5,
  "position: before, next": 1,
  "position: before, near": 0.3,
};

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

class GoldSet {
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

function aboutChoices(set: GoldSet): Choice[] {
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

function replyChoices({ reports, gazetteer }: GoldSet): Choice[] {
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

/** What of each gold set the fits are made on: read once, whatever is left out. */
interface Lessons {
  /** Of a set that says how reports meet; empty in others. */
  readonly within: readonly Choice[];
  /** Of accounts as they are threaded by weights that have not seen this set. */
  readonly across: readonly Example[];
  readonly about: readonly Choice[];
  readonly reply: readonly Choice[];
}

function lessonsOf(sets: ReadonlyMap<string, GoldSet>): Lessons[] {
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

/** A level that gold never shows keeps the weight expected of it. */
function rounded(expected: Weights, fitted: ReadonlyMap<string, number>): Weights {
  return Object.fromEntries(
    Object.entries({ ...expected, ...Object.fromEntries(fitted) })
      .map(([level, weight]) => [level, Math.round(weight * 10) / 10] as const)
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** @param single  reports of their own each, which say nothing on how reports meet */
function fitWeights(lessons: readonly Lessons[], single: readonly GoldSet[]): ResolutionWeights {
  const within = lessons.flatMap((lesson) => lesson.within);
  const across = lessons.flatMap((lesson) => lesson.across);
  const about = [...lessons.flatMap((lesson) => lesson.about), ...single.flatMap(aboutChoices)];
  const reply = [...lessons.flatMap((lesson) => lesson.reply), ...single.flatMap(replyChoices)];
  return {
    within: rounded(EXPECTED_WITHIN, fitChoices(within, RIDGE, EXPECTED_WITHIN)),
    across: { ...rounded(EXPECTED_ACROSS, fitLogistic(across, RIDGE, EXPECTED_ACROSS)), ...SET_ACROSS },
    about: rounded(EXPECTED_ABOUT, fitChoices(about, RIDGE, EXPECTED_ABOUT)),
    reply: rounded(EXPECTED_REPLY, fitChoices(reply, RIDGE, EXPECTED_REPLY)),
  };
}

function table(name: string, comment: string, weights: Weights): string {
  const rows = Object.entries(weights).map(([level, weight]) => `  ${JSON.stringify(level)}: ${weight},`);
  return `/** ${comment} */\nexport const ${name}: Weights = {\n${rows.join("\n")}\n};\n`;
}

/** The text of src/resolution/weights.ts. */
function moduleOf({ within, across, about, reply }: ResolutionWeights): string {
  return [
    `/**
 * Weights of evidence, in log odds: made by scripts/fit-resolution.ts, rounded to a tenth. A level that is not
 * listed weighs nothing. How they were fitted and checked: docs/decisions/0004-event-resolution.md.
 */
import type { Weights } from "./events/score.ts";
`,
    table("WITHIN_WEIGHTS", "Whether a claim joins an earlier account of its report, or opens one.", within),
    table("ACROSS_WEIGHTS", "Whether two accounts are of one happening.", across),
    table("ABOUT_WEIGHTS", "Which act a statement speaks of.", about),
    table("REPLY_WEIGHTS", "Which act a retaliation answers.", reply),
  ].join("\n");
}

/** Each theatre measured with weights that were fitted on the others, their mean, and the unseen ones with all. */
function crossValidate(
  theatres: readonly string[],
  lessons: readonly Lessons[],
  single: readonly GoldSet[],
): void {
  const measured = theatres.map((name, left) => {
    const others = lessons.filter((_, at) => at !== left);
    const figures = measure(name, GOLD_FILES[name] ?? "", { weights: fitWeights(others, single) });
    process.stdout.write(`${figuresLine(name, figures)}\n`);
    return figures;
  });
  process.stdout.write(`${figuresLine("mean", meanOf(measured))}\n`);
  const weights = fitWeights(lessons, single);
  for (const name of UNSEEN) {
    const path = GOLD_FILES[name] ?? "";
    if (existsSync(path)) process.stdout.write(`${figuresLine(name, measure(name, path, { weights }))}\n`);
  }
}

function meanOf(measured: readonly Figures[]): Figures {
  const mean = (pick: (figures: Figures) => number): number =>
    measured.reduce((sum, figures) => sum + pick(figures), 0) / measured.length;
  return {
    events: mean(({ events }) => events),
    crossdocPrecision: mean(({ crossdocPrecision }) => crossdocPrecision),
    crossdocRecall: mean(({ crossdocRecall }) => crossdocRecall),
    repliesPrecision: mean(({ repliesPrecision }) => repliesPrecision),
    repliesRecall: mean(({ repliesRecall }) => repliesRecall),
    about: mean(({ about }) => about),
  };
}

function read(files: readonly GoldFile[]): Map<string, GoldSet> {
  return new Map(
    files
      .filter(({ path }) => existsSync(path))
      .map(({ name, path }) => [name, new GoldSet(readGold(path, PACKS))] as const),
  );
}

function main(args: readonly string[]): void {
  const sets = read(FITTED_ON);
  if (sets.size === 0) {
    process.stderr.write("fit-resolution: no gold beside the project; nothing to fit\n");
    process.exitCode = 1;
    return;
  }
  const lessons = lessonsOf(sets);
  const single = [...read(SINGLE_REPORTS).values()];
  if (args.includes("--cross-validate")) crossValidate([...sets.keys()], lessons, single);
  else process.stdout.write(moduleOf(fitWeights(lessons, single)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2));
