/** Which act answers which: the escalation ladder, delays, and chains of answers. */
import type { Chain } from "../../time/chains.ts";
import type { Happening } from "../../time/happenings.ts";
import type { Reply, Step } from "../../time/replies.ts";
import { countCell, emptyCell, textCell } from "../cells.ts";
import { citeActs, type ReportContext } from "../context.ts";
import type { Block, Cell, List, Plot, Section, Table } from "../document.ts";
import { number, plural, shortDay } from "../format.ts";

const STEPS: Readonly<Record<Step, { readonly fr: string; readonly en: string; readonly mark: string }>> = {
  higher: { fr: "plus dur", en: "harder", mark: "↗" },
  equal: { fr: "égal", en: "equal", mark: "→" },
  lower: { fr: "moins dur", en: "milder", mark: "↘" },
  unclear: { fr: "incertain", en: "unclear", mark: "?" },
};

export function answersSection(context: ReportContext): Section {
  const { analysis, language } = context;
  const fr = language === "fr";
  const { replies, chains } = analysis.time;
  const blocks: Block[] = [];
  if (replies.length === 0) {
    blocks.push({
      kind: "paragraph",
      text: fr
        ? "Aucun acte retenu n’est présenté comme la réponse à un autre acte retenu."
        : "No act that was kept is presented as the answer to another that was kept.",
    });
  } else {
    blocks.push({ kind: "paragraph", text: stepText(context) }, ladderTable(context), delayTable(context));
    const plot = delayPlot(context);
    if (plot) blocks.push(plot);
    const long = chains.filter((chain) => chain.length > 2);
    if (long.length > 0) {
      blocks.push(
        {
          kind: "paragraph",
          text: fr
            ? "Chaînes d’actes dont chacun répond au précédent :"
            : "Chains of acts, each answering the one before:",
        },
        chainList(context, long.slice(0, 6)),
      );
    }
  }
  return { id: "answers", title: fr ? "Actes et ripostes" : "Acts and answers", blocks };
}

function stepText({ analysis, language }: ReportContext): string {
  const count = (step: Step) => analysis.time.replies.filter((reply) => reply.step === step).length;
  const [higher, equal, lower, unclear] = [count("higher"), count("equal"), count("lower"), count("unclear")];
  return language === "fr"
    ? `Échelle d’escalade : ${plural(higher, "réponse plus dure", "réponses plus dures", "fr")} que l’acte, ${plural(equal, "égale", "égales", "fr")}, ${plural(lower, "moins dure", "moins dures", "fr")}, ${plural(unclear, "incertaine", "incertaines", "fr")}. On compare d’abord la nature des actes (échelle de Goldstein), puis le nombre de morts : plus ou moins d’après tous les comptes rendus ; sinon, incertain.`
    : `Escalation ladder: ${plural(higher, "answer harder", "answers harder", "en")} than the act, ${number(equal, "en")} equal, ${number(lower, "en")} milder, ${number(unclear, "en")} unclear. Kinds of act are compared first (Goldstein scale), then deaths: more or fewer by every account, else unclear.`;
}

function ladderTable(context: ReportContext): Table {
  const { analysis, language } = context;
  const fr = language === "fr";
  return {
    kind: "table",
    id: "ladder",
    title: fr ? "Échelle d’escalade" : "Escalation ladder",
    caption: fr
      ? "« dit » : un compte rendu relie les deux actes ; « déduit » : l’enchaînement les relie, sans qu’aucun le dise. Un délai précédé de ≈ concerne des actes étalés sur plusieurs jours ; un délai négatif, des dates qui se contredisent."
      : "“Stated”: a report links the two acts; “inferred”: their sequence does, and no report says so. A delay after ≈ concerns acts spread over several days; a negative one, dates that contradict each other.",
    columns: [
      { key: "date", label: fr ? "Réponse le" : "Answered on", kind: "date" },
      { key: "act", label: fr ? "Acte" : "Act", kind: "text" },
      { key: "answer", label: fr ? "Réponse" : "Answer", kind: "text" },
      { key: "delay", label: fr ? "Délai (jours)" : "Delay (days)", kind: "figure" },
      { key: "killedBefore", label: fr ? "Morts avant" : "Killed before", kind: "figure" },
      { key: "killedAfter", label: fr ? "Morts après" : "Killed after", kind: "figure" },
      { key: "step", label: fr ? "Échelon" : "Step", kind: "text" },
      { key: "link", label: fr ? "Lien" : "Link", kind: "text" },
    ],
    rows: analysis.time.replies.map((reply) => {
      const { act, answer, link, delay, exactDelay, step } = reply;
      return [
        answer.firstDay === undefined ? emptyCell : textCell(shortDay(answer.firstDay)),
        textCell(act.title[language], citeActs(context, [act]).slice(0, 2)),
        textCell(answer.title[language], citeActs(context, [answer]).slice(0, 2)),
        delay === undefined
          ? emptyCell
          : { value: delay, text: `${exactDelay ? "" : "≈ "}${number(delay, language)}` },
        killedCell(act, language),
        killedCell(answer, language),
        { value: step, text: `${STEPS[step].mark} ${STEPS[step][language]}` },
        textCell(link.inferred ? (fr ? "déduit" : "inferred") : fr ? "dit" : "stated"),
      ];
    }),
    shown: context.shown,
  };
}

