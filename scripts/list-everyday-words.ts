/**
 * Writes graph-data/languages/<language>/everyday.yaml, the words that a capital does not make a misspelt name, from the
 * training treebanks in ../shared/treebanks: `npx tsx scripts/list-everyday-words.ts`.
 */
import { writeFileSync } from "node:fs";
import { isSafeKey, nameKey } from "../src/language/names/name-key.ts";
import { LANGUAGES, type Language } from "../src/ontology/index.ts";
import { fold, packagePath, sortedUnique } from "../src/shared/index.ts";
import { CORPORA, haveTreebanks, readTraining } from "./syntax/corpora.ts";

const LINE = 120;
/** Words that YAML would read as values. */
const VALUES = new Set(["true", "false", "null"]);

/** Folded words of the corpora that are written small, are no names, and have consonants enough to be taken for one. */
function everydayWords(language: Language): string[] {
  const found = readTraining(language).flatMap(({ forms, tags }) =>
    forms.flatMap((form, at) => (tags[at] !== "PROPN" && /^\p{Ll}{4,}$/u.test(form) ? fold(form) : [])),
  );
  return sortedUnique(found).filter((word) => /^[a-z]+$/.test(word) && isSafeKey(nameKey([word])));
}

function asYaml(language: Language, words: readonly string[]): string {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (line.length + word.length > LINE) {
      lines.push(line);
      line = "";
    }
    line += `${line === "" ? "  " : " "}${VALUES.has(word) ? `"${word}"` : word},`;
  }
  return [
    "# Words of everyday prose, without accents. With a capital, as in a headline, none of them is the misspelling of a name:",
    "# « Banque » is not Banki. Listed by scripts/list-everyday-words.ts: words written small in",
    `# ${CORPORA[language].train.join(", ")} (Universal Dependencies).`,
    "[",
    ...lines,
    line,
    "]",
    "",
  ].join("\n");
}

if (haveTreebanks())
  for (const language of LANGUAGES)
    writeFileSync(
      packagePath(`graph-data/languages/${language}/everyday.yaml`),
      asYaml(language, everydayWords(language)),
    );
else process.stdout.write("../shared/treebanks is absent: nothing to list words from\n");
