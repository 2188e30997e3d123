/** What the viewer's filters show and hide, by kind, by time and by sources, in a real browser. */
import { expect } from "@jest/globals";
import { ask, goTo, settle, snapshot, until } from "../support/viewer-page.ts";
import { describeViewer } from "../support/viewer-suite.ts";

describeViewer("the viewer's filters", (test) => {
  test("filters are the legend, with counts; one row alone; all back", async ({ page }) => {
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
  });

  test("what is hidden by default is counted beside its row, and shown with one click", async ({ page }) => {
    const before = (await snapshot(page)).shownEdges.length;
    const row = page.locator(".legend-row", { has: page.locator("input:not(:checked)") }).first();
    const hidden = Number(await row.locator(".count").innerText());
    expect(hidden).toBeGreaterThan(0);
    await row.locator("label").click();
    await settle(page);
    expect((await snapshot(page)).shownEdges.length).toBe(before + hidden);
  });

  test("more sources asked for, fewer relations; the count says so", async ({ page, status }) => {
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
  });

  test("the brush narrows the time, goes into the address, and back undoes it", async ({ page, status }) => {
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
  });

  test("P plays time and pauses it", async ({ page, status }) => {
    const before = await status();
    await page.locator("#graph").focus();
    await page.keyboard.press("p");
    await until(page, `document.querySelector("#status-line").textContent !== ${JSON.stringify(before)}`);
    await page.keyboard.press("p");
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    await page.getByRole("button", { name: "Whole period" }).click();
    expect(await status()).toBe(before);
  });

  test("PageUp on a range moves it by a week", async ({ page }) => {
    await page.locator("#time-from").focus();
    await page.keyboard.press("PageUp");
    await settle(page);
    expect(page.url()).toContain("t=2019-11-01..");
  });

  test("what is selected is drawn although the filters hide it, and says how to see its like", async ({
    page,
    status,
  }) => {
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
  });
});
