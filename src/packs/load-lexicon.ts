import { join } from "node:path";
import type { z } from "zod";
import type { Language } from "../ontology/index.ts";
import { packagePath, RiposteError } from "../shared/index.ts";
import { type AgreementWords, agreementSchema } from "./agreement-schema.ts";
import { hashFiles } from "./hash-files.ts";
import {
  attributionSchema,
  type Frame,
  framesSchema,
  grammarSchema,
  modalitySchema,
  nounClassesSchema,
  relationsSchema,
  triggersSchema,
  weaponSubtypesSchema,
  weaponsSchema,
} from "./lexicon-schema.ts";
import { readYaml } from "./read-yaml.ts";

/** Everything that extraction knows of a language's words, after validation. */
export interface Lexicon {
  readonly language: Language;
  /** Frames by name, in the order of frames.yaml: earlier ones win where a word could have several. */
  readonly frames: ReadonlyMap<string, Frame>;
  readonly triggers: z.infer<typeof triggersSchema>;
  readonly grammar: z.infer<typeof grammarSchema>;
  readonly agreement: AgreementWords;
  readonly nouns: z.infer<typeof nounClassesSchema>;
  readonly weapons: z.infer<typeof weaponsSchema>;
  readonly weaponSubtypes: z.infer<typeof weaponSubtypesSchema>;
  readonly attribution: z.infer<typeof attributionSchema>;
  readonly modality: z.infer<typeof modalitySchema>;
  readonly relations: z.infer<typeof relationsSchema>;
  /** As `lexiconHash`, part of the extraction cache's key. */
  readonly hash: string;
}

const SHIPPED = packagePath("graph-data/languages");
const FILES = [
  "triggers",
  "grammar",
  "agreement",
  "nouns",
  "weapons",
  "attribution",
  "modality",
  "relations",
] as const;

/**
 * Hash of the files that `loadLexicon` reads for a language.
 * @throws {RiposteError} `pack/not-found`
 */
export function lexiconHash(language: Language, folder: string = SHIPPED): string {
  const own = FILES.map((name) => join(folder, language, `${name}.yaml`));
  return hashFiles([join(folder, "frames.yaml"), join(folder, "weapons.yaml"), ...own]);
}

/**
 * Reads the extraction lexicon of a language from `folder` (by default the one shipped in graph-data/languages).
 * @throws {RiposteError} `pack/not-found`, `pack/bad-yaml` or `pack/bad-field`, with file and line; `pack/unknown-reference`
 *   where words are listed under a frame that frames.yaml does not have
 */
export function loadLexicon(language: Language, folder = SHIPPED): Lexicon {
  const own = (name: string) => join(folder, language, `${name}.yaml`);
  const frames = new Map(Object.entries(readYaml(join(folder, "frames.yaml"), framesSchema).frames));
  const triggers = readYaml(own("triggers"), triggersSchema);
  for (const name of [...Object.keys(triggers.verbs), ...Object.keys(triggers.nouns)]) {
    if (!frames.has(name))
      throw new RiposteError(
        "pack/unknown-reference",
        `${own("triggers")}: no frame "${name}" in frames.yaml`,
      );
  }
  return {
    language,
    frames,
    triggers,
    grammar: readYaml(own("grammar"), grammarSchema),
    agreement: readYaml(own("agreement"), agreementSchema),
    nouns: readYaml(own("nouns"), nounClassesSchema),
    weapons: readYaml(own("weapons"), weaponsSchema),
    weaponSubtypes: readYaml(join(folder, "weapons.yaml"), weaponSubtypesSchema),
    attribution: readYaml(own("attribution"), attributionSchema),
    modality: readYaml(own("modality"), modalitySchema),
    relations: readYaml(own("relations"), relationsSchema),
    hash: lexiconHash(language, folder),
  };
}
