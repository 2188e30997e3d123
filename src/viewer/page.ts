/**
 * The viewer's page: one HTML text with its script, its style and, in an exported file, its data. The content policy
 * names the two by their hashes and allows nothing else; data is JSON in elements that no browser runs.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { packagePath, RiposteError } from "../shared/index.ts";
import type { ViewerPayload } from "./payload.ts";

export interface PageOptions {
  readonly title: string;
  /** Data that the page carries; without it the page asks its own server. */
  readonly payload?: ViewerPayload;
  /** Changes whenever the case is rebuilt. */
  readonly version?: string;
  /** Lets the page accept decisions: the token that the server expects back. */
  readonly token?: string;
  /** Exposes `window.__riposte` and holds the level of detail still, for tests. */
  readonly probe?: boolean;
}

/** The built script and style of the viewer. */
export interface ViewerAssets {
  readonly script: string;
  readonly style: string;
}

/** @throws {RiposteError} `view/not-built` where the viewer was never built */
export function readAssets(): ViewerAssets {
  try {
    return { script: builtFile("viewer.js"), style: builtFile("viewer.css") };
  } catch (error) {
    throw new RiposteError("view/not-built", "dist/viz: the viewer is not built; run `npm run build`", {
      cause: error,
    });
  }
}

const builtFile = (name: string) => readFileSync(packagePath(`dist/viz/${name}`), "utf8");

export function renderPage(assets: ViewerAssets, options: PageOptions): string {
  // Within a script element only "</script" and "<!--" have a meaning; both stay the same program when escaped.
  const script = assets.script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
  const policy = [
    "default-src 'none'",
    `script-src '${sourceHash(script)}'`,
    `style-src '${sourceHash(assets.style)}'`,
    "img-src data: blob:",
    `connect-src ${options.payload ? "'none'" : "'self'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const attributes = [
    options.version && `data-version="${escapeHtml(options.version)}"`,
    options.token && `data-token="${escapeHtml(options.token)}"`,
    options.probe && "data-probe",
  ].filter(Boolean);
  return [
    "<!doctype html>",
    `<html lang="en"${attributes.map((text) => ` ${text}`).join("")}>`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<link rel="icon" href="data:,">',
    `<title>${escapeHtml(options.title)} · Riposte</title>`,
    `<style>${assets.style}</style>`,
    "</head>",
    "<body>",
    '<div id="app"></div>',
    ...(options.payload ? payloadElements(options.payload) : []),
    `<script>${script}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** Name and JSON of every part, as the page or the server hands them out. */
export function payloadParts(payload: ViewerPayload): Map<string, string> {
  const parts = new Map<string, string>();
  parts.set("graph", JSON.stringify(payload.graph));
  parts.set("layouts", JSON.stringify(payload.layouts));
  parts.set("links", JSON.stringify(payload.links));
  payload.claims.forEach((chunk, k) => parts.set(`claims-${k}`, JSON.stringify(chunk)));
  payload.events.forEach((chunk, k) => parts.set(`events-${k}`, JSON.stringify(chunk)));
  return parts;
}

function payloadElements(payload: ViewerPayload): string[] {
  return [...payloadParts(payload)].map(
    ([name, json]) => `<script type="application/json" id="part-${name}">${escapeJson(json)}</script>`,
  );
}

/** JSON that cannot end its element or open a comment, whatever reports say; line separators for old parsers. */
export function escapeJson(json: string): string {
  return json
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

const sourceHash = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

const escapeHtml = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
