/**
 * Trains the taggers and parsers of graph-data/models from the treebanks in ../shared/treebanks; the same treebanks
 * give the same files, byte for byte.
 *
 *     npx tsx scripts/train-syntax.ts [fr] [en]      train (both, when none is named)
 *     npx tsx scripts/train-syntax.ts --evaluate     score the committed models on the test treebanks
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { loadSyntaxModel } from "../src/language/syntax/index.ts";
import { writeModelFile } from "../src/language/syntax/model-file.ts";
import { LANGUAGES, type Language } from "../src/ontology/index.ts";
import { readSyntaxModelFile, syntaxModelPath } from "../src/packs/load-syntax-model.ts";
import { CORPORA, haveTreebanks, readCorpus, readTraining } from "./syntax/corpora.ts";
import { scoreParsing } from "./syntax/evaluate.ts";
import { trainSyntax } from "./syntax/train-syntax-model.ts";

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const share = (value: number) => value.toFixed(4);

function train(language: Language): void {
  const model = trainSyntax(language, CORPORA[language].train, readTraining(language));
  const path = syntaxModelPath(language);
  mkdirSync(dirname(path), { recursive: true });
  const bytes = writeModelFile(model);
  writeFileSync(path, bytes);
  print(`${path}: ${bytes.length} bytes`);
}

/** Prints the rows of the table in graph-data/models/README.md. */
function evaluate(language: Language): void {
  const model = loadSyntaxModel(readSyntaxModelFile(syntaxModelPath(language)));
  for (const [name, file] of Object.entries(CORPORA[language].test)) {
    const scores = scoreParsing(model, readCorpus(language, file));
    const { upos, tags, uas, las } = scores;
    print(`| ${language} | ${name} | ${[upos, tags, uas, las].map(share).join(" | ")} | ${scores.tokens} |`);
  }
}

const args = process.argv.slice(2);
if (!haveTreebanks()) {
  print("../shared/treebanks is absent: nothing to train from or to score on");
  process.exitCode = 1;
} else {
  const named = LANGUAGES.filter((language) => args.includes(language));
  for (const language of named.length > 0 ? named : LANGUAGES) {
    if (args.includes("--evaluate")) evaluate(language);
    else train(language);
  }
}
