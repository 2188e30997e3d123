/** The communities among the nodes that are shown. */
import type { Model } from "../model/model.ts";
import type { Visibility } from "../state/filters.ts";

export interface ShownCommunity {
  readonly community: number;
  /** Its member with the most shown relations. */
  readonly leader: number;
  readonly size: number;
}

/** Largest first; those of one member are none. */
export function communitiesShown(model: Model, visibility: Visibility): ShownCommunity[] {
  const members = new Map<number, number[]>();
  model.graph.nodes.community?.forEach((community, row) => {
    if (community < 0 || !visibility.degree[row]) return;
    const list = members.get(community);
    if (list) list.push(row);
    else members.set(community, [row]);
  });
  const degree = (row: number) => visibility.degree[row] ?? 0;
  return [...members]
    .filter(([, rows]) => rows.length > 1)
    .map(([community, rows]) => ({
      community,
      size: rows.length,
      leader: rows.reduce((best, row) => (degree(row) > degree(best) ? row : best)),
    }))
    .sort((a, b) => b.size - a.size || a.community - b.community);
}
