/** axe finds nothing, in any state, theme and language. What it cannot see, the canvas, has the list as its equal. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { describeInBrowser, launchBrowser, openPage } from "../support/browser.ts";
import { chainRecords } from "../support/viewer-model.ts";
import { exportedFile, goTo, openViewer, settle } from "../support/viewer-page.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Name, fragment, and what to click once there. */
const STATES: readonly (readonly [name: string, fragment: string, ...clicks: string[]])[] = [
  ["nothing selected", ""],
  ["an arrow and its evidence", "sel=e:ev2%7CRETALIATED_AGAINST%7Cbravo%7Calpha"],
  ["an actor", "sel=n:alpha", "#central summary"],
  ["an event", "view=events&sel=n:ev2"],
  ["sources", "view=sources"],
  ["the map", "lay=map"],
  ["a selection that the filters hide", "min=100&sel=e:ev2%7CRETALIATED_AGAINST%7Cbravo%7Calpha"],
  ["the list", "tab=list"],
  ["the contested lens", "lens=contested"],
  ["silences", "lens=silence"],
  ["a path", "path=bravo,delta"],
  ["two sources", "cmp=Outlet%20A,Outlet%20B"],
  ["the tour", "", ".menu-anchor:nth-of-type(2) > button", "[role=menu] button:nth-child(1)"],
  ["the reply clock", "", ".menu-anchor:nth-of-type(2) > button", "[role=menu] button:nth-child(3)"],
  ["what changed", "", ".menu-anchor:nth-of-type(2) > button", "[role=menu] button:nth-child(4)"],
  ["an open menu", "", ".menu-anchor:nth-of-type(1) > button"],
  ["help", "", ".bar-group > button:last-child"],
];

describeInBrowser("accessibility", () => {
  let browser: Browser;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    url = exportedFile(chainRecords(), "Chain");
    browser = await launchBrowser();
    ({ page } = await openPage(browser));
  }, 300_000);
  afterAll(async () => browser?.close());

  for (const theme of ["light", "dark"]) {
    for (const language of ["en", "fr"]) {
      test(`axe: every state, ${theme}, ${language}`, async () => {
        const found: string[] = [];
        const base = `th=${theme}&lang=${language}`;
        await page.goto("about:blank");
        await openViewer(page, url, base);
        await page.evaluate(AXE);
        for (const [name, fragment, ...clicks] of STATES) {
          await page.keyboard.press("Escape");
          await goTo(page, `${base}${fragment && `&${fragment}`}`);
          for (const selector of clicks) await page.locator(selector).first().click();
          await settle(page);
          const violations = await page.evaluate<string[]>(
            "axe.run({ resultTypes: ['violations'], preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 120) + ' ' + nodes[0].failureSummary))",
          );
          found.push(...violations.map((violation) => `${name}: ${violation}`));
        }
        expect(found).toEqual([]);
      }, 150_000);
    }
  }

  test("200% zoom: nothing is cut off, nothing scrolls sideways", async () => {
    const zoomed = await openPage(browser, { viewport: { width: 700, height: 430 }, deviceScaleFactor: 2 });
    await openViewer(zoomed.page, url, "sel=n:alpha");
    expect(await zoomed.page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await zoomed.page.context().close();
  }, 300_000);

  test("every target that can be clicked is at least 24 pixels high", async () => {
    await goTo(page, "sel=n:alpha");
    const small = await page.evaluate<string[]>(
      `[...document.querySelectorAll("button, select, input[type=range], summary, label")]
        .filter((element) => element.offsetParent && element.getBoundingClientRect().height < 24)
        .map((element) => element.outerHTML.slice(0, 90))`,
    );
    expect(small).toEqual([]);
  }, 300_000);

  test("the first stop of the Tab key skips to the list", async () => {
    await openViewer(page, url);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await settle(page);
    expect(await page.evaluate("document.activeElement.id")).toBe("list");
  }, 300_000);

  test("forced colours: what is pressed stays visible", async () => {
    const forced = await openPage(browser, { forcedColors: "active" });
    await openViewer(forced.page, url);
    const outline = await forced.page.evaluate<string>(
      `getComputedStyle(document.querySelector('[aria-pressed="true"]')).outlineStyle`,
    );
    expect(outline).toBe("solid");
    await forced.page.context().close();
  }, 300_000);
});
