/** The table of measures by actor. */
import { countCell, shareCell, textCell } from "../cells.ts";
import { edgesOfEntity, nameOf, type ReportContext } from "../context.ts";
import type { Column, Table } from "../document.ts";
import { number, percent, significant } from "../format.ts";

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

/** One row an actor or place, ranked by activity; the first ones cite claims. */
export function actorsTable(context: ReportContext): Table {
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
