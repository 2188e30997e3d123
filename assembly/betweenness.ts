/**
 * Dependency accumulation of Brandes (2001) for eight sources at once, as 64-bit lanes of four 128-bit vectors.
 *
 * All eight searches walk the graph level by level together. The list of a level holds every vertex that some lane
 * reaches at that depth, with its path counts in the lanes that do and zero in the others. The masks live in those
 * zeros, so the inner loops over arcs hold nothing but loads, additions and, forward, stores.
 */
import { bitsToMask, lanesSet } from "./lanes";

/** Bytes of one vector of lanes. */
const VECTOR: usize = 64;
const ALL_LANES: u8 = 0xff;

/** Bytes that `accumulate` needs as scratch space for `nodes` vertices. */
export function accumulateScratch(nodes: i32): usize {
  const n = <usize>nodes;
  return n * VECTOR * 3 + n * VECTOR * 8 + n * 4 * 8 + (n + 2) * 4 + (n + 1) * 4 + n * 2;
}

/**
 * Adds to `sums[v]` the dependency of every source on v times the source's weight. Paths count the vertices that they
 * stand for: vertex t as an end counts `nodeWeights[t]` times.
 *
 * @param offsets      u32[nodes + 1], rows of `targets`
 * @param targets      u32[arcs]
 * @param nodeWeights  f64[nodes]
 * @param sources      u32[sourceCount]
 * @param sourceWeights f64[sourceCount]
 * @param sums         f64[nodes]
 * @param scratch      `accumulateScratch(nodes)` bytes, 16-byte aligned, any content
 */
