import type { SyntaxModel } from "../types.ts";
import { readModelFile } from "./model-file.ts";
import { Parser } from "./parser.ts";
import { Tagger } from "./tagger.ts";

/**
 * The tagger and parser in the bytes of a model file (`graph-data/models/<language>.syntax.bin`).
 * Throws `model/bad-format` if the bytes are not a whole, undamaged model of this version.
 */
export function loadSyntaxModel(bytes: Uint8Array): SyntaxModel {
  const stored = readModelFile(bytes);
  const tagger = new Tagger(stored.tags, stored.lexicon, stored.tagger);
  const parser = new Parser(stored.inventory, stored.parser);
  return {
    language: stored.language,
    hash: stored.hash,
    tag: (forms) => tagger.tag(forms),
    parse: (forms, tags) => parser.parse(forms, tags),
  };
}
