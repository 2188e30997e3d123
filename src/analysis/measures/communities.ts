/**
 * Communities: groups with more among themselves than chance would give, by the Leiden method.
 *
 * Source: Traag, Waltman and van Eck 2019, "From Louvain to Leiden: guaranteeing well-connected communities". Each
 * pass moves nodes until none gains, refines every community into well-connected parts, and makes one node of each
 * part. Deviation: refinement takes the best part instead of drawing one by gain, so that only the order in which
 * nodes are visited is random, and that is seeded.
 */
import type { Csr } from "../csr.ts";
import type { Random } from "../random.ts";
import { modularity } from "./modularity.ts";

export interface Communities {
  /** Number of its community for each node; communities are numbered by their lowest node. */
  readonly community: Uint32Array;
  readonly count: number;
  readonly modularity: number;
}

export interface CommunityOptions {
  readonly random: Random;
  /** γ of modularity. Default 1. */
  readonly resolution?: number;
  /** Passes over the whole graph, each from the result of the one before; ends early without gain. Default 5. */
  readonly maxPasses?: number;
}

/**
 * @param graph  undirected, without loops (see `undirected`); its weights count. Nodes without weight stay alone.
 * Time about O(arcs) a pass; memory O(nodes + arcs).
 */
export function communities(
  graph: Csr,
  { random, resolution = 1, maxPasses = 5 }: CommunityOptions,
): Communities {
  let best = Uint32Array.from({ length: graph.nodeCount }, (_, v) => v);
  let quality = modularity(graph, best, resolution);
  for (let pass = 0; pass < maxPasses; pass++) {
    const found = leidenPass(graph, best, random, resolution);
    const gained = modularity(graph, found, resolution) - quality;
    if (gained <= 1e-12) break;
    best = found;
    quality += gained;
  }
  const { community, count } = renumber(best);
  return { community, count, modularity: modularity(graph, community, resolution) };
}

/** A graph whose nodes stand for groups. Loops hold weight within a group, counted from both ends. */
interface Level {
  readonly graph: Csr;
  readonly strength: Float64Array;
  /** Resolution over total weight: what chance takes from a gain, for each product of strengths. */
  readonly penalty: number;
}

function leidenPass(
  graph: Csr,
  start: Uint32Array,
  random: Random,
  resolution: number,
): Uint32Array<ArrayBuffer> {
  let level = levelOf(graph, resolution);
  /** Node of the present level for each node of the graph. */
  let position = Uint32Array.from({ length: graph.nodeCount }, (_, v) => v);
  let community = start.slice();
  for (;;) {
    moveNodes(level, community, random);
    const coarse = renumber(community);
    if (coarse.count === level.graph.nodeCount) break;
    const parts = renumber(refine(level, coarse.community, coarse.count, random));
    if (parts.count === level.graph.nodeCount) break;
    const next = new Uint32Array(parts.count);
    parts.community.forEach((part, v) => {
      next[part] = coarse.community[v]!;
    });
    level = levelOf(aggregate(level.graph, parts.community, parts.count), resolution);
    position = position.map((v) => parts.community[v]!);
    community = lowestMembers(next);
  }
  return position.map((v) => community[v]!);
}

function levelOf(graph: Csr, resolution: number): Level {
  const strength = new Float64Array(graph.nodeCount);
  let total = 0;
  for (let v = 0; v < graph.nodeCount; v++) {
    for (let arc = graph.offsets[v]!; arc < graph.offsets[v + 1]!; arc++) strength[v]! += graph.weights[arc]!;
    total += strength[v]!;
  }
  return { graph, strength, penalty: total === 0 ? 0 : resolution / total };
}

