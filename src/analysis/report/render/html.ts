/** A report as one page that needs nothing else: no network, no font, no picture file. */
import type { Language } from "../../../ontology/index.ts";
import { sha256 } from "../../../shared/index.ts";
import {
  type Block,
  type Cell,
  type Column,
  type Note,
  readable,
  type ReportDocument,
  type Section,
  type Table,
} from "../document.ts";
import { quoted } from "../format.ts";
import { drawPlot } from "../plots/plot.ts";
import { sparkline } from "../plots/sparkline.ts";
import { element, Markup } from "./markup.ts";
import { PAGE_SCRIPT } from "./page-script.ts";
import { PAGE_STYLE } from "./page-style.ts";

/** Rows that a page holds at most; the machine-readable formats hold all. */
const MOST_ROWS = 200;

const WORDS = {
  fr: {
    notes: "Notes",
    contents: "Sommaire",
    all: "Tout montrer",
    rows: "lignes",
    more: "autres lignes dans les formats CSV et JSON",
    made: "Fait avec",
  },
  en: {
    notes: "Notes",
    contents: "Contents",
    all: "Show all",
    rows: "rows",
    more: "more rows in the CSV and JSON formats",
    made: "Made with",
  },
} as const;

type Words = (typeof WORDS)[keyof typeof WORDS];

/** HTML5, UTF-8, with a content policy that lets only the page's own style and script run. */
export function toHtml(report: ReportDocument): string {
  const words = WORDS[report.language];
  const scriptHash = Buffer.from(sha256(PAGE_SCRIPT), "hex").toString("base64");
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`;
  const page = element(
    "html",
    { lang: report.language },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("meta", { name: "referrer", content: "no-referrer" }),
      element("title", {}, report.title),
      Markup.own("style", PAGE_STYLE),
    ),
    element(
      "body",
      {},
      element(
        "main",
        {},
        headerOf(report, words),
        report.sections.map((section) => sectionOf(section, words)),
        notesOf(report.notes, report.language),
        element("footer", {}, `${words.made} ${report.colophon}.`),
      ),
      Markup.own("script", PAGE_SCRIPT),
    ),
  );
  return `<!doctype html>\n${page.text}\n`;
}

function headerOf(report: ReportDocument, words: Words): Markup {
  const links = report.sections.map(({ id, title }) => element("a", { href: `#${id}` }, title));
  if (report.notes.length > 0) links.push(element("a", { href: "#notes" }, words.notes));
  return element(
    "header",
    {},
    element("h1", {}, report.title),
    element("p", { class: "subtitle" }, report.subtitle),
    report.notices.map((notice) => element("p", { class: "notice", role: "note" }, notice)),
    element("nav", { "aria-label": words.contents }, links),
  );
}

function sectionOf({ id, title, blocks }: Section, words: Words): Markup {
  return element(
    "section",
    { id },
    element("h2", {}, title),
    blocks.map((block) => blockOf(block, words)),
  );
}

function blockOf(block: Block, words: Words): Markup {
  if (block.kind === "paragraph") return element("p", {}, block.text, marksOf(block.notes));
  if (block.kind === "list") {
    const items = block.items.map(({ text, notes }) => element("li", {}, text, marksOf(notes)));
    return element("ul", {}, items);
  }
  if (block.kind === "plot") {
    return element("figure", { id: block.id }, element("figcaption", {}, block.title), drawPlot(block));
  }
  return block.shown === 0
    ? element("details", {}, element("summary", {}, block.title), tableOf(block, words))
    : element("div", {}, element("h3", {}, block.title), tableOf(block, words));
}

function tableOf(table: Table, words: Words): Markup {
  const { columns, rows } = readable({ ...table, rows: table.rows.slice(0, MOST_ROWS) });
  const shown = table.shown || rows.length;
  const head = columns.map(({ label, kind, hint }) =>
    element(
      "th",
      { scope: "col", class: kind !== "text" && kind, title: hint },
      element("button", { type: "button" }, label),
    ),
  );
  const body = rows.map((row) =>
    element(
      "tr",
      {},
      row.map((cell, i) => cellOf(cell, columns[i]?.kind ?? "text")),
    ),
  );
  const hidden = table.rows.length - rows.length;
  return element(
    "div",
    { id: `table-${table.id}` },
    element("p", { class: "caption" }, table.caption),
    element(
      "div",
      { class: "scroll" },
      element(
        "table",
        { "data-shown": shown },
        element("thead", {}, element("tr", {}, head)),
        element("tbody", {}, body),
      ),
    ),
    rows.length > shown
      ? [element("button", { class: "all", type: "button" }, `${words.all} (${rows.length} ${words.rows})`)]
      : [],
    hidden > 0 ? [element("p", { class: "caption" }, `+ ${hidden} ${words.more}`)] : [],
  );
}

function cellOf({ value, text, notes, course, shade }: Cell, kind: Column["kind"]): Markup {
  const strength = Math.abs(shade ?? 0) * 0.45;
  const color = shade
    ? `background: rgba(var(--${shade > 0 ? "gain" : "loss"}), ${strength.toFixed(2)})`
    : undefined;
  return element(
    "td",
    {
      class: kind !== "text" && kind,
      "data-value": value ?? undefined,
      "data-shade": shade ? true : undefined,
      style: color,
    },
    text,
    course ? [sparkline(course)] : [],
    marksOf(notes),
  );
}

/** Small numbers that lead to the notes. */
function marksOf(notes: readonly number[] | undefined): Markup[] {
  if (!notes || notes.length === 0) return [];
  const links = notes.map((number) => element("a", { href: `#note-${number}` }, String(number)));
  return [
    element(
      "sup",
      {},
      links.flatMap((link, i) => (i === 0 ? [link] : [SPACE, link])),
    ),
  ];
}

const SPACE = element("span", {}, " ");

function notesOf(notes: readonly Note[], language: Language): Markup[] {
  if (notes.length === 0) return [];
  const items = notes.map(({ number, quote, source, url }) =>
    element(
      "li",
      { id: `note-${number}` },
      `${quoted(quote, language)} `,
      element("span", { class: "note-source" }, source),
      url === undefined ? [] : [SPACE, element("a", { href: url, rel: "noreferrer noopener" }, hostOf(url))],
    ),
  );
  return [
    element("section", { id: "notes" }, element("h2", {}, WORDS[language].notes), element("ol", {}, items)),
  ];
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
