/** What the ranks rest on: single voices, outlets left out, outlets resampled, ties taken away. */
import { TRIED_RANKINGS } from "../../case-analysis.ts";
import { countCell, emptyCell, shareCell, textCell } from "../cells.ts";
import { edgesOfEntity, nameOf, type ReportContext } from "../context.ts";
import type { Block, Cell, Column, List, Plot, Section, Table } from "../document.ts";
import { capitalized, number, ordinal, percent } from "../format.ts";

const PLOTTED = 15;
const RANKING_LABELS = {
  activity: { fr: "activité", en: "activity" },
  between: { fr: "intermédiaire", en: "betweenness" },
} as const satisfies Record<(typeof TRIED_RANKINGS)[number], unknown>;

export function supportSection(context: ReportContext): Section {
  const { analysis, language } = context;
  const fr = language === "fr";
  const blocks: Block[] = [];
  if (analysis.projection.nodes.length > 0) {
    blocks.push(supportTable(context));
    const plot = intervalPlot(context);
    if (plot) blocks.push(plot);
    else blocks.push({ kind: "paragraph", text: noIntervals(context) });
    for (const ranking of TRIED_RANKINGS) {
      const table = leaveOneOutTable(context, ranking);
      if (table) blocks.push(table);
    }
    const reasons = tieReasons(context);
    if (reasons.items.length > 0) {
      blocks.push(
        {
          kind: "paragraph",
          text: fr
            ? "Pourquoi au centre ? Pour chaque intermédiaire, le lien dont la perte lui coûterait le plus :"
            : "Why central? For each go-between, the tie whose loss would cost it most:",
        },
        reasons,
      );
    }
  }
  return { id: "support", title: fr ? "Ce qui fonde les rangs" : "What the ranks rest on", blocks };
}

/** Events and voices behind each rank, with the interval of the rank under resampling. */
function supportTable(context: ReportContext): Table {
  const { analysis, language, footnotes, shown } = context;
  const fr = language === "fr";
  const { intervals } = analysis.robustness;
  const rangeColumns: Column[] = intervals
    ? TRIED_RANKINGS.flatMap((ranking): Column[] => [
        {
          key: `${ranking}Low`,
          label: `${RANKING_LABELS[ranking][language]}, ${fr ? "de" : "from"}`,
          kind: "figure",
          hint: fr ? "Meilleur rang plausible." : "Best plausible rank.",
        },
        {
          key: `${ranking}High`,
          label: fr ? "à" : "to",
          kind: "figure",
          hint: fr ? "Moins bon rang plausible." : "Worst plausible rank.",
        },
      ])
    : [];
  return {
    kind: "table",
    id: "support",
    title: fr ? "Faits et voix derrière chaque rang" : "Events and voices behind each rank",
    caption: fr
      ? "« Une seule source » : part des liens de l’acteur qui ne reposent que sur une source indépendante ; « inférés » : part où un rôle est déduit du contexte. Les rangs plausibles sont ceux de neuf tirages sur dix quand les médias sont tirés au sort."
      : "“Single source”: share of the actor’s ties that rest on one independent source; “inferred”: share in which a role is filled from context. Plausible ranks are those of nine draws in ten when outlets are drawn at random.",
    columns: [
      { key: "rank", label: fr ? "Rang" : "Rank", kind: "figure" },
      { key: "actor", label: fr ? "Acteur ou lieu" : "Actor or place", kind: "text" },
      { key: "ties", label: fr ? "Liens" : "Ties", kind: "figure" },
      { key: "reports", label: fr ? "Comptes rendus" : "Reports", kind: "figure" },
      { key: "singleSource", label: fr ? "Une seule source" : "Single source", kind: "figure" },
      { key: "inferred", label: fr ? "Inférés" : "Inferred", kind: "figure" },
      ...rangeColumns,
    ],
    rows: analysis.order.map((v, place) => {
      const id = analysis.projection.nodes[v]?.id ?? "";
      const edges = edgesOfEntity(context, id);
      const single = edges.filter(({ weight }) => weight <= 1).length / edges.length;
      const reports = new Set(edges.flatMap(({ documents }) => documents)).size;
      const ranges = intervals
        ? TRIED_RANKINGS.flatMap((ranking): Cell[] => {
            const range = intervals[ranking]?.get(id);
            return range
              ? [countCell(range.low, language), countCell(range.high, language)]
              : [emptyCell, emptyCell];
          })
        : [];
      const notes = place < shown ? footnotes.cite(edges.slice(0, 4).flatMap(({ claims }) => claims)) : [];
      return [
        countCell(analysis.ranks.activity[v] ?? 0, language),
        textCell(nameOf(context, v), notes),
        countCell(edges.length, language),
        countCell(reports, language),
        { ...shareCell(single, language, 0), ...(single === 1 && { shade: -0.5 }) },
        shareCell(edges.filter(({ inferred }) => inferred).length / edges.length, language, 0),
        ...ranges,
      ];
    }),
    shown,
  };
}

