/**
 * Says which sentences of test/golden/probes-*.txt are not read as an annotator would, and how:
 * `npx tsx scripts/probe-sentences.ts`; with `--mark` it also sets the marks of those files anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { LANGUAGES, type Language } from "../src/ontology/index.ts";
import { markLine, misreadings, parseProbe, probesPath } from "../test/support/sentence-probes.ts";

function probe(language: Language, mark: boolean): void {
  const path = probesPath(language);
  let [right, all] = [0, 0];
  const marked = readFileSync(path, "utf8")
    .split("\n")
    .map((line) => {
      const asked = parseProbe(line);
      if (!asked) return line;
      const wrong = misreadings(asked, language);
      all++;
      if (wrong.length === 0) right++;
      else console.log(`${asked.text}\n${wrong.map((each) => `    ${each}`).join("\n")}`);
      return markLine(line, wrong.length > 0);
    });
  console.log(`${language}: ${right} of ${all} sentences read right`);
  if (mark) writeFileSync(path, marked.join("\n"));
}

const { values } = parseArgs({ options: { mark: { type: "boolean", default: false } } });
for (const language of LANGUAGES) probe(language, values.mark);
