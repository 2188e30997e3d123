/** "Why is it central?" in one sentence: rank by number of partners, and how little would lower it. */
import { edgesAt, type Model, NODE_ENTITY, otherEnd } from "../model/model.ts";
import { SHOWN, type Visibility } from "../state/filters.ts";

export interface Centrality {
  /** 1 is first; nodes with as many partners share the better rank. */
  readonly rank: number;
  readonly of: number;
  readonly partners: number;
  readonly relations: number;
  /** Shown edges whose loss would lower the rank, fewest first; empty where nobody stands behind. */
  readonly critical: readonly number[];
  readonly rankWithout: number;
}

/** Rank of an entity among the entities that are shown. Undefined for other nodes and where nothing is shown. */
export function centrality(model: Model, visibility: Visibility, node: number): Centrality | undefined {
  if (model.nodes.kind[node] !== NODE_ENTITY || !visibility.degree[node]) return undefined;
  const counts: number[] = [];
  for (let row = 0; row < model.nodes.count; row++) {
    if (row !== node && model.nodes.kind[row] === NODE_ENTITY && visibility.degree[row])
      counts.push(partnersOf(model, visibility, row).size);
  }
  const partners = partnersOf(model, visibility, node);
  const own = partners.size;
  const rankOf = (count: number) => 1 + counts.filter((other) => other > count).length;
  const below = counts.filter((other) => other <= own).sort((a, b) => b - a)[0];
  // To fall behind the next one, so many partners have to go; those held by the fewest edges go first.
  const toLose = below === undefined || below === 0 ? 0 : own - below + 1;
  const byEdges = [...partners.entries()].sort(([a, x], [b, y]) => x.length - y.length || a - b);
  const lost = toLose <= own ? byEdges.slice(0, toLose) : [];
  return {
    rank: rankOf(own),
    of: counts.length + 1,
    partners: own,
    relations: visibility.degree[node] ?? 0,
    critical: lost.flatMap(([, edges]) => edges),
    rankWithout: rankOf(own - lost.length),
  };
}

function partnersOf(model: Model, visibility: Visibility, node: number): Map<number, number[]> {
  const partners = new Map<number, number[]>();
  for (const edge of edgesAt(model, node)) {
    if (visibility.edge[edge] !== SHOWN) continue;
    const other = otherEnd(model, edge, node);
    if (other === node) continue;
    const edges = partners.get(other);
    if (edges) edges.push(edge);
    else partners.set(other, [edge]);
  }
  return partners;
}
