import { describe, expect, test } from "@jest/globals";
import {
  analyzeCase,
  composeReport,
  type ReportDocument,
  tablesOf,
  toCsv,
  toHtml,
  toJson,
  toMarkdown,
} from "../../src/analysis/index.ts";
import type { CaseRecords } from "../../src/ontology/index.ts";
import { goldRecords } from "../support/gold-records.ts";
import { smallRecords } from "../support/records.ts";

const RECORDS = goldRecords();
const ANALYSIS = analyzeCase(RECORDS, { name: "actions", resamples: 100 });
const reportOf = (records: CaseRecords, more: { from?: string; to?: string } = {}) =>
  composeReport(analyzeCase(records, { name: "actions", ...more }), { language: "en" });
const fr = composeReport(ANALYSIS, { language: "fr", synthetic: true });

/** What a page shows as text. */
const visible = (html: string) =>
  html
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

const figures = (report: ReportDocument) =>
  tablesOf(report).map(({ columns, rows }) =>
    rows.map((row) => row.flatMap((cell, i) => (columns[i]?.kind === "figure" ? [cell.value] : []))),
  );

describe("a report", () => {
  test("counts no more acts of a pair over time than its tie weighs", () => {
    const { projection, time } = ANALYSIS;
    const weights = new Map<string, number>();
    projection.nodes.forEach(({ id }, v) => {
      for (let arc = projection.graph.offsets[v] ?? 0; arc < (projection.graph.offsets[v + 1] ?? 0); arc++) {
        const other = projection.nodes[projection.graph.targets[arc] ?? 0]?.id;
        weights.set(`${id} ${other}`, projection.graph.weights[arc] ?? 0);
      }
    });
    const counted = time.activity.byPair.map(({ ids, total }) => ({ pair: ids.join(" "), total }));
    expect(counted.length).toBeGreaterThan(10);
    expect(counted.filter(({ pair, total }) => total > (weights.get(pair) ?? 0))).toEqual([]);
  });

  test("is the same to the byte when made again", () => {
    const again = composeReport(analyzeCase(goldRecords(), { name: "actions", resamples: 100 }), {
      language: "fr",
      synthetic: true,
    });
    expect(toHtml(again) === toHtml(fr)).toBe(true);
  });

  test("has the same tables and figures in both languages", () => {
    const en = composeReport(ANALYSIS, { language: "en" });
    expect(tablesOf(en).map(({ id }) => id)).toEqual(tablesOf(fr).map(({ id }) => id));
    expect(figures(en)).toEqual(figures(fr));
  });

  test("gives the same values in CSV and JSON, and their text in HTML and Markdown", () => {
    const csv = toCsv(fr);
    const json = toJson(fr);
    const page = visible(toHtml(fr));
    const markdown = toMarkdown(fr);
    for (const table of tablesOf(fr)) {
      const lines = (csv.get(table.id) ?? "").split("\r\n");
      expect(lines.length - 2).toBe(table.rows.length);
      expect(json.tables[table.id]).toHaveLength(table.rows.length);
      for (const row of table.rows.slice(0, table.shown)) {
        row.forEach((cell, i) => {
          const column = table.columns[i];
          if (!column) throw new Error("a cell without a column");
          expect(json.tables[table.id]?.[table.rows.indexOf(row)]?.[column.key]).toBe(cell.value);
          if (column.kind !== "figure") return;
          expect(page).toContain(cell.text);
          expect(markdown).toContain(cell.text);
        });
      }
    }
  });

  test("every row has a cell for each column, and no figure is no number", () => {
    for (const { id, columns, rows } of tablesOf(fr)) {
      for (const row of rows) {
        expect([id, row.length]).toEqual([id, columns.length]);
        for (const { value, text } of row) {
          expect(`${id}: ${text}`).not.toMatch(/NaN|Infinity|undefined/);
          expect(typeof value === "number" && !Number.isFinite(value)).toBe(false);
        }
      }
    }
  });

  test("every note is a sentence of its report, and every mark leads to one", () => {
    const texts = new Map(RECORDS.documents.map(({ id, text }) => [id, text]));
    for (const { quote, document } of fr.notes) expect(texts.get(document)).toContain(quote);
    const html = toHtml(fr);
    const marks = [...html.matchAll(/href="#note-(\d+)"/g)].map((match) => Number(match[1]));
    expect(marks.length).toBeGreaterThan(30);
    for (const mark of marks) expect(html).toContain(`id="note-${mark}"`);
  });

  test("says that the corpus is for demonstration, and how much was left out", () => {
    expect(visible(toHtml(fr))).toContain("ce n’est pas une source");
    const reasons = toJson(fr).tables["left-out"] ?? [];
    expect(
      reasons.find(({ reason }) => String(reason).includes("nommé par personne"))?.["ties"],
    ).toBeGreaterThan(0);
  });

  test("a page loads nothing and runs nothing but its own script", () => {
    const html = toHtml(fr);
    expect(html).toContain("default-src 'none'".replaceAll("'", "&#39;"));
    expect(html).not.toMatch(/<(?:img|link|iframe|object|embed)\b|\bsrc=|@import|url\(/);
    expect(html.match(/<script>/g)).toHaveLength(1);
  });
});

describe("hostile text", () => {
  const evil = `</script><img src=x onerror=alert(1)>"'&[a](javascript:b)|\u0000=1+1`;
  const records: CaseRecords = {
    ...smallRecords(),
    documents: smallRecords().documents.map((document) => ({
      ...document,
      publisher: evil,
      title: evil,
      url: "javascript:alert(1)",
    })),
    entities: smallRecords().entities.map((entity) => ({ ...entity, name: `=${evil}`, names: {} })),
    claims: smallRecords().claims.map((claim) => ({ ...claim, evidence: { ...claim.evidence, text: evil } })),
  };
  const report = composeReport(analyzeCase(records, { name: "actions" }), { language: "en", title: evil });

  test("never becomes markup or an address", () => {
    const html = toHtml(report);
    expect(html).not.toContain("<img");
    expect(html).not.toContain('href="javascript:');
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html).not.toContain("\u0000");
  });

  test("never becomes Markdown, nor a formula of a spreadsheet", () => {
    const markdown = toMarkdown(report);
    expect(markdown).not.toMatch(/<img|[^\\]\[a\]\(javascript/);
    for (const text of toCsv(report).values()) expect(text).not.toMatch(/(^|,|\r\n)"?=/);
  });
});

describe("nothing to measure", () => {
  const empty: CaseRecords = {
    documents: [],
    claims: [],
    entities: [],
    events: [],
    relations: [],
    judgements: [],
  };

  test.each<[string, ReportDocument]>([
    ["an empty case", reportOf(empty)],
    ["a period without events", reportOf(RECORDS, { from: "1990-01-01", to: "1990-12-31" })],
  ])("%s: a report that says so, without a broken number", (_name, report) => {
    expect(report.notices.join(" ")).toContain("Nothing to measure");
    const broken = /.{0,40}(?:NaN|Infinity|undefined)/;
    expect(broken.exec(visible(toHtml(report)))?.[0]).toBeUndefined();
    expect(broken.exec(toMarkdown(report))?.[0]).toBeUndefined();
  });

  test("a case of one outlet and two actors says that ranks say little", () => {
    const report = reportOf(smallRecords());
    expect(report.notices.join(" ")).toContain("2 members only");
    expect(visible(toHtml(report))).toContain("All comes from one outlet");
  });
});

test("two periods compared: figures side by side, and who moved", () => {
  const before = analyzeCase(RECORDS, { name: "attacks", to: "2021-06-30" });
  const after = analyzeCase(RECORDS, { name: "attacks", from: "2021-07-01" });
  const report = composeReport(after, {
    language: "fr",
    comparison: { analysis: before, label: "avant", ownLabel: "après" },
  });
  const { tables } = toJson(report);
  const faits = tables["comparison-figures"]?.find(({ figure }) => figure === "Faits");
  expect(faits).toMatchObject({ other: before.time.happenings.length, own: after.time.happenings.length });
  const ranks = tables["comparison-ranks"] ?? [];
  expect(ranks.some(({ rankBefore }) => rankBefore === null)).toBe(true);
  expect(ranks.some(({ rankAfter }) => rankAfter === null)).toBe(true);
  expect(toHtml(report)).toContain("avant");
});
