/** Precision, recall and F1, and the figures made of them. */

export interface Figure {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Counts, where the figure is made of them (B-cubed is an average and has none). */
  readonly right?: number;
  readonly predicted?: number;
  readonly gold?: number;
}

/** Harmonic mean of precision and recall; 0 where both are 0. */
export function harmonic(precision: number, recall: number): number {
  return precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
}

export function figure(right: number, predicted: number, gold: number): Figure {
  const precision = predicted ? right / predicted : 0;
  const recall = gold ? right / gold : 0;
  return { precision, recall, f1: harmonic(precision, recall), right, predicted, gold };
}