/** The range over all accounts; sorted by its lower end. */
function killedCell({ killed }: Happening, language: "fr" | "en"): Cell {
  if (!killed) return emptyCell;
  const { low, high, approximate, contested } = killed;
  const range = high === undefined ? `≥ ${low}` : low === high ? `${low}` : `${low}–${high}`;
  const doubt = language === "fr" ? " (contesté)" : " (contested)";
  return { value: low, text: `${approximate ? "≈ " : ""}${range}${contested ? doubt : ""}` };
}

function delayTable(context: ReportContext): Table {
  const { analysis, language, labels } = context;
  const fr = language === "fr";
  const { delays, delaysByPair } = analysis.time;
  const everyone = fr ? "tous" : "all";
  const figures = (summary: { count: number; median: number; shortest: number; longest: number }) => [
    countCell(summary.count, language),
    countCell(summary.median, language, 1),
    countCell(summary.shortest, language),
    countCell(summary.longest, language),
  ];
  return {
    kind: "table",
    id: "delays",
    title: fr ? "Délais de réponse" : "Delays from act to answer",
    caption: fr
      ? "En jours, du premier jour de l’acte au premier jour de la réponse ; les couples sans date ou aux dates contradictoires sont laissés de côté."
      : "In days, from the first day of the act to the first of the answer; pairs without dates or with contradictory ones are left aside.",
    columns: [
      { key: "answering", label: fr ? "Répond" : "Answers", kind: "text" },
      { key: "answered", label: fr ? "À l’acte de" : "The act of", kind: "text" },
      { key: "count", label: fr ? "Réponses" : "Answers", kind: "figure" },
      { key: "median", label: fr ? "Médiane" : "Median", kind: "figure" },
      { key: "shortest", label: "Min", kind: "figure" },
      { key: "longest", label: "Max", kind: "figure" },
    ],
    rows: [
      ...(delays ? [[textCell(everyone), textCell(everyone), ...figures(delays)]] : []),
      ...delaysByPair.map((pair) => [
        textCell(labels.entity(pair.answering)),
        textCell(labels.entity(pair.answered)),
        ...figures(pair),
      ]),
    ],
    shown: 10,
  };
}

function delayPlot({ analysis, language, labels }: ReportContext): Plot | undefined {
  const fr = language === "fr";
  const rows = new Map<string, number[]>();
  for (const { answer, delay } of analysis.time.replies) {
    if (delay === undefined || delay < 0) continue;
    for (const doer of answer.doers.length > 0 ? answer.doers : [undefined]) {
      rows.set(labels.entity(doer), [...(rows.get(labels.entity(doer)) ?? []), delay]);
    }
  }
  if (rows.size < 2) return undefined;
  return {
    kind: "plot",
    id: "delays-by-answerer",
    title: fr ? "Délai, selon qui répond" : "Delay, by who answers",
    alt: fr
      ? "Une marque par réponse, à son nombre de jours après l’acte ; les nombres sont dans l’échelle d’escalade."
      : "One mark an answer, at its number of days after the act; the numbers stand in the escalation ladder.",
    figure: {
      type: "delays",
      axis: fr ? "jours" : "days",
      rows: [...rows]
        .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
        .slice(0, 12)
        .map(([label, days]) => ({ label, days })),
    },
  };
}

function chainList(context: ReportContext, chains: readonly Chain[]): List {
  const { language } = context;
  return {
    kind: "list",
    items: chains.map((chain) => ({
      text: chain
        .map(
          ({ title, firstDay }) =>
            `${firstDay === undefined ? "" : `${shortDay(firstDay)} `}${title[language]}`,
        )
        .join("  ⇒  "),
      notes: linksOf(context, chain),
    })),
  };
}

/** Notes for the words that say the links of a chain. */
function linksOf({ analysis, footnotes }: ReportContext, chain: Chain): number[] {
  const saying = chain.slice(1).flatMap((answer, i) => {
    const reply: Reply | undefined = analysis.time.replies.find(
      (each) => each.answer === answer && each.act === chain[i],
    );
    return reply?.link.claim ?? answer.event.claims;
  });
  return footnotes.cite(saying);
}
