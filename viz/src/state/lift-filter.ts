import { type Model, UNDATED } from "../model/model.ts";
import { type Filters, inPeriod, passesBeforePeriod, type Reason } from "./filters.ts";

/** The first reason for which the filters hide an edge; undefined for one that is shown. */
export function hiddenBecause(model: Model, edge: number, filters: Filters): Reason | undefined {
  return passesBeforePeriod(model, edge, filters) ?? (inPeriod(model, edge, filters) ? undefined : "period");
}

/** The smallest change of the filters by which this reason hides the edge no longer. */
export function liftFilter(
  model: Model,
  edge: number,
  filters: Filters,
  reason: Exclude<Reason, "view">,
): Partial<Filters> {
  const { edges, nodes } = model;
  const ends = [edges.source[edge] ?? 0, edges.target[edge] ?? 0];
  switch (reason) {
    case "family":
      return { hiddenFamilies: without(filters.hiddenFamilies, [edges.family[edge] ?? 0]) };
    case "modality":
      return { hiddenModalities: without(filters.hiddenModalities, [edges.modality[edge] ?? 0]) };
    case "kind":
      return {
        hiddenKinds: without(
          filters.hiddenKinds,
          ends.map((node) => nodes.drawnAs[node] ?? 0),
        ),
      };
    case "publisher":
      return {
        hiddenPublishers: without(
          filters.hiddenPublishers,
          model.graph.publisherSets[edges.publishers[edge] ?? 0] ?? [],
        ),
      };
    case "node":
      return { hiddenNodes: without(filters.hiddenNodes, ends) };
    case "confidence":
      return { minConfidence: edges.confidence[edge] ?? 0 };
    case "sources":
      return { minSources: edges.weight[edge] ?? 1 };
    case "period":
    default:
      return edges.start[edge] === UNDATED ? { undated: true } : { period: undefined };
  }
}

function without(set: ReadonlySet<number>, rows: readonly number[]): Set<number> {
  return new Set([...set].filter((row) => !rows.includes(row)));
}
