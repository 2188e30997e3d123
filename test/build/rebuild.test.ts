/** What holds of rebuilds whatever was changed: on sequences of changes, not on chosen ones. */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { buildCase } from "../../src/build/index.ts";
import { packagePath } from "../../src/shared/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const root = await temporaryFolder();
const corpus = packagePath("graph-data/corpus/levant");
const packs = ["levant"];
const names = (await readdir(corpus)).filter((name) => name.endsWith(".md")).sort();
const texts = await Promise.all(names.slice(0, 6).map((name) => readFile(join(corpus, name), "utf8")));

/** What is done to one of the reports between two builds. */
const change = fc.record({
  report: fc.nat(texts.length - 1),
  how: fc.constantFrom(
    (text: string) => `${text}\nLe porte-parole a démenti toute perte.\n`,
    (text: string) => text.replace(/\n\n[^\n]+\n*$/u, "\n"),
    (text: string) => text.replace(/^published: \d{4}/mu, "published: 2022"),
    (text: string) => text.replaceAll("Kirkouk", "Mossoul").replaceAll("Baghdad", "Basra"),
    () => undefined,
  ),
});

async function writeReports(folder: string, reports: readonly (string | undefined)[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [at, text] of reports.entries())
    if (text !== undefined) await writeFile(join(folder, `${at}.md`), text);
}

/** The files of a case, but for the ids that events had before: only a rebuild can know them. */
async function contentOf(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".jsonl"));
  const content: Record<string, string> = {};
  for (const name of files)
    content[name] = (await readFile(join(folder, name), "utf8")).replace(/"formerIds":\[[^\]]*\],/gu, "");
  return content;
}

let run = 0;

test("a case rebuilt after changes holds what one built from scratch does, to the byte", async () => {
  const input = join(root, "reports");
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const [rebuilt, scratch] = [join(root, `rebuilt-${++run}`), join(root, `scratch-${run}`)];
      const reports: (string | undefined)[] = [...texts];
      await writeReports(input, reports);
      await buildCase([input], { caseFolder: rebuilt, packs });
      for (const { report, how } of changes) {
        const text = reports[report];
        if (text !== undefined) reports[report] = how(text);
        await writeReports(input, reports);
        await buildCase([input], { caseFolder: rebuilt, packs });
      }
      await buildCase([input], { caseFolder: scratch, packs });
      expect(await contentOf(rebuilt)).toEqual(await contentOf(scratch));
    }),
    { numRuns: 3 },
  );
});
