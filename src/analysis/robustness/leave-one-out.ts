/** How ranks move when one outlet is left out: what a rank owes to a single voice. */
import { buildGraph, withoutSources } from "../../graph/index.ts";
import type { CaseRecords } from "../../ontology/index.ts";
import { compareBy } from "../../shared/index.ts";
import { project, type ProjectionOptions } from "../projection.ts";
import { computeRanking, type Ranking, ranksOf } from "../rankings.ts";

export interface LeftOutOutlet {
  readonly outlet: string;
  readonly reports: number;
  /** Rank of each entity without this outlet, by ranking; an entity is missing where nothing is left of it. */
  readonly ranks: Readonly<Partial<Record<Ranking, ReadonlyMap<string, number>>>>;
}

/**
 * The case is built anew without each outlet in turn: events that others report stay, sides that only it named fall
 * away. Outlets with most reports first.
 * @param maxOutlets  how many are tried
 */
export function leaveOneOut(
  records: CaseRecords,
  options: ProjectionOptions,
  rankings: readonly Ranking[],
  maxOutlets: number,
): LeftOutOutlet[] {
  const reports = new Map<string, number>();
  for (const { publisher } of records.documents) {
    if (publisher !== undefined) reports.set(publisher, (reports.get(publisher) ?? 0) + 1);
  }
  if (reports.size < 2) return [];
  return [...reports]
    .sort(
      compareBy(
        ([, count]) => -count,
        ([name]) => name,
      ),
    )
    .slice(0, maxOutlets)
    .map(([outlet, count]) => {
      const { graph, nodes } = project(buildGraph(withoutSources(records, [outlet])), options);
      const ranks = Object.fromEntries(
        rankings.map((ranking) => {
          const byNode = ranksOf(computeRanking(ranking, graph));
          return [ranking, new Map(nodes.map(({ id }, v) => [id, byNode[v] ?? 0]))];
        }),
      );
      return { outlet, reports: count, ranks };
    });
}
