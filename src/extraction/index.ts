export type { ClaimReading, ParsedToken, RankedCandidate } from "./claim-reading.ts";
export {
  createFramesExtractor,
  type FramesExtractor,
  type FramesOptions,
  framesIdentity,
} from "./frames-extractor.ts";
export { lexiconLemmas } from "./lexicon-index.ts";
export * from "./types.ts";
