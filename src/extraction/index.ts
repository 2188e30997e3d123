export { createFramesExtractor, type FramesOptions } from "./frames-extractor.ts";
export * from "./types.ts";
