/**
 * Riposte from TypeScript: every stage by itself, and the build that puts them in order.
 *
 * Stages are pure functions of their input; types say which stage a value has passed. `buildCase` and what reads or
 * writes files are the exceptions.
 */
export * from "./analysis/index.ts";
export * from "./build/index.ts";
export * from "./case/index.ts";
export * from "./documents/index.ts";
export * from "./evaluation/index.ts";
export * from "./export/index.ts";
export * from "./extraction/index.ts";
export * from "./graph/index.ts";
export * from "./language/index.ts";
export * from "./ontology/index.ts";
export * from "./packs/index.ts";
export * from "./query/index.ts";
export * from "./resolution/index.ts";
export { type ErrorCode, RiposteError } from "./shared/index.ts";
export * from "./viewer/index.ts";
