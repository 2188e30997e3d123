/**
 * Compressed sparse rows: the form in which every measure reads a graph.
 *
 * Row v is `targets[offsets[v] … offsets[v + 1])`, sorted, without repeats; `weights` runs beside `targets`.
 * An undirected graph holds each edge twice, once from each end.
 */
import { RiposteError } from "../shared/index.ts";

export interface Csr {
  readonly nodeCount: number;
  /** `nodeCount + 1` positions in `targets`. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** Finite and not negative. */
  readonly weights: Float64Array;
}

/**
 * Rows from a list of arcs in any order. Parallel arcs become one whose weight is their sum; loops are kept.
 * O(nodes + arcs) time.
 * @param weights  one for each arc; 1 where absent
 * @throws {RiposteError} `analysis/bad-graph` for an end that is no node, or a weight that is negative or not finite
 */
export function csrFromArcs(
  nodeCount: number,
  sources: Uint32Array,
  targets: Uint32Array,
  weights?: Float64Array,
): Csr {
  checkArcs(nodeCount, sources, targets, weights);
  const byTarget = countingSort(nodeCount, targets);
  const starts = rowStarts(nodeCount, sources);
  const arcs = sources.length;
  const rowTargets = new Uint32Array(arcs);
  const rowWeights = new Float64Array(arcs);
  const next = starts.slice();
  for (let i = 0; i < arcs; i++) {
    const arc = byTarget[i]!;
    const slot = next[sources[arc]!]!++;
    rowTargets[slot] = targets[arc]!;
    rowWeights[slot] = weights ? weights[arc]! : 1;
  }
  return mergeParallel(nodeCount, starts, rowTargets, rowWeights);
}

/** The same arcs turned round. O(nodes + arcs). */
export function transpose(graph: Csr): Csr {
  const { nodeCount } = graph;
  const offsets = rowStarts(nodeCount, graph.targets);
  const targets = new Uint32Array(graph.targets.length);
  const weights = new Float64Array(graph.targets.length);
  const next = offsets.slice();
  for (let v = 0; v < nodeCount; v++) {
    for (let arc = graph.offsets[v]!; arc < graph.offsets[v + 1]!; arc++) {
      const slot = next[graph.targets[arc]!]!++;
      targets[slot] = v;
      weights[slot] = graph.weights[arc]!;
    }
  }
  return { nodeCount, offsets, targets, weights };
}

/**
 * The undirected simple graph: loops dropped, each pair joined once, whichever way its arcs point; the weight is the
 * sum of both ways. O(nodes + arcs): the sorted rows of the graph and of its transpose are merged.
 */
export function undirected(graph: Csr): Csr {
  const back = transpose(graph);
  const { nodeCount } = graph;
  const offsets = new Uint32Array(nodeCount + 1);
  const merge = (visit: (v: number, target: number, weight: number) => void) => {
    for (let v = 0; v < nodeCount; v++) {
      let a = graph.offsets[v]!;
      let b = back.offsets[v]!;
      const aEnd = graph.offsets[v + 1]!;
      const bEnd = back.offsets[v + 1]!;
      while (a < aEnd || b < bEnd) {
        const x = a < aEnd ? graph.targets[a]! : nodeCount;
        const y = b < bEnd ? back.targets[b]! : nodeCount;
        let weight = 0;
        if (x <= y) weight += graph.weights[a++]!;
        if (y <= x) weight += back.weights[b++]!;
        const target = Math.min(x, y);
        if (target !== v) visit(v, target, weight);
      }
    }
  };
  merge((v) => {
    offsets[v + 1]!++;
  });
  for (let v = 0; v < nodeCount; v++) offsets[v + 1]! += offsets[v]!;
  const targets = new Uint32Array(offsets[nodeCount]!);
  const weights = new Float64Array(offsets[nodeCount]!);
  let slot = 0;
  merge((_v, target, weight) => {
    targets[slot] = target;
    weights[slot++] = weight;
  });
  return { nodeCount, offsets, targets, weights };
}

