/**
 * Confidence from which views and counts take a claim unless asked otherwise: where nine edges in ten are right on
 * annotated reports that nothing was fitted on. Refitted with the confidence model (docs/figures/evaluation.md).
 */
export const DEFAULT_MIN_CONFIDENCE = 0.8;