function noIntervals({ analysis, language }: ReportContext): string {
  const outlets = new Set(analysis.records.documents.flatMap(({ publisher }) => publisher ?? [])).size;
  if (outlets < 2) {
    return language === "fr"
      ? "Tout vient d’un seul média, ou de comptes rendus sans média connu : on ne peut dire ce que les rangs doivent à chacun."
      : "All comes from one outlet, or from reports without a known one: what ranks owe to each cannot be told.";
  }
  return language === "fr"
    ? "Le réseau est trop grand pour que les médias soient tirés au sort dans un temps raisonnable."
    : "The network is too large for outlets to be drawn at random in reasonable time.";
}

function intervalPlot(context: ReportContext): Plot | undefined {
  const { analysis, language } = context;
  const ranges = analysis.robustness.intervals?.between;
  if (!ranges) return undefined;
  const fr = language === "fr";
  const rows = Array.from(analysis.projection.nodes.keys())
    .filter((v) => (analysis.values.between[v] ?? 0) > 0)
    .sort((a, b) => (analysis.ranks.between[a] ?? 0) - (analysis.ranks.between[b] ?? 0) || a - b)
    .slice(0, PLOTTED)
    .map((v) => {
      const range = ranges.get(analysis.projection.nodes[v]?.id ?? "");
      const at = analysis.ranks.between[v] ?? 0;
      return {
        label: nameOf(context, v),
        at,
        low: Math.min(at, range?.low ?? at),
        high: Math.max(at, range?.high ?? at),
      };
    });
  if (rows.length === 0) return undefined;
  const resamples = number(analysis.robustness.resamples, language);
  return {
    kind: "plot",
    id: "rank-intervals",
    title: fr ? "Rang d’intermédiaire, et sa fourchette" : "Rank by betweenness, and its range",
    alt: fr
      ? `Pour les ${rows.length} premiers, le rang et l’intervalle où il tombe dans neuf tirages de médias sur dix (${resamples} tirages) ; les nombres sont dans le tableau précédent.`
      : `For the first ${rows.length}, the rank and the range in which it falls in nine draws of outlets in ten (${resamples} draws); the numbers stand in the table above.`,
    figure: {
      type: "intervals",
      axis: fr ? "rang" : "rank",
      rows,
      max: analysis.projection.nodes.length,
    },
  };
}