export function accumulate(
  nodes: i32,
  offsets: usize,
  targets: usize,
  nodeWeights: usize,
  sources: usize,
  sourceWeights: usize,
  sourceCount: i32,
  sums: usize,
  scratch: usize,
): void {
  const n = <usize>nodes;
  const incoming = scratch;
  const evenCoefficients = incoming + n * VECTOR;
  const oddCoefficients = evenCoefficients + n * VECTOR;
  const entryPaths = oddCoefficients + n * VECTOR;
  const entryVertices = entryPaths + n * VECTOR * 8;
  const levelStarts = entryVertices + n * 4 * 8;
  const touched = levelStarts + (n + 2) * 4;
  const seen = touched + (n + 1) * 4;
  const queued = seen + n;
  memory.fill(scratch, 0, n * VECTOR * 3);
  memory.fill(queued, 0, n);

  for (let first = 0; first < sourceCount; first += 8) {
    const lanes = min(8, sourceCount - first);
    memory.fill(seen, 0, n);

    // Level 0: the sources. One entry a lane; the caller never gives one vertex twice in eight.
    let entries: i32 = 0;
    store<u32>(levelStarts, 0);
    for (let lane = 0; lane < lanes; lane++) {
      const v = <usize>load<u32>(sources + ((<usize>(first + lane)) << 2));
      const paths = entryPaths + <usize>entries * VECTOR;
      memory.fill(paths, 0, VECTOR);
      store<f64>(paths + ((<usize>lane) << 3), 1);
      store<u32>(entryVertices + ((<usize>entries) << 2), <u32>v);
      store<u8>(seen + v, load<u8>(seen + v) | ((<u8>1) << (<u8>lane)));
      entries++;
    }
    let levels: i32 = 1;
    store<u32>(levelStarts + 4, entries);

    // Forward: count shortest paths.
    let levelStart: i32 = 0;
    while (levelStart < entries) {
      let touchedCount: usize = 0;
      for (let entry = levelStart; entry < entries; entry++) {
        const paths = entryPaths + <usize>entry * VECTOR;
        const p0 = v128.load(paths);
        const p1 = v128.load(paths, 16);
        const p2 = v128.load(paths, 32);
        const p3 = v128.load(paths, 48);
        const v = <usize>load<u32>(entryVertices + ((<usize>entry) << 2));
        const end = targets + ((<usize>load<u32>(offsets + (v << 2), 4)) << 2);
        for (let arc = targets + ((<usize>load<u32>(offsets + (v << 2))) << 2); arc < end; arc += 4) {
          const w = <usize>load<u32>(arc);
          if (load<u8>(seen + w) == ALL_LANES) continue;
          const sum = incoming + w * VECTOR;
          v128.store(sum, f64x2.add(v128.load(sum), p0));
          v128.store(sum, f64x2.add(v128.load(sum, 16), p1), 16);
          v128.store(sum, f64x2.add(v128.load(sum, 32), p2), 32);
          v128.store(sum, f64x2.add(v128.load(sum, 48), p3), 48);
          // Appends without a branch: the slot is overwritten unless w was new.
          store<u32>(touched + (touchedCount << 2), <u32>w);
          touchedCount += <usize>(load<u8>(queued + w) ^ 1);
          store<u8>(queued + w, 1);
        }
      }
      levelStart = entries;
      for (let i: usize = 0; i < touchedCount; i++) {
        const w = <usize>load<u32>(touched + (i << 2));
        store<u8>(queued + w, 0);
        const sum = incoming + w * VECTOR;
        const s0 = v128.load(sum);
        const s1 = v128.load(sum, 16);
        const s2 = v128.load(sum, 32);
        const s3 = v128.load(sum, 48);
        const zero = f64x2.splat(0);
        v128.store(sum, zero);
        v128.store(sum, zero, 16);
        v128.store(sum, zero, 32);
        v128.store(sum, zero, 48);
        const known = load<u8>(seen + w);
        const fresh = lanesSet(s0, s1, s2, s3) & ~known;
        if (!fresh) continue;
        store<u8>(seen + w, known | fresh);
        const paths = entryPaths + <usize>entries * VECTOR;
        v128.store(paths, v128.and(s0, bitsToMask(fresh)));
        v128.store(paths, v128.and(s1, bitsToMask(fresh >> 2)), 16);
        v128.store(paths, v128.and(s2, bitsToMask(fresh >> 4)), 32);
        v128.store(paths, v128.and(s3, bitsToMask(fresh >> 6)), 48);
        store<u32>(entryVertices + ((<usize>entries) << 2), <u32>w);
        entries++;
      }
      levels++;
      store<u32>(levelStarts + ((<usize>levels) << 2), entries);
    }
    levels--;

    // Backward: a vertex's dependency is its path count times the sum of its successors' coefficients.
    const o0 = laneWeights(sourceWeights, first, 0, lanes);
    const o1 = laneWeights(sourceWeights, first, 2, lanes);
    const o2 = laneWeights(sourceWeights, first, 4, lanes);
    const o3 = laneWeights(sourceWeights, first, 6, lanes);
    for (let level = levels - 1; level > 0; level--) {
      const own = level & 1 ? oddCoefficients : evenCoefficients;
      const deeper = level & 1 ? evenCoefficients : oddCoefficients;
      const from = load<u32>(levelStarts + ((<usize>level) << 2));
      const to = load<u32>(levelStarts + ((<usize>level) << 2), 4);
      const deepest = level == levels - 1;
      for (let entry = from; entry < to; entry++) {
        const v = <usize>load<u32>(entryVertices + ((<usize>entry) << 2));
        let a0 = f64x2.splat(0);
        let a1 = a0;
        let a2 = a0;
        let a3 = a0;
        if (!deepest) {
          const end = targets + ((<usize>load<u32>(offsets + (v << 2), 4)) << 2);
          for (let arc = targets + ((<usize>load<u32>(offsets + (v << 2))) << 2); arc < end; arc += 4) {
            const coefficient = deeper + <usize>load<u32>(arc) * VECTOR;
            a0 = f64x2.add(a0, v128.load(coefficient));
            a1 = f64x2.add(a1, v128.load(coefficient, 16));
            a2 = f64x2.add(a2, v128.load(coefficient, 32));
            a3 = f64x2.add(a3, v128.load(coefficient, 48));
          }
        }
        const paths = entryPaths + <usize>entry * VECTOR;
        const p0 = v128.load(paths);
        const p1 = v128.load(paths, 16);
        const p2 = v128.load(paths, 32);
        const p3 = v128.load(paths, 48);
        const d0 = f64x2.mul(a0, p0);
        const d1 = f64x2.mul(a1, p1);
        const d2 = f64x2.mul(a2, p2);
        const d3 = f64x2.mul(a3, p3);
        const w0 = f64x2.mul(d0, o0);
        const w1 = f64x2.mul(d1, o1);
        const w2 = f64x2.mul(d2, o2);
        const w3 = f64x2.mul(d3, o3);
        addTo(sums + (v << 3), f64x2.add(f64x2.add(w0, w1), f64x2.add(w2, w3)));
        const weight = f64x2.splat(load<f64>(nodeWeights + (v << 3)));
        const coefficient = own + v * VECTOR;
        v128.store(coefficient, share(weight, d0, p0));
        v128.store(coefficient, share(weight, d1, p1), 16);
        v128.store(coefficient, share(weight, d2, p2), 32);
        v128.store(coefficient, share(weight, d3, p3), 48);
      }
      if (!deepest) clear(deeper, entryVertices, to, load<u32>(levelStarts + ((<usize>level) << 2), 8));
    }
    if (levels > 1)
      clear(oddCoefficients, entryVertices, load<u32>(levelStarts, 4), load<u32>(levelStarts, 8));
  }
}

/** (weight + dependency) / paths in the lanes that have paths, zero in the others. */
function share(weight: v128, dependency: v128, paths: v128): v128 {
  return v128.and(f64x2.div(f64x2.add(weight, dependency), paths), f64x2.ne(paths, f64x2.splat(0)));
}

function addTo(pointer: usize, pair: v128): void {
  store<f64>(pointer, load<f64>(pointer) + f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1));
}

/** Weights of two neighbouring lanes; zero beyond the last source. */
function laneWeights(weights: usize, first: i32, lane: i32, lanes: i32): v128 {
  const at = weights + ((<usize>(first + lane)) << 3);
  const low = lane < lanes ? load<f64>(at) : 0;
  const high = lane + 1 < lanes ? load<f64>(at, 8) : 0;
  return f64x2.replace_lane(f64x2.splat(low), 1, high);
}

/** Zeroes the coefficients of the entries [from, to). */
function clear(coefficients: usize, entryVertices: usize, from: u32, to: u32): void {
  for (let entry = from; entry < to; entry++) {
    memory.fill(coefficients + <usize>load<u32>(entryVertices + ((<usize>entry) << 2)) * VECTOR, 0, VECTOR);
  }
}
