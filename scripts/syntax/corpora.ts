/** Which treebank files train and test each language. No `-test` file is ever trained or tuned on. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Language } from "../../src/ontology/index.ts";
import { Random } from "./random.ts";
import { englishReports } from "./reports/english.ts";
import { readTreebank, type TreebankSentence } from "./treebank.ts";

/** Folder of the treebank files; they do not ship with Riposte. */
export const TREEBANKS = fileURLToPath(new URL("../../../shared/treebanks/", import.meta.url));

interface Corpora {
  readonly train: readonly string[];
  readonly test: Readonly<Record<string, string>>;
  readonly joinContractions: boolean;
  /** How many sentences of reports are made by grammar beside the treebanks. */
  readonly reports: number;
}

export const CORPORA: Readonly<Record<Language, Corpora>> = {
  fr: {
    train: ["fr-gsd-dev", "fr-sequoia-train", "fr-sequoia-dev", "fr-pud"],
    test: { GSD: "fr-gsd-test", Sequoia: "fr-sequoia-test" },
    joinContractions: true,
    reports: 0,
  },
  en: { train: ["en-ewt-train"], test: { EWT: "en-ewt-test" }, joinContractions: false, reports: 2500 },
};

const REPORTS: Readonly<Record<Language, (count: number, random: Random) => TreebankSentence[]>> = {
  fr: () => [],
  en: englishReports,
};
const REPORTS_SEED = 7;

export function haveTreebanks(): boolean {
  return existsSync(TREEBANKS);
}

/** Sentences of a treebank file, named without its ending. */
export function readCorpus(language: Language, name: string): TreebankSentence[] {
  return readTreebank(`${TREEBANKS}${name}.conllu`, { joinContractions: CORPORA[language].joinContractions });
}

export function readTraining(language: Language): TreebankSentence[] {
  const { train, reports } = CORPORA[language];
  return [
    ...train.flatMap((name) => readCorpus(language, name)),
    ...REPORTS[language](reports, new Random(REPORTS_SEED)),
  ];
}
