/**
 * Confidence from which views and counts take a claim unless asked otherwise.
 *
 * The aim is the point from which nine edges in ten are right on reports that nothing was fitted on. The reader is not
 * there yet: from here on it is about eight in ten, and a higher threshold keeps too few edges to be a graph
 * (docs/figures/evaluation.md). Refitted with the confidence model: scripts/fit-reading.ts.
 */
export const DEFAULT_MIN_CONFIDENCE = 0.7;
