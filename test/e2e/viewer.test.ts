/** The viewer as a reader uses it: real clicks, keys and drags in a real browser. */
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { overlaps } from "../../viz/src/graph/labels.ts";
import { describeInBrowser, launchBrowser, type OpenPage, openPage } from "../support/browser.ts";
import { goldRecords } from "../support/gold-records.ts";
import { NOTICE } from "../support/viewer-model.ts";
import {
  ask,
  clickAt,
  exportedFile,
  goTo,
  openViewer,
  settle,
  snapshot,
  until,
} from "../support/viewer-page.ts";

describeInBrowser("the viewer in a browser", () => {
  let browser: Browser;
  let opened: OpenPage;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    url = exportedFile(goldRecords());
    browser = await launchBrowser();
    opened = await openPage(browser);
    page = opened.page;
    await openViewer(page, url);
  }, 300_000);

  afterEach(async () => {
    expect(opened?.errors).toEqual([]);
    await page.keyboard.press("Escape");
    await goTo(page, "");
  });

  afterAll(async () => browser?.close());

  const text = (selector: string) => page.locator(selector).first().innerText();
  const status = () => text("#status-line");

  test("opens with everything in place, and says that the corpus is no source", async () => {
    expect(await text(".corpus-notice")).toBe(NOTICE.en);
    expect(await status()).toMatch(/^\d+ of \d+ relations, 25 Oct 2019 to 3 Feb 2024$/);
    const { level, shownEdges } = await snapshot(page);
    expect(level).toBe("full");
    expect(shownEdges.length).toBeGreaterThan(200);
  }, 300_000);

  test("no name covers another at three zooms", async () => {
    for (const ratio of [1, 0.5, 0.2]) {
      await ask(page, "setCamera", { x: 0.5, y: 0.5, ratio });
      await settle(page);
      const { labels } = await snapshot(page);
      expect(labels.length).toBeGreaterThan(5);
      for (const [i, a] of labels.entries())
        for (const b of labels.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
    }
    await ask(page, "setCamera", { x: 0.5, y: 0.5, ratio: 1 });
  }, 300_000);

  test("every relation shown can be reached by a click", async () => {
    const { strands, shownEdges } = await snapshot(page);
    const reached = new Set<number>();
    for (const { edge } of strands) {
      for (const t of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
        const at = await ask(page, "edgePoint", edge, t);
        if (!at) continue;
        const hits = await ask(page, "pickEdges", at.x, at.y);
        for (const hit of hits) reached.add(hit);
        if (hits.includes(edge)) break;
      }
    }
    const ids = await ask(page, "edgeIds");
    expect(shownEdges.filter((edge) => !reached.has(edge)).map((edge) => ids[edge])).toEqual([]);
  }, 300_000);

  test("real clicks open the evidence, or a list that has it", async () => {
    const { strands } = await snapshot(page);
    for (const { edge } of strands.filter((_, i) => i % 40 === 7)) {
      const exact = await ask(page, "edgePoint", edge, 0.5);
      const at = exact && { x: Math.round(exact.x), y: Math.round(exact.y) };
      const hits = at ? await ask(page, "pickEdges", at.x, at.y) : [];
      if (!at || !hits.includes(edge)) continue;
      await clickAt(page, at);
      if (hits.length > 1) await page.locator(".picker .edge-line").nth(hits.indexOf(edge)).click();
      await settle(page);
      expect((await snapshot(page)).selection).toEqual({ kind: "edge", row: edge });
      expect(await page.locator(".edge-title").count()).toBe(1);
      await goTo(page, "");
    }
  }, 300_000);

  test("the evidence shows the sentence with its words marked, outlet, date and certainty", async () => {
    const id = (await ask(page, "edgeIds")).find(
      (edge) => edge.startsWith("k1-rockets") && edge.includes("|ATTACKED|"),
    );
    await goTo(page, `sel=e:${encodeURIComponent(id ?? "")}`);
    const quote = page.locator(".quote").first();
    await quote.waitFor();
    expect(await quote.locator("mark").count()).toBeGreaterThan(0);
    expect(await quote.locator("blockquote").getAttribute("lang")).toBe("fr");
    expect(await quote.innerText()).toMatch(/Dépêche Levant.*28 December 2019/s);
    expect(await quote.innerText()).toMatch(/reported|asserted/);
  }, 300_000);

  test("filters are the legend, with counts; one row alone; all back", async () => {
    const before = (await snapshot(page)).shownEdges.length;
    const attacks = Number(
      await page.locator(".legend-row", { hasText: "attack" }).first().locator(".count").innerText(),
    );
    await page.getByRole("checkbox", { name: /^attack/ }).uncheck();
    expect((await snapshot(page)).shownEdges.length).toBe(before - attacks);
    await page.getByRole("checkbox", { name: /^statement/ }).focus();
    await page.keyboard.press("o");
    const statements = Number(
      await page.locator(".legend-row", { hasText: "statement" }).first().locator(".count").innerText(),
    );
    expect((await snapshot(page)).shownEdges.length).toBe(statements);
    await page.getByRole("button", { name: "Reset filters" }).click();
    expect((await snapshot(page)).shownEdges.length).toBe(before);
  }, 300_000);

  test("what is hidden by default is counted beside its row, and shown with one click", async () => {
    const before = (await snapshot(page)).shownEdges.length;
    const row = page.locator(".legend-row", { has: page.locator("input:not(:checked)") }).first();
    const hidden = Number(await row.locator(".count").innerText());
    expect(hidden).toBeGreaterThan(0);
    await row.locator("label").click();
    await settle(page);
    expect((await snapshot(page)).shownEdges.length).toBe(before + hidden);
  }, 300_000);

  test("the brush narrows the time, goes into the address, and back undoes it", async () => {
    const before = await status();
    const box = await page.locator(".histogram svg").boundingBox();
    if (!box) throw new Error("no histogram");
    await page.mouse.move(box.x + box.width * 0.3, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.45, box.y + 30, { steps: 5 });
    await page.mouse.up();
    await settle(page);
    expect(await status()).not.toBe(before);
    expect(page.url()).toMatch(/t=20\d\d-\d\d-\d\d\.\.20\d\d-\d\d-\d\d/);
    await page.goBack();
    await until(page, `document.querySelector("#status-line").textContent === ${JSON.stringify(before)}`);
    expect(await status()).toBe(before);
  }, 300_000);

  test("P plays time and pauses it", async () => {
    const before = await status();
    await page.locator("#graph").focus();
    await page.keyboard.press("p");
    await until(page, `document.querySelector("#status-line").textContent !== ${JSON.stringify(before)}`);
    await page.keyboard.press("p");
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    await page.getByRole("button", { name: "Whole period" }).click();
    expect(await status()).toBe(before);
  }, 300_000);

  test("nodes can be laid out anew while one watches", async () => {
    const row = (await ask(page, "nodeRow", "iraq")) ?? -1;
    const { x, y } = (await ask(page, "nodePoint", row)) ?? { x: 0, y: 0 };
    await page.getByRole("button", { name: "Rearrange" }).click();
    await until(
      page,
      `Math.hypot(window.__riposte.nodePoint(${row}).x - ${x}, window.__riposte.nodePoint(${row}).y - ${y}) > 3`,
    );
    await page.getByRole("button", { name: "Stop rearranging" }).click();
    await page.getByRole("button", { name: "Rearrange", exact: true }).waitFor();
  }, 300_000);

  test("PageUp on a range moves it by a week", async () => {
    await page.locator("#time-from").focus();
    await page.keyboard.press("PageUp");
    await settle(page);
    expect(page.url()).toContain("t=2019-11-01..");
  }, 300_000);

  test("a chain of replies is numbered on the graph and walked with full stop and comma", async () => {
    await page.locator(".row-button").first().click();
    await settle(page);
    const steps = page.locator(".chain .row-button");
    const count = await steps.count();
    expect(count).toBeGreaterThan(2);
    expect((await snapshot(page)).emphasized?.edges).toBeGreaterThanOrEqual(count);
    await page.locator("#graph").focus();
    await page.keyboard.press(".");
    await settle(page);
    expect(await steps.nth(1).getAttribute("aria-current")).toBe("step");
    await page.keyboard.press(",");
    await settle(page);
    expect(await steps.first().getAttribute("aria-current")).toBe("step");
  }, 300_000);

  test("what is selected is drawn although the filters hide it, and says how to see its like", async () => {
    const edge = (await snapshot(page)).shownEdges.at(-1) ?? 0;
    const id = (await ask(page, "edgeIds"))[edge] ?? "";
    await goTo(
      page,
      `n=9&r=-attack,-retaliation,-statement,-standing,-action&sel=e:${encodeURIComponent(id)}`,
    );
    expect((await snapshot(page)).shownEdges).toContain(edge);
    expect(await status()).toMatch(/^0 of/);
    await page.locator(".hidden-note").getByRole("button").click();
    await settle(page);
    expect(page.url()).not.toContain("n=9&r=-attack,-retaliation,-statement,-standing,-action");
    await goTo(page, "");
    expect((await snapshot(page)).camera).toEqual({ x: 0.5, y: 0.5, ratio: 1 });
  }, 300_000);

  test("a line under the pointer tells what it is", async () => {
    await goTo(page, "r=-standing");
    const { strands } = await snapshot(page);
    for (const { edge } of strands) {
      const at = await ask(page, "edgePoint", edge, 0.35);
      const hits = at ? await ask(page, "pickEdges", at.x, at.y) : [];
      if (!at || hits.length !== 1) continue;
      await page.mouse.move(at.x, at.y);
      await settle(page);
      if (await page.locator(".peek").count()) break;
    }
    expect(await text(".peek")).toMatch(/ → /);
    await page.mouse.move(5, 5);
  }, 300_000);

  test("on paper the legend and the details stand below the graph, however narrow the sheet", async () => {
    const paper = await openPage(browser, { viewport: { width: 790, height: 1_120 } });
    await openViewer(paper.page, url, "sel=n:iraq");
    await paper.page.emulateMedia({ media: "print" });
    for (const part of [".legend", ".graph-area", ".node-title"])
      expect(await paper.page.locator(part).isVisible()).toBe(true);
    for (const part of [".bar-group", ".tools", ".search"])
      expect(await paper.page.locator(part).isVisible()).toBe(false);
    await paper.page.context().close();
  }, 300_000);

  test("the contested lens: a mark under the pointer tells what each source says", async () => {
    await page.locator("#graph").focus();
    await page.keyboard.press("l");
    await settle(page);
    const { marks } = await snapshot(page);
    expect(marks.length).toBeGreaterThan(3);
    const graph = await page.locator("#graph").boundingBox();
    for (const mark of marks) {
      await page.mouse.move((graph?.x ?? 0) + mark.x, (graph?.y ?? 0) + mark.y);
      if (await shows(page, ".peek dd", 2)) break;
    }
    expect(await page.locator(".peek dd").count()).toBeGreaterThanOrEqual(2);
    await page.mouse.move(5, 5);
  }, 300_000);

  test("search finds an alias without accents; the link reopens on the same actor", async () => {
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
  }, 300_000);

  test("a link to an edge opens on it; what the graph has not is told", async () => {
    const id = (await ask(page, "edgeIds"))[30] ?? "";
    const other = await openPage(browser);
    await openViewer(other.page, url, `v=1&sel=e:${encodeURIComponent(id)}&hide=nobody-here`);
    expect((await snapshot(other.page)).selection).toEqual({ kind: "edge", row: 30 });
    expect(await other.page.locator(".link-notes").innerText()).toContain("nobody-here");
    await other.page.context().close();
  }, 300_000);

  test("the list has every relation shown and opens each", async () => {
    await page.getByRole("tab", { name: /List/ }).click();
    const { shownEdges } = await snapshot(page);
    expect(await page.locator("#list").getAttribute("aria-rowcount")).toBe(String(shownEdges.length + 1));
    await page.locator("#list").focus();
    for (let i = 0; i < 30; i++) await page.keyboard.press("ArrowDown");
    await until(page, "document.activeElement.dataset.index === '29'");
    await page.keyboard.press("Enter");
    await settle(page);
    expect(await page.locator(".edge-title").count()).toBe(1);
  }, 300_000);

  test("without a pointer: find an actor, read a relation, narrow to it, come back", async () => {
    await page.locator("#graph").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await settle(page);
    expect(await page.locator(".node-title").count()).toBe(1);
    await page.keyboard.press("]");
    await settle(page);
    const first = await text(".edge-title");
    await page.keyboard.press("]");
    await settle(page);
    expect(await page.locator(".edge-title").count()).toBe(1);
    await page.keyboard.press("[");
    await settle(page);
    expect(await text(".edge-title")).toBe(first);
    await page.keyboard.press("Control+z");
    await until(page, `document.querySelector(".edge-title")?.innerText !== ${JSON.stringify(first)}`);
    await page.locator("#graph").focus();
    await page.keyboard.press("Escape");
    await settle(page);
    expect((await snapshot(page)).selection).toBeUndefined();
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }, 300_000);

  test("a path between two actors", async () => {
    await goTo(page, "sel=n:russia");
    await page.getByRole("button", { name: "Path from here…" }).click();
    await page.locator("#search").fill("iran");
    await page.keyboard.press("Enter");
    await settle(page);
    expect(page.url()).toMatch(/path=/);
    expect(await text(".sheet h2")).toMatch(/^From /);
  }, 300_000);

  test("more sources asked for, fewer relations; the count says so", async () => {
    const before = (await snapshot(page)).shownEdges.length;
    await page.locator("#evidence-slider").focus();
    await page.keyboard.press("ArrowRight");
    await settle(page);
    const two = (await snapshot(page)).shownEdges.length;
    await page.keyboard.press("ArrowRight");
    await settle(page);
    const three = (await snapshot(page)).shownEdges.length;
    expect(two).toBeLessThan(before);
    expect(three).toBeLessThan(two);
    expect(await status()).toContain(`${three} of`);
  }, 300_000);

  test("two sources side by side share one camera", async () => {
    await page.getByRole("button", { name: "Explore" }).click();
    await page.getByRole("menuitem", { name: "Two sources side by side" }).click();
    await page.locator("#graph-b canvas").first().waitFor();
    expect(await page.locator(".side-title").count()).toBe(2);
    expect(page.url()).toContain("cmp=");
    await page.getByRole("button", { name: "Stop comparing" }).click();
    await until(page, "!document.getElementById('graph-b')");
  }, 300_000);

  test("play the escalation: steps with their quotes", async () => {
    await page.getByRole("button", { name: "Explore" }).click();
    await page.getByRole("menuitem", { name: "Play the escalation" }).click();
    await page.locator(".tour .quote").waitFor();
    expect((await snapshot(page)).emphasized?.edges).toBeGreaterThan(0);
    const first = await text(".tour h3");
    await page.locator(".tour").getByRole("button", { name: "Next step" }).click();
    await until(page, `document.querySelector(".tour h3").innerText !== ${JSON.stringify(first)}`);
    expect(await text(".tour")).toMatch(/Step 2 of/);
  }, 300_000);

  test("why central: a sentence and what would lower the rank", async () => {
    await goTo(page, "sel=n:us-armed-forces");
    await page.locator("#central summary").click();
    expect(await text("#central p")).toMatch(
      /Number \d+ of \d+ by partners: \d+ partners in \d+ relations shown/,
    );
  }, 300_000);

  test("what changed since an earlier export", async () => {
    const records = goldRecords();
    const earlier = exportedFile({ ...records, events: records.events.slice(10) }, "Earlier");
    await page.getByRole("button", { name: "Explore" }).click();
    await page.getByRole("menuitem", { name: "What changed since…" }).click();
    await page.locator('input[type="file"]').setInputFiles(new URL(earlier).pathname);
    await page.getByText("Since: Earlier").waitFor();
    expect(Number.parseInt(await text(".panel h3"), 10)).toBeGreaterThan(5);
  }, 300_000);

  test("views, map, theme and language", async () => {
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
  }, 300_000);

  test("a node can be moved, and put away and brought back", async () => {
    const row = (await ask(page, "nodeRow", "russia")) ?? -1;
    const from = await ask(page, "nodePoint", row);
    if (!from) throw new Error("no node");
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 60, from.y - 40, { steps: 6 });
    await page.mouse.up();
    await settle(page);
    const to = await ask(page, "nodePoint", row);
    expect(Math.hypot((to?.x ?? 0) - from.x + 60, (to?.y ?? 0) - from.y + 40)).toBeLessThan(6);
    await goTo(page, "sel=n:russia");
    await page.getByRole("button", { name: "Put away" }).click();
    await settle(page);
    expect(page.url()).toContain("hide=russia");
    await page.getByRole("button", { name: "Bring back" }).click();
  }, 300_000);

  test("phone: sheets for filters and details", async () => {
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
  }, 300_000);
});

/** Whether so many elements come up; given some time, as their words are read first. */
async function shows(page: Page, selector: string, count: number): Promise<boolean> {
  const enough = `document.querySelectorAll(${JSON.stringify(selector)}).length >= ${count}`;
  return until(page, enough, 2_000).then(
    () => true,
    () => false,
  );
}
