/** How the report came about, in plain words, and what it leaves out. */
import { happeningsOf } from "../../time/happenings.ts";
import { countCell, textCell } from "../cells.ts";
import type { ReportContext } from "../context.ts";
import type { Section, Table } from "../document.ts";
import { listed, percent } from "../format.ts";
import { MEASURE_LABELS } from "../phrases.ts";

const METHOD = {
  fr: [
    "Des comptes rendus ont été lus par un programme qui en tire des affirmations (qui a fait quoi, à qui, où, quand, selon qui), chacune avec la phrase qui la porte. Les affirmations qui parlent du même fait sont réunies ; quand elles se contredisent, toutes sont gardées.",
    "Les mesures de réseau disent la place d’un acteur dans ce qui est rapporté, non sa puissance ni ses intentions. « Intermédiaire » compte les plus courts chemins entre les autres qui passent par lui, sur le réseau sans sens ni poids où chaque couple est relié une fois ; PageRank, initiateur et cible suivent le sens et le poids des liens.",
    "Un acteur que personne ne nomme n’est pas un nœud : ces faits sont comptés à part. Un lien dont les deux côtés sont le même acteur n’est pas mesuré.",
    "Une source indépendante est une voix : dix reprises d’une dépêche, ou deux médias qui citent la même agence, comptent pour une.",
    "Les fourchettes de rang viennent de tirages au sort des médias (avec remise, graine fixe) : elles disent ce que le rang doit au choix des médias lus, non la probabilité qu’un fait ait eu lieu.",
  ],
  en: [
    "Reports were read by a program that draws claims from them (who did what, to whom, where, when, according to whom), each with the sentence that carries it. Claims that speak of one event are brought together; where they contradict each other, all are kept.",
    "Network measures tell an actor’s place in what is reported, not power or intent. Betweenness counts the shortest ways between others that run through it, on the network without direction or weight in which each pair is joined once; PageRank, initiator and target follow the direction and weight of ties.",
    "An actor whom nobody names is no node: such events are counted apart. A tie whose two sides are the same actor is not measured.",
    "An independent source is one voice: ten copies of one dispatch, or two outlets that cite one agency, count once.",
    "Ranges of ranks come from drawing outlets at random (with replacement, fixed seed): they tell what a rank owes to the choice of outlets read, not how likely it is that an event took place.",
  ],
} as const;

export function methodSection(context: ReportContext): Section {
  const { language } = context;
  return {
    id: "method",
    title: language === "fr" ? "Méthode, et ce qui est laissé de côté" : "Method, and what is left out",
    blocks: [
      { kind: "list", items: [...METHOD[language], ...givenText(context)].map((text) => ({ text })) },
      leftOutTable(context),
    ],
  };
}

/** Which program computed which columns, where another one did. */
function givenText({ analysis, language }: ReportContext): string[] {
  const { given } = analysis.measures;
  if (!given || given.measures.length === 0) return [];
  const labels = given.measures.map((measure) => MEASURE_LABELS[measure][language]);
  const named = listed([...new Set(labels)], language);
  return [
    language === "fr"
      ? `${given.by} a calculé : ${named}. Riposte a calculé le reste, et tous les essais sur des réseaux modifiés.`
      : `${given.by} computed ${named}. Riposte computed the rest, and everything that was tried on changed networks.`,
  ];
}

function leftOutTable({ analysis, language }: ReportContext): Table {
  const fr = language === "fr";
  const { leftOut, options, edges } = analysis.projection;
  const confidence = percent(options.minConfidence, language);
  const reasons: readonly (readonly [keyof typeof leftOut, string])[] = fr
    ? [
        [
          "uncertain",
          "Ni affirmés, ni rapportés, ni allégués comme demandé (hypothétiques, prévus, tentés, niés…)",
        ],
        ["lowConfidence", `Confiance de l’extraction inférieure à ${confidence}`],
        ["undated", "Sans date, alors qu’une période est demandée"],
        ["outsidePeriod", "Hors de la période"],
        ["unnamedSide", "Un côté n’est nommé par personne"],
        ["loops", "Les deux côtés sont le même acteur"],
      ]
    : [
        ["uncertain", "Less certain than asked for (hypothetical, planned, attempted, denied …)"],
        ["lowConfidence", `Extraction confidence below ${confidence}`],
        ["undated", "Undated, where a period is asked for"],
        ["outsidePeriod", "Outside the period"],
        ["unnamedSide", "One side is named by nobody"],
        ["loops", "Both sides are the same actor"],
      ];
  const all = happeningsOf(analysis.records, { certainty: "any", minConfidence: 0 }).length;
  return {
    kind: "table",
    id: "left-out",
    title: fr ? "Liens comptés et laissés de côté" : "Ties counted and left out",
    caption: fr
      ? `Le dossier contient ${all} faits en tout, dont ${analysis.time.happenings.length} retenus dans les analyses dans le temps. Chaque lien écarté l’est à la première raison qui s’applique.`
      : `The case holds ${all} events in all, of which ${analysis.time.happenings.length} are kept in the analyses over time. Each tie left out is counted under the first reason that holds.`,
    columns: [
      { key: "reason", label: fr ? "Raison" : "Reason", kind: "text" },
      { key: "ties", label: fr ? "Liens" : "Ties", kind: "figure" },
    ],
    rows: [
      [textCell(fr ? "Comptés" : "Counted"), countCell(edges.flat().length, language)],
      ...reasons.map(([key, text]) => [textCell(text), countCell(leftOut[key], language)]),
    ],
  };
}
