/** What a rank hangs on: the ties whose loss would cost it most. */
import { compareBy } from "../../shared/index.ts";
import { withoutPair } from "../csr.ts";
import type { Projection } from "../projection.ts";
import { computeRanking, type Ranking, ranksOf } from "../rankings.ts";

export interface TieLoss {
  /** Id of the entity at the other end. */
  readonly other: string;
  /** Edges of the tie, both ways. */
  readonly edges: number;
  /** Rank without the tie. */
  readonly rank: number;
  /** Share of the value that is lost, in [0, 1]; below 0 where the value would grow. */
  readonly lostShare: number;
}

/** Ties tried, the heaviest first: a light tie of a much-tied entity moves little. */
export const TIES_TRIED = 20;

/**
 * Each tie of one entity taken away in turn, the whole ranking computed anew; the costliest first. Only its own ties
 * are tried: they carry every one of its ways.
 */
export function tieLosses(projection: Projection, ranking: Ranking, id: string): TieLoss[] {
  const { graph, nodes } = projection;
  const node = nodes.findIndex((each) => each.id === id);
  if (node < 0) return [];
  const before = computeRanking(ranking, graph)[node] ?? 0;
  return [...tiesOf(projection, node)]
    .sort(
      compareBy(
        ([, edges]) => -edges,
        ([other]) => other,
      ),
    )
    .slice(0, TIES_TRIED)
    .map(([other, edges]): TieLoss => {
      const values = computeRanking(ranking, withoutPair(graph, node, other));
      return {
        other: nodes[other]?.id ?? "",
        edges,
        rank: ranksOf(values)[node] ?? 0,
        lostShare: before === 0 ? 0 : 1 - (values[node] ?? 0) / before,
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

/** Neighbours of a node, either way, with the number of edges between. */
function tiesOf({ graph, edges }: Projection, node: number): Map<number, number> {
  const ties = new Map<number, number>();
  for (let v = 0; v < graph.nodeCount; v++) {
    for (let arc = graph.offsets[v] ?? 0; arc < (graph.offsets[v + 1] ?? 0); arc++) {
      const target = graph.targets[arc] ?? 0;
      const other = v === node ? target : target === node ? v : undefined;
      if (other !== undefined) ties.set(other, (ties.get(other) ?? 0) + (edges[arc]?.length ?? 0));
    }
  }
  return ties;
}
