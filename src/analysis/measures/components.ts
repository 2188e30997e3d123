import type { Csr } from "../csr.ts";

export interface Components {
  /** Number of its component for each node; components are numbered by their lowest node. */
  readonly component: Uint32Array;
  /** Nodes of each component. */
  readonly sizes: readonly number[];
}

/**
 * Weakly connected components: which nodes hang together when direction is ignored. Union-find with path halving
 * (Tarjan and van Leeuwen 1984), so directed rows need not be turned round. Time O((nodes + arcs) · α(nodes)).
 */
export function weakComponents(graph: Csr): Components {
  const { nodeCount, offsets, targets } = graph;
  const parent = Uint32Array.from({ length: nodeCount }, (_, v) => v);
  const find = (start: number) => {
    let v = start;
    while (parent[v] !== v) {
      parent[v] = parent[parent[v]!]!;
      v = parent[v]!;
    }
    return v;
  };
  for (let v = 0; v < nodeCount; v++) {
    let root = find(v);
    for (let arc = offsets[v]!; arc < offsets[v + 1]!; arc++) {
      const other = find(targets[arc]!);
      // The lower number becomes the root, so that the roots come in the order of the components.
      if (other < root) {
        parent[root] = other;
        root = other;
      } else parent[other] = root;
    }
  }
  return numbered(nodeCount, find);
}

/**
 * Strongly connected components: groups within which every node reaches every other along arcs.
 * Source: Tarjan 1972, written without recursion. Time O(nodes + arcs).
 */
export function strongComponents(graph: Csr): Components {
  const { nodeCount, offsets, targets } = graph;
  const UNSEEN = 0xffffffff;
  const index = new Uint32Array(nodeCount).fill(UNSEEN);
  const low = new Uint32Array(nodeCount);
  const open = new Uint8Array(nodeCount);
  const stack = new Uint32Array(nodeCount);
  const path = new Uint32Array(nodeCount);
  const nextArc = offsets.slice(0, nodeCount);
  const lowest = new Uint32Array(nodeCount);
  let stacked = 0;
  let clock = 0;
  for (let root = 0; root < nodeCount; root++) {
    if (index[root] !== UNSEEN) continue;
    let depth = 0;
    const enter = (v: number) => {
      index[v] = low[v] = clock++;
      stack[stacked++] = v;
      open[v] = 1;
      path[depth++] = v;
    };
    enter(root);
    while (depth > 0) {
      const v = path[depth - 1]!;
      if (nextArc[v]! < offsets[v + 1]!) {
        const w = targets[nextArc[v]!++]!;
        if (index[w] === UNSEEN) enter(w);
        else if (open[w]) low[v] = Math.min(low[v]!, index[w]!);
        continue;
      }
      depth--;
      if (depth > 0) low[path[depth - 1]!] = Math.min(low[path[depth - 1]!]!, low[v]!);
      if (low[v] !== index[v]) continue;
      const first = stack.lastIndexOf(v, stacked - 1);
      let smallest = v;
      for (let i = first; i < stacked; i++) smallest = Math.min(smallest, stack[i]!);
      for (let i = first; i < stacked; i++) {
        open[stack[i]!] = 0;
        lowest[stack[i]!] = smallest;
      }
      stacked = first;
    }
  }
  return numbered(nodeCount, (v) => lowest[v]!);
}

/** Numbers groups, each known by its lowest node. */
function numbered(nodeCount: number, lowestOf: (v: number) => number): Components {
  const component = new Uint32Array(nodeCount);
  const sizes: number[] = [];
  for (let v = 0; v < nodeCount; v++) {
    const lowest = lowestOf(v);
    component[v] = lowest === v ? sizes.push(0) - 1 : component[lowest]!;
    sizes[component[v]!]! += 1;
  }
  return { component, sizes };
}
