/** The local server: follows rebuilds, answers only its own page, takes decisions only with the page's token. */
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { type RunningViewer, serveViewer } from "../../src/viewer/index.ts";
import { describeInBrowser, launchBrowser, openPage } from "../support/browser.ts";
import { chainRecords, payloadOf } from "../support/viewer-model.ts";
import { freshViewer, goTo, openViewer, settle, snapshot, until } from "../support/viewer-page.ts";

const before = () => {
  const records = chainRecords();
  return payloadOf({ ...records, events: records.events.filter((event) => event.id !== "ev3") }, "Served");
};

describe("the viewer's server", () => {
  let viewer: RunningViewer;
  const decided: unknown[] = [];
  beforeAll(async () => {
    freshViewer();
    viewer = await serveViewer({
      payload: before(),
      decisions: {
        decide: async (decision) => void decided.push(decision),
        undo: async () => decided.pop() !== undefined,
      },
    });
  }, 300_000);
  afterAll(async () => viewer.close());

  const token = async () => /data-token="([^"]+)"/.exec(await (await fetch(viewer.url)).text())?.[1] ?? "";
  const post = async (path: string, headers: Record<string, string>, body = "{}") =>
    fetch(new URL(path, viewer.url), { method: "POST", headers, body });

  test("listens on loopback and serves the parts of the graph", async () => {
    expect(new URL(viewer.url).hostname).toBe("127.0.0.1");
    const graph = await (await fetch(new URL("data/graph.json", viewer.url))).json();
    expect(graph).toMatchObject({ format: "riposte-viewer/1", title: "Served" });
    expect((await fetch(new URL("data/../../package.json", viewer.url))).status).toBe(404);
    expect((await fetch(new URL("data/claims-99.json", viewer.url))).status).toBe(404);
  });

  test("does not answer to another host's name", async () => {
    const { port } = new URL(viewer.url);
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request({ port, host: "127.0.0.1", headers: { host: "evil.example" } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on("error", reject).end();
    });
    expect(status).toBe(403);
  });

  test("decides only with the token of its page, and from its own origin", async () => {
    const body = JSON.stringify({ decide: "reject", claim: "c1" });
    expect((await post("decide", {}, body)).status).toBe(403);
    expect((await post("decide", { "x-riposte-token": "guess" }, body)).status).toBe(403);
    const foreign = { "x-riposte-token": await token(), origin: "https://evil.example" };
    expect((await post("decide", foreign, body)).status).toBe(403);
    expect(decided).toEqual([]);
    expect((await post("decide", { "x-riposte-token": await token() }, body)).status).toBe(200);
    expect(decided).toEqual([{ decide: "reject", claim: "c1" }]);
    expect(await (await post("undo", { "x-riposte-token": await token() })).json()).toEqual({ done: true });
  });

  test("a decision that is no JSON, or endless, is refused with a code", async () => {
    const headers = { "x-riposte-token": await token() };
    expect(await (await post("decide", headers, "{oops")).json()).toMatchObject({
      code: "decision/bad-field",
    });
    const long = await post("decide", headers, `"${"x".repeat(70_000)}"`);
    expect([400, 0]).toContain(long.status);
  });

  test("a port that is taken is told by its code", async () => {
    const { port } = new URL(viewer.url);
    await expect(serveViewer({ payload: before(), port: Number(port) })).rejects.toMatchObject({
      code: "view/port-in-use",
    });
  });
});

describeInBrowser("the served page", () => {
  let browser: Browser;
  let viewer: RunningViewer;
  const decided: unknown[] = [];
  beforeAll(async () => {
    freshViewer();
    viewer = await serveViewer({
      payload: before(),
      probe: true,
      decisions: {
        decide: async (decision) => {
          decided.push(decision);
          viewer.update(payloadOf(chainRecords(), "Decided"));
        },
        undo: async () => decided.pop() !== undefined,
      },
    });
    browser = await launchBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await viewer?.close();
  });

  test("follows a rebuild and keeps the view", async () => {
    const { page, errors } = await openPage(browser);
    await openViewer(page, viewer.url, "sel=n:alpha&min=0");
    const shown = (await snapshot(page)).shownEdges.length;
    viewer.update(payloadOf(chainRecords(), "Rebuilt"));
    await until(
      page,
      "document.title.startsWith('Rebuilt') && document.documentElement.dataset.ready === 'true' && Boolean(window.__riposte?.snapshot())",
    );
    expect((await snapshot(page)).shownEdges.length).toBe(shown + 1);
    expect(page.url()).toContain("sel=n:alpha");
    expect(errors).toEqual([]);
    await page.context().close();
  }, 300_000);

  test("a decision made in the page arrives, and its outcome is shown", async () => {
    const { page } = await openPage(browser);
    await openViewer(page, viewer.url, "sel=n:delta");
    await page.getByRole("button", { name: "Rename…" }).click();
    await page.getByLabel("New name").fill("Delta Force");
    await page.getByRole("button", { name: "Save" }).click();
    await until(page, "document.title.startsWith('Decided')");
    expect(decided).toEqual([{ decide: "rename", entity: "delta", name: "Delta Force" }]);
    await page.context().close();
  }, 300_000);

  test("marked words become another name, and the way back is offered", async () => {
    const { page } = await openPage(browser);
    viewer.update(before());
    decided.length = 0;
    await openViewer(page, viewer.url, "view=events&sel=n:ev1");
    await page.getByRole("button", { name: "Name these words…" }).first().click();
    await page.getByLabel("Words").fill("The Riders");
    await page.getByLabel("Another name of").fill("alp");
    await page.locator(".name-words .row-button").first().click();
    await page.locator("#undo-decision").waitFor();
    expect(decided).toEqual([{ decide: "alias", entity: "alpha", name: "The Riders" }]);
    await page.locator("#undo-decision").click();
    await page.locator("#undo-decision").waitFor();
    expect(decided).toEqual([]);
    await page.context().close();
  }, 300_000);

  test("the footnote of an arrow has quote, outlet, date, link and notice", async () => {
    const { page } = await openPage(browser, { permissions: ["clipboard-read", "clipboard-write"] });
    await openViewer(page, viewer.url, "view=events&sel=n:ev2");
    await goTo(page, "");
    await page.getByRole("tab", { name: /List/ }).click();
    await page.locator(".list-row button", { hasText: "retaliation" }).first().click();
    await page.locator("#cite").click();
    await settle(page);
    await page.getByText("Footnote copied").first().waitFor();
    const note = String(await page.evaluate("navigator.clipboard.readText()"));
    expect(note).toContain("Outlet A, one (12 June 2021)");
    expect(note).toContain(viewer.url);
    expect(note).toContain("not a source");
    await page.context().close();
  }, 300_000);
});
