/** Events on which sources disagree. */
import type { Model } from "../model/model.ts";
import { SHOWN, type Visibility } from "../state/filters.ts";

export interface ContestedEvent {
  /** Row of the event node. */
  readonly event: number;
  /** Independent sources behind its best told edge. */
  readonly sources: number;
}

/** Those with a shown contested edge, the most told first. */
export function contestedEvents(model: Model, visibility: Visibility): ContestedEvent[] {
  const { edges } = model;
  const sources = new Map<number, number>();
  for (let edge = 0; edge < edges.count; edge++) {
    const event = edges.event[edge] ?? -1;
    if (event < 0 || visibility.edge[edge] !== SHOWN || !edges.contested[edge]) continue;
    sources.set(event, Math.max(sources.get(event) ?? 0, edges.weight[edge] ?? 0));
  }
  return [...sources]
    .map(([event, count]) => ({ event, sources: count }))
    .sort((a, b) => b.sources - a.sources || a.event - b.event);
}
