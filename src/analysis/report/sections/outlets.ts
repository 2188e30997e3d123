/** Sources compared: what each outlet alone reports, who agrees, who is first, how actors are named, who is cited. */
import { countCell, shareCell, textCell } from "../cells.ts";
import type { ReportContext } from "../context.ts";
import type { Block, Plot, Section, Table } from "../document.ts";
import { listedFirst, number, quoted } from "../format.ts";

const MATRIX_SIDE = 14;

export function outletsSection(context: ReportContext): Section {
  const { analysis, language } = context;
  const fr = language === "fr";
  const blocks: Block[] = [];
  if (analysis.outlets.outlets.length === 0) {
    blocks.push({ kind: "paragraph", text: fr ? "Aucun compte rendu." : "No reports." });
  } else {
    blocks.push(coverageTable(context));
    if (analysis.outlets.pairs.length > 0) blocks.push(sharedPlot(context), sharedTable(context));
    if (analysis.outlets.contested.length > 0) blocks.push(contestedTable(context));
    if (analysis.outlets.naming.length > 0) blocks.push(namingTable(context));
    if (analysis.outlets.citations.nodes.length > 0) blocks.push(citationTable(context));
    else {
      blocks.push({
        kind: "paragraph",
        text: fr
          ? "Aucun média n’attribue de fait retenu à une source nommée."
          : "No outlet attributes a kept claim to a named source.",
      });
    }
  }
  return { id: "outlets", title: fr ? "Les sources comparées" : "Sources compared", blocks };
}

function coverageTable({ analysis, language }: ReportContext): Table {
  const fr = language === "fr";
  return {
    kind: "table",
    id: "outlets",
    title: fr ? "Ce que chaque média rapporte" : "What each outlet reports",
    caption: fr
      ? "Parmi les faits retenus : ceux que le média est seul à rapporter, ceux qu’il partage sans désaccord, ceux où une valeur qu’il donne est contestée, et ceux partagés dont son compte rendu est le premier daté."
      : "Among the events kept: those that the outlet alone reports, those it shares without disagreement, those in which a value it gives is contested, and shared ones whose first dated report is its own.",
    columns: [
      { key: "outlet", label: fr ? "Média" : "Outlet", kind: "text" },
      { key: "reports", label: fr ? "Comptes rendus" : "Reports", kind: "figure" },
      { key: "events", label: fr ? "Faits" : "Events", kind: "figure" },
      { key: "alone", label: fr ? "Seul" : "Alone", kind: "figure" },
      { key: "aloneShare", label: fr ? "Part seul" : "Share alone", kind: "figure" },
      { key: "agreed", label: fr ? "D’accord" : "Agreed", kind: "figure" },
      { key: "contested", label: fr ? "Contesté" : "Contested", kind: "figure" },
      { key: "first", label: fr ? "Premier" : "First", kind: "figure" },
    ],
    rows: analysis.outlets.outlets.map(({ outlet, reports, events, alone, agreed, contested, first }) => [
      textCell(outlet),
      countCell(reports, language),
      countCell(events, language),
      countCell(alone, language),
      shareCell(events === 0 ? 0 : alone / events, language, 0),
      countCell(agreed, language),
      countCell(contested, language),
      countCell(first, language),
    ]),
    shown: 20,
  };
}

function sharedPlot({ analysis, language }: ReportContext): Plot {
  const fr = language === "fr";
  const names = analysis.outlets.outlets.slice(0, MATRIX_SIDE).map(({ outlet }) => outlet);
  const shared = new Map(
    analysis.outlets.pairs.flatMap((pair) => [
      [`${pair.a}\t${pair.b}`, pair.shared] as const,
      [`${pair.b}\t${pair.a}`, pair.shared] as const,
    ]),
  );
  return {
    kind: "plot",
    id: "shared-events",
    title: fr ? "Faits rapportés par deux médias" : "Events that two outlets report",
    alt: fr
      ? "Tableau ombré du nombre de faits communs à chaque paire de médias ; les nombres sont dans le tableau suivant."
      : "Shaded table of the events common to each pair of outlets; the numbers stand in the next table.",
    figure: {
      type: "matrix",
      rows: names,
      columns: names,
      values: names.map((a) => names.map((b) => (a === b ? null : (shared.get(`${a}\t${b}`) ?? 0)))),
    },
  };
}

function sharedTable({ analysis, language }: ReportContext): Table {
  const fr = language === "fr";
  return {
    kind: "table",
    id: "outlet-pairs",
    title: fr ? "Accords et désaccords" : "Agreement and disagreement",
    caption: fr
      ? "Faits communs à deux médias, et parmi eux ceux où ils donnent des valeurs différentes à un champ contesté."
      : "Events common to two outlets, and those among them in which they give different values to a contested field.",
    columns: [
      { key: "a", label: fr ? "Média" : "Outlet", kind: "text" },
      { key: "b", label: fr ? "et" : "and", kind: "text" },
      { key: "shared", label: fr ? "Faits communs" : "Shared events", kind: "figure" },
      { key: "differing", label: fr ? "En désaccord" : "Differing", kind: "figure" },
    ],
    rows: analysis.outlets.pairs.map(({ a, b, shared, differing }) => [
      textCell(a),
      textCell(b),
      countCell(shared, language),
      countCell(differing, language),
    ]),
    shown: 8,
  };
}

