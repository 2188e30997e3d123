export { type Breakdown, breakdown, type Found } from "./breakdown.ts";
export { type Figure, figure } from "./figures.ts";
export { type Annotation, parseGold, type ScoredClaim } from "./gold.ts";
export type { ClaimMatch, MatchOptions } from "./match.ts";
export { type Score, score } from "./score.ts";
