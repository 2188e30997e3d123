/**
 * Near-identical reports: ten copies of one dispatch are one source.
 *
 * Two reports are copies where at least 70 % of the five-word shingles of the shorter stand in the longer
 * (containment: a copy with an added paragraph still is one). Candidates meet through a fixed sample of shingle
 * hashes (Broder, "On the resemblance and containment of documents", 1997), so the cost stays near linear.
 */
import { compareText, fold } from "../shared/index.ts";
import type { SourceDocument } from "./types.ts";

const SHINGLE_WORDS = 5;
const CONTAINMENT = 0.7;
/** One shingle in `SAMPLE` is compared; shorter reports are compared whole. */
const SAMPLE = 8;
/** A shingle that more reports share is a standing phrase, not a trace of copying. */
const COMMONPLACE = 50;

/** Gives each report that has copies the id of its group: the smallest document id in it. */
export function groupCopies(documents: readonly SourceDocument[]): SourceDocument[] {
  const sorted = [...documents].sort((a, b) => compareText(a.id, b.id));
  const shingles = sorted.map((doc) => sampledShingles(doc.text));
  const parent = sorted.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== undefined && parent[root] !== root) root = parent[root] as number;
    return root;
  };
  for (const [a, b] of candidatePairs(shingles)) {
    if (containment(shingles[a] as Set<number>, shingles[b] as Set<number>) < CONTAINMENT) continue;
    const [low, high] = [find(a), find(b)].sort((x, y) => x - y) as [number, number];
    parent[high] = low;
  }
  const size = new Map<number, number>();
  for (let index = 0; index < sorted.length; index++) size.set(find(index), (size.get(find(index)) ?? 0) + 1);
  return sorted.map((doc, index) => {
    const { copyGroup: _previous, ...rest } = doc;
    const root = find(index);
    return (size.get(root) ?? 0) > 1 ? { ...rest, copyGroup: (sorted[root] as SourceDocument).id } : rest;
  });
}

function sampledShingles(text: string): Set<number> {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const all = new Set<number>();
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++)
    all.add(hash(words.slice(i, i + SHINGLE_WORDS).join(" ")));
  if (all.size < 40 * SAMPLE) return all;
  return new Set([...all].filter((value) => value % SAMPLE === 0));
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}

function* candidatePairs(shingles: readonly Set<number>[]): Iterable<[number, number]> {
  const holders = new Map<number, number[]>();
  for (const [index, set] of shingles.entries()) {
    for (const value of set) {
      const list = holders.get(value);
      if (list) list.push(index);
      else holders.set(value, [index]);
    }
  }
  const seen = new Set<string>();
  for (const list of holders.values()) {
    if (list.length > COMMONPLACE) continue;
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const pair: [number, number] = [list[i] as number, list[j] as number];
        const key = pair.join(" ");
        if (seen.has(key)) continue;
        seen.add(key);
        yield pair;
      }
    }
  }
}

/** Share of the smaller set that stands in the larger. Samples of different rates still compare fairly enough. */
function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const value of small) if (large.has(value)) shared++;
  return shared / small.size;
}
