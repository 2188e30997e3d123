/**
 * The viewer's figures, by software rendering in a real Chromium: sizes sent, time to the first picture with names, time of
 * script for each tick of the brush, and the longest task while a reader pans and searches.
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
    "| graph | graph part, KB gz | graph drawn, s | all read, s | brush tick, ms of script | longest task panning, ms | searching, ms |\n",
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

/** Brush, pan and search. @returns median script of a brush tick, longest task of a pan, of a search */
async function interact(page: Page, days: number): Promise<readonly number[]> {
  await page.waitForTimeout(2_000);
  const ticks: number[] = [];
  for (let i = 0; i < 9; i++) {
    const from = Math.floor((days * i) / 12);
    ticks.push(
      await page.evaluate<number>(`window.__riposte.brushTick(${from}, ${from + Math.ceil(days / 8)})`),
    );
    await page.waitForTimeout(200);
  }
  await page.evaluate(`{
    window.__longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.__longest = Math.max(window.__longest, duration);
    }).observe({ type: "longtask" });
  }`);
  await page.mouse.move(500, 300);
  await page.mouse.down();
  for (let i = 1; i <= 12; i++) {
    await page.mouse.move(500 + i * 8, 300 + i * 4);
    await page.waitForTimeout(60);
  }
  await page.mouse.up();
  await page.waitForTimeout(1_000);
  const pan = await page.evaluate<number>("window.__longest");
  await page.evaluate("window.__longest = 0");
  await page.click("#search");
  await page.keyboard.type("arm", { delay: 150 });
  await page.waitForTimeout(1_000);
  const search = await page.evaluate<number>("window.__longest");
  return [median(ticks), pan, search];
}

async function waitFor(page: Page, expression: string): Promise<void> {
  while (!(await page.evaluate(expression).catch(() => false))) await page.waitForTimeout(20);
}

const kilobytes = (text: string) => fixed(gzipSync(text).length / 1_024, 0);
const fixed = (value: number, digits: number) => value.toFixed(digits);

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
