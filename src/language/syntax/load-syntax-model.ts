import type { SyntaxModel } from "../types.ts";
import { readModelFile } from "./model-file.ts";
import { Parser } from "./parser.ts";
import { Tagger } from "./tagger.ts";
import { TwoWayParser } from "./two-way-parser.ts";

/**
 * The tagger and parser in the bytes of a model file (`graph-data/models/<language>.syntax.bin`).
 * Throws `model/bad-format` if the bytes are not a whole, undamaged model of this version.
 */
export function loadSyntaxModel(bytes: Uint8Array): SyntaxModel {
  const stored = readModelFile(bytes);
  const tagger = new Tagger(stored.tags, stored.lexicon, stored.tagger);
  const parser = new TwoWayParser(
    new Parser(stored.backward.inventory, stored.backward.weights, false),
    new Parser(stored.forward.inventory, stored.forward.weights, true),
  );
  return {
    language: stored.language,
    hash: stored.hash,
    tag: (forms, isVerb) => tagger.tag(forms, isVerb),
    parse: (forms, tags) => parser.parse(forms, tags),
  };
}
