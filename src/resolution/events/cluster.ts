/**
 * Groups accounts into events: agglomerative clustering by mean score, best pair first.
 *
 * Average linkage (Sokal and Michener 1958) over the scored pairs; a pair that was never compared counts as
 * `missing`. Every pair is scored before the first join and ties break by the accounts' own order, so the result
 * does not depend on the order in which reports arrive. Pairs whose score is `+Infinity` must be joined, those
 * with `-Infinity` must not be; where both are asked of one pair of groups, keeping apart wins.
 */
export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

export interface ClusterOptions {
  /** Least mean score of a join. */
  readonly threshold: number;
  /** Score of a pair that was not compared. */
  readonly missing: number;
}

interface Link {
  sum: number;
  compared: number;
  apart: boolean;
}

/** Clusters of the indices 0 … `count` - 1; each sorted, and sorted by their first member. */
export function clusterAccounts(
  count: number,
  pairs: readonly ScoredPair[],
  { threshold, missing }: ClusterOptions,
): number[][] {
  const members: (number[] | undefined)[] = Array.from({ length: count }, (_, i) => [i]);
  const links: Map<number, Link>[] = Array.from({ length: count }, () => new Map());
  const forced: ScoredPair[] = [];
  const touch = (a: number, b: number): Link => {
    const known = links[a]?.get(b);
    if (known) return known;
    const link: Link = { sum: 0, compared: 0, apart: false };
    links[a]?.set(b, link);
    links[b]?.set(a, link);
    return link;
  };
  const partOf = connected(count, pairs, { threshold, missing });
  for (const pair of pairs.filter(({ a, b }) => partOf(a) === partOf(b))) {
    const link = touch(pair.a, pair.b);
    if (pair.score === Number.NEGATIVE_INFINITY) link.apart = true;
    else if (pair.score === Number.POSITIVE_INFINITY) forced.push(pair);
    else {
      link.sum += pair.score;
      link.compared += 1;
    }
  }
  const mean = (a: number, b: number, link: Link): number => {
    if (link.apart) return Number.NEGATIVE_INFINITY;
    const all = (members[a]?.length ?? 0) * (members[b]?.length ?? 0);
    return (link.sum + (all - link.compared) * missing) / all;
  };
  const version = Array.from({ length: count }, () => 0);
  const heap = new JoinHeap();
  const offer = (a: number, b: number, link: Link): void => {
    const score = mean(a, b, link);
    if (score >= threshold) {
      const [low, high] = a < b ? [a, b] : [b, a];
      heap.push({
        a: low,
        b: high,
        score,
        versionA: version[low] as number,
        versionB: version[high] as number,
      });
    }
  };
  const join = (a: number, b: number): number => {
    const [into, from] = a < b ? [a, b] : [b, a];
    members[into]?.push(...(members[from] ?? []));
    members[from] = undefined;
    version[into] = (version[into] as number) + 1;
    version[from] = (version[from] as number) + 1;
    links[into]?.delete(from);
    for (const [other, link] of links[from] ?? []) {
      links[other]?.delete(from);
      if (other === into) continue;
      const kept = touch(into, other);
      kept.sum += link.sum;
      kept.compared += link.compared;
      kept.apart ||= link.apart;
    }
    links[from]?.clear();
    return into;
  };
  const root = Array.from({ length: count }, (_, i) => i);
  const find = (at: number): number => {
    let top = at;
    while (root[top] !== top) top = root[top] as number;
    return top;
  };
  for (const { a, b } of forced) {
    const [x, y] = [find(a), find(b)];
    if (x === y || links[x]?.get(y)?.apart) continue;
    const into = join(x, y);
    root[into === x ? y : x] = into;
  }
  for (const [a, others] of links.entries()) for (const [b, link] of others) if (a < b) offer(a, b, link);
  for (let best = heap.pop(); best; best = heap.pop()) {
    const { a, b, versionA, versionB } = best;
    if (version[a] !== versionA || version[b] !== versionB) continue;
    const into = join(a, b);
    for (const [other, link] of links[into] ?? []) offer(into, other, link);
  }
  return members
    .filter((cluster): cluster is number[] => cluster !== undefined)
    .map((cluster) => cluster.sort((x, y) => x - y))
    .sort((x, y) => (x[0] as number) - (y[0] as number));
}

/**
 * Which part of the whole each account belongs to. Groups are joined only where some pair of theirs is good enough, so
 * accounts of two parts, which no chain of such pairs connects, never meet, whatever the pairs between them score.
 */
export function connected(
  count: number,
  pairs: readonly ScoredPair[],
  { threshold, missing }: ClusterOptions,
): (at: number) => number {
  if (missing >= threshold) return () => 0;
  const root = Uint32Array.from({ length: count }, (_, i) => i);
  const find = (at: number): number => {
    let top = at;
    while (root[top] !== top) {
      root[top] = root[root[top] as number] as number;
      top = root[top] as number;
    }
    return top;
  };
  for (const { a, b, score } of pairs) if (score >= threshold) root[find(a)] = find(b);
  return find;
}

interface Join {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly versionA: number;
  readonly versionB: number;
}

const before = (x: Join, y: Join): boolean =>
  x.score !== y.score ? x.score > y.score : x.a !== y.a ? x.a < y.a : x.b < y.b;

/** A binary heap of joins, best score first, then lowest indices. */
class JoinHeap {
  readonly #items: Join[] = [];

  push(item: Join): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!before(item, items[up] as Join)) break;
      items[at] = items[up] as Join;
      at = up;
    }
    items[at] = item;
  }

  pop(): Join | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && before(items[child + 1] as Join, items[child] as Join)) child++;
      if (!before(items[child] as Join, last)) break;
      items[at] = items[child] as Join;
      at = child;
    }
    items[at] = last;
    return top;
  }
}
