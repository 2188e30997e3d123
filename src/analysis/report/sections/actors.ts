/** Who matters: the measures by actor, and the network as a whole. */
import { TRIAD_TYPES } from "../../measures/triad-census.ts";
import { countCell, textCell } from "../cells.ts";
import { nameOf, type ReportContext } from "../context.ts";
import type { Block, Plot, Section, Table } from "../document.ts";
import { listed, number, percent, plural, significant } from "../format.ts";
import { CERTAINTY_SENTENCES, PROJECTION_SENTENCES, WEIGHT_SENTENCES } from "../phrases.ts";
import { actorsTable } from "./actor-measures.ts";

const MATRIX_SIDE = 12;

export function actorsSection(context: ReportContext): Section {
  const { analysis, language } = context;
  const { name, weight, certainty } = analysis.projection.options;
  const counted = [
    PROJECTION_SENTENCES[name][language],
    WEIGHT_SENTENCES[weight][language],
    CERTAINTY_SENTENCES[certainty][language],
  ].join(" ");
  const blocks: Block[] = [{ kind: "paragraph", text: counted }];
  if (analysis.projection.nodes.length > 0) {
    blocks.push(actorsTable(context), whoToWhom(context), pairsTable(context), {
      kind: "paragraph",
      text: networkText(context),
    });
    if (analysis.measures.communities.count < analysis.projection.nodes.length)
      blocks.push(communitiesTable(context));
    blocks.push(triadsTable(context));
  }
  return { id: "actors", title: language === "fr" ? "Qui compte" : "Who matters", blocks };
}

/** The nodes with the largest values above 0. */
function topOf(values: Float64Array): number[] {
  return Array.from(values.keys())
    .filter((v) => (values[v] ?? 0) > 0)
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)
    .slice(0, MATRIX_SIDE);
}

/** Weights between the most active initiators and the most active targets. */
function whoToWhom(context: ReportContext): Plot {
  const { analysis, language } = context;
  const { graph } = analysis.projection;
  const rows = topOf(analysis.values.initiating);
  const columns = topOf(analysis.values.targeted);
  const weights = new Map<string, number>();
  for (const v of rows) {
    for (let arc = graph.offsets[v] ?? 0; arc < (graph.offsets[v + 1] ?? 0); arc++) {
      weights.set(`${v} ${graph.targets[arc]}`, graph.weights[arc] ?? 0);
    }
  }
  return {
    kind: "plot",
    id: "who-to-whom",
    title: language === "fr" ? "Qui vise qui" : "Who aims at whom",
    alt:
      language === "fr"
        ? "Tableau ombré des liens entre ceux qui agissent le plus (lignes) et ceux qui sont le plus visés (colonnes) ; les nombres sont dans le tableau des couples."
        : "Shaded table of ties between those who do most (rows) and those most aimed at (columns); the numbers stand in the table of pairs.",
    figure: {
      type: "matrix",
      rows: rows.map((v) => nameOf(context, v)),
      columns: columns.map((v) => nameOf(context, v)),
      values: rows.map((v) => columns.map((w) => (v === w ? null : (weights.get(`${v} ${w}`) ?? 0)))),
    },
  };
}

function pairsTable(context: ReportContext): Table {
  const { analysis, language, footnotes, shown } = context;
  const { graph, edges } = analysis.projection;
  const arcs: { source: number; target: number; arc: number }[] = [];
  for (let v = 0; v < graph.nodeCount; v++) {
    for (let arc = graph.offsets[v] ?? 0; arc < (graph.offsets[v + 1] ?? 0); arc++) {
      arcs.push({ source: v, target: graph.targets[arc] ?? 0, arc });
    }
  }
  arcs.sort((a, b) => (graph.weights[b.arc] ?? 0) - (graph.weights[a.arc] ?? 0) || a.arc - b.arc);
  const backWeights = new Map(
    arcs.map(({ source, target, arc }) => [`${source} ${target}`, graph.weights[arc] ?? 0]),
  );
  const fr = language === "fr";
  return {
    kind: "table",
    id: "pairs",
    title: fr ? "Couples" : "Pairs",
    caption: fr
      ? "Le poids de chaque lien, et celui du lien en sens inverse."
      : "The weight of each tie, and of the tie the other way.",
    columns: [
      { key: "from", label: fr ? "De" : "From", kind: "text" },
      { key: "to", label: fr ? "Vers" : "To", kind: "text" },
      { key: "weight", label: fr ? "Poids" : "Weight", kind: "figure" },
      { key: "back", label: fr ? "En retour" : "Back", kind: "figure" },
    ],
    rows: arcs.map(({ source, target, arc }, place) => [
      textCell(nameOf(context, source)),
      textCell(
        nameOf(context, target),
        place < shown ? footnotes.cite((edges[arc] ?? []).flatMap(({ claims }) => claims)) : [],
      ),
      countCell(graph.weights[arc] ?? 0, language, 1),
      countCell(backWeights.get(`${target} ${source}`) ?? 0, language, 1),
    ]),
    shown,
  };
}

