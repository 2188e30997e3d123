/** Walks over the edges that are shown: what lies around a node, and the shortest way between two. */
import { edgesAt, type Model, otherEnd } from "../model/model.ts";
import { SHOWN, type Visibility } from "../state/filters.ts";

export interface Neighbourhood {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
}

/** Nodes within `depth` steps, and the shown edges among them; of depth 1, only those at the centre itself. */
export function neighbourhood(
  model: Model,
  visibility: Visibility,
  center: number,
  depth: number,
): Neighbourhood {
  const nodes = new Set([center]);
  const edges = new Set<number>();
  let rim = [center];
  for (let step = 0; step < depth; step++) {
    const next: number[] = [];
    for (const node of rim) {
      for (const edge of edgesAt(model, node)) {
        if (visibility.edge[edge] !== SHOWN) continue;
        edges.add(edge);
        const other = otherEnd(model, edge, node);
        if (nodes.has(other)) continue;
        nodes.add(other);
        next.push(other);
      }
    }
    rim = next;
  }
  return { nodes, edges };
}

/**
 * The fewest steps from one node to another over shown edges, whichever way they point; every parallel edge of a step
 * is given. Undefined where no way exists.
 */
export function shortestPath(
  model: Model,
  visibility: Visibility,
  from: number,
  to: number,
): { readonly nodes: readonly number[]; readonly steps: readonly (readonly number[])[] } | undefined {
  const before = new Map<number, number>([[from, from]]);
  const queue = [from];
  for (const node of queue) {
    if (node === to) break;
    for (const edge of edgesAt(model, node)) {
      if (visibility.edge[edge] !== SHOWN) continue;
      const other = otherEnd(model, edge, node);
      if (before.has(other)) continue;
      before.set(other, node);
      queue.push(other);
    }
  }
  if (!before.has(to)) return undefined;
  const nodes = [to];
  for (let node = to; node !== from; ) {
    node = before.get(node) ?? from;
    nodes.unshift(node);
  }
  const steps = nodes.slice(1).map((node, i) => {
    const previous = nodes[i] ?? from;
    return [...edgesAt(model, node)].filter(
      (edge) => visibility.edge[edge] === SHOWN && otherEnd(model, edge, node) === previous,
    );
  });
  return { nodes, steps };
}

/** Shown edges between two nodes, by time. */
export function edgesBetween(model: Model, visibility: Visibility, a: number, b: number): number[] {
  const rows = new Set<number>();
  for (const edge of edgesAt(model, a)) {
    if (visibility.edge[edge] === SHOWN && otherEnd(model, edge, a) === b) rows.add(edge);
  }
  return [...rows].sort((x, y) => (model.edges.start[x] ?? 0) - (model.edges.start[y] ?? 0) || x - y);
}
