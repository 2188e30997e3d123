export { buildCase } from "./build-case.ts";
export type * from "./types.ts";