function contestedTable({ analysis, language, labels, footnotes, shown }: ReportContext): Table {
  const fr = language === "fr";
  return {
    kind: "table",
    id: "contested",
    title: fr ? "Points contestés" : "Contested points",
    caption: fr
      ? "Champs auxquels des sources indépendantes donnent des valeurs incompatibles, la mieux soutenue d’abord. Rien n’est tranché ici."
      : "Fields to which independent sources give incompatible values, the best supported first. Nothing is settled here.",
    columns: [
      { key: "event", label: fr ? "Fait" : "Event", kind: "text" },
      { key: "date", label: "Date", kind: "date" },
      { key: "field", label: fr ? "Champ" : "Field", kind: "text" },
      { key: "values", label: fr ? "Valeurs, et qui les donne" : "Values, and who gives them", kind: "text" },
    ],
    rows: analysis.outlets.contested.map(({ happening, field, values }, place) => [
      textCell(happening.title[language]),
      textCell(happening.event.time?.start ?? "–"),
      textCell(labels.field(field)),
      textCell(
        values
          .map(({ value, sources }) => {
            const said = labels.value(value, field, happening.event.type);
            const voices = listedFirst(
              sources.map((key) => labels.source(key)),
              4,
              language,
            );
            return `${quoted(said, language)} (${voices})`;
          })
          .join(fr ? " ; " : "; "),
        place < shown ? values.flatMap(({ claims }) => footnotes.cite(claims).slice(0, 1)) : [],
      ),
    ]),
    shown,
  };
}

function namingTable({ analysis, language, labels }: ReportContext): Table {
  const fr = language === "fr";
  return {
    kind: "table",
    id: "naming",
    title: fr ? "Comment chacun nomme les acteurs" : "How each names the actors",
    caption: fr
      ? "Les mots du texte, du plus au moins fréquent. Le choix d’un nom est une information sur qui parle."
      : "The words of the text, most to least frequent. The choice of a name says something of who speaks.",
    columns: [
      { key: "actor", label: fr ? "Acteur ou lieu" : "Actor or place", kind: "text" },
      { key: "outlet", label: fr ? "Média" : "Outlet", kind: "text" },
      { key: "names", label: fr ? "Le nomme" : "Calls it", kind: "text" },
    ],
    rows: analysis.outlets.naming.flatMap(({ entity, byOutlet }) =>
      byOutlet.map(({ outlet, names }) => [
        textCell(labels.entity(entity)),
        textCell(outlet),
        textCell(
          names
            .map(({ name, times }) => {
              const said = quoted(name, language);
              return times > 1 ? `${said} ×${number(times, language)}` : said;
            })
            .join(", "),
        ),
      ]),
    ),
    shown: 16,
  };
}

function citationTable({ analysis, language, labels }: ReportContext): Table {
  const fr = language === "fr";
  const { nodes, graph, edges } = analysis.outlets.citations;
  const rows = nodes.flatMap((outlet, v) => {
    const arcs = Array.from(
      { length: (graph.offsets[v + 1] ?? 0) - (graph.offsets[v] ?? 0) },
      (_, i) => (graph.offsets[v] ?? 0) + i,
    );
    return arcs.map((arc) => ({
      outlet: outlet.id,
      cited: nodes[graph.targets[arc] ?? 0]?.id ?? "",
      claims: graph.weights[arc] ?? 0,
      reports: new Set((edges[arc] ?? []).flatMap(({ documents }) => documents)).size,
    }));
  });
  rows.sort(
    (a, b) =>
      b.claims - a.claims ||
      (a.outlet < b.outlet ? -1 : a.outlet > b.outlet ? 1 : a.cited < b.cited ? -1 : 1),
  );
  return {
    kind: "table",
    id: "citations",
    title: fr ? "Qui cite qui" : "Who cites whom",
    caption: fr
      ? "Affirmations que le média attribue à une source nommée. Deux médias qui citent la même source ne font qu’une voix."
      : "Claims that the outlet attributes to a named source. Two outlets that cite one source are one voice.",
    columns: [
      { key: "outlet", label: fr ? "Média" : "Outlet", kind: "text" },
      { key: "cited", label: fr ? "Cite" : "Cites", kind: "text" },
      { key: "claims", label: fr ? "Affirmations" : "Claims", kind: "figure" },
      { key: "reports", label: fr ? "Comptes rendus" : "Reports", kind: "figure" },
    ],
    rows: rows.map(({ outlet, cited, claims, reports }) => [
      textCell(labels.entity(outlet)),
      textCell(labels.entity(cited)),
      countCell(claims, language),
      countCell(reports, language),
    ]),
    shown: 12,
  };
}