/** Moves nodes to the community that gains most until no node gains; `community` is changed in place. */
function moveNodes({ graph, strength, penalty }: Level, community: Uint32Array, random: Random): void {
  const { nodeCount, offsets, targets, weights } = graph;
  const communityStrength = new Float64Array(nodeCount);
  community.forEach((c, v) => {
    communityStrength[c]! += strength[v]!;
  });
  const sizes = new Uint32Array(nodeCount);
  for (const c of community) sizes[c]! += 1;
  const empty: number[] = [];
  for (let c = nodeCount - 1; c >= 0; c--) if (sizes[c] === 0) empty.push(c);
  const weightTo = new Float64Array(nodeCount);
  const queue = random.permutation(nodeCount);
  const waiting = new Uint8Array(nodeCount).fill(1);
  let head = 0;
  let length = nodeCount;
  const near: number[] = [];
  while (length > 0) {
    const v = queue[head]!;
    head = (head + 1) % nodeCount;
    length--;
    waiting[v] = 0;
    const home = community[v]!;
    near.length = 0;
    for (let arc = offsets[v]!; arc < offsets[v + 1]!; arc++) {
      if (targets[arc] === v) continue;
      const c = community[targets[arc]!]!;
      if (weightTo[c] === 0) near.push(c);
      weightTo[c]! += weights[arc]!;
    }
    communityStrength[home]! -= strength[v]!;
    const gainOf = (c: number) => weightTo[c]! - penalty * strength[v]! * communityStrength[c]!;
    let best = home;
    let bestGain = gainOf(home);
    for (const c of near) {
      const gain = gainOf(c);
      if (gain > bestGain + 1e-12) {
        best = c;
        bestGain = gain;
      }
    }
    if (bestGain < -1e-12 && sizes[home]! > 1) best = empty.pop()!;
    for (const c of near) weightTo[c] = 0;
    communityStrength[best]! += strength[v]!;
    if (best === home) continue;
    community[v] = best;
    sizes[best]!++;
    if (--sizes[home]! === 0) empty.push(home);
    for (let arc = offsets[v]!; arc < offsets[v + 1]!; arc++) {
      const w = targets[arc]!;
      if (waiting[w] || community[w] === best || w === v) continue;
      waiting[w] = 1;
      queue[(head + length++) % nodeCount] = w;
    }
  }
}

/** Parts of each community, each well connected to the rest of it; starts from single nodes that join once. */
function refine(
  { graph, strength, penalty }: Level,
  community: Uint32Array,
  count: number,
  random: Random,
): Uint32Array<ArrayBuffer> {
  const { nodeCount, offsets, targets, weights } = graph;
  const communityStrength = new Float64Array(count);
  community.forEach((c, v) => {
    communityStrength[c]! += strength[v]!;
  });
  const part = Uint32Array.from({ length: nodeCount }, (_, v) => v);
  const partStrength = strength.slice();
  const alone = new Uint8Array(nodeCount).fill(1);
  /** Weight between a part and the rest of its community. */
  const outward = new Float64Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    for (let arc = offsets[v]!; arc < offsets[v + 1]!; arc++) {
      const w = targets[arc]!;
      if (w !== v && community[w] === community[v]) outward[v]! += weights[arc]!;
    }
  }
  const wellConnected = (p: number, c: number) =>
    outward[p]! >= penalty * partStrength[p]! * (communityStrength[c]! - partStrength[p]!) - 1e-12;
  const weightTo = new Float64Array(nodeCount);
  const near: number[] = [];
  for (const v of random.permutation(nodeCount)) {
    const c = community[v]!;
    if (!alone[v] || !wellConnected(v, c)) continue;
    near.length = 0;
    for (let arc = offsets[v]!; arc < offsets[v + 1]!; arc++) {
      const w = targets[arc]!;
      if (w === v || community[w] !== c) continue;
      const p = part[w]!;
      if (weightTo[p] === 0) near.push(p);
      weightTo[p]! += weights[arc]!;
    }
    let best = v;
    let bestGain = 0;
    for (const p of near) {
      const gain = weightTo[p]! - penalty * strength[v]! * partStrength[p]!;
      if (gain > bestGain + 1e-12 && wellConnected(p, c)) {
        best = p;
        bestGain = gain;
      }
    }
    if (best !== v) {
      outward[best]! += outward[v]! - 2 * weightTo[best]!;
      partStrength[best]! += strength[v]!;
      part[v] = best;
      alone[best] = 0;
    }
    for (const p of near) weightTo[p] = 0;
  }
  return part;
}

