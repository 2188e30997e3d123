/** Colours on their way to the graphics card. */

/** `#rrggbb` as a number. */
export const hexColor = (hex: string): number => Number.parseInt(hex.slice(1), 16);

export const cssColor = (color: number): string => `#${color.toString(16).padStart(6, "0")}`;

const bytes = new Uint8Array(4);
const float = new Float32Array(bytes.buffer);

/** Four bytes (red, green, blue, alpha) in the place of one float of a vertex array. */
export function packColor(color: number, alpha = 254): number {
  bytes[0] = (color >> 16) & 255;
  bytes[1] = (color >> 8) & 255;
  bytes[2] = color & 255;
  // 255 in the top byte would make a NaN, which arrays may not keep bit for bit.
  bytes[3] = alpha;
  return float[0] ?? 0;
}

export const toUnit = (color: number): [number, number, number] => [
  ((color >> 16) & 255) / 255,
  ((color >> 8) & 255) / 255,
  (color & 255) / 255,
];
