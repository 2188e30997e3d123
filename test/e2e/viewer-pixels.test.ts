/** What the graphics card draws: the colour of each family, the dashes of each certainty, four whole pictures. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { packagePath } from "../../src/shared/index.ts";
import { hexColor } from "../../viz/src/graph/gl-color.ts";
import { COLORS, dashOf } from "../../viz/src/graph/palette.ts";
import { describeInBrowser, launchBrowser, openPage } from "../support/browser.ts";
import { familyRecords } from "../support/family-records.ts";
import { chainRecords } from "../support/viewer-model.ts";
import { ask, exportedFile, goTo, openViewer, settle, until } from "../support/viewer-page.ts";

const STAGE = { width: 640, height: 520 } as const;
const SAMPLES = 240;
const FAMILIES = {
  attack: "attack",
  retaliation: "retaliation",
  mobilize: "action",
  threaten: "statement",
} as const;
const everything = "min=0&c=%2Bhypothetical,%2Bplanned,%2Battempted,%2Bnegated";

/** Distance of two colours, largest channel. */
function apart(a: number, b: number): number {
  return Math.max(...[16, 8, 0].map((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255))));
}

const isColor = (color: number, hex: string) => apart(color, hexColor(hex)) < 60;

describeInBrowser("pixels", () => {
  let browser: Browser;
  let page: Page;
  let ids: readonly string[];

  beforeAll(async () => {
    browser = await launchBrowser();
    ({ page } = await openPage(browser));
    await openViewer(page, exportedFile(familyRecords(), "Families"), everything);
    ids = await ask(page, "edgeIds");
  }, 300_000);
  afterAll(async () => browser?.close());

  /** Colours along the edge of a family and modality, drawn large in the middle of the stage. */
  const alongEdge = async (type: string, modality: string) => {
    const node = `${type}-${modality}-a`;
    const edge = ids.findIndex((id) => id.includes(`|${node}|`));
    await goTo(page, `${everything}&sel=e:${encodeURIComponent(ids[edge] ?? "")}`);
    await ask(page, "frameEdge", edge);
    await settle(page);
    const colors = await ask(page, "colorsAlong", edge, SAMPLES);
    return colors.filter((color) => color >= 0);
  };

  test.each(Object.entries(FAMILIES))(
    "an asserted %s is a solid line in its colour",
    async (type, family) => {
      const colors = await alongEdge(type, "asserted");
      const own = colors.filter((color) => isColor(color, COLORS.light.edges[family]));
      expect(own.length / SAMPLES).toBeGreaterThan(0.9);
    },
    60_000,
  );

  test.each(["alleged", "planned", "negated", "reported"])(
    "the dashes of %s are as long as the legend says",
    async (modality) => {
      const colors = await alongEdge("attack", modality);
      const own = colors.filter((color) => isColor(color, COLORS.light.edges.attack));
      expect(Math.abs(own.length / SAMPLES - dashOf(modality).on)).toBeLessThan(0.15);
    },
    60_000,
  );

  test("after the graphics card lost the picture, it comes back the same", async () => {
    const before = await alongEdge("retaliation", "asserted");
    await ask(page, "loseContext");
    await page.getByText("The graphics card dropped the picture").first().waitFor();
    await ask(page, "restoreContext");
    await until(page, "!document.querySelector('.graphic-note')");
    await settle(page);
    const after = await alongEdge("retaliation", "asserted");
    expect(after.length).toBeGreaterThan(SAMPLES * 0.9);
    expect(after.filter((color, i) => apart(color, before[i] ?? 0) < 24).length / SAMPLES).toBeGreaterThan(
      0.9,
    );
  }, 300_000);

  test.each([
    ["families-light", "Families", everything],
    ["families-dark", "Families", `${everything}&th=dark`],
    ["chain-light", "Chain", "sel=n:ev2"],
    ["chain-dark-contested", "Chain", "lens=contested&th=dark"],
  ])(
    "golden picture %s",
    async (name, which, fragment) => {
      const opened = await openPage(browser, { viewport: { width: 1100, height: 700 } });
      await openViewer(
        opened.page,
        exportedFile(which === "Chain" ? chainRecords() : familyRecords(), which),
        fragment,
      );
      await fixStage(opened.page);
      const picture = await ask(opened.page, "graphPicture");
      await opened.page.context().close();
      const golden = packagePath(`test/golden/viewer/${name}.png`);
      if (process.env["UPDATE_GOLDEN"] || !existsSync(golden)) {
        if (process.env["CI"] && !process.env["UPDATE_GOLDEN"]) throw new Error(`${golden} is missing`);
        mkdirSync(dirname(golden), { recursive: true });
        writeFileSync(golden, Buffer.from(picture.split(",")[1] ?? "", "base64"));
      }
      const kept = `data:image/png;base64,${readFileSync(golden).toString("base64")}`;
      expect(await shareOfDifferentPixels(browser, kept, picture)).toBeLessThan(0.01);
    },
    90_000,
  );
});

/** Gives the graph the same size everywhere: that of the panels around it depends on the fonts of the machine. */
async function fixStage(page: Page): Promise<void> {
  await page.evaluate(`Object.assign(document.querySelector(".graph-area").style, {
    position: "fixed", inset: "0 auto auto 0", width: "${STAGE.width}px", height: "${STAGE.height}px",
  })`);
  await until(page, `document.querySelector("#graph").clientWidth === ${STAGE.width}`);
  await settle(page);
  await ask(page, "setCamera", { x: 0.5, y: 0.5, ratio: 1 });
  await settle(page);
}

/** Share of the pixels whose colour differs visibly between two pictures. */
async function shareOfDifferentPixels(browser: Browser, a: string, b: string): Promise<number> {
  const page = await browser.newPage();
  const compare = `(async () => {
    const read = async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height);
    };
    const [x, y] = [await read(${JSON.stringify(a)}), await read(${JSON.stringify(b)})];
    if (x.width !== y.width || x.height !== y.height) return 1;
    let different = 0;
    for (let i = 0; i < x.data.length; i += 4) {
      let most = 0;
      for (let c = 0; c < 4; c++) most = Math.max(most, Math.abs(x.data[i + c] - y.data[i + c]));
      if (most > 48) different++;
    }
    return different / (x.data.length / 4);
  })()`;
  const share = await page.evaluate<number>(compare);
  await page.close();
  return share;
}
