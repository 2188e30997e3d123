/** Cuts a quote where marked words begin and end. */

export interface Piece {
  readonly text: string;
  /** Row of the vocabulary's roles; undefined for words in between. */
  readonly role: number | undefined;
}

/** Of marks that overlap, the earlier and longer one stays; marks beyond the text are dropped. */
export function markedPieces(text: string, marks: readonly (readonly [number, number, number])[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const sorted = [...marks].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  for (const [start, end, role] of sorted) {
    if (start < at || end > text.length || start >= end) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), role: undefined });
    pieces.push({ text: text.slice(start, end), role });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), role: undefined });
  return pieces;
}