/** The graph of groups: weights between groups are summed, those within become a loop. */
function aggregate(graph: Csr, group: Uint32Array, count: number): Csr {
  const { nodeCount, offsets, targets, weights } = graph;
  const members = new Uint32Array(nodeCount);
  const starts = new Uint32Array(count + 1);
  for (const g of group) starts[g + 1]!++;
  for (let g = 0; g < count; g++) starts[g + 1]! += starts[g]!;
  const next = starts.slice();
  group.forEach((g, v) => {
    members[next[g]!++] = v;
  });
  const { offsets: groupOffsets, longest } = countGroupArcs(graph, group, starts, members);
  const groupTargets = new Uint32Array(groupOffsets[count]!);
  const groupWeights = new Float64Array(groupOffsets[count]!);
  const weightTo = new Float64Array(count);
  const seen = new Uint8Array(count);
  const near = new Uint32Array(longest);
  for (let g = 0; g < count; g++) {
    let found = 0;
    for (let i = starts[g]!; i < starts[g + 1]!; i++) {
      const v = members[i]!;
      for (let arc = offsets[v]!; arc < offsets[v + 1]!; arc++) {
        const to = group[targets[arc]!]!;
        if (!seen[to]) {
          seen[to] = 1;
          near[found++] = to;
        }
        weightTo[to]! += weights[arc]!;
      }
    }
    for (let i = 0; i < found; i++) {
      const to = near[i]!;
      groupTargets[groupOffsets[g]! + i] = to;
      groupWeights[groupOffsets[g]! + i] = weightTo[to]!;
      weightTo[to] = 0;
      seen[to] = 0;
    }
  }
  return { nodeCount: count, offsets: groupOffsets, targets: groupTargets, weights: groupWeights };
}

/** Counted before anything is reserved: rows as long as those of the members would hold the graph's memory once more. */
function countGroupArcs(
  { offsets, targets }: Csr,
  group: Uint32Array,
  starts: Uint32Array,
  members: Uint32Array,
): { offsets: Uint32Array; longest: number } {
  const count = starts.length - 1;
  const groupOffsets = new Uint32Array(count + 1);
  /** The group that saw a group last, plus one. */
  const seenBy = new Uint32Array(count);
  let longest = 0;
  for (let g = 0; g < count; g++) {
    let found = 0;
    for (let i = starts[g]!; i < starts[g + 1]!; i++) {
      const v = members[i]!;
      for (let arc = offsets[v]!; arc < offsets[v + 1]!; arc++) {
        const to = group[targets[arc]!]!;
        if (seenBy[to] === g + 1) continue;
        seenBy[to] = g + 1;
        found++;
      }
    }
    groupOffsets[g + 1] = groupOffsets[g]! + found;
    longest = Math.max(longest, found);
  }
  return { offsets: groupOffsets, longest };
}

/** Numbers groups in the order of their lowest node. */
function renumber(groups: Uint32Array): { community: Uint32Array<ArrayBuffer>; count: number } {
  const numbers = new Map<number, number>();
  const community = groups.map((group) => {
    const known = numbers.get(group);
    if (known !== undefined) return known;
    numbers.set(group, numbers.size);
    return numbers.size - 1;
  });
  return { community, count: numbers.size };
}

/** The same groups, each named by its lowest node, so that numbers stay below the number of nodes. */
function lowestMembers(groups: Uint32Array): Uint32Array<ArrayBuffer> {
  const lowest = new Map<number, number>();
  return groups.map((group, v) => {
    const known = lowest.get(group) ?? v;
    lowest.set(group, known);
    return known;
  });
}
