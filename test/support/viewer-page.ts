/** The built viewer in a browser: makes the page, opens it, and asks it what is on screen. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import type { CaseRecords } from "../../src/ontology/index.ts";
import { packagePath } from "../../src/shared/index.ts";
import { exportPage } from "../../src/viewer/index.ts";
import type { Probe, Snapshot } from "../../viz/src/ui/probe-types.ts";
import { NOTICE } from "./viewer-model.ts";

/** Builds the viewer where its sources are newer than what was built. Test files may ask at the same time. */
export function freshViewer(): void {
  const lock = packagePath("node_modules/.viewer-build");
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; !tryMake(lock); waited += 200) {
    if (waited > 60_000) throw new Error(`${lock}: another build does not end; remove the folder`);
    Atomics.wait(pause, 0, 0, 200);
  }
  try {
    const built = packagePath("dist/viz/viewer.js");
    if (existsSync(built) && statSync(built).mtimeMs > newest(packagePath("viz"))) return;
    const vite = packagePath("node_modules/vite/bin/vite.js");
    const config = packagePath("viz/vite.config.ts");
    execFileSync(process.execPath, [vite, "build", "--config", config, "--logLevel", "error"]);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function tryMake(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function newest(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

let made: string | undefined;

/** A folder of this test file, gone when its process ends. */
function exportFolder(): string {
  if (made === undefined) {
    const path = mkdtempSync(join(tmpdir(), "riposte-viewer-"));
    process.once("exit", () => rmSync(path, { recursive: true, force: true }));
    made = path;
  }
  return made;
}

/** Writes an exported page of these records. @returns its `file://` address */
export function exportedFile(records: CaseRecords, title = "Levant"): string {
  freshViewer();
  const path = join(exportFolder(), `${title.replace(/\W+/g, "-")}.html`);
  writeFileSync(path, exportPage(records, { title, notice: NOTICE, probe: true }));
  return pathToFileURL(path).href;
}

/** Opens an address of the viewer and waits until everything is drawn and read. */
export async function openViewer(page: Page, url: string, fragment = ""): Promise<void> {
  await page.goto(fragment ? `${url}#${fragment}` : url);
  await waitReady(page);
}

export async function waitReady(page: Page): Promise<void> {
  await until(
    page,
    "document.documentElement.dataset.ready === 'true' && Boolean(window.__riposte?.snapshot())",
  );
  await settle(page);
}

/** Asks the page until the expression holds; Playwright's own waiting would run into the page's content policy. */
export async function until(page: Page, expression: string, milliseconds = 120_000): Promise<void> {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    // While a page reloads there is nobody to answer.
    if (await page.evaluate(expression).catch(() => false)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`this never came true: ${expression}`);
}

/** Two frames: what was asked for is on screen. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))",
  );
}

/** Goes to another state without loading the page again. */
export async function goTo(page: Page, fragment: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(fragment)}`);
  await settle(page);
}

export async function snapshot(page: Page): Promise<Snapshot> {
  return page.evaluate<Snapshot>("window.__riposte.snapshot()");
}

/** Calls one function of the page's probe. */
export async function ask<K extends keyof Probe>(
  page: Page,
  name: K,
  ...args: Probe[K] extends (...given: infer A) => unknown ? A : never
): Promise<Probe[K] extends (...given: never) => infer R ? R : never> {
  const call = `window.__riposte.${name}(...${JSON.stringify(args)})`;
  return page.evaluate<Probe[K] extends (...given: never) => infer R ? R : never>(call);
}

/** Clicks long enough after the last click that the two are not taken for a double click. */
export async function clickAt(page: Page, at: { readonly x: number; readonly y: number }): Promise<void> {
  await page.waitForTimeout(300);
  await page.mouse.move(at.x + 1, at.y);
  await page.mouse.click(at.x, at.y);
  await settle(page);
}
