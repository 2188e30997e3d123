/**
 * Evidence for and against two accounts being of one happening: one function a kind of evidence, each giving the
 * level that holds. What a level weighs stands in weights.ts; adding evidence is one function, one row and a fit.
 *
 * The form is that of Fellegi and Sunter's record linkage (1969): agreement levels a field, and additive log-odds
 * weights a level. Deviation: the weights come from a logistic regression over all fields, not from m and u
 * probabilities taken as independent.
 */
import type { Quantity } from "../../ontology/index.ts";
import { once } from "../../shared/index.ts";
import { type DaySpan, gapDays } from "../days.ts";
import type { Gazetteer } from "../gazetteer.ts";
import { wordsOf } from "../wording.ts";
import { type Account, COUNT_FIELDS } from "./account.ts";
import { NEAR_KM } from "./scenes.ts";

/** Spans longer than this many days tell a period, not a moment. */
const MOMENT_DAYS = 4;
/** Spans longer than this tell a series of happenings. */
const SERIES_DAYS = 40;
/** A report that comes out more than this many days after a happening tells of it in passing. */
const LOOKING_BACK_DAYS = 5;
const FAR_KM = 60;

export interface Level {
  readonly level: string;
  /** What was compared, for a reader. */
  readonly why?: string;
}

export interface Evidence {
  readonly name: string;
  readonly weigh: (a: Account, b: Account, gazetteer: Gazetteer) => Level;
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => [...a].filter((id) => b.has(id));

function nestedPair(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  gazetteer: Gazetteer,
): string | undefined {
  for (const x of a) for (const y of b) if (gazetteer.nested(x, y)) return `${x} ~ ${y}`;
  return undefined;
}

/** Whether the report of an undated account came out before the other says that it happened. */
function tooEarly(undated: Account, { spans }: Account): boolean {
  const { published, factual } = undated;
  return (
    factual && published !== undefined && spans.length > 0 && spans.every(({ from }) => from > published + 1)
  );
}

function time(a: Account, b: Account): Level {
  if ((a.spans.length === 0 && tooEarly(a, b)) || (b.spans.length === 0 && tooEarly(b, a)))
    return { level: "apart", why: "it had not happened when the report came out" };
  if (a.spans.length === 0 || b.spans.length === 0)
    return { level: a.spans.length === b.spans.length ? "neither-dated" : "one-undated" };
  const [x, y] = [plainest(a), plainest(b)];
  const best = Math.min(...x.spans.flatMap((one) => y.spans.map((other) => gapDays(one, other))));
  const why = `${best} days apart`;
  if (best === 0) {
    if (x.vague || y.vague) return { level: "within-period", why };
    return { level: meetOnlyAtEdge(x.spans, y.spans) ? "touching" : "same-day", why };
  }
  const level = best === 1 ? "next-day" : best <= 3 ? "near" : "apart";
  return { level: looksBack(a) || looksBack(b) ? `${level}, looking back` : level, why };
}

/** Whether its report came out well after: writers err by a day on what they recall, hardly on what is news. */
const looksBack = ({ published, spans }: Account): boolean =>
  published !== undefined && spans.every(({ to }) => published - to > LOOKING_BACK_DAYS);

/** The days of an account that tell a moment; where there are none, its periods. */
function plainest({ spans }: Account): { readonly spans: readonly DaySpan[]; readonly vague: boolean } {
  const moments = spans.filter(({ from, to }) => to - from <= MOMENT_DAYS);
  return moments.length > 0 ? { spans: moments, vague: false } : { spans, vague: true };
}

/** « La nuit de lundi à mardi » and « la nuit de mardi à mercredi » have a day in common and are two nights. */
function meetOnlyAtEdge(a: readonly DaySpan[], b: readonly DaySpan[]): boolean {
  return a.every((x) =>
    b.every((y) => {
      const [first, second] = x.from < y.from ? [x, y] : [y, x];
      return first.from < first.to && first.to === second.from && second.from < second.to;
    }),
  );
}

const isSeries = ({ spans }: Account): boolean =>
  spans.length > 0 && spans.every(({ from, to }) => to - from > SERIES_DAYS);

/** « Une dizaine d'attaques depuis octobre » is a happening of its own, not one of the ten. */
function extent(a: Account, b: Account): Level {
  const series = Number(isSeries(a)) + Number(isSeries(b));
  return { level: series === 0 ? "moments" : series === 1 ? "moment-and-series" : "series" };
}

function place(a: Account, b: Account, gazetteer: Gazetteer): Level {
  if (a.where.size === 0 || b.where.size === 0)
    return { level: a.where.size === b.where.size ? "both-unknown" : "one-unknown" };
  const common = shared(a.where, b.where);
  const [site] = shared(a.sites, b.sites);
  if (site) {
    const more = Math.abs(a.sites.size - b.sites.size) >= SEVERAL_SITES - 1;
    return { level: more ? "one-of-several" : "same-site", why: site };
  }
  const places = common.filter((id) => gazetteer.typeOf(id) === "Place");
  const town = places.find((id) => !gazetteer.isRegion(id));
  if (town) return { level: "same-place", why: town };
  const [specificA, specificB] = [a.specific, b.specific];
  if (places[0]) return { level: "same-region", why: places[0] };
  const nested = nestedPair(specificA, specificB, gazetteer);
  if (nested) return { level: "nested", why: nested };
  let nearest: number | undefined;
  for (const x of specificA)
    for (const y of specificB) {
      const km = gazetteer.distanceKm(x, y);
      if (km !== undefined && (nearest === undefined || km < nearest)) nearest = km;
    }
  if (nearest !== undefined) {
    const why = `${Math.round(nearest)} km apart`;
    if (nearest <= NEAR_KM) return { level: "nested", why };
    if (nearest > FAR_KM) return { level: "far", why };
  }
  if (specificA.size > 0 && specificB.size > 0) {
    const points = [specificA, specificB].map((where) => [...where].find((id) => !gazetteer.isRegion(id)));
    return points[0] && points[1]
      ? { level: "elsewhere", why: `${points[0]} / ${points[1]}` }
      : { level: "apart" };
  }
  const wide = common[0] ?? nestedPair(a.where, b.where, gazetteer);
  return wide ? { level: "same-country", why: wide } : { level: "apart" };
}

/** Sites from which on an account tells a wave of attacks. */
const SEVERAL_SITES = 3;

const SINGULAR = new Set(["Person", "Unit", "Media"]);

function compareActors(a: ReadonlySet<string>, b: ReadonlySet<string>, gazetteer: Gazetteer): Level {
  if (a.size === 0 || b.size === 0) return { level: a.size === b.size ? "both-unnamed" : "one-unnamed" };
  const common = shared(a, b);
  const singular = common.find((id) => SINGULAR.has(gazetteer.typeOf(id) ?? ""));
  if (singular) return { level: "same-individual", why: singular };
  if (common[0]) return { level: "same", why: common[0] };
  const single = (ids: ReadonlySet<string>): boolean =>
    [...ids].some((id) => SINGULAR.has(gazetteer.typeOf(id) ?? ""));
  if (single(a) && single(b)) return { level: "different-individuals" };
  const allied = alliedPair(a, b, gazetteer);
  return allied ? { level: "nested", why: allied } : { level: "different" };
}

const agent = (a: Account, b: Account, gazetteer: Gazetteer): Level =>
  compareActors(a.agents, b.agents, gazetteer);
const target = (a: Account, b: Account, gazetteer: Gazetteer): Level =>
  compareActors(a.targets, b.targets, gazetteer);

/** The first pair that acts for one party. */
function alliedPair(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  gazetteer: Gazetteer,
): string | undefined {
  for (const x of a) for (const y of b) if (gazetteer.sameSide(x, y)) return `${x} ~ ${y}`;
  return undefined;
}

type Agreement = "agree" | "differ" | "unknown";

function agreement(a: ReadonlySet<string>, b: ReadonlySet<string>, gazetteer: Gazetteer): Agreement {
  if (a.size === 0 || b.size === 0) return "unknown";
  return alliedPair(a, b, gazetteer) ? "agree" : "differ";
}

const otherSide = once(({ targets, where }: Account): ReadonlySet<string> => new Set([...targets, ...where]));

/** Doer and other side together: two agreements say more than the sum of each. */
function sides(a: Account, b: Account, gazetteer: Gazetteer): Level {
  return {
    level: `doer ${agreement(a.agents, b.agents, gazetteer)}, other side ${agreement(otherSide(a), otherSide(b), gazetteer)}`,
  };
}

/** One account's doer is the other's victim, or holds what was hit: two acts of an exchange rather than one. */
function reversed(a: Account, b: Account, gazetteer: Gazetteer): Level {
  if (alliedPair(a.agents, b.agents, gazetteer)) return { level: "no" };
  const back = alliedPair(a.agents, victims(b), gazetteer) ?? alliedPair(b.agents, victims(a), gazetteer);
  return back ? { level: "yes", why: back } : { level: "no" };
}

/** Whom it hit: its targets, and the sites among its places. */
const victims = once(({ targets, sites }: Account): ReadonlySet<string> => new Set([...targets, ...sites]));

function compareSets(a: ReadonlySet<string>, b: ReadonlySet<string>): Level {
  if (a.size === 0 || b.size === 0) return { level: a.size === b.size ? "both-unknown" : "one-unknown" };
  const common = shared(a, b)[0];
  return common ? { level: "same", why: common } : { level: "different" };
}

/** Subtypes that reports use for one another: by means of delivery, or by what the act was for. */
const AKIN: readonly ReadonlySet<string>[] = [
  new Set(["airstrike", "drone-strike", "assassination"]),
  new Set(["rocket", "missile", "artillery", "drone-strike"]),
  new Set(["explosive", "suicide-attack", "assassination"]),
  new Set(["armed-assault", "clash", "artillery", "suicide-attack", "abduction"]),
  new Set(["deploy", "reinforce"]),
  new Set(["demonstration", "riot"]),
];

export const akinSubtypes = (a: string, b: string): boolean =>
  AKIN.some((group) => group.has(a) && group.has(b));

function subtype(a: Account, b: Account): Level {
  const level = compareSets(a.subtypes, b.subtypes);
  if (level.level !== "different") return level;
  const akin = [...a.subtypes].some((x) => [...b.subtypes].some((y) => akinSubtypes(x, y)));
  return { level: akin ? "akin" : "different" };
}
const weapon = (a: Account, b: Account): Level => compareSets(a.instruments, b.instruments);

function reality(a: Account, b: Account): Level {
  if (a.factual && b.factual) return { level: "both-real" };
  if (a.factual !== b.factual) return { level: a.denied || b.denied ? "one-denied" : "one-real" };
  return { level: "neither-real" };
}

const top = ({ max }: Quantity): number => max ?? Number.POSITIVE_INFINITY;

/** Whether two counts can both be true of one thing. */
export function countsMeet(a: Quantity, b: Quantity): boolean {
  const slack = a.approximate || b.approximate ? 0.2 : 0;
  return a.min * (1 - slack) <= top(b) && b.min * (1 - slack) <= top(a);
}

const deadly = ({ counts: { killed }, subtypes }: Account): boolean =>
  subtypes.has("assassination") || killed.some(({ min }) => min > 0);

/** Nobody dies twice: two accounts of one person's death are of one happening. */
function death(a: Account, b: Account, gazetteer: Gazetteer): Level {
  const person = shared(a.targets, b.targets).find((id) => gazetteer.typeOf(id) === "Person");
  return person !== undefined && (deadly(a) || deadly(b))
    ? { level: "same", why: person }
    : { level: "none in common" };
}

const PARTICULARS: Readonly<Record<string, readonly string[]>> = {
  time: ["same-day"],
  place: ["same-site", "same-place"],
  target: ["same-individual"],
  counts: ["equal"],
};

/** How many particulars agree: with none, two accounts are alike only in kind. */
export function particulars(levels: readonly (readonly [evidence: string, level: Level])[]): Level {
  let held = 0;
  for (const [evidence, { level }] of levels) if (PARTICULARS[evidence]?.includes(level)) held++;
  return { level: held === 0 ? "none" : held === 1 ? "one" : "several" };
}

function counts(a: Account, b: Account): Level {
  let differ: string | undefined;
  for (const field of COUNT_FIELDS)
    for (const x of a.counts[field])
      for (const y of b.counts[field]) {
        if (x.min === y.min && x.min > 1) return { level: "equal", why: `${field} ${x.text}` };
        if (!countsMeet(x, y)) differ ??= `${field}: ${x.text} / ${y.text}`;
      }
  return differ ? { level: "differ", why: differ } : { level: "no-common" };
}

function source(a: Account, b: Account): Level {
  return compareSets(a.sources, b.sources);
}

/** Words of four letters and more in which it is told. */
const toldIn = once(
  ({ claims }: Account): ReadonlySet<string> =>
    new Set(claims.flatMap(({ evidence }) => [...wordsOf(evidence)])),
);

function wording(a: Account, b: Account): Level {
  const [x, y] = [toldIn(a), toldIn(b)];
  const share = shared(x, y).length / (Math.min(x.size, y.size) || 1);
  return { level: share >= 0.6 ? "most" : share >= 0.3 ? "much" : share >= 0.12 ? "some" : "little" };
}

/** Evidence between any two accounts of one family. */
export const COMMON_EVIDENCE: readonly Evidence[] = [
  { name: "time", weigh: time },
  { name: "extent", weigh: extent },
  { name: "place", weigh: place },
  { name: "target", weigh: target },
  { name: "sides", weigh: sides },
  { name: "reversed", weigh: reversed },
  { name: "subtype", weigh: subtype },
  { name: "weapon", weigh: weapon },
  { name: "reality", weigh: reality },
  { name: "death", weigh: death },
  { name: "source", weigh: source },
];

/** Evidence between reports only: within one, the same writer chooses words and corrects figures. */
export const ACROSS_EVIDENCE: readonly Evidence[] = [
  ...COMMON_EVIDENCE,
  { name: "agent", weigh: agent },
  { name: "counts", weigh: counts },
  { name: "wording", weigh: wording },
];
