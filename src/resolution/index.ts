export { claimIds } from "./claims.ts";
export { addedNames } from "./decisions/added-names.ts";
export { addDecisions, dropLastDecisions, formatDecisions, parseDecisions } from "./decisions/file.ts";
export { decisionSchema, type Decision, type DecisionContent } from "./decisions/types.ts";
export type { Memory } from "./memory.ts";
export { reviewQueue, type ReviewChoice, type ReviewItem, type ReviewSide } from "./review-queue.ts";
export { resolve } from "./resolve.ts";
export { DEFAULT_SETTINGS, type ResolutionSettings } from "./settings.ts";
export type { DocumentExtraction, Notice, PreviousEvent, Resolution, ResolveInput } from "./types.ts";
