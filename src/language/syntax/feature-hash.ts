/** 32-bit hashing of features: a feature is a number, never a string, so nothing has to be looked up by name. */

// Taken out once: inside a vm context, where tests run, every look at a global object is slow.
const { imul } = Math;

const GOLDEN = 0x9e3779b1;
const MULTIPLIER = 0x2c1b3c6d;

/** Combines a hash with one more value; the order of the values matters. Both are 32-bit integers. */
export function mix(hash: number, value: number): number {
  const product = imul(hash ^ imul(value, GOLDEN), MULTIPLIER);
  return product ^ (product >>> 15);
}

/** Hash of a string's UTF-16 units; `seed` keeps apart the same string in two uses. */
export function hashText(text: string, seed = 0): number {
  let hash = imul(seed + 1, GOLDEN);
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}

/** The table key of a feature: the upper `KEY_BITS` bits, since fewer bits make a smaller file. */
export const KEY_BITS = 26;

export function featureKey(hash: number): number {
  return (imul(hash, MULTIPLIER) >>> (32 - KEY_BITS)) | 0;
}
