/**
 * Breadth-first searches from 512 sources at once, one bit a source (Then et al. 2014, "The More the Merrier:
 * Efficient Multi-Source Graph Traversal", without its direction switch), summing 1/distance at the vertex reached.
 */

/** Bytes of one vector of source bits. */
const VECTOR: usize = 64;

/** Bytes that `sumInverseDistances` needs as scratch space for `nodes` vertices. */
export function inverseDistancesScratch(nodes: i32): usize {
  return <usize>nodes * (VECTOR * 3 + 4 + 4 + 2) + 4;
}

/**
 * Adds 1/d(s, v) to `sums[v]` for every source s from which v can be reached.
 *
 * @param offsets  u32[nodes + 1], rows of `targets`
 * @param targets  u32[arcs]
 * @param sources  u32[sourceCount], distinct
 * @param sums     f64[nodes]
 * @param scratch  `inverseDistancesScratch(nodes)` bytes, 16-byte aligned, any content
 */
export function sumInverseDistances(
  nodes: i32,
  offsets: usize,
  targets: usize,
  sources: usize,
  sourceCount: i32,
  sums: usize,
  scratch: usize,
): void {
  const n = <usize>nodes;
  const seen = scratch;
  const frontier = seen + n * VECTOR;
  const incoming = frontier + n * VECTOR;
  const current = incoming + n * VECTOR;
  const touched = current + n * 4;
  const queued = touched + (n + 1) * 4;
  const complete = queued + n;
  memory.fill(scratch, 0, n * VECTOR * 3);
  memory.fill(queued, 0, n * 2);

  for (let first = 0; first < sourceCount; first += 512) {
    const count = min(512, sourceCount - first);
    memory.fill(seen, 0, n * VECTOR);
    memory.fill(complete, 0, n);
    let currentCount: usize = 0;
    for (let bit = 0; bit < count; bit++) {
      const v = <usize>load<u32>(sources + ((<usize>(first + bit)) << 2));
      const byte = <usize>(bit >> 3);
      const mask = (<u8>1) << (<u8>(bit & 7));
      store<u8>(seen + v * VECTOR + byte, mask);
      store<u8>(frontier + v * VECTOR + byte, mask);
      store<u32>(current + (currentCount << 2), <u32>v);
      currentCount++;
    }
    for (let distance = 1; currentCount > 0; distance++) {
      let touchedCount: usize = 0;
      for (let i: usize = 0; i < currentCount; i++) {
        const v = <usize>load<u32>(current + (i << 2));
        const bits = frontier + v * VECTOR;
        const b0 = v128.load(bits);
        const b1 = v128.load(bits, 16);
        const b2 = v128.load(bits, 32);
        const b3 = v128.load(bits, 48);
        memory.fill(bits, 0, VECTOR);
        const end = targets + ((<usize>load<u32>(offsets + (v << 2), 4)) << 2);
        for (let arc = targets + ((<usize>load<u32>(offsets + (v << 2))) << 2); arc < end; arc += 4) {
          const w = <usize>load<u32>(arc);
          if (load<u8>(complete + w)) continue;
          const into = incoming + w * VECTOR;
          v128.store(into, v128.or(v128.load(into), b0));
          v128.store(into, v128.or(v128.load(into, 16), b1), 16);
          v128.store(into, v128.or(v128.load(into, 32), b2), 32);
          v128.store(into, v128.or(v128.load(into, 48), b3), 48);
          // Appends without a branch: the slot is overwritten unless w was new.
          store<u32>(touched + (touchedCount << 2), <u32>w);
          touchedCount += <usize>(load<u8>(queued + w) ^ 1);
          store<u8>(queued + w, 1);
        }
      }
      const share = 1 / <f64>distance;
      currentCount = 0;
      for (let i: usize = 0; i < touchedCount; i++) {
        const w = <usize>load<u32>(touched + (i << 2));
        store<u8>(queued + w, 0);
        let reached: i64 = 0;
        let known: i64 = 0;
        for (let word: usize = 0; word < VECTOR; word += 8) {
          const at = w * VECTOR + word;
          const before = load<u64>(seen + at);
          const fresh = load<u64>(incoming + at) & ~before;
          store<u64>(incoming + at, 0);
          store<u64>(frontier + at, fresh);
          store<u64>(seen + at, before | fresh);
          reached += popcnt<u64>(fresh);
          known += popcnt<u64>(before | fresh);
        }
        if (reached == 0) continue;
        if (known == count) store<u8>(complete + w, 1);
        store<f64>(sums + (w << 3), load<f64>(sums + (w << 3)) + share * <f64>reached);
        store<u32>(current + (currentCount << 2), <u32>w);
        currentCount++;
      }
    }
  }
}
