/**
 * Colours, dashes and arrowheads. Four families, other acts and node groups keep their distance under normal, protan,
 * deutan and tritan vision (test/viz/palette.test.ts holds the figures); form carries everything that colour does.
 */
import type { Family } from "../model/families.ts";
import { EVENT_KIND, type NodeKind, STUB_KIND } from "../model/model.ts";
import type { Theme } from "../state/url.ts";

export interface ThemeColors {
  readonly background: string;
  readonly panel: string;
  readonly ink: string;
  readonly muted: string;
  readonly dim: string;
  readonly edges: Readonly<Record<Family, string>>;
  readonly nodes: Readonly<Record<NodeGroup, string>>;
}

type NodeGroup = "state" | "group" | "person" | "thing";

const LIGHT_EDGES = {
  attack: "#a01d12",
  retaliation: "#c08412",
  action: "#331a2b",
  statement: "#2250a8",
  standing: "#868e96",
} as const;

const DARK_EDGES = {
  attack: "#d15347",
  retaliation: "#ffc766",
  action: "#f0f0e4",
  statement: "#8fd0ff",
  standing: "#7d8792",
} as const;

/** The other two views draw with the same five colours. */
const allFamilies = <T extends typeof LIGHT_EDGES | typeof DARK_EDGES>(five: T) => ({
  ...five,
  reply: five.retaliation,
  role: five.standing,
  reports: five.standing,
  cites: five.statement,
});

export const COLORS: Readonly<Record<Theme, ThemeColors>> = {
  light: {
    background: "#fbfaf7",
    panel: "#ffffff",
    ink: "#1b2026",
    muted: "#59636e",
    dim: "#dcdcd8",
    edges: allFamilies(LIGHT_EDGES),
    nodes: { state: "#1f5fa8", group: "#c2560c", person: "#30363d", thing: "#68727c" },
  },
  dark: {
    background: "#14171c",
    panel: "#1b1f26",
    ink: "#eceff2",
    muted: "#9aa5b1",
    dim: "#2a2f37",
    edges: allFamilies(DARK_EDGES),
    nodes: { state: "#4f97f5", group: "#f08a3c", person: "#e3e8ed", thing: "#98a3ae" },
  },
};

/** Colours of the largest communities, where a reader asks for them; more could not be told apart. */
const COMMUNITY_COLORS = [
  "#3b7dd8",
  "#d1762c",
  "#3f9c6b",
  "#a45bc0",
  "#b08a1e",
  "#c94f6d",
  "#3b9aa8",
] as const;

/** @param community  rank by size, 0 the largest; undefined and beyond the colours: the colour of things */
export const communityColor = (community: number | undefined, theme: Theme): string =>
  COMMUNITY_COLORS[community ?? -1] ?? COLORS[theme].nodes.thing;

export interface Dash {
  /** Pixels from one dash to the next; 0 for a solid line. */
  readonly period: number;
  /** Share of the period that is drawn. */
  readonly on: number;
}

const SOLID: Dash = { period: 0, on: 1 };

const DASHES: Readonly<Record<string, Dash>> = {
  asserted: SOLID,
  reported: { period: 30, on: 0.86 },
  alleged: { period: 13, on: 0.62 },
  hypothetical: { period: 10, on: 0.45 },
  planned: { period: 10, on: 0.45 },
  attempted: { period: 10, on: 0.45 },
  negated: { period: 7, on: 0.36 },
};

/** @param modality  id of the ontology; one that this version does not know is drawn solid */
export const dashOf = (modality: string): Dash => DASHES[modality] ?? SOLID;

/** Length and width of the arrowhead, in line widths; none for facts that have no direction of action. */
export interface Head {
  readonly length: number;
  readonly width: number;
}

const NO_HEAD: Head = { length: 0, width: 0 };

const HEADS: Readonly<Record<Family, Head>> = {
  attack: { length: 4.2, width: 3 },
  retaliation: { length: 5.4, width: 3.8 },
  action: { length: 3.6, width: 2.7 },
  statement: { length: 3.2, width: 2.4 },
  standing: NO_HEAD,
  reply: { length: 5.4, width: 3.8 },
  role: NO_HEAD,
  reports: NO_HEAD,
  cites: { length: 3.2, width: 2.4 },
};

export const headOf = (family: Family): Head => HEADS[family];

const THIN: ReadonlySet<Family> = new Set(["standing", "role", "reports"]);

/** Pixels at the size of the whole graph: thin for what only stands, 2.1 to 3.1 by independent sources. */
export function edgeWidth(family: Family, sources: number): number {
  if (THIN.has(family)) return 1.2;
  return 2.1 + Math.min(1, (sources - 1) / 4);
}

/** Square pixels of stage for one node below which everything is drawn smaller. */
const ROOM = 7_200;

/** Of very many nodes each is a speck; smaller ones could not be seen. */
const SMALLEST = 0.1;

/** How much smaller nodes and lines are drawn where there are many on little room, so that the picture stays calm. */
export function crowding(nodes: number, area: number): number {
  return Math.min(1, Math.max(SMALLEST, Math.sqrt(area / ROOM / Math.max(1, nodes))));
}

export interface NodeForm {
  readonly group: NodeGroup;
  readonly hollow: boolean;
  /** Name of the glyph in glyphs.ts. */
  readonly glyph: string;
}

const FORMS: Readonly<Record<NodeKind, NodeForm>> = {
  country: { group: "state", hollow: false, glyph: "flag" },
  institution: { group: "state", hollow: false, glyph: "columns" },
  "military-force": { group: "state", hollow: false, glyph: "chevrons" },
  "armed-group": { group: "group", hollow: false, glyph: "triangle" },
  person: { group: "person", hollow: false, glyph: "bust" },
  media: { group: "person", hollow: false, glyph: "horn" },
  base: { group: "thing", hollow: true, glyph: "hangar" },
  facility: { group: "thing", hollow: true, glyph: "factory" },
  place: { group: "thing", hollow: true, glyph: "pin" },
  unit: { group: "thing", hollow: true, glyph: "squad" },
  [EVENT_KIND]: { group: "thing", hollow: true, glyph: "bolt" },
  [STUB_KIND]: { group: "thing", hollow: true, glyph: "question" },
};

const PLAIN_FORM: NodeForm = { group: "thing", hollow: true, glyph: "pin" };

export const nodeForm = (kind: NodeKind): NodeForm => FORMS[kind] ?? PLAIN_FORM;

/** Radius in pixels at the size of the whole graph. @param degree  relations before the period */
export function nodeRadius(kind: NodeKind, degree: number): number {
  if (kind === STUB_KIND) return 6;
  const base = kind === "country" ? 13 : kind === EVENT_KIND ? 8.5 : 9.5;
  return base + Math.min(7, Math.log1p(degree) * 1.6);
}
