/** Pictures of the viewer on the demonstration corpus, both themes, desktop and phone: `npx tsx scripts/viewer-pictures.ts`. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { packagePath } from "../src/shared/index.ts";
import { exportPage } from "../src/viewer/index.ts";
import { goldRecords } from "../test/support/gold-records.ts";
import { NOTICE } from "../test/support/viewer-model.ts";

interface State {
  readonly name: string;
  readonly fragment: string;
  readonly clicks?: readonly string[];
}

const EVENT = "al-omar-missile-attack-2021-06-28";
const DESKTOP: readonly State[] = [
  { name: "overview", fragment: "" },
  { name: "evidence", fragment: "", clicks: ["role=tab[name=/List/]", "#list [data-edge]"] },
  { name: "chain", fragment: `view=events&sel=n:${EVENT}` },
  { name: "actor", fragment: "sel=n:us-armed-forces", clicks: ["#central summary"] },
  { name: "contested", fragment: "lens=contested" },
  { name: "compare", fragment: "cmp=D%C3%A9p%C3%AAche%20Levant,Meridian%20Wire" },
  { name: "sources", fragment: "view=sources" },
  { name: "period", fragment: "t=2021-01-01..2021-12-31&tab=list" },
];
const PHONE: readonly State[] = [
  { name: "phone", fragment: "" },
  { name: "phone-details", fragment: "sel=n:iraq", clicks: [".sheet-buttons .bar:nth-child(2)"] },
];

const folder = packagePath("docs/figures/viewer");
mkdirSync(folder, { recursive: true });
const page = join(mkdtempSync(join(tmpdir(), "riposte-pictures-")), "viewer.html");
writeFileSync(page, exportPage(goldRecords(), { title: "Levant 2019–2024", notice: NOTICE }));
const browser = await chromium.launch({
  executablePath: process.env["CHROME_PATH"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
});
for (const [states, viewport, mobile] of [
  [DESKTOP, { width: 1400, height: 860 }, false],
  [PHONE, { width: 390, height: 844 }, true],
] as const) {
  for (const theme of ["light", "dark"] as const) {
    const context = await browser.newContext({
      viewport,
      isMobile: mobile,
      hasTouch: mobile,
      locale: "en-GB",
      reducedMotion: "reduce",
      colorScheme: theme,
    });
    for (const { name, fragment, clicks = [] } of states) {
      const tab = await context.newPage();
      await tab.goto(`${pathToFileURL(page).href}${fragment && `#${fragment}`}`);
      while (!(await tab.evaluate("document.documentElement.dataset.ready === 'true'")))
        await tab.waitForTimeout(50);
      for (const selector of clicks) await tab.locator(selector).first().click();
      await tab.waitForTimeout(800);
      await tab.screenshot({ path: join(folder, `${name}-${theme}.jpg`), type: "jpeg", quality: 80 });
      await tab.close();
    }
    await context.close();
  }
}
await browser.close();
