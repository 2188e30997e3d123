/** What a rank hangs on: the ties whose loss would cost it most. */
import { compareBy } from "../../shared/index.ts";
import { type Projection, reweighted } from "../projection.ts";
import { computeRanking, type Ranking, ranksOf } from "../rankings.ts";

export interface TieLoss {
  /** Id of the entity at the other end. */
  readonly other: string;
  /** Edges of the tie, both ways. */
  readonly edges: number;
  /** Rank without the tie; the rank after the last where nothing is left. */
  readonly rank: number;
  /** Share of the value that is lost, in [0, 1]; below 0 where the value would grow. */
  readonly lostShare: number;
}

/** Ties tried, the heaviest first: a light tie of a much-tied entity moves little. */
const TIES_TRIED = 20;

/**
 * Each tie of one entity taken away in turn, the whole ranking computed anew; the costliest first. Only its own ties
 * are tried: they carry every one of its ways.
 */
export function tieLosses(projection: Projection, ranking: Ranking, id: string): TieLoss[] {
  const node = projection.nodes.findIndex((each) => each.id === id);
  if (node < 0) return [];
  const before = computeRanking(ranking, projection.graph)[node] ?? 0;
  const ties = new Map<string, number>();
  for (const edge of projection.edges.flat()) {
    const other = edge.source === id ? edge.target : edge.target === id ? edge.source : undefined;
    if (other !== undefined) ties.set(other, (ties.get(other) ?? 0) + 1);
  }
  return [...ties]
    .sort(
      compareBy(
        ([, edges]) => -edges,
        ([other]) => other,
      ),
    )
    .slice(0, TIES_TRIED)
    .map(([other, edges]): TieLoss => {
      const left = reweighted(projection, ({ source, target, weight }) => {
        const ofTie = (source === id && target === other) || (source === other && target === id);
        if (ofTie) return 0;
        return projection.options.weight === "sources" ? weight : 1;
      });
      const values = computeRanking(ranking, left.graph);
      const v = left.nodes.findIndex((each) => each.id === id);
      const after = v < 0 ? 0 : (values[v] ?? 0);
      return {
        other,
        edges,
        rank: v < 0 ? left.nodes.length + 1 : (ranksOf(values)[v] ?? 0),
        lostShare: before === 0 ? 0 : 1 - after / before,
      };
    })
    .sort(
      compareBy(
        ({ rank }) => -rank,
        ({ lostShare }) => -lostShare,
        ({ other }) => other,
      ),
    );
}
