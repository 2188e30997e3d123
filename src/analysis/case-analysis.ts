/** Everything that a report says of a case, as figures: no words, no layout. */
import { buildGraph, type EventGraph, withoutSources } from "../graph/index.ts";
import { type CaseRecords, type ClaimType, CLAIM_TYPES, familyOf } from "../ontology/index.ts";
import { compareBy, RiposteError, slug, sortedUnique } from "../shared/index.ts";
import { measureNetwork, type MeasureOptions, type NetworkMeasures } from "./network-measures.ts";
import { type ContestedField, contestedFields } from "./outlets/contested.ts";
import { compareOutlets, type OutletComparison } from "./outlets/coverage.ts";
import { type EntityNaming, namingOf } from "./outlets/naming.ts";
import { outletNames } from "./outlets/outlets.ts";
import { project, type Projection, type ProjectionOptions } from "./projection.ts";
import { type Ranking, RANKINGS, rankingOf, ranksOf } from "./rankings.ts";
import { type LeftOutOutlet, leaveOneOut } from "./robustness/leave-one-out.ts";
import { type RankInterval, rankIntervals } from "./robustness/resampling.ts";
import { TIES_TRIED, type TieLoss, tieLosses } from "./robustness/why-central.ts";
import { type Activity, activityOf, pairsWithin } from "./time/activity.ts";
import { type Chain, chainsOf } from "./time/chains.ts";
import { type Happening, happeningsOf } from "./time/happenings.ts";
import { type Lull, lullsOf } from "./time/lulls.ts";
import {
  delaysByPair,
  type DelaySummary,
  type PairDelays,
  type Reply,
  repliesOf,
  summarizeDelays,
} from "./time/replies.ts";

export interface AnalysisOptions extends ProjectionOptions, MeasureOptions {
  /** Outlets whose reports are left out from the start. */
  readonly without?: readonly string[];
  /** Go-betweens for which it is asked what their rank hangs on. Default 8. */
  readonly explained?: number;
  /** Times that outlets are resampled, where the network is small enough. Default 400. */
  readonly resamples?: number;
}

/** Rankings whose ranks are tried without each outlet and with resampled ones. */
export const TRIED_RANKINGS = ["activity", "between"] as const satisfies readonly Ranking[];

export interface CaseAnalysis {
  readonly records: CaseRecords;
  readonly graph: EventGraph;
  readonly projection: Projection;
  readonly measures: NetworkMeasures;
  readonly values: Readonly<Record<Ranking, Float64Array>>;
  readonly ranks: Readonly<Record<Ranking, Uint32Array>>;
  /** Node numbers, most active first, equal ones by betweenness, then id. */
  readonly order: readonly number[];
  readonly robustness: {
    readonly leftOut: readonly LeftOutOutlet[];
    /** Outlets that were not tried, because there are too many. */
    readonly outletsNotTried: number;
    readonly intervals: Partial<Record<Ranking, ReadonlyMap<string, RankInterval>>> | undefined;
    readonly resamples: number;
    /** By entity id, for those through whom most ways run. */
    readonly ties: ReadonlyMap<string, readonly TieLoss[]>;
  };
  readonly time: {
    readonly happenings: readonly Happening[];
    readonly activity: Activity;
    readonly replies: readonly Reply[];
    readonly delays: DelaySummary | undefined;
    readonly delaysByPair: readonly PairDelays[];
    readonly chains: readonly Chain[];
    readonly lulls: readonly Lull[];
  };
  readonly outlets: OutletComparison & {
    readonly contested: readonly ContestedField[];
    readonly naming: readonly EntityNaming[];
    readonly citations: Projection;
  };
}

/** Elementary steps (arcs walked) that trying many changed networks may take: some ten seconds. */
const STEP_BUDGET = 3e9;
/** What building the graph anew costs for each event, and a network with other weights for each edge, in such steps. */
const STEPS_TO_BUILD_EVENT = 20_000;
const STEPS_TO_REWEIGH_EDGE = 500;
const COVERAGE = 0.9;
const MAX_OUTLETS = 24;

/**
 * @throws {RiposteError} `analysis/bad-projection` for options that `project` refuses, or an outlet in `without` that
 *   published nothing in the case
 */
