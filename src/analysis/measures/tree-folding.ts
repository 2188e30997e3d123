/**
 * Folding of trees: what shortest paths owe to degree-1 vertices is known in closed form, so betweenness needs to
 * search the rest only.
 *
 * Source: Baglioni, Geraci, Pellegrini, Lastres 2012, "Fast exact computation of betweenness centrality in social
 * networks" (degree-1 folding, repeated until none is left). The core is renumbered in breadth-first order from the
 * vertices of highest degree, so that searches touch neighbouring memory.
 */
import type { Csr } from "../csr.ts";
import { weakComponents } from "./components.ts";

export interface FoldedGraph {
  /** Betweenness over ordered pairs of which at least one end lies in a tree that hangs on the vertex. */
  readonly foldedPairs: Float64Array;
  /** What is left once no vertex has degree 1, renumbered. */
  readonly core: Csr;
  /** Vertex of the whole graph for each vertex of the core. */
  readonly coreVertices: Uint32Array;
  /** For each vertex of the core: itself and the vertices folded into it. */
  readonly coreWeights: Float64Array;
}

/**
 * @param graph  undirected and simple (see `undirected`)
 * Time O(nodes log nodes + arcs), memory O(nodes + arcs).
 */
export function foldTrees(graph: Csr): FoldedGraph {
  const { nodeCount, offsets, targets } = graph;
  const { component, sizes } = weakComponents(graph);
  const degrees = new Uint32Array(nodeCount);
  const folded = new Uint8Array(nodeCount);
  const weights = new Float64Array(nodeCount).fill(1);
  /** Sizes of the trees that hang on a vertex: their sum and the sum of their squares. */
  const hanging = new Float64Array(nodeCount);
  const hangingSquares = new Float64Array(nodeCount);
  const queue = new Uint32Array(nodeCount);
  let queued = 0;
  for (let v = 0; v < nodeCount; v++) {
    degrees[v] = offsets[v + 1]! - offsets[v]!;
    if (degrees[v] === 1) queue[queued++] = v;
  }
  for (let head = 0; head < queued; head++) {
    const leaf = queue[head]!;
    // The other half of a last edge was folded first.
    if (degrees[leaf] !== 1) continue;
    folded[leaf] = 1;
    degrees[leaf] = 0;
    for (let arc = offsets[leaf]!; arc < offsets[leaf + 1]!; arc++) {
      const parent = targets[arc]!;
      if (folded[parent]) continue;
      weights[parent]! += weights[leaf]!;
      hanging[parent]! += weights[leaf]!;
      hangingSquares[parent]! += weights[leaf]! ** 2;
      if (--degrees[parent]! === 1) queue[queued++] = parent;
      break;
    }
  }
  const foldedPairs = new Float64Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    const elsewhere = sizes[component[v]!]! - 1 - hanging[v]!;
    foldedPairs[v] = 2 * hanging[v]! * elsewhere + hanging[v]! ** 2 - hangingSquares[v]!;
  }
  const coreVertices = breadthFirstOrder(graph, degrees, folded);
  return {
    foldedPairs,
    core: subgraph(graph, coreVertices),
    coreVertices,
    coreWeights: Float64Array.from(coreVertices, (v) => weights[v]!),
  };
}

function breadthFirstOrder(graph: Csr, degrees: Uint32Array, folded: Uint8Array): Uint32Array {
  const { nodeCount, offsets, targets } = graph;
  const roots: number[] = [];
  for (let v = 0; v < nodeCount; v++) if (!folded[v] && degrees[v]! > 0) roots.push(v);
  roots.sort((a, b) => degrees[b]! - degrees[a]! || a - b);
  const order = new Uint32Array(roots.length);
  const placed = new Uint8Array(nodeCount);
  let count = 0;
  for (const root of roots) {
    if (placed[root]) continue;
    let head = count;
    placed[root] = 1;
    order[count++] = root;
    while (head < count) {
      const v = order[head++]!;
      for (let arc = offsets[v]!; arc < offsets[v + 1]!; arc++) {
        const w = targets[arc]!;
        if (folded[w] || placed[w]) continue;
        placed[w] = 1;
        order[count++] = w;
      }
    }
  }
  return order;
}

/** The graph among some vertices, renumbered by their position; rows keep the order of the whole graph's. */
function subgraph(graph: Csr, vertices: Uint32Array): Csr {
  const label = new Int32Array(graph.nodeCount).fill(-1);
  vertices.forEach((v, i) => {
    label[v] = i;
  });
  const offsets = new Uint32Array(vertices.length + 1);
  const capacity = vertices.reduce((sum, v) => sum + graph.offsets[v + 1]! - graph.offsets[v]!, 0);
  const targets = new Uint32Array(capacity);
  const weights = new Float64Array(capacity);
  let slot = 0;
  vertices.forEach((v, i) => {
    for (let arc = graph.offsets[v]!; arc < graph.offsets[v + 1]!; arc++) {
      const target = label[graph.targets[arc]!]!;
      if (target < 0) continue;
      targets[slot] = target;
      weights[slot++] = graph.weights[arc]!;
    }
    offsets[i + 1] = slot;
  });
  return {
    nodeCount: vertices.length,
    offsets,
    targets: targets.subarray(0, slot),
    weights: weights.subarray(0, slot),
  };
}
