import { readFileSync } from "node:fs";
import type { Language } from "../ontology/index.ts";
import { packagePath, RiposteError } from "../shared/index.ts";

/** Where the trained weights of a language stand. */
export function syntaxModelPath(language: Language): string {
  return packagePath(`graph-data/models/${language}.syntax.bin`);
}

/** The bytes of a model file, for `loadSyntaxModel` of the language stage. Throws `model/missing`. */
export function readSyntaxModelFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new RiposteError(
      "model/missing",
      `${path}: cannot read the syntax model; reinstall Riposte or run scripts/train-syntax.ts`,
      { cause },
    );
  }
}
