/**
 * The viewer's figures, by software rendering in a real Chromium: sizes sent, time to the first picture with names, time of
 * script for each tick of the brush, and the longest step of script while a reader pans and searches.
 */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright-core";
import { buildGraph, type EventGraph } from "../src/graph/index.ts";
import type { CaseRecords } from "../src/ontology/index.ts";
import { buildViewerPayload, readAssets, renderPage, type ViewerPayload } from "../src/viewer/index.ts";
import { goldRecords } from "../test/support/gold-records.ts";
import { syntheticEventGraph } from "../test/support/synthetic-graph.ts";

const SIZES = [
  { nodes: 20_000, edges: 100_000 },
  { nodes: 100_000, edges: 300_000 },
] as const;
const RUNS = 5;
const NO_RECORDS: CaseRecords = {
  documents: [],
  claims: [],
  entities: [],
  events: [],
  relations: [],
  judgements: [],
};

/** Prints one Markdown table. The large graphs take a few minutes each, nearly all of it their layout. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "riposte-bench-viewer-"));
  const browser = await chromium.launch({
    executablePath: process.env["CHROME_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  });
  const { script, style } = readAssets();
  process.stdout.write(`Shell: ${kilobytes(script + style)} KB gzipped\n\n`);
  process.stdout.write(
    "| graph | graph part, KB gz | graph drawn, s | all read, s | brush tick, ms of script | longest pan step | longest letter of a search |\n",
  );
  process.stdout.write("| --- | --- | --- | --- | --- | --- | --- |\n");
  try {
    const records = goldRecords();
    await measure(browser, folder, "bundled corpus", payloadOf(buildGraph(records), records));
    for (const { nodes, edges } of SIZES) {
      const graph = syntheticEventGraph({ nodes, edges });
      await measure(
        browser,
        folder,
        `${nodes / 1_000}k nodes, ${edges / 1_000}k edges`,
        payloadOf(graph, NO_RECORDS),
      );
    }
  } finally {
    await browser.close();
  }
}

function payloadOf(graph: EventGraph, records: CaseRecords): ViewerPayload {
  return buildViewerPayload(records, graph, { title: "bench", minConfidence: 0 });
}

async function measure(
  browser: Browser,
  folder: string,
  name: string,
  payload: ViewerPayload,
): Promise<void> {
  const path = join(folder, "page.html");
  writeFileSync(path, renderPage(readAssets(), { title: "bench", payload, probe: true }));
  const paints: number[] = [];
  const readies: number[] = [];
  let rest: readonly number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
    const start = performance.now();
    await page.goto(pathToFileURL(path).href);
    await waitFor(page, "Boolean(window.__riposte?.snapshot()?.labels.length)");
    paints.push((performance.now() - start) / 1_000);
    await waitFor(page, "document.documentElement.dataset.ready === 'true'");
    readies.push((performance.now() - start) / 1_000);
    if (i === RUNS - 1) rest = await interact(page, payload.graph.days);
    await page.close();
  }
  const cells = [
    kilobytes(JSON.stringify(payload.graph)),
    fixed(median(paints), 2),
    fixed(median(readies), 2),
    ...rest.map((value) => fixed(value, 1)),
  ];
  process.stdout.write(`| ${name} | ${cells.join(" | ")} |\n`);
}

/**
 * Brush, pan and search. Times are those that the page's main thread computed, which a busy machine does not lengthen.
 * @returns median script of a brush tick; longest of a pan step and of a letter typed
 */
async function interact(page: Page, days: number): Promise<readonly number[]> {
  await page.waitForTimeout(2_000);
  const script = await scriptClock(page);
  const ticks: number[] = [];
  for (let i = 0; i < 9; i++) {
    const from = Math.floor((days * i) / 12);
    ticks.push(
      await script(() => page.evaluate(`window.__riposte.brushTick(${from}, ${from + Math.ceil(days / 8)})`)),
    );
  }
  await page.mouse.move(500, 300);
  await page.mouse.down();
  const pans: number[] = [];
  for (let i = 1; i <= 12; i++) pans.push(await script(() => page.mouse.move(500 + i * 8, 300 + i * 4)));
  await page.mouse.up();
  await page.waitForTimeout(1_000);
  await page.click("#search");
  const letters: number[] = [];
  for (const letter of "armed") letters.push(await script(() => page.keyboard.type(letter)));
  return [median(ticks), Math.max(...pans), Math.max(...letters)];
}

/** Time between a step and the frames that it causes, so that they count for it and not for the next one. */
const REST_MS = 400;

/** @returns a function that tells how many milliseconds of script a step took, its frames included */
async function scriptClock(page: Page): Promise<(step: () => Promise<unknown>) => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const now = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0;
  };
  return async (step) => {
    const before = await now();
    await step();
    await page.waitForTimeout(REST_MS);
    return ((await now()) - before) * 1_000;
  };
}

async function waitFor(page: Page, expression: string): Promise<void> {
  while (!(await page.evaluate(expression).catch(() => false))) await page.waitForTimeout(20);
}

const kilobytes = (text: string) => fixed(gzipSync(text).length / 1_024, 0);
const fixed = (value: number, digits: number) => value.toFixed(digits);

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
