export { createFramesExtractor, type FramesOptions } from "./frames-extractor.ts";
export { lexiconLemmas } from "./lexicon-index.ts";
export * from "./types.ts";
