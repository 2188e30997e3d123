/** The graph of the viewer as a reader uses it: real clicks, keys and drags in a real browser. */
import { expect } from "@jest/globals";
import type { Page } from "playwright-core";
import { overlaps } from "../../viz/src/graph/labels.ts";
import { NOTICE } from "../support/viewer-model.ts";
import { ask, clickAt, goTo, settle, snapshot, until } from "../support/viewer-page.ts";
import { describeViewer } from "../support/viewer-suite.ts";

describeViewer("the viewer's graph", (test) => {
  test("opens with everything in place, and says that the corpus is no source", async ({
    page,
    text,
    status,
  }) => {
    expect(await text(".corpus-notice")).toBe(NOTICE.en);
    expect(await status()).toMatch(/^\d+ of \d+ relations, 25 Oct 2019 to 3 Feb 2024$/);
    const { level, shownEdges } = await snapshot(page);
    expect(level).toBe("full");
    expect(shownEdges.length).toBeGreaterThan(200);
  });

  test("no name covers another at three zooms", async ({ page }) => {
    for (const ratio of [1, 0.5, 0.2]) {
      await ask(page, "setCamera", { x: 0.5, y: 0.5, ratio });
      await settle(page);
      const { labels } = await snapshot(page);
      expect(labels.length).toBeGreaterThan(5);
      for (const [i, a] of labels.entries())
        for (const b of labels.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
    }
    await ask(page, "setCamera", { x: 0.5, y: 0.5, ratio: 1 });
  });

  test("every relation shown can be reached by a click", async ({ page }) => {
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
  });

  test("real clicks open the evidence, or a list that has it", async ({ page }) => {
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
  });

  test("the evidence shows the sentence with its words marked, outlet, date and certainty", async ({
    page,
  }) => {
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
  });

  test("a line under the pointer tells what it is", async ({ page, text }) => {
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
  });

  test("the contested lens: a mark under the pointer tells what each source says", async ({ page }) => {
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
  });

  test("nodes can be laid out anew while one watches", async ({ page }) => {
    const row = (await ask(page, "nodeRow", "iraq")) ?? -1;
    const { x, y } = (await ask(page, "nodePoint", row)) ?? { x: 0, y: 0 };
    await page.getByRole("button", { name: "Rearrange" }).click();
    await until(
      page,
      `Math.hypot(window.__riposte.nodePoint(${row}).x - ${x}, window.__riposte.nodePoint(${row}).y - ${y}) > 3`,
    );
    await page.getByRole("button", { name: "Stop rearranging" }).click();
    await page.getByRole("button", { name: "Rearrange", exact: true }).waitFor();
  });

  test("a node can be moved, and put away and brought back", async ({ page }) => {
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
  });

  test("a chain of replies is numbered on the graph and walked with full stop and comma", async ({
    page,
  }) => {
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
  });

  test("the list has every relation shown and opens each", async ({ page }) => {
    await page.getByRole("tab", { name: /List/ }).click();
    const { shownEdges } = await snapshot(page);
    expect(await page.locator("#list").getAttribute("aria-rowcount")).toBe(String(shownEdges.length + 1));
    await page.locator("#list").focus();
    for (let i = 0; i < 30; i++) await page.keyboard.press("ArrowDown");
    await until(page, "document.activeElement.dataset.index === '29'");
    await page.keyboard.press("Enter");
    await settle(page);
    expect(await page.locator(".edge-title").count()).toBe(1);
  });

  test("without a pointer: find an actor, read a relation, narrow to it, come back", async ({
    page,
    text,
  }) => {
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
  });
});

/** Whether so many elements come up; given some time, as their words are read first. */
async function shows(page: Page, selector: string, count: number): Promise<boolean> {
  const enough = `document.querySelectorAll(${JSON.stringify(selector)}).length >= ${count}`;
  return until(page, enough, 2_000).then(
    () => true,
    () => false,
  );
}
