/**
 * Pictures of reports: of the demonstration corpus in both languages and themes, and, where the ICEWS table lies beside
 * the project, of its attacks: `npx tsx scripts/report-pictures.ts`. The reports themselves are left in a temporary
 * folder, whose name is printed.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { packagePath } from "../src/shared/index.ts";

interface Picture {
  readonly name: string;
  readonly report: string;
  readonly theme: "light" | "dark";
  /** What stands at the top of the picture; the head of the page by default. */
  readonly at?: string;
}

const FIGURES = packagePath("docs/figures/report");
const TABLE = packagePath("../shared/data/icews14.tsv.gz");
const WIDTH = 1100;
const HEIGHT = 1000;
const DEMONSTRATION: readonly Picture[] = [
  { name: "demonstration-fr", report: "levant-fr", theme: "light" },
  { name: "demonstration-en-dark", report: "levant-en", theme: "dark" },
  { name: "support", report: "levant-en", theme: "light", at: "#support" },
  { name: "time", report: "levant-en", theme: "light", at: "#activity" },
  { name: "sources", report: "levant-en", theme: "light", at: "#outlets" },
];
const ICEWS: readonly Picture[] = [
  { name: "icews14", report: "icews14-en", theme: "light" },
  { name: "icews14-time", report: "icews14-en", theme: "light", at: "#activity" },
];

const work = mkdtempSync(join(tmpdir(), "riposte-reports-"));
mkdirSync(FIGURES, { recursive: true });
riposte("build", packagePath("graph-data/corpus/levant"), "--case", join(work, "levant"), "--pack", "levant");
for (const language of ["fr", "en"]) {
  for (const format of ["html", "md", "json"]) report("levant", language, format);
}
const withTable = existsSync(TABLE);
if (withTable) {
  script("scripts/case-from-event-table.ts", TABLE, "--case", join(work, "icews14"));
  for (const format of ["html", "md", "json"]) report("icews14", "en", format, "--projection", "attacks");
} else process.stderr.write(`no pictures of ICEWS: ${TABLE} is not there\n`);
await take([...DEMONSTRATION, ...(withTable ? ICEWS : [])]);
process.stdout.write(`pictures in ${FIGURES}, reports in ${work}\n`);

function script(path: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, ["--import", "tsx", path, ...args], {
    cwd: packagePath("."),
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function riposte(...args: readonly string[]): void {
  script("src/cli/main.ts", ...args, "--quiet");
}

function report(name: string, language: string, format: string, ...more: readonly string[]): void {
  const out = join(work, `${name}-${language}.${format}`);
  riposte("report", join(work, name), "--language", language, "--format", format, "--out", out, ...more);
}

async function take(pictures: readonly Picture[]): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROME_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  for (const { name, report: page, theme, at } of pictures) {
    const context = await browser.newContext({
      viewport: { width: WIDTH, height: HEIGHT },
      colorScheme: theme,
      reducedMotion: "reduce",
    });
    const tab = await context.newPage();
    await tab.goto(pathToFileURL(join(work, `${page}.html`)).href);
    if (at) await tab.evaluate(`document.querySelector("${at}").scrollIntoView({ behavior: "instant" })`);
    await tab.screenshot({ path: join(FIGURES, `${name}.jpg`), type: "jpeg", quality: 78 });
    await context.close();
  }
  await browser.close();
}
