/** A report as Markdown: the same words, tables and notes; plots give way to the tables that hold their numbers. */
import { type Block, type Cell, readable, type ReportDocument, type Table } from "../document.ts";
import { quoted } from "../format.ts";

const WORDS = {
  fr: { notes: "Notes", more: "lignes de plus dans les formats CSV et JSON", made: "Fait avec" },
  en: { notes: "Notes", more: "more rows in the CSV and JSON formats", made: "Made with" },
} as const;

/** CommonMark with the tables and footnotes of GitHub. Text of reports is escaped. */
export function toMarkdown(report: ReportDocument): string {
  const words = WORDS[report.language];
  const parts = [
    `# ${escape(report.title)}`,
    `*${escape(report.subtitle)}*`,
    ...report.notices.map((notice) => `> ${escape(notice)}`),
    ...report.sections.flatMap(({ title, blocks }) => [
      `## ${escape(title)}`,
      ...blocks.flatMap((block) => blockOf(block, words.more)),
    ]),
    ...(report.notes.length > 0
      ? [
          `## ${words.notes}`,
          report.notes
            .map(
              ({ number, quote, source, url }) =>
                `[^${number}]: ${quoted(escape(quote), report.language)} ${escape(source)}${url ? ` <${encodeURI(url)}>` : ""}`,
            )
            .join("\n"),
        ]
      : []),
    `${words.made} ${escape(report.colophon)}.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function blockOf(block: Block, more: string): string[] {
  if (block.kind === "plot") return [];
  if (block.kind === "table") return tableOf(block, more);
  if (block.kind === "paragraph") return [`${escape(block.text)}${marks(block.notes)}`];
  return [block.items.map(({ text, notes }) => `- ${escape(text)}${marks(notes)}`).join("\n")];
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function tableOf(table: Table, more: string): string[] {
  const { columns, rows: shown } = readable({
    ...table,
    rows: table.rows.slice(0, table.shown || table.rows.length),
  });
  const hidden = table.rows.length - shown.length;
  return [
    `### ${escape(table.title)}`,
    escape(table.caption),
    [
      line(columns.map(({ label }) => escape(label))),
      line(columns.map(({ kind }) => (kind === "figure" ? "---:" : "---"))),
      ...shown.map((row) => line(row.map(cellOf))),
    ].join("\n"),
    ...(hidden > 0 ? [`*+ ${hidden} ${more}*`] : []),
  ];
}

const cellOf = ({ text, course, notes }: Cell): string =>
  `${escape(text)}${course ? bars(course) : ""}${marks(notes)}`;

/** Counts as eighths of a bar, thinned to at most 24 bars. */
function bars(counts: readonly number[]): string {
  const step = Math.ceil(counts.length / 24);
  const sums = Array.from({ length: Math.ceil(counts.length / step) }, (_, i) =>
    counts.slice(i * step, (i + 1) * step).reduce((sum, count) => sum + count, 0),
  );
  const most = Math.max(1, ...sums);
  return sums.map((sum) => (sum === 0 ? "·" : "▁▂▃▄▅▆▇█".charAt(Math.ceil((sum / most) * 8) - 1))).join("");
}

const marks = (notes: readonly number[] | undefined): string =>
  (notes ?? []).map((number) => `[^${number}]`).join("");

/** Escapes what Markdown or the HTML in it would read as more than text, and joins lines. */
function escape(text: string): string {
  return text
    .replace(/[^\S\u00A0\u202F]+/g, " ")
    .replace(/[\\`*_[\]|<>#&~]/g, (character) =>
      character === "<" ? "&lt;" : character === "&" ? "&amp;" : `\\${character}`,
    );
}
