/** Two periods or two cases side by side: what grew, who moved. */
import { sourceLabels } from "../../../graph/index.ts";
import type { CaseAnalysis } from "../../case-analysis.ts";
import { isAttack } from "../../time/happenings.ts";
import { countCell, emptyCell, measureCell, shareCell, textCell } from "../cells.ts";
import type { ReportContext } from "../context.ts";
import type { Cell, Section, SlopeFigure, Table } from "../document.ts";
import { number } from "../format.ts";
import { Labels } from "../labels.ts";

const PLOTTED = 12;

export interface Comparison {
  readonly analysis: CaseAnalysis;
  /** What the compared case or period is called, and what this one is. */
  readonly label: string;
  readonly ownLabel: string;
}

export function comparisonSection(context: ReportContext, other: Comparison): Section {
  const fr = context.language === "fr";
  return {
    id: "comparison",
    title: fr
      ? `Comparaison : ${other.label} et ${other.ownLabel}`
      : `Comparison: ${other.label} and ${other.ownLabel}`,
    blocks: [figuresTable(context, other), slopes(context, other), movesTable(context, other)],
  };
}

function figuresTable({ analysis, language }: ReportContext, other: Comparison): Table {
  const fr = language === "fr";
  const rows: readonly (readonly [string, (each: CaseAnalysis) => Cell])[] = [
    [fr ? "Faits" : "Events", (each) => countCell(each.time.happenings.length, language)],
    [
      fr ? "Attaques" : "Attacks",
      (each) => countCell(each.time.happenings.filter(isAttack).length, language),
    ],
    [
      fr ? "Acteurs et lieux" : "Actors and places",
      (each) => countCell(each.projection.nodes.length, language),
    ],
    [fr ? "Liens" : "Ties", (each) => countCell(each.measures.arcs, language)],
    [fr ? "Densité" : "Density", (each) => shareCell(each.measures.density, language, 2)],
    [fr ? "Liens rendus" : "Ties returned", (each) => shareCell(each.measures.reciprocity.share, language)],
    [fr ? "Groupes" : "Groups", (each) => countCell(each.measures.communities.count, language)],
    [fr ? "Modularité" : "Modularity", (each) => measureCell(each.measures.communities.modularity, language)],
    [fr ? "Réponses" : "Answers", (each) => countCell(each.time.replies.length, language)],
    [
      fr ? "Délai médian (jours)" : "Median delay (days)",
      (each) => (each.time.delays ? countCell(each.time.delays.median, language, 1) : emptyCell),
    ],
    [fr ? "Plus longue accalmie (jours)" : "Longest lull (days)", (each) => lullCell(each, language)],
  ];
  return {
    kind: "table",
    id: "comparison-figures",
    title: fr ? "En chiffres" : "In figures",
    caption: fr ? "Mêmes choix de part et d’autre." : "The same choices on either side.",
    columns: [
      { key: "figure", label: fr ? "Mesure" : "Measure", kind: "text" },
      { key: "other", label: other.label, kind: "figure" },
      { key: "own", label: other.ownLabel, kind: "figure" },
    ],
    rows: rows.map(([label, read]) => [textCell(label), read(other.analysis), read(analysis)]),
  };
}

function lullCell(each: CaseAnalysis, language: "fr" | "en"): Cell {
  const [longest] = each.time.lulls;
  return longest ? countCell(longest.days, language) : emptyCell;
}

