/** How sure a rank is, given which outlets the case happens to hold: intervals by resampling them. */
import type { GraphEdge } from "../../graph/index.ts";
import { type Projection, reweighted } from "../projection.ts";
import { Random } from "../random.ts";
import { computeRanking, type Ranking, ranksOf } from "../rankings.ts";

export interface RankInterval {
  readonly low: number;
  readonly high: number;
}

export interface ResamplingOptions {
  /** Outlet of each document. */
  readonly outletOf: (document: string) => string;
  readonly resamples: number;
  readonly seed: number;
  /** Share of resamples that an interval holds. */
  readonly coverage: number;
}

/**
 * For each entity, the ranks between which it falls in `coverage` of the resamples, by ranking.
 *
 * The bootstrap of Efron 1979 with outlets as units: as many outlets as the case has are drawn with replacement, and
 * each edge weighs the mean number of times that its outlets were drawn, which is 1 on average. An entity that a
 * resample loses altogether takes the rank after the last. Undefined below two outlets.
 */
export function rankIntervals(
  projection: Projection,
  rankings: readonly Ranking[],
  { outletOf, resamples, seed, coverage }: ResamplingOptions,
): Partial<Record<Ranking, ReadonlyMap<string, RankInterval>>> | undefined {
  const edges = projection.edges.flat();
  const outletsOf = new Map<GraphEdge, readonly number[]>();
  const numberOf = new Map<string, number>();
  for (const edge of edges) {
    const names = new Set(edge.documents.map(outletOf));
    for (const name of names) if (!numberOf.has(name)) numberOf.set(name, numberOf.size);
    outletsOf.set(
      edge,
      [...names].map((name) => numberOf.get(name) ?? 0),
    );
  }
  if (numberOf.size < 2) return undefined;

  const random = new Random(seed);
  const drawn = rankings.map(
    () => new Map(projection.nodes.map(({ id }) => [id, new Uint32Array(resamples)])),
  );
  for (let resample = 0; resample < resamples; resample++) {
    const times = new Uint32Array(numberOf.size);
    for (let draw = 0; draw < numberOf.size; draw++) times[random.below(numberOf.size)]! += 1;
    const { nodes, graph } = reweighted(projection, (edge) => {
      const outlets = outletsOf.get(edge) ?? [];
      return outlets.reduce((sum, outlet) => sum + (times[outlet] ?? 0), 0) / outlets.length;
    });
    rankings.forEach((ranking, r) => {
      const ranks = ranksOf(computeRanking(ranking, graph));
      for (const perNode of drawn[r]?.values() ?? []) perNode[resample] = nodes.length + 1;
      nodes.forEach(({ id }, v) => {
        const perNode = drawn[r]?.get(id);
        if (perNode) perNode[resample] = ranks[v] ?? 0;
      });
    });
  }
  const tail = Math.floor((resamples * (1 - coverage)) / 2);
  return Object.fromEntries(
    rankings.map((ranking, r) => [
      ranking,
      new Map(
        [...(drawn[r] ?? [])].map(([id, ranks]) => {
          ranks.sort();
          return [id, { low: ranks[tail] ?? 0, high: ranks[resamples - 1 - tail] ?? 0 }];
        }),
      ),
    ]),
  );
}
