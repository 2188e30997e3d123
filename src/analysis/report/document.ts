/**
 * A report as content: sections of text, tables and plots, with footnotes. Every format renders this and nothing
 * else, so that the same numbers stand in each.
 *
 * All text here is plain: renderers escape it.
 */
import type { Language } from "../../ontology/index.ts";

export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** What a reader must know before anything else (a demonstration corpus, an empty selection). */
  readonly notices: readonly string[];
  readonly sections: readonly Section[];
  readonly notes: readonly Note[];
  /** What made the report: for the last line and for `json`. */
  readonly colophon: string;
}

export interface Section {
  /** Stable, in kebab-case: an address within the page. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | List | Table | Plot;

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly notes?: readonly number[];
}

export interface List {
  readonly kind: "list";
  readonly items: readonly { readonly text: string; readonly notes?: readonly number[] }[];
}

export interface Column {
  /** Stable, in camelCase: the header in `csv` and the key in `json`. */
  readonly key: string;
  readonly label: string;
  /** `figure` columns align right and sort by value; `date` ones hold ISO days. */
  readonly kind: "text" | "figure" | "date";
  /** What the column counts, in one sentence. */
  readonly hint?: string;
  /** True for ids: pages leave the column out. */
  readonly machineOnly?: boolean;
}

export interface Cell {
  /** What is sorted, and what machine-readable formats give; null where there is nothing to give. */
  readonly value: string | number | null;
  /** What a person reads. */
  readonly text: string;
  readonly notes?: readonly number[];
  /** Counts over time, drawn small beside the text. */
  readonly course?: readonly number[];
  /** Shading from −1 (loss) over 0 (none) to 1 (gain). */
  readonly shade?: number;
}

export interface Table {
  readonly kind: "table";
  /** Stable, in kebab-case: the file name in `csv` and the key in `json`. */
  readonly id: string;
  readonly title: string;
  /** What is counted, and what to make of it. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that a page shows; the others are in the machine-readable formats only. Default all. */
  readonly shown?: number;
}

export interface Plot {
  readonly kind: "plot";
  readonly id: string;
  readonly title: string;
  /** The plot in words, for those who do not see it. */
  readonly alt: string;
  readonly figure: MatrixFigure | IntervalFigure | TimelineFigure | DelayFigure | SlopeFigure;
}

/** Counts of rows against columns, shaded. */
export interface MatrixFigure {
  readonly type: "matrix";
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row; 0 is left blank, null is no cell. */
  readonly values: readonly (readonly (number | null)[])[];
}

/** A rank with the range in which it falls, by row. */
export interface IntervalFigure {
  readonly type: "intervals";
  readonly axis: string;
  readonly rows: readonly {
    readonly label: string;
    readonly at: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly max: number;
}

/** Counts by bin of time, stacked. */
export interface TimelineFigure {
  readonly type: "timeline";
  /** Label of each bin; every bin has the same width. */
  readonly bins: readonly string[];
  readonly series: readonly { readonly label: string; readonly counts: readonly number[] }[];
}

/** Days from act to answer, one mark each, by row. */
export interface DelayFigure {
  readonly type: "delays";
  readonly axis: string;
  readonly rows: readonly { readonly label: string; readonly days: readonly number[] }[];
}

/** Ranks in two networks, joined by a line. */
export interface SlopeFigure {
  readonly type: "slopes";
  readonly left: string;
  readonly right: string;
  /** Ranks from 1; undefined where absent. */
  readonly rows: readonly { readonly label: string; readonly from?: number; readonly to?: number }[];
}

export interface Note {
  /** From 1. */
  readonly number: number;
  /** The sentence, word for word. */
  readonly quote: string;
  /** Outlet, title and day, as far as they are known. */
  readonly source: string;
  /** `http` or `https` only. */
  readonly url?: string;
  readonly claim: string;
  readonly document: string;
}

/** The columns and cells that a person reads. */
export function readable({ columns, rows }: Table): Pick<Table, "columns" | "rows"> {
  const kept = columns.flatMap(({ machineOnly }, i) => (machineOnly ? [] : [i]));
  return {
    columns: columns.filter(({ machineOnly }) => !machineOnly),
    rows: rows.map((row) => row.filter((_, i) => kept.includes(i))),
  };
}

/** All tables of a report, in order. */
export function tablesOf(report: ReportDocument): Table[] {
  return report.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "table"));
}
