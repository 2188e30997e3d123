export { buildGraph } from "./build.ts";
export { toGraphology } from "./graphology.ts";
export { type GraphFilter, projectGraph, VIEWS, type ViewName } from "./project.ts";
export * from "./types.ts";
export { withoutSources } from "./without-sources.ts";
