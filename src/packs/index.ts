export { parseYaml, readYaml } from "./read-yaml.ts";
export * from "./types.ts";
export { type Lexicon, loadLexicon } from "./load-lexicon.ts";
export type { Frame, FrameRole, Needs, TriggerEntry } from "./lexicon-schema.ts";
