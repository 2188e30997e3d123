/** Pictures of a graph in Neo4j Browser, with the style sheet that Riposte exports dragged into its window. */
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

export interface BrowserPicture {
  /** File name without extension. */
  readonly name: string;
  /** The query whose answer is drawn. */
  readonly query: string;
}

const SIZE = { width: 1280, height: 860 };
const QUALITY = 80;
/** Until the connection stands, and until an answer is drawn. */
const PATIENCE_MS = 90_000;
/** Neo4j Browser moves its nodes for a few seconds and gives no sign when they rest. */
const SETTLING_MS = 12_000;

/**
 * Takes JPEG pictures of the graph at `address` (`Neo4jServer.browserUri`).
 * @param style  text of the exported style sheet
 * @throws {Error} where Neo4j Browser does not take the style or does not draw the answer
 */
export async function pictureNeo4jBrowser(
  address: string,
  style: string,
  pictures: readonly BrowserPicture[],
  folder: string,
): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const page = await openBrowser(browser, address);
    await dropStyle(page, style);
    for (const { name, query } of pictures) {
      await runInEditor(page, ":clear");
      await runInEditor(page, query);
      const frame = page.getByTestId("frame").first();
      await frame.locator("svg g.node").first().waitFor({ timeout: PATIENCE_MS });
      await frame.getByTitle("Fullscreen").click();
      await page.waitForTimeout(SETTLING_MS);
      // To fit, and a step back: the legend covers the right of the canvas.
      await page.getByLabel("zoom-to-fit").click();
      await page.getByLabel("zoom-out").click();
      await page.waitForTimeout(SETTLING_MS / 4);
      await page.screenshot({ path: join(folder, `${name}.jpg`), type: "jpeg", quality: QUALITY });
      await page.getByTitle("Close fullscreen").first().click();
    }
  } finally {
    await browser.close();
  }
}

async function openBrowser(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE });
  page.setDefaultTimeout(PATIENCE_MS);
  // Neo4j Browser would fetch fonts and report its use.
  await page.route(
    (url) => url.hostname !== "127.0.0.1",
    (route) => route.abort(),
  );
  await page.goto(address);
  await page.getByText("You have a working connection").waitFor();
  return page;
}

/** As a user does it: the file is dragged from outside and let go over the window. */
async function dropStyle(page: Page, style: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(`(() => {
    const data = new DataTransfer();
    data.items.add(new File([${JSON.stringify(style)}], "riposte.grass"));
    return data;
  })()`);
  const window = page.getByTestId("main");
  for (const event of ["dragenter", "dragover", "drop"]) await window.dispatchEvent(event, { dataTransfer });
  // Neo4j Browser shows the style that it has read.
  await page.getByText("node.Riposte").first().waitFor();
}

/** Inserted at once: typed letter by letter, the editor would close each bracket itself. */
async function runInEditor(page: Page, text: string): Promise<void> {
  await page.getByTestId("activeEditor").locator("textarea").first().focus();
  await page.keyboard.insertText(text);
  await page.getByTestId("editor-Run").click();
}
