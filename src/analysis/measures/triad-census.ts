/**
 * Triad census: how the triples of nodes are joined, by the sixteen ways in which three nodes can be.
 *
 * Types carry the M-A-N names of Holland and Leinhardt 1970 (mutual, one-way and null pairs, with D, U, T or C for
 * the direction): 030T is A → B → C ← A, 030C a circle, 300 everyone both ways.
 *
 * Method: triangles are listed once (Latapy 2008, "forward"), open triples follow from counts of pairs at each node
 * less those that a triangle closes, and triples with one pair from degrees. Time O(arcs · √arcs), where the usual
 * census (Batagelj and Mrvar 2001) takes the product of arcs and the largest degree.
 */
import { type Csr, hasArc, undirected } from "../csr.ts";

export const TRIAD_TYPES = [
  "003",
  "012",
  "102",
  "021D",
  "021U",
  "021C",
  "111D",
  "111U",
  "030T",
  "030C",
  "201",
  "120D",
  "120U",
  "120C",
  "210",
  "300",
] as const;

export type TriadType = (typeof TRIAD_TYPES)[number];
export type TriadCensus = Readonly<Record<TriadType, number>>;

/** How a node is joined to its neighbour. */
const OUT = 1;
const IN = 2;
const MUTUAL = 3;

/** Open triples by the two pairs at the node in the middle. */
const WEDGES = [
  { a: OUT, b: OUT, type: "021D" },
  { a: IN, b: IN, type: "021U" },
  { a: OUT, b: IN, type: "021C" },
  { a: MUTUAL, b: IN, type: "111D" },
  { a: MUTUAL, b: OUT, type: "111U" },
  { a: MUTUAL, b: MUTUAL, type: "201" },
] as const;

/**
 * Counts of triples of distinct nodes; loops and weights are ignored. Exact up to 2^53 triples (some 370 000 nodes).
 * @param graph  directed
 * @param pairs  its undirected form, where it is at hand
 */
export function triadCensus(graph: Csr, pairs: Csr = undirected(graph)): TriadCensus {
  const { nodeCount } = graph;
  const census: Record<TriadType, number> = Object.fromEntries(
    TRIAD_TYPES.map((type) => [type, 0]),
  ) as Record<TriadType, number>;
  if (nodeCount < 3) return census;

  const kinds = pairKinds(graph, pairs);
  for (let v = 0; v < nodeCount; v++) {
    const at = [0, 0, 0, 0];
    for (let arc = pairs.offsets[v]!; arc < pairs.offsets[v + 1]!; arc++) {
      const kind = kinds[arc]!;
      at[kind]! += 1;
      const w = pairs.targets[arc]!;
      if (w < v) continue;
      const alone = nodeCount - degree(pairs, v) - degree(pairs, w);
      census[kind === MUTUAL ? "102" : "012"] += alone;
    }
    for (const { a, b, type } of WEDGES) {
      census[type] += a === b ? (at[a]! * (at[a]! - 1)) / 2 : at[a]! * at[b]!;
    }
  }
  forEachTriangle(pairs, kinds, (uv, vw, uw) => {
    census[closedType(uv, vw, uw)]++;
    census[wedgeType(uv, uw)]--;
    census[wedgeType(reverse(uv), vw)]--;
    census[wedgeType(reverse(uw), reverse(vw))]--;
    // The third node of a triangle had been taken off twice from those that stand apart from the pair.
    for (const kind of [uv, vw, uw]) census[kind === MUTUAL ? "102" : "012"]++;
  });
  const all = (nodeCount * (nodeCount - 1) * (nodeCount - 2)) / 6;
  census["003"] = all - TRIAD_TYPES.reduce((sum, type) => sum + census[type], 0);
  return census;
}

const degree = (graph: Csr, v: number): number => graph.offsets[v + 1]! - graph.offsets[v]!;
const reverse = (kind: number): number => (kind === MUTUAL ? MUTUAL : kind === OUT ? IN : OUT);

/** The kind of each pair, seen from the node whose row it stands in. */
function pairKinds(graph: Csr, pairs: Csr): Uint8Array {
  const kinds = new Uint8Array(pairs.targets.length);
  for (let v = 0; v < pairs.nodeCount; v++) {
    for (let arc = pairs.offsets[v]!; arc < pairs.offsets[v + 1]!; arc++) {
      const w = pairs.targets[arc]!;
      kinds[arc] = (hasArc(graph, v, w) ? OUT : 0) | (hasArc(graph, w, v) ? IN : 0);
    }
  }
  return kinds;
}

/** Visits each triangle u, v, w once with the kinds of u–v, v–w and u–w. */
function forEachTriangle(
  pairs: Csr,
  kinds: Uint8Array,
  visit: (uv: number, vw: number, uw: number) => void,
): void {
  const { nodeCount, offsets, targets } = pairs;
  /** Pairs point from lower to higher degree, so that no row is long. */
  const comesBefore = (v: number, w: number) =>
    degree(pairs, v) < degree(pairs, w) || (degree(pairs, v) === degree(pairs, w) && v < w);
  const kindToU = new Uint8Array(nodeCount);
  for (let u = 0; u < nodeCount; u++) {
    for (let arc = offsets[u]!; arc < offsets[u + 1]!; arc++) {
      if (comesBefore(u, targets[arc]!)) kindToU[targets[arc]!] = kinds[arc]!;
    }
    for (let arc = offsets[u]!; arc < offsets[u + 1]!; arc++) {
      const v = targets[arc]!;
      if (!comesBefore(u, v)) continue;
      for (let next = offsets[v]!; next < offsets[v + 1]!; next++) {
        const w = targets[next]!;
        if (kindToU[w] && comesBefore(v, w)) visit(kinds[arc]!, kinds[next]!, kindToU[w]);
      }
    }
    for (let arc = offsets[u]!; arc < offsets[u + 1]!; arc++) kindToU[targets[arc]!] = 0;
  }
}

function wedgeType(a: number, b: number): TriadType {
  const wedge = WEDGES.find((each) => (each.a === a && each.b === b) || (each.a === b && each.b === a));
  return wedge!.type;
}

function closedType(uv: number, vw: number, uw: number): TriadType {
  const mutual = [uv, vw, uw].filter((kind) => kind === MUTUAL).length;
  if (mutual === 3) return "300";
  if (mutual === 2) return "210";
  if (mutual === 0) return uv === vw && uw === reverse(uv) ? "030C" : "030T";
  // One mutual pair: the two one-way pairs meet at the node outside it.
  const [first, second] =
    uv === MUTUAL ? [reverse(uw), reverse(vw)] : vw === MUTUAL ? [uv, uw] : [reverse(uv), vw];
  if (first !== second) return "120C";
  return first === OUT ? "120D" : "120U";
}
