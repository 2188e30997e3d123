export * from "./defaults.ts";
export * from "./json-schema.ts";
export * from "./records.ts";
export * from "./table.ts";
export { independentSources, type SourceKeys, sourceKeysOf } from "./sources.ts";
