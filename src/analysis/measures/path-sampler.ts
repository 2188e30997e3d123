/**
 * Draws shortest paths: a random one of those between two vertices, found from both ends at once.
 *
 * Source: Borassi and Natale 2016, "KADABRA is an adaptive algorithm for betweenness via random approximation",
 * section 3 (balanced bidirectional search). Whichever side has fewer arcs to walk takes the next step, so a search on
 * a network with hubs walks a small part of it. Expected time far below O(arcs), at worst O(arcs); memory O(nodes).
 */
import type { Csr } from "../csr.ts";
import type { Random } from "../random.ts";

/** What one end of the search has reached: all vertices up to some distance, nearest first. */
class Side {
  readonly mark: number;
  readonly reached: Uint32Array;
  count = 0;
  /** First of the farthest vertices in `reached`. */
  frontier = 0;
  /** Arcs of the farthest vertices. */
  arcsAhead = 0;

  constructor(mark: number, nodeCount: number) {
    this.mark = mark;
    this.reached = new Uint32Array(nodeCount);
  }
}

export class PathSampler {
  private readonly graph: Csr;
  private readonly random: Random;
  private readonly sides: readonly [Side, Side];
  /** Mark of the side that reached a vertex; 0: neither. */
  private readonly owner: Uint8Array;
  private readonly distance: Uint32Array;
  /** Shortest paths from the side's own end. */
  private readonly paths: Float64Array;
  /** Arcs on which the two sides meet, as pairs of vertices. */
  private readonly bridges: number[] = [];

  /** @param graph  undirected and simple */
  constructor(graph: Csr, random: Random) {
    this.graph = graph;
    this.random = random;
    this.sides = [new Side(1, graph.nodeCount), new Side(2, graph.nodeCount)];
    this.owner = new Uint8Array(graph.nodeCount);
    this.distance = new Uint32Array(graph.nodeCount);
    this.paths = new Float64Array(graph.nodeCount);
  }

  /** Visits each inner vertex of one shortest path, every path being equally likely; none where there is no path. */
  forEachInner(from: number, to: number, visit: (vertex: number) => void): void {
    if (from === to) return;
    const [a, b] = this.sides;
    this.start(a, from);
    this.start(b, to);
    while (this.bridges.length === 0 && a.arcsAhead > 0 && b.arcsAhead > 0) {
      this.expand(a.arcsAhead <= b.arcsAhead ? a : b);
    }
    if (this.bridges.length > 0) {
      for (const end of this.drawBridge()) this.walkHome(end, visit);
    }
    this.clear();
  }

  private start(side: Side, vertex: number): void {
    side.count = 0;
    side.frontier = 0;
    side.arcsAhead = 0;
    this.reach(side, vertex, 0);
    this.paths[vertex] = 1;
  }

  private reach(side: Side, vertex: number, distance: number): void {
    this.owner[vertex] = side.mark;
    this.distance[vertex] = distance;
    this.paths[vertex] = 0;
    side.reached[side.count++] = vertex;
    side.arcsAhead += this.graph.offsets[vertex + 1]! - this.graph.offsets[vertex]!;
  }

  /**
   * One step farther. The sides share no vertex, so arcs into the other side end at its farthest vertices, and every
   * shortest path has exactly one of them.
   */
  private expand(side: Side): void {
    const { offsets, targets } = this.graph;
    const start = side.frontier;
    const end = side.count;
    side.frontier = end;
    side.arcsAhead = 0;
    for (let i = start; i < end; i++) {
      const v = side.reached[i]!;
      const next = this.distance[v]! + 1;
      for (let arc = offsets[v]!; arc < offsets[v + 1]!; arc++) {
        const w = targets[arc]!;
        const owner = this.owner[w];
        if (owner === 3 - side.mark) this.bridges.push(v, w);
        // Once the sides have met, nothing farther lies on a shortest path.
        if (this.bridges.length > 0) continue;
        if (owner === 0) this.reach(side, w, next);
        if (this.distance[w] === next) this.paths[w]! += this.paths[v]!;
      }
    }
  }

  /** A bridge, in proportion to the shortest paths that cross it. */
  private drawBridge(): readonly [number, number] {
    const { bridges, paths } = this;
    let total = 0;
    for (let i = 0; i < bridges.length; i += 2) total += paths[bridges[i]!]! * paths[bridges[i + 1]!]!;
    let point = this.random.next() * total;
    let i = 0;
    while (i < bridges.length - 2) {
      point -= paths[bridges[i]!]! * paths[bridges[i + 1]!]!;
      if (point < 0) break;
      i += 2;
    }
    return [bridges[i]!, bridges[i + 1]!];
  }

  /** From a vertex to the end that reached it, along predecessors drawn in proportion to their shortest paths. */
  private walkHome(vertex: number, visit: (vertex: number) => void): void {
    const { offsets, targets } = this.graph;
    let v = vertex;
    while (this.distance[v]! > 0) {
      visit(v);
      let point = this.random.next() * this.paths[v]!;
      let before = v;
      for (let arc = offsets[v]!; arc < offsets[v + 1]!; arc++) {
        const w = targets[arc]!;
        if (this.owner[w] !== this.owner[v] || this.distance[w]! + 1 !== this.distance[v]) continue;
        before = w;
        point -= this.paths[w]!;
        if (point < 0) break;
      }
      v = before;
    }
  }

  private clear(): void {
    for (const { reached, count } of this.sides) {
      for (let i = 0; i < count; i++) this.owner[reached[i]!] = 0;
    }
    this.bridges.length = 0;
  }
}
