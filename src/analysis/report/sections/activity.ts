/** Who does how much, when: acts by actor and by pair over time, and lulls. */
import type { ActivitySeries } from "../../time/activity.ts";
import { countCell, textCell } from "../cells.ts";
import { citeActs, doersOf, type ReportContext } from "../context.ts";
import type { Block, Plot, Section, Table } from "../document.ts";
import { binLabel, listedFirst, plural, shortDay } from "../format.ts";

/** Doers with a colour of their own; the others share one. */
const PLOTTED = 5;

export function activitySection(context: ReportContext): Section {
  const { analysis, language } = context;
  const fr = language === "fr";
  const { activity, lulls } = analysis.time;
  const blocks: Block[] = [];
  if (activity.bins.length === 0) {
    blocks.push({ kind: "paragraph", text: fr ? "Aucun fait daté." : "No event has a date." });
  } else {
    blocks.push(
      timeline(context),
      seriesTable(context, "activity", activity.byDoer),
      seriesTable(context, "activity-pairs", activity.byPair),
    );
    if (lulls.length > 0) blocks.push(lullTable(context));
    else {
      blocks.push({
        kind: "paragraph",
        text: fr
          ? "Aucune accalmie notable : jamais une semaine sans attaque rapportée, ou trop peu d’attaques datées pour en juger."
          : "No lull of note: never a week without a reported attack, or too few dated attacks to tell.",
      });
    }
  }
  if (activity.undated > 0) {
    blocks.push({
      kind: "paragraph",
      text: fr
        ? `${plural(activity.undated, "fait sans date ne figure pas ici", "faits sans date ne figurent pas ici", "fr")}.`
        : `${plural(activity.undated, "event without a date is not shown here", "events without a date are not shown here", "en")}.`,
    });
  }
  return { id: "activity", title: fr ? "Dans le temps" : "Over time", blocks };
}

function timeline({ analysis, language, labels }: ReportContext): Plot {
  const { activity } = analysis.time;
  const fr = language === "fr";
  const named = activity.byDoer.slice(0, PLOTTED);
  // An act with several doers stands once in the bar: with the most active of them.
  const counts = new Map(named.map(({ ids }) => [ids[0] ?? "", activity.bins.map(() => 0)]));
  const others = activity.bins.map(() => 0);
  const numberOf = new Map(activity.bins.map((bin, i) => [bin, i]));
  for (const { doers, firstDay } of analysis.time.happenings) {
    if (firstDay === undefined || doers.length === 0) continue;
    const shown = named.find(({ ids }) => doers.includes(ids[0] ?? ""))?.ids[0];
    const series = (shown === undefined ? undefined : counts.get(shown)) ?? others;
    const bin = numberOf.get(activity.bins.findLast((start) => start <= shortDay(firstDay)) ?? "") ?? 0;
    series[bin] = (series[bin] ?? 0) + 1;
  }
  const unit = {
    day: ["jour", "day"],
    week: ["semaine", "week"],
    month: ["mois", "month"],
    year: ["année", "year"],
  }[activity.unit][fr ? 0 : 1];
  return {
    kind: "plot",
    id: "timeline",
    title: fr ? `Faits par ${unit}` : `Events by ${unit}`,
    alt: fr
      ? `Barres du nombre de faits par ${unit}, selon leur auteur ; les nombres sont dans le tableau suivant.`
      : `Bars of the number of events by ${unit}, by their author; the numbers stand in the next table.`,
    figure: {
      type: "timeline",
      bins: activity.bins.map((bin) => binLabel(bin, activity.unit)),
      series: [
        ...named.map(({ ids }) => ({ label: labels.entity(ids[0]), counts: counts.get(ids[0] ?? "") ?? [] })),
        { label: fr ? "autres auteurs" : "other authors", counts: others },
        { label: fr ? "auteur inconnu" : "unknown author", counts: activity.unattributed },
      ].filter((series) => series.counts.some((count) => count > 0)),
    },
  };
}

function seriesTable(
  context: ReportContext,
  id: "activity" | "activity-pairs",
  series: readonly ActivitySeries[],
): Table {
  const { analysis, language, labels } = context;
  const fr = language === "fr";
  const { bins, unit } = analysis.time.activity;
  const pairs = id === "activity-pairs";
  return {
    kind: "table",
    id,
    title: pairs
      ? fr
        ? "Activité par couple"
        : "Activity by pair"
      : fr
        ? "Activité par auteur"
        : "Activity by author",
    caption: fr
      ? "Faits datés ; un fait à deux auteurs compte pour chacun. « Cours » : du début à la fin de la période."
      : "Dated events; an event with two authors counts for each. “Course”: from the start to the end of the period.",
    columns: [
      { key: "doer", label: fr ? "Auteur" : "Author", kind: "text" },
      ...(pairs ? [{ key: "other", label: fr ? "Envers" : "Towards", kind: "text" } as const] : []),
      { key: "total", label: fr ? "Faits" : "Events", kind: "figure" },
      { key: "first", label: fr ? "Premier" : "First", kind: "date" },
      { key: "last", label: fr ? "Dernier" : "Last", kind: "date" },
      { key: "peak", label: fr ? "Au plus fort" : "Peak", kind: "date" },
      { key: "course", label: fr ? "Cours" : "Course", kind: "text" },
    ],
    rows: series.map(({ ids, total, counts }) => {
      const active = bins.filter((_, i) => (counts[i] ?? 0) > 0);
      const most = Math.max(...counts);
      const peak = bins[counts.indexOf(most)] ?? "";
      return [
        ...ids.map((entity) => textCell(labels.entity(entity))),
        countCell(total, language),
        textCell(binLabel(active[0] ?? "", unit)),
        textCell(binLabel(active.at(-1) ?? "", unit)),
        textCell(`${binLabel(peak, unit)} (${most})`),
        { value: counts.join(" "), text: "", course: counts },
      ];
    }),
    shown: Math.min(context.shown, 10),
  };
}

function lullTable(context: ReportContext): Table {
  const { analysis, language } = context;
  const fr = language === "fr";
  return {
    kind: "table",
    id: "lulls",
    title: fr ? "Accalmies, et qui les rompt" : "Lulls, and who breaks them",
    caption: fr
      ? "Au moins une semaine sans attaque rapportée, et trois fois l’écart médian. Que rien n’ait été rapporté ne veut pas dire que rien n’a eu lieu."
      : "At least a week without a reported attack, and three times the median gap. That nothing was reported does not mean that nothing happened.",
    columns: [
      { key: "days", label: fr ? "Jours" : "Days", kind: "figure" },
      { key: "after", label: fr ? "Après le" : "After", kind: "date" },
      { key: "until", label: fr ? "Rompue le" : "Broken on", kind: "date" },
      { key: "by", label: fr ? "Par" : "By", kind: "text" },
      { key: "act", label: fr ? "Acte" : "Act", kind: "text" },
    ],
    rows: analysis.time.lulls.map(({ days, after, until, brokenBy }) => [
      countCell(days, language),
      textCell(shortDay(after)),
      textCell(shortDay(until)),
      textCell(
        listedFirst(
          doersOf(brokenBy).map((id) => context.labels.entity(id)),
          4,
          language,
        ),
      ),
      textCell(
        listedFirst(
          brokenBy.map(({ title }) => title[language]),
          2,
          language,
        ),
        citeActs(context, brokenBy),
      ),
    ]),
    shown: 6,
  };
}
