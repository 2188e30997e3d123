/**
 * A real Chromium for tests: the one at CHROME_PATH or in a usual place; where the tests run as root with CI set, one
 * that the system's packages give. With CI a missing browser is a failure; elsewhere its tests are skipped, saying so.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe } from "@jest/globals";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const PLACES = [
  process.env["CHROME_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Software rendering, no talk to the outside. */
const FLAGS = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

const INSTALL = "apt-get install -y chromium";
/** Test files may install at the same time: the later ones wait for the first. */
const WAIT = "-o DPkg::Lock::Timeout=240";

function findBrowser(): string | undefined {
  return PLACES.find((path): path is string => path !== undefined && existsSync(path));
}

function browserOrInstall(): string | undefined {
  const found = findBrowser();
  if (found || !process.env["CI"]) return found;
  if (process.getuid?.() === 0) {
    execFileSync("sh", ["-c", `apt-get update -qq; ${INSTALL} -qq ${WAIT}`], {
      stdio: "ignore",
      timeout: 300_000,
    });
  }
  const installed = findBrowser();
  if (!installed)
    throw new Error(`no Chromium found, and with CI set it is needed: ${INSTALL}, or set CHROME_PATH`);
  return installed;
}

const executablePath = browserOrInstall();

/** `describe` where a browser is there; else a suite that is shown as skipped, saying what would bring one. */
export const describeInBrowser = executablePath
  ? describe
  : (name: string, body: () => void) => describe.skip(`${name} (no Chromium here: ${INSTALL})`, body);

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ ...(executablePath && { executablePath }), args: FLAGS, timeout: 90_000 });
}

export interface OpenPage {
  readonly page: Page;
  /** Errors that the page raised or wrote to its console. */
  readonly errors: readonly string[];
  /** Addresses that the page asked for, its own included. */
  readonly requests: readonly string[];
}

/** A page of its own profile, English and light unless asked otherwise, with everything that goes wrong written down. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    locale: "en-GB",
    viewport: { width: 1400, height: 860 },
    colorScheme: "light",
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(45_000);
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("request", (request) => requests.push(request.url()));
  return { page, errors, requests };
}
