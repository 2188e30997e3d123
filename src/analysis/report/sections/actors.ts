/** Who matters: the measures by actor, and the network as a whole. */
import { TRIAD_TYPES } from "../../measures/triad-census.ts";
import { countCell, shareCell, textCell } from "../cells.ts";
import { edgesOfEntity, nameOf, type ReportContext } from "../context.ts";
import type { Block, Column, Plot, Section, Table } from "../document.ts";
import { listed, number, percent, plural, significant } from "../format.ts";
import { CERTAINTY_SENTENCES, PROJECTION_SENTENCES, WEIGHT_SENTENCES } from "../phrases.ts";

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

const figure = (key: string, label: string, hint: string): Column => ({ key, label, kind: "figure", hint });

function columnsOf({ analysis, language }: ReportContext): Column[] {
  const fr = language === "fr";
  const { sampled } = analysis.measures;
  const approximate = (note: unknown) => (note ? (fr ? " (estimé)" : " (estimated)") : "");
  return [
    figure(
      "rank",
      fr ? "Rang" : "Rank",
      fr ? "Par activité : faits des deux côtés." : "By activity: events on either side.",
    ),
    { key: "id", label: "Id", kind: "text", machineOnly: true },
    { key: "actor", label: fr ? "Acteur ou lieu" : "Actor or place", kind: "text" },
    { key: "type", label: "Type", kind: "text" },
    figure(
      "outStrength",
      fr ? "Fait" : "Does",
      fr ? "Poids des liens qui partent de l’acteur." : "Weight of the ties that start here.",
    ),
    figure(
      "inStrength",
      fr ? "Subit" : "Receives",
      fr ? "Poids des liens qui arrivent à l’acteur." : "Weight of the ties that end here.",
    ),
    figure(
      "outDegree",
      fr ? "Vers" : "Towards",
      fr ? "Nombre d’acteurs ou lieux visés." : "Actors or places aimed at.",
    ),
    figure("inDegree", fr ? "Par" : "From", fr ? "Nombre d’acteurs qui le visent." : "Actors that aim here."),
    figure(
      "betweenness",
      (fr ? "Intermédiaire" : "Between") + approximate(sampled.betweenness),
      fr
        ? "Part des plus courts chemins entre les autres qui passent par lui."
        : "Share of the shortest ways between others that run through it.",
    ),
    figure(
      "harmonic",
      (fr ? "Proximité" : "Closeness") + approximate(sampled.harmonic),
      fr
        ? "Moyenne de 1/distance aux autres ; 1 : voisin de tous."
        : "Mean of 1/distance to the others; 1: next to all.",
    ),
    figure(
      "pageRank",
      "PageRank",
      fr
        ? "Visé par ceux qui sont eux-mêmes visés ; somme 1."
        : "Aimed at by those who are themselves aimed at; sums to 1.",
    ),
    figure(
      "eigenvector",
      fr ? "Entourage" : "Eigenvector",
      fr
        ? "Lié à des acteurs eux-mêmes bien liés ; maximum 1."
        : "Tied to those who are well tied; largest 1.",
    ),
    figure(
      "initiator",
      fr ? "Initiateur" : "Initiator",
      fr
        ? "HITS : vise ceux que beaucoup visent ; somme 1."
        : "HITS hub: aims at much-aimed-at others; sums to 1.",
    ),
    figure(
      "target",
      fr ? "Cible" : "Target",
      fr
        ? "HITS : visé par les initiateurs actifs ; somme 1."
        : "HITS authority: aimed at by active initiators; sums to 1.",
    ),
    figure(
      "core",
      fr ? "Noyau" : "Core",
      fr
        ? "Plus grand k tel qu’il ait k liens dans un groupe où chacun en a k."
        : "Largest k such that it has k ties in a group where all have k.",
    ),
    figure("community", fr ? "Groupe" : "Group", fr ? "Communauté (Leiden)." : "Community (Leiden)."),
  ];
}

function actorsTable(context: ReportContext): Table {
  const { analysis, language, labels, footnotes, shown } = context;
  const { nodes } = analysis.measures;
  const rows = analysis.order.map((v, place) => {
    const node = analysis.projection.nodes[v];
    const id = node?.id ?? "";
    const notes =
      place < shown
        ? footnotes.cite(
            edgesOfEntity(context, id)
              .slice(0, 3)
              .flatMap(({ claims }) => claims.slice(0, 1)),
          )
        : [];
    return [
      countCell(analysis.ranks.activity[v] ?? 0, language),
      textCell(id),
      textCell(nameOf(context, v), notes),
      textCell(node ? labels.entityType(node.type) : ""),
      countCell(nodes.outStrength[v] ?? 0, language, 1),
      countCell(nodes.inStrength[v] ?? 0, language, 1),
      countCell(nodes.outDegree[v] ?? 0, language),
      countCell(nodes.inDegree[v] ?? 0, language),
      shareCell(nodes.betweenness[v] ?? 0, language),
      countCell(nodes.harmonic[v] ?? 0, language, 2),
      shareCell(nodes.pageRank[v] ?? 0, language),
      countCell(nodes.eigenvector[v] ?? 0, language, 2),
      shareCell(nodes.initiator[v] ?? 0, language),
      shareCell(nodes.target[v] ?? 0, language),
      countCell(nodes.core[v] ?? 0, language),
      countCell((nodes.community[v] ?? 0) + 1, language),
    ];
  });
  return {
    kind: "table",
    id: "actors",
    title: language === "fr" ? "Mesures par acteur" : "Measures by actor",
    caption: [
      language === "fr"
        ? "Classés par activité. Un acteur très cité n’est pas pour autant puissant : les mesures disent sa place dans ce qui est rapporté."
        : "Ranked by activity. Much-reported does not mean powerful: measures tell the place in what is reported.",
      ...samplingCaption(context),
    ].join(" "),
    columns: columnsOf(context),
    rows,
    shown,
  };
}

function samplingCaption({ analysis, language }: ReportContext): string[] {
  const { betweenness, harmonic } = analysis.measures.sampled;
  if (!betweenness || !harmonic) return [];
  return [
    language === "fr"
      ? `Réseau trop grand pour un calcul exact : intermédiaire estimé sur ${number(betweenness.samples, "fr")} plus courts chemins tirés au sort (à ${percent(betweenness.halfWidth, "fr", 2)} près au plus), proximité sur ${number(harmonic.samples, "fr")} départs (à ${significant(harmonic.halfWidth, "fr")} près), avec une confiance de ${percent(betweenness.confidence, "fr")}.`
      : `The network is too large for an exact count: betweenness is estimated from ${number(betweenness.samples, "en")} shortest paths drawn at random (within ${percent(betweenness.halfWidth, "en", 2)} at most), closeness from ${number(harmonic.samples, "en")} sources (within ${significant(harmonic.halfWidth, "en")}), with ${percent(betweenness.confidence, "en")} confidence.`,
  ];
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
