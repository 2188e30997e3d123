/** Masks of 64-bit lanes: one bit a lane on one side, all bits of the lane on the other. */

/** One bit for each of eight lanes that is not zero, lowest lane first. */
export function lanesSet(a: v128, b: v128, c: v128, d: v128): u8 {
  const zero = f64x2.splat(0);
  return <u8>(
    (i64x2.bitmask(f64x2.ne(a, zero)) |
      (i64x2.bitmask(f64x2.ne(b, zero)) << 2) |
      (i64x2.bitmask(f64x2.ne(c, zero)) << 4) |
      (i64x2.bitmask(f64x2.ne(d, zero)) << 6))
  );
}

/** The lowest two bits as full masks of two lanes. */
export function bitsToMask(bits: u8): v128 {
  return i64x2.replace_lane(i64x2.splat(-(<i64>(bits & 1))), 1, -(<i64>((bits >> 1) & 1)));
}