/** The same graph without the arcs between two nodes, either way. O(nodes + arcs). */
export function withoutPair(graph: Csr, a: number, b: number): Csr {
  const { nodeCount, offsets, targets, weights } = graph;
  const kept = new Uint32Array(nodeCount + 1);
  const keptTargets = new Uint32Array(targets.length);
  const keptWeights = new Float64Array(targets.length);
  let slot = 0;
  for (let v = 0; v < nodeCount; v++) {
    const dropped = v === a ? b : v === b ? a : nodeCount;
    for (let arc = offsets[v]!; arc < offsets[v + 1]!; arc++) {
      if (targets[arc] === dropped) continue;
      keptTargets[slot] = targets[arc]!;
      keptWeights[slot++] = weights[arc]!;
    }
    kept[v + 1] = slot;
  }
  return {
    nodeCount,
    offsets: kept,
    targets: keptTargets.subarray(0, slot),
    weights: keptWeights.subarray(0, slot),
  };
}

/** Whether the arc source → target exists. O(log row). */
export function hasArc(graph: Csr, source: number, target: number): boolean {
  let low = graph.offsets[source]!;
  let high = graph.offsets[source + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (graph.targets[middle]! < target) low = middle + 1;
    else high = middle;
  }
  return low < graph.offsets[source + 1]! && graph.targets[low] === target;
}

function checkArcs(
  nodeCount: number,
  sources: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array | undefined,
): void {
  if (sources.length !== targets.length || (weights && weights.length !== sources.length)) {
    throw new RiposteError("analysis/bad-graph", "sources, targets and weights of a graph differ in length");
  }
  for (let arc = 0; arc < sources.length; arc++) {
    if (sources[arc]! >= nodeCount || targets[arc]! >= nodeCount) {
      throw new RiposteError("analysis/bad-graph", `arc ${arc} ends at a node that the graph does not have`);
    }
    if (weights && !(weights[arc]! >= 0 && weights[arc]! < Infinity)) {
      throw new RiposteError(
        "analysis/bad-graph",
        `arc ${arc} weighs ${weights[arc]}; weights are finite and not negative`,
      );
    }
  }
}

/** First slot of each row, from the row number of each arc. */
function rowStarts(nodeCount: number, rows: Uint32Array): Uint32Array {
  const starts = new Uint32Array(nodeCount + 1);
  for (let arc = 0; arc < rows.length; arc++) starts[rows[arc]! + 1]!++;
  for (let v = 0; v < nodeCount; v++) starts[v + 1]! += starts[v]!;
  return starts;
}

/** Arc numbers in ascending order of `keys`, stable. */
function countingSort(nodeCount: number, keys: Uint32Array): Uint32Array {
  const next = rowStarts(nodeCount, keys);
  const sorted = new Uint32Array(keys.length);
  for (let arc = 0; arc < keys.length; arc++) sorted[next[keys[arc]!]!++] = arc;
  return sorted;
}

/** Sums the weights of equal neighbours, in place. */
function mergeParallel(
  nodeCount: number,
  starts: Uint32Array,
  targets: Uint32Array,
  weights: Float64Array,
): Csr {
  const offsets = new Uint32Array(nodeCount + 1);
  let slot = 0;
  for (let v = 0; v < nodeCount; v++) {
    const rowStart = slot;
    for (let arc = starts[v]!; arc < starts[v + 1]!; arc++) {
      if (slot > rowStart && targets[slot - 1] === targets[arc]) {
        weights[slot - 1]! += weights[arc]!;
      } else {
        targets[slot] = targets[arc]!;
        weights[slot++] = weights[arc]!;
      }
    }
    offsets[v + 1] = slot;
  }
  if (slot === targets.length) return { nodeCount, offsets, targets, weights };
  return { nodeCount, offsets, targets: targets.slice(0, slot), weights: weights.slice(0, slot) };
}
