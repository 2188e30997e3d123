export { buildCase } from "./build-case.ts";
export { readClaimAgain } from "./read-claim-again.ts";
export type * from "./types.ts";