function leaveOneOutTable(
  context: ReportContext,
  ranking: (typeof TRIED_RANKINGS)[number],
): Table | undefined {
  const { analysis, language, shown } = context;
  const { leftOut, outletsNotTried } = analysis.robustness;
  if (leftOut.length === 0) return undefined;
  const fr = language === "fr";
  const order = Array.from(analysis.projection.nodes.keys())
    .filter((v) => (analysis.values[ranking][v] ?? 0) > 0)
    .sort((a, b) => (analysis.ranks[ranking][a] ?? 0) - (analysis.ranks[ranking][b] ?? 0) || a - b);
  return {
    kind: "table",
    id: `without-outlet-${ranking}`,
    title: fr
      ? `Sans chacun des médias : ${RANKING_LABELS[ranking].fr}`
      : `Without each outlet: ${RANKING_LABELS[ranking].en}`,
    caption: [
      fr
        ? "De combien de places l’acteur monte (+) ou descend (−) quand on retire tous les comptes rendus d’un média ; « × » : il n’en reste rien."
        : "By how many places the actor rises (+) or falls (−) when all reports of an outlet are taken away; “×”: nothing is left of it.",
      ...(outletsNotTried > 0
        ? [
            fr
              ? `${number(outletsNotTried, "fr")} médias aux comptes rendus les moins nombreux n’ont pas été essayés.`
              : `${number(outletsNotTried, "en")} outlets with the fewest reports were not tried.`,
          ]
        : []),
    ].join(" "),
    columns: [
      { key: "rank", label: fr ? "Rang" : "Rank", kind: "figure" },
      { key: "actor", label: fr ? "Acteur ou lieu" : "Actor or place", kind: "text" },
      ...leftOut.map(
        ({ outlet, reports }): Column => ({
          key: outlet,
          label: outlet,
          kind: "figure",
          hint: fr ? `${reports} comptes rendus` : `${reports} reports`,
        }),
      ),
    ],
    rows: order.map((v) => {
      const rank = analysis.ranks[ranking][v] ?? 0;
      const id = analysis.projection.nodes[v]?.id ?? "";
      return [
        countCell(rank, language),
        textCell(nameOf(context, v)),
        ...leftOut.map(({ ranks }) => moveCell(rank, ranks[ranking]?.get(id), language)),
      ];
    }),
    shown: Math.min(shown, 12),
  };
}

function moveCell(rank: number, without: number | undefined, language: "fr" | "en"): Cell {
  if (without === undefined) return { value: null, text: "×", shade: -1 };
  const places = rank - without;
  const text = places === 0 ? "·" : `${places > 0 ? "+" : ""}${number(places, language)}`;
  return { value: places, text, shade: Math.max(-1, Math.min(1, places / 10)) };
}

function tieReasons(context: ReportContext): List {
  const { analysis, language, labels, footnotes } = context;
  const items = [...analysis.robustness.ties].flatMap(([id, losses]) => {
    const [worst] = losses;
    if (!worst) return [];
    const node = analysis.projection.nodes.findIndex((each) => each.id === id);
    const rank = analysis.ranks.between[node] ?? 0;
    const behind = analysis.projection.edges
      .flat()
      .filter(
        ({ source, target }) =>
          (source === id && target === worst.other) || (source === worst.other && target === id),
      );
    return [
      {
        text: tieSentence(capitalized(labels.entity(id)), labels.entity(worst.other), rank, worst, language),
        notes: footnotes.cite(behind.flatMap(({ claims }) => claims)),
      },
    ];
  });
  return { kind: "list", items };
}

function tieSentence(
  name: string,
  other: string,
  rank: number,
  {
    rank: after,
    edges,
    lostShare,
  }: { readonly rank: number; readonly edges: number; readonly lostShare: number },
  language: "fr" | "en",
): string {
  const lost = percent(Math.max(0, lostShare), language);
  if (language === "fr") {
    const tie = edges === 1 ? "un fait" : `${number(edges, "fr")} faits`;
    const then =
      after === rank ? "rang inchangé" : `${ordinal(after, "fr")} rang au lieu du ${ordinal(rank, "fr")}`;
    return `${name}, ${ordinal(rank, "fr")} rang : sans le lien avec ${other} (${tie}), ${then} et ${lost} de la valeur en moins.`;
  }
  const tie = edges === 1 ? "one event" : `${number(edges, "en")} events`;
  const then = after === rank ? "the rank stays" : `${ordinal(after, "en")} instead`;
  return `${name}, ranked ${ordinal(rank, "en")}: without the tie to ${other} (${tie}), ${then}, and ${lost} of the value is lost.`;
}