export function analyzeCase(whole: CaseRecords, options: AnalysisOptions): CaseAnalysis {
  const { records, graph, projection } = projectCase(whole, options);
  const measures = measureNetwork(projection.graph, options);
  const values = byRanking((ranking) => rankingOf(ranking, measures.nodes));
  const ranks = byRanking((ranking) => ranksOf(values[ranking]));
  const order = projection.nodes
    .map((_, v) => v)
    .sort(
      compareBy(
        (v) => ranks.activity[v] ?? 0,
        (v) => ranks.between[v] ?? 0,
        (v) => v,
      ),
    );
  const happenings = happeningsOf(records, { ...options, ...typesOfTime(options) });
  const replies = repliesOf(happenings);
  return {
    records,
    graph,
    projection,
    measures,
    values,
    ranks,
    order,
    robustness: robustnessOf(records, projection, goBetweens(values.between), options),
    time: {
      happenings,
      activity: activityOf(happenings, pairsWithin(graph, options)),
      replies,
      delays: summarizeDelays(replies),
      delaysByPair: delaysByPair(replies),
      chains: chainsOf(replies),
      lulls: lullsOf(happenings),
    },
    outlets: {
      ...compareOutlets(records, happenings),
      contested: contestedFields(happenings),
      naming: namingOf(records),
      citations: project(graph, { ...options, name: "sources", weight: "events" }),
    },
  };
}

/**
 * The network that `analyzeCase` measures, for another program to measure it first (`AnalysisOptions.given`).
 * @throws as `analyzeCase`
 */
export function projectCase(
  whole: CaseRecords,
  options: AnalysisOptions,
): Pick<CaseAnalysis, "records" | "graph" | "projection"> {
  const records = options.without?.length ? withoutOutlets(whole, options.without) : whole;
  const graph = buildGraph(records);
  return { records, graph, projection: project(graph, options) };
}

function robustnessOf(
  records: CaseRecords,
  projection: Projection,
  between: readonly number[],
  options: AnalysisOptions,
): CaseAnalysis["robustness"] {
  const { explained = 8, resamples = 400, seed = 1 } = options;
  const { nodes, graph, edges } = projection;
  const searches = nodes.length * graph.targets.length;
  const outlets = new Set(records.documents.flatMap(({ publisher }) => publisher ?? [])).size;
  const affordable = (stepsEach: number) => Math.floor(STEP_BUDGET / (searches + stepsEach + 1));
  const tried = Math.min(MAX_OUTLETS, affordable(records.events.length * STEPS_TO_BUILD_EVENT));
  const draws = Math.min(resamples, affordable(edges.flat().length * STEPS_TO_REWEIGH_EDGE));
  const leftOut = leaveOneOut(records, options, TRIED_RANKINGS, tried);
  // Fewer draws than this give no interval worth the name.
  const enoughDraws = draws >= 100;
  return {
    leftOut,
    outletsNotTried: outlets < 2 ? 0 : outlets - leftOut.length,
    intervals: enoughDraws
      ? rankIntervals(projection, TRIED_RANKINGS, {
          outletOf: outletNames(records.documents),
          resamples: draws,
          seed,
          coverage: COVERAGE,
        })
      : undefined,
    resamples: enoughDraws ? draws : 0,
    ties: new Map(
      affordable(0) < explained * TIES_TRIED
        ? []
        : between.slice(0, explained).flatMap((v) => {
            const id = projection.nodes[v]?.id;
            return id === undefined ? [] : [[id, tieLosses(projection, "between", id)] as const];
          }),
    ),
  };
}

/** Nodes that lie on any shortest way between others, most first. */
function goBetweens(values: Float64Array): number[] {
  return Array.from(values.keys())
    .filter((v) => (values[v] ?? 0) > 0)
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
}

/** The acts that analyses in time read: those of the projection where it counts acts, else all. */
function typesOfTime({ name, types }: AnalysisOptions): { types?: readonly ClaimType[] } {
  if (name !== "attacks" && name !== "retaliations") return types ? { types } : {};
  const attacks = CLAIM_TYPES.filter((type) => familyOf(type) === familyOf("attack"));
  return { types: types ? attacks.filter((type) => types.includes(type)) : attacks };
}

function withoutOutlets(records: CaseRecords, names: readonly string[]): CaseRecords {
  const known = sortedUnique(records.documents.flatMap(({ publisher }) => publisher ?? []));
  const unknown = names.find((name) => !known.some((each) => slug(each) === slug(name)));
  if (unknown !== undefined) {
    throw new RiposteError(
      "analysis/bad-projection",
      `no report was published by ${unknown}; there are ${known.join(", ") || "no outlets in this case"}`,
    );
  }
  return withoutSources(records, names);
}

function byRanking<T>(valueOf: (ranking: Ranking) => T): Record<Ranking, T> {
  return Object.fromEntries(RANKINGS.map((ranking) => [ranking, valueOf(ranking)])) as Record<Ranking, T>;
}