interface Move {
  readonly id: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Ranks by activity in both, best of the two first. */
function movesOf(context: ReportContext, other: Comparison): Move[] {
  const before = ranksById(other.analysis);
  const after = ranksById(context.analysis);
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((id): Move => ({ id, from: before.get(id), to: after.get(id) }))
    .sort((a, b) => best(a) - best(b) || (a.id < b.id ? -1 : 1));
}

const best = ({ from, to }: Move): number =>
  Math.min(from ?? Number.POSITIVE_INFINITY, to ?? Number.POSITIVE_INFINITY);

const ranksById = (analysis: CaseAnalysis): Map<string, number> =>
  new Map(analysis.projection.nodes.map(({ id }, v) => [id, analysis.ranks.activity[v] ?? 0]));

/** Names from either case: what one does not know, the other may. */
function nameIn(context: ReportContext, other: Comparison): (id: string) => string {
  const there = new Labels(
    new Map(other.analysis.records.entities.map((entity) => [entity.id, entity])),
    context.language,
    sourceLabels(other.analysis.records),
  );
  return (id) => {
    const here = context.labels.entity(id);
    return here === id ? there.entity(id) : here;
  };
}

function slopes(context: ReportContext, other: Comparison) {
  const fr = context.language === "fr";
  const name = nameIn(context, other);
  const figure: SlopeFigure = {
    type: "slopes",
    left: other.label,
    right: other.ownLabel,
    rows: movesOf(context, other)
      .slice(0, PLOTTED)
      .map(({ id, from, to }) => ({
        label: name(id),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      })),
  };
  return {
    kind: "plot",
    id: "rank-moves",
    title: fr ? "Rang par activité" : "Rank by activity",
    alt: fr
      ? "Une ligne par acteur, de son rang d’un côté à son rang de l’autre ; les nombres sont dans le tableau suivant."
      : "One line an actor, from the rank on one side to that on the other; the numbers stand in the next table.",
    figure,
  } as const;
}

/** Weight by activity of each entity. */
const valueIn = (each: CaseAnalysis): Map<string, number> =>
  new Map(each.projection.nodes.map(({ id }, v) => [id, each.values.activity[v] ?? 0]));

function movesTable(context: ReportContext, other: Comparison): Table {
  const { language, analysis } = context;
  const fr = language === "fr";
  const name = nameIn(context, other);
  const [before, after] = [valueIn(other.analysis), valueIn(analysis)];
  const cell = (value: number | undefined) =>
    value === undefined ? emptyCell : countCell(value, language, 1);
  return {
    kind: "table",
    id: "comparison-ranks",
    title: fr ? "Qui monte, qui descend" : "Who rises, who falls",
    caption: fr
      ? "Rang et poids par activité ; « nouveau » et « absent » disent qu’un acteur n’est que d’un côté."
      : "Rank and weight by activity; “new” and “gone” say that an actor is on one side only.",
    columns: [
      { key: "actor", label: fr ? "Acteur ou lieu" : "Actor or place", kind: "text" },
      { key: "rankBefore", label: fr ? `Rang : ${other.label}` : `Rank: ${other.label}`, kind: "figure" },
      {
        key: "rankAfter",
        label: fr ? `Rang : ${other.ownLabel}` : `Rank: ${other.ownLabel}`,
        kind: "figure",
      },
      {
        key: "weightBefore",
        label: fr ? `Poids : ${other.label}` : `Weight: ${other.label}`,
        kind: "figure",
      },
      {
        key: "weightAfter",
        label: fr ? `Poids : ${other.ownLabel}` : `Weight: ${other.ownLabel}`,
        kind: "figure",
      },
      { key: "move", label: fr ? "Places" : "Places", kind: "figure" },
    ],
    rows: movesOf(context, other).map(({ id, from, to }) => [
      textCell(name(id)),
      cell(from),
      cell(to),
      cell(before.get(id)),
      cell(after.get(id)),
      placesCell(from, to, language),
    ]),
    shown: context.shown,
  };
}

function placesCell(from: number | undefined, to: number | undefined, language: "fr" | "en"): Cell {
  if (from === undefined) return { value: null, text: language === "fr" ? "nouveau" : "new", shade: 0.6 };
  if (to === undefined) return { value: null, text: language === "fr" ? "absent" : "gone", shade: -0.6 };
  const places = from - to;
  const text = places === 0 ? "·" : `${places > 0 ? "+" : ""}${number(places, language)}`;
  return { value: places, text, shade: Math.max(-1, Math.min(1, places / 10)) };
}
