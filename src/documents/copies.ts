/**
 * Near-identical reports: ten copies of one dispatch are one source.
 *
 * Two reports are copies where at least 70 % of the five-word shingles of the shorter stand in the longer
 * (containment: a copy with an added paragraph still is one). Candidates meet through a fixed sample of shingle
 * hashes (Broder, "On the resemblance and containment of documents", 1997), so the cost stays near linear: each
 * report is counted once against the earlier ones that hold its rarer shingles, and only those that can still reach
 * 70 % with the common ones are compared whole.
 */
import { compareText, fold } from "../shared/index.ts";
import type { SourceDocument } from "./types.ts";

const SHINGLE_WORDS = 5;
const CONTAINMENT = 0.7;
/** One shingle in `SAMPLE` is compared; shorter reports are compared whole. */
const SAMPLE = 8;
/** A shingle that more reports share is a standing phrase, not a trace of copying. */
const COMMONPLACE = 50;

/**
 * Gives each report that has copies the id of its group: the smallest document id in it.
 * @param shinglesOf  `sampledShingles` of a report's text
 */
export function groupCopies(
  documents: readonly SourceDocument[],
  shinglesOf: (document: SourceDocument) => Int32Array = ({ text }) => sampledShingles(text),
): SourceDocument[] {
  const sorted = [...documents].sort((a, b) => compareText(a.id, b.id));
  const parent = sorted.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== undefined && parent[root] !== root) root = parent[root] as number;
    return root;
  };
  for (const [a, b] of copies(sorted.map((doc) => shinglesOf(doc)))) {
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

/** Distinct hashes of a text's shingles, ascending: all of them, or a fixed sample of a longer text's. */
export function sampledShingles(text: string): Int32Array {
  const folded = fold(text);
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const { 0: word, index } of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    starts.push(index);
    ends.push(index + word.length);
  }
  const hashes = new Int32Array(Math.max(0, starts.length - SHINGLE_WORDS + 1));
  for (let first = 0; first < hashes.length; first++) {
    let value = FNV_BASIS;
    for (let word = first; word < first + SHINGLE_WORDS; word++) {
      if (word > first) value = Math.imul(value ^ SPACE, FNV_PRIME);
      const end = ends[word] as number;
      for (let at = starts[word] as number; at < end; at++)
        value = Math.imul(value ^ folded.charCodeAt(at), FNV_PRIME);
    }
    hashes[first] = value;
  }
  const distinct = hashes.sort().filter((value, at) => at === 0 || value !== hashes[at - 1]);
  return distinct.length < 40 * SAMPLE ? distinct : distinct.filter((value) => value % SAMPLE === 0);
}

/** FNV-1a, 32 bits, of a shingle's words with one space between them. */
const FNV_BASIS = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
const SPACE = 0x20;

/** Pairs of reports that are copies of each other, as indices, the later one first. */
function* copies(shingles: readonly Int32Array[]): Iterable<readonly [number, number]> {
  const holders = holdersOf(shingles);
  const [rare, common]: [number[][], number[][]] = [shingles.map(() => []), shingles.map(() => [])];
  for (const [shingle, list] of holders.entries())
    for (const index of list) (list.length > COMMONPLACE ? common : rare)[index]?.push(shingle);
  const shared = new Uint32Array(shingles.length);
  for (const [index, { length }] of shingles.entries()) {
    const met: number[] = [];
    for (const shingle of rare[index] ?? [])
      for (const other of holders[shingle] ?? []) {
        if (other >= index) break;
        if (shared[other] === 0) met.push(other);
        shared[other] = (shared[other] as number) + 1;
      }
    for (const other of met) {
      const inRare = shared[other] as number;
      shared[other] = 0;
      const shorter = Math.min(length, shingles[other]?.length ?? 0);
      const [own, others] = [common[index] ?? [], common[other] ?? []];
      if ((inRare + Math.min(own.length, others.length)) / shorter < CONTAINMENT) continue;
      const all = inRare + own.filter((shingle) => others.includes(shingle)).length;
      if (all / shorter >= CONTAINMENT) yield [index, other];
    }
  }
}

/** For each shingle that several reports hold, which ones, ascending. */
function holdersOf(shingles: readonly Int32Array[]): Float64Array[] {
  // Hash and report in one number, so that one sort of plain numbers brings the holders of a shingle together.
  const most = 2 ** 20;
  const entries = new Float64Array(shingles.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [index, hashes] of shingles.entries())
    for (const hash of hashes) entries[at++] = hash * most + index;
  entries.sort();
  const holders: Float64Array[] = [];
  for (let start = 0, end = 0; start < entries.length; start = end) {
    const hash = Math.floor((entries[start] as number) / most);
    while (end < entries.length && (entries[end] as number) < (hash + 1) * most) end++;
    if (end - start > 1) holders.push(entries.subarray(start, end).map((entry) => entry - hash * most));
  }
  return holders;
}
