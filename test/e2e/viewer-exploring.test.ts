/** What the viewer offers beyond the graph: search, links, comparisons, views, other screens; in a real browser. */
import { expect } from "@jest/globals";
import { openPage } from "../support/browser.ts";
import { goldRecords } from "../support/gold-records.ts";
import { NOTICE } from "../support/viewer-model.ts";
import { ask, exportedFile, goTo, openViewer, settle, snapshot, until } from "../support/viewer-page.ts";
import { describeViewer } from "../support/viewer-suite.ts";

describeViewer("exploring with the viewer", (test) => {
  test("search finds an alias without accents; the link reopens on the same actor", async ({
    browser,
    page,
    url,
    text,
  }) => {
    await page.locator("#search").fill("teheran");
    await page.keyboard.press("Enter");
    await settle(page);
    expect(await text(".node-title h2")).toBe("Iran");
    expect(page.url()).toContain("sel=n:iran");
    await page.waitForURL(/cam=/);
    const fragment = new URL(page.url()).hash;
    const other = await openPage(browser);
    await openViewer(other.page, url, fragment.slice(1));
    expect(await other.page.locator(".node-title h2").innerText()).toBe("Iran");
    const [there, here] = [(await snapshot(other.page)).camera, (await snapshot(page)).camera];
    for (const key of ["x", "y", "ratio"] as const) expect(there[key]).toBeCloseTo(here[key], 3);
    await other.page.context().close();
  });

  test("a link to an edge opens on it; what the graph has not is told", async ({ browser, page, url }) => {
    const id = (await ask(page, "edgeIds"))[30] ?? "";
    const other = await openPage(browser);
    await openViewer(other.page, url, `v=1&sel=e:${encodeURIComponent(id)}&hide=nobody-here`);
    expect((await snapshot(other.page)).selection).toEqual({ kind: "edge", row: 30 });
    expect(await other.page.locator(".link-notes").innerText()).toContain("nobody-here");
    await other.page.context().close();
  });

  test("a path between two actors", async ({ page, text }) => {
    await goTo(page, "sel=n:russia");
    await page.getByRole("button", { name: "Path from here…" }).click();
    await page.locator("#search").fill("iran");
    await page.keyboard.press("Enter");
    await settle(page);
    expect(page.url()).toMatch(/path=/);
    expect(await text(".sheet h2")).toMatch(/^From /);
  });

  test("why central: a sentence and what would lower the rank", async ({ page, text }) => {
    await goTo(page, "sel=n:us-armed-forces");
    await page.locator("#central summary").click();
    expect(await text("#central p")).toMatch(
      /Number \d+ of \d+ by partners: \d+ partners in \d+ relations shown/,
    );
  });

  test("play the escalation: steps with their quotes", async ({ page, text }) => {
    await page.getByRole("button", { name: "Explore" }).click();
    await page.getByRole("menuitem", { name: "Play the escalation" }).click();
    await page.locator(".tour .quote").waitFor();
    expect((await snapshot(page)).emphasized?.edges).toBeGreaterThan(0);
    const first = await text(".tour h3");
    await page.locator(".tour").getByRole("button", { name: "Next step" }).click();
    await until(page, `document.querySelector(".tour h3").innerText !== ${JSON.stringify(first)}`);
    expect(await text(".tour")).toMatch(/Step 2 of/);
  });

  test("two sources side by side share one camera", async ({ page }) => {
    await page.getByRole("button", { name: "Explore" }).click();
    await page.getByRole("menuitem", { name: "Two sources side by side" }).click();
    await page.locator("#graph-b canvas").first().waitFor();
    expect(await page.locator(".side-title").count()).toBe(2);
    expect(page.url()).toContain("cmp=");
    await page.getByRole("button", { name: "Stop comparing" }).click();
    await until(page, "!document.getElementById('graph-b')");
  });

  test("what changed since an earlier export", async ({ page, text }) => {
    const records = goldRecords();
    const earlier = exportedFile({ ...records, events: records.events.slice(10) }, "Earlier");
    await page.getByRole("button", { name: "Explore" }).click();
    await page.getByRole("menuitem", { name: "What changed since…" }).click();
    await page.locator('input[type="file"]').setInputFiles(new URL(earlier).pathname);
    await page.getByText("Since: Earlier").waitFor();
    expect(Number.parseInt(await text(".panel h3"), 10)).toBeGreaterThan(5);
  });

  test("views, map, theme and language", async ({ page, text, status }) => {
    await page.getByRole("button", { name: "Events", exact: true }).click();
    await settle(page);
    expect(page.url()).toContain("view=events");
    await page.getByRole("button", { name: "Sources", exact: true }).click();
    await settle(page);
    expect((await snapshot(page)).shownEdges.length).toBeGreaterThan(50);
    await page.getByRole("button", { name: "Map", exact: true }).click();
    await settle(page);
    expect(page.url()).toContain("lay=map");
    expect((await snapshot(page)).shownEdges.length).toBeGreaterThan(200);
    expect(await text("#status")).toMatch(/\d+ of \d+ stand at their coordinates/);
    await page.getByRole("button", { name: "Dark theme" }).click();
    await until(page, "document.documentElement.dataset.theme === 'dark'");
    await page.getByRole("button", { name: "Français" }).click();
    await until(page, "document.documentElement.lang === 'fr'");
    expect(await text(".corpus-notice")).toBe(NOTICE.fr);
    expect(await status()).toMatch(/relations sur \d+, du 25 oct/);
  });

  test("on paper the legend and the details stand below the graph, however narrow the sheet", async ({
    browser,
    url,
  }) => {
    const paper = await openPage(browser, { viewport: { width: 790, height: 1_120 } });
    await openViewer(paper.page, url, "sel=n:iraq");
    await paper.page.emulateMedia({ media: "print" });
    for (const part of [".legend", ".graph-area", ".node-title"])
      expect(await paper.page.locator(part).isVisible()).toBe(true);
    for (const part of [".bar-group", ".tools", ".search"])
      expect(await paper.page.locator(part).isVisible()).toBe(false);
    await paper.page.context().close();
  });

  test("phone: sheets for filters and details", async ({ browser, url }) => {
    const phone = await openPage(browser, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await openViewer(phone.page, url);
    expect(await phone.page.locator(".panel").isVisible()).toBe(false);
    await phone.page.getByRole("button", { name: "Filters" }).click();
    expect(await phone.page.locator(".legend").isVisible()).toBe(true);
    const row = (await ask(phone.page, "nodeRow", "iraq")) ?? -1;
    await phone.page.getByRole("button", { name: "Close" }).first().click();
    const at = await ask(phone.page, "nodePoint", row);
    await phone.page.touchscreen.tap(at?.x ?? 0, at?.y ?? 0);
    await phone.page.locator(".node-title, .picker").first().waitFor();
    expect(phone.errors).toEqual([]);
    await phone.page.context().close();
  });
});
