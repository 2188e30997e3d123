/** The exported file: opened from disk, silent, and unmoved by what reports say. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import type { CaseRecords } from "../../src/ontology/index.ts";
import { describeInBrowser, launchBrowser, openPage } from "../support/browser.ts";
import { chainRecords } from "../support/viewer-model.ts";
import { exportedFile, goTo, openViewer, settle, snapshot } from "../support/viewer-page.ts";

const SCRIPT = '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2">';
const RTL = "\u202Egnihtemos\u202C \u2066النص\u2069";
const LONG = "Very long ".repeat(1_000);

/** The chain with hostile words wherever a report can put any. */
function hostileRecords(): CaseRecords {
  const records = chainRecords();
  const text = `${SCRIPT} Alpha fired ${RTL} at Bravo.`;
  const [first, ...others] = records.documents;
  const hostile = {
    ...first,
    text,
    title: `${SCRIPT} ${RTL}`,
    publisher: SCRIPT,
    url: "javascript:window.hacked=3",
  };
  return {
    ...records,
    documents: [hostile as (typeof records.documents)[number], ...others],
    claims: records.claims.map((claim) =>
      claim.document === "one"
        ? {
            ...claim,
            evidence: { start: 0, end: text.length, text },
            sourceText: `javascript:alert(1) ${SCRIPT}`,
            mentions: [{ role: "agent", entity: "alpha", start: SCRIPT.length + 1, end: SCRIPT.length + 6 }],
          }
        : claim,
    ),
    entities: records.entities.map((entity) => {
      if (entity.id === "alpha")
        return {
          ...entity,
          name: SCRIPT,
          names: {},
          aliases: [{ name: `${SCRIPT}${RTL}`, usedBy: [SCRIPT] }],
        };
      return entity.id === "bravo" ? { ...entity, name: LONG, names: {} } : entity;
    }),
  };
}

describeInBrowser("the exported file", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 300_000);
  afterAll(async () => browser?.close());

  test("opens from disk with not one request, and breaks no rule of its content policy", async () => {
    const url = exportedFile(chainRecords(), "Chain");
    const { page, errors, requests } = await openPage(browser);
    await openViewer(page, url);
    await page.locator(".legend").waitFor();
    await goTo(page, "sel=n:ev2");
    await page.locator(".quote").first().waitFor();
    await goTo(page, "view=sources");
    expect(errors).toEqual([]);
    expect(requests.filter((address) => !address.startsWith("data:"))).toEqual([url]);
    await page.context().close();
  }, 300_000);

  test("hostile words are inert and readable everywhere", async () => {
    const { page, errors } = await openPage(browser);
    await openViewer(page, exportedFile(hostileRecords(), "Hostile <b>case</b>"));
    for (const fragment of [
      "sel=n:alpha",
      "sel=n:bravo",
      "sel=n:ev2",
      "view=sources",
      "tab=list",
      "lens=contested",
      "",
    ]) {
      await goTo(page, fragment);
      await settle(page);
    }
    await goTo(page, "sel=n:ev1");
    await page.locator(".quote").first().waitFor();
    const quote = await page.locator(".quote").first().innerText();
    expect(quote).toContain("<script>window.hacked = 1</script>");
    expect(quote).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(await page.locator(".quote a").count()).toBe(0);
    expect(await page.locator(".quote mark").first().innerText()).toBe("Alpha");
    expect(await page.evaluate("window.hacked")).toBeUndefined();
    expect(await page.locator("#app script, #app img").count()).toBe(0);
    await page.locator("#search").fill("script");
    await settle(page);
    expect(await page.locator(".hit").first().innerText()).toContain("<script>");
    for (const { text } of (await snapshot(page)).labels) expect(text.length).toBeLessThanOrEqual(42);
    // A name of ten thousand letters does not push anything off the page.
    await goTo(page, "sel=n:bravo");
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  }, 300_000);

  test("decides nothing: it has no server", async () => {
    const { page } = await openPage(browser);
    await openViewer(page, exportedFile(chainRecords(), "Chain"), "sel=n:alpha");
    await page.locator(".node-title").waitFor();
    expect(await page.getByText("Merge with…").count()).toBe(0);
    await page.context().close();
  }, 300_000);

  test("pictures: PNG and SVG with legend and caption", async () => {
    const { page, errors } = await openPage(browser);
    await openViewer(page, exportedFile(chainRecords(), "Chain"));
    const save = async (item: string) => {
      await page.getByRole("button", { name: "Share" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: item }).click(),
      ]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const svg = await save("Drawing (SVG)");
    expect(svg.name).toMatch(/^riposte-[0-9a-f]{8}\.svg$/);
    const drawing = svg.bytes.toString("utf8");
    expect(drawing).toContain("Demonstration reports written for this project; not a source.");
    expect(drawing).toMatch(/retaliation/);
    expect(drawing).toContain("The Alpha");
    const png = await save("Picture (PNG)");
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(png.bytes.length).toBeGreaterThan(8_000);
    expect(errors).toEqual([]);
    await page.context().close();
  }, 300_000);

  test("without WebGL: a clear message, and the list still works", async () => {
    const { page } = await openPage(browser);
    await page.addInitScript(`{
      const original = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return kind.startsWith("webgl") ? null : original.call(this, kind, ...rest);
      };
    }`);
    await page.goto(exportedFile(chainRecords(), "Chain"));
    await page.getByText("This browser cannot draw the graph").waitFor();
    await page.locator(".list-row button").first().click();
    await page.locator(".quote, .edge-title").first().waitFor();
    await page.context().close();
  }, 300_000);

  test("a damaged file says so in one line", async () => {
    const { page } = await openPage(browser);
    const url = exportedFile(chainRecords(), "Damaged");
    const path = fileURLToPath(url);
    const damaged = readFileSync(path, "utf8").replace('id="part-graph">{', 'id="part-graph">{{');
    await page.setContent(damaged.replace(/<meta http-equiv[^>]*>/, ""));
    await page.getByText("The graph could not be opened").waitFor();
    await page.context().close();
  }, 300_000);
});