function networkText({ analysis, language }: ReportContext): string {
  const { measures, projection } = analysis;
  const { reciprocity, communities } = measures;
  const n = projection.nodes.length;
  return language === "fr"
    ? `Le réseau relie ${number(n, "fr")} acteurs et lieux par ${number(measures.arcs, "fr")} liens (densité ${percent(measures.density, "fr", 2)}). ${measures.weakComponents === 1 ? "Il est d’un seul tenant." : `Il se divise en ${number(measures.weakComponents, "fr")} parties, dont la plus grande compte ${number(measures.largestComponent, "fr")} membres.`} ${percent(reciprocity.share, "fr", 1)} des liens sont rendus (${plural(reciprocity.mutualPairs, "couple réciproque", "couples réciproques", "fr")}, ${number(reciprocity.oneWayPairs, "fr")} à sens unique) ; en poids, ${percent(reciprocity.weightedShare, "fr", 1)}. Les groupes sont ${communities.modularity >= 0.3 ? "nettement" : "peu"} séparés (modularité ${significant(communities.modularity, "fr")}).`
    : `The network joins ${number(n, "en")} actors and places by ${number(measures.arcs, "en")} ties (density ${percent(measures.density, "en", 2)}). ${measures.weakComponents === 1 ? "It hangs together as one." : `It falls into ${number(measures.weakComponents, "en")} parts, the largest of ${number(measures.largestComponent, "en")} members.`} ${percent(reciprocity.share, "en", 1)} of ties are returned (${plural(reciprocity.mutualPairs, "pair", "pairs", "en")} both ways, ${number(reciprocity.oneWayPairs, "en")} one way); by weight, ${percent(reciprocity.weightedShare, "en", 1)}. Groups are ${communities.modularity >= 0.3 ? "clearly" : "hardly"} set apart (modularity ${significant(communities.modularity, "en")}).`;
}

function communitiesTable(context: ReportContext): Table {
  const { analysis, language, shown } = context;
  const fr = language === "fr";
  const members = new Map<number, number[]>();
  for (const v of analysis.order) {
    const group = analysis.measures.nodes.community[v] ?? 0;
    members.set(group, [...(members.get(group) ?? []), v]);
  }
  const groups = [...members].sort(([a, x], [b, y]) => y.length - x.length || a - b);
  return {
    kind: "table",
    id: "groups",
    title: fr ? "Groupes" : "Groups",
    caption: fr
      ? "Acteurs et lieux plus liés entre eux que le hasard ne le ferait (méthode de Leiden) : des ennemis qui s’affrontent souvent sont dans un même groupe."
      : "Actors and places more tied among themselves than chance would have it (Leiden method): enemies who often clash share a group.",
    columns: [
      { key: "group", label: fr ? "Groupe" : "Group", kind: "figure" },
      { key: "size", label: fr ? "Membres" : "Members", kind: "figure" },
      { key: "names", label: fr ? "Les plus actifs" : "Most active", kind: "text" },
    ],
    rows: groups.map(([group, nodes]) => [
      countCell(group + 1, language),
      countCell(nodes.length, language),
      textCell(
        listed(
          nodes.slice(0, 6).map((v) => nameOf(context, v)),
          language,
        ),
      ),
    ]),
    shown: Math.min(shown, 8),
  };
}

function triadsTable({ analysis, language }: ReportContext): Table {
  const fr = language === "fr";
  return {
    kind: "table",
    id: "triads",
    title: fr ? "Trios" : "Triads",
    caption: fr
      ? "Nombre de trios d’acteurs par forme (codes M-A-N : liens mutuels, à sens unique, absents ; 021D : un seul en vise deux ; 021U : deux en visent un ; 030C : un cercle)."
      : "Triples of actors by form (M-A-N codes: mutual, one-way, absent ties; 021D: one aims at two; 021U: two aim at one; 030C: a circle).",
    columns: [
      { key: "form", label: fr ? "Forme" : "Form", kind: "text" },
      { key: "count", label: fr ? "Nombre" : "Count", kind: "figure" },
    ],
    rows: TRIAD_TYPES.map((type) => [textCell(type), countCell(analysis.measures.triads[type], language)]),
    shown: 0,
  };
}
