/** Suites on one open page of the viewer. */
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { describeInBrowser, launchBrowser, type OpenPage, openPage } from "./browser.ts";
import { goldRecords } from "./gold-records.ts";
import { exportedFile, goTo, openViewer } from "./viewer-page.ts";

export interface ViewerFixture {
  readonly browser: Browser;
  readonly page: Page;
  /** Where the page was exported to. */
  readonly url: string;
  /** What is written in the first element that the selector finds. */
  readonly text: (selector: string) => Promise<string>;
  /** The line that says how much of the graph is shown. */
  readonly status: () => Promise<string>;
}

type ViewerTest = (name: string, run: (viewer: ViewerFixture) => Promise<void>) => void;

/**
 * A suite on the viewer of the annotated demonstration corpus: each test finds the page as it opens, and fails where
 * the page raises an error.
 */
export function describeViewer(name: string, suite: (test: ViewerTest) => void): void {
  describeInBrowser(name, () => {
    let browser: Browser;
    let opened: OpenPage;
    let viewer: ViewerFixture;

    beforeAll(async () => {
      const url = exportedFile(goldRecords());
      browser = await launchBrowser();
      opened = await openPage(browser);
      const { page } = opened;
      const text = (selector: string) => page.locator(selector).first().innerText();
      viewer = { browser, page, url, text, status: () => text("#status-line") };
      await openViewer(page, url);
    }, 300_000);

    afterEach(async () => {
      expect(opened?.errors).toEqual([]);
      await viewer.page.keyboard.press("Escape");
      await goTo(viewer.page, "");
    });

    afterAll(async () => browser?.close());

    suite((title, run) => test(title, () => run(viewer), 300_000));
  });
}
