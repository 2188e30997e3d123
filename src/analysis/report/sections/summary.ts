/** The report on half a page: what a reader who stops here should know. */
import type { Language } from "../../../ontology/index.ts";
import { isAttack, spanOf } from "../../time/happenings.ts";
import { citeActs, doersOf, edgesOfEntity, nameOf, type ReportContext } from "../context.ts";
import type { List, Section } from "../document.ts";
import { listedFirst, number, percent, period, plural, shortDay, day } from "../format.ts";

type Item = List["items"][number];

export function summarySection(context: ReportContext): Section {
  const items = [
    countsItem,
    mostActiveItem,
    mostTargetedItem,
    goBetweenItem,
    answersItem,
    lullItem,
    supportItem,
  ]
    .map((write) => write(context))
    .filter((item): item is Item => item !== undefined);
  return {
    id: "summary",
    title: context.language === "fr" ? "L’essentiel" : "In short",
    blocks: [{ kind: "list", items }],
  };
}

function countsItem({ analysis, language }: ReportContext): Item {
  const { happenings } = analysis.time;
  const attacks = happenings.filter(isAttack).length;
  const unnamed = happenings.filter(({ doers }) => doers.length === 0).length;
  const outlets = new Set(analysis.records.documents.flatMap(({ publisher }) => publisher ?? [])).size;
  const reports = analysis.records.documents.length;
  const span = spanOf(happenings);
  if (language === "fr") {
    const source = `${plural(reports, "compte rendu", "comptes rendus", "fr")}${outlets > 0 ? ` de ${plural(outlets, "média", "médias", "fr")}` : ""}`;
    return {
      text: `${source} : ${plural(happenings.length, "fait distinct retenu", "faits distincts retenus", "fr")}${span ? `, ${period(...span, "fr")}` : ""}${attacksAmong(attacks, happenings.length, "fr")}. ${happenings.length === 0 ? "" : unnamed === 0 ? "Tous ont un auteur nommé." : `${plural(unnamed, "fait n’a", "faits n’ont", "fr")} aucun auteur nommé.`}`,
    };
  }
  const source = `${plural(reports, "report", "reports", "en")}${outlets > 0 ? ` by ${plural(outlets, "outlet", "outlets", "en")}` : ""}`;
  return {
    text: `${source}: ${plural(happenings.length, "distinct event kept", "distinct events kept", "en")}${span ? `, ${period(...span, "en")}` : ""}${attacksAmong(attacks, happenings.length, "en")}. ${happenings.length === 0 ? "" : unnamed === 0 ? "All have a named author." : `${plural(unnamed, "event has", "events have", "en")} no named author.`}`,
  };
}

/** How many of the events are attacks, where both kinds could be there. */
function attacksAmong(attacks: number, all: number, language: Language): string {
  if (all === 0) return "";
  if (attacks === all && all > 1) return language === "fr" ? ", tous des attaques" : ", all of them attacks";
  return language === "fr"
    ? `, dont ${plural(attacks, "attaque", "attaques", "fr")}`
    : `, of which ${plural(attacks, "attack", "attacks", "en")}`;
}

/** The node with the largest value, where one has any. */
function leader(values: ArrayLike<number>): number | undefined {
  let best: number | undefined;
  for (let v = 0; v < values.length; v++)
    if ((values[v] ?? 0) > (best === undefined ? 0 : (values[best] ?? 0))) best = v;
  return best;
}

function mostActiveItem(context: ReportContext): Item | undefined {
  const { analysis, language, footnotes } = context;
  const first = leader(analysis.values.initiating);
  if (first === undefined) return undefined;
  const name = nameOf(context, first);
  const count = analysis.values.initiating[first] ?? 0;
  const id = analysis.projection.nodes[first]?.id ?? "";
  const partners = analysis.measures.nodes.outDegree[first] ?? 0;
  const notes = footnotes.cite(
    edgesOfEntity(context, id)
      .filter(({ source }) => source === id)
      .flatMap(({ claims }) => claims),
  );
  const text =
    language === "fr"
      ? `Agit le plus : ${name}, ${plural(count, "lien compté", "liens comptés", "fr")} vers ${plural(partners, "acteur ou lieu", "acteurs ou lieux", "fr")}.`
      : `Acts most: ${name}, ${plural(count, "tie counted", "ties counted", "en")} towards ${plural(partners, "actor or place", "actors or places", "en")}.`;
  return { text, notes };
}

function mostTargetedItem(context: ReportContext): Item | undefined {
  const { analysis, language, footnotes } = context;
  const first = leader(analysis.values.targeted);
  if (first === undefined) return undefined;
  const name = nameOf(context, first);
  const count = analysis.values.targeted[first] ?? 0;
  const id = analysis.projection.nodes[first]?.id ?? "";
  const from = analysis.measures.nodes.inDegree[first] ?? 0;
  const notes = footnotes.cite(
    edgesOfEntity(context, id)
      .filter(({ target }) => target === id)
      .flatMap(({ claims }) => claims),
  );
  const text =
    language === "fr"
      ? `Le plus souvent visé : ${name}, ${number(count, "fr", 1)} fois, par ${plural(from, "acteur nommé", "acteurs nommés", "fr")}.`
      : `Most often aimed at: ${name}, ${number(count, "en", 1)} times, by ${plural(from, "named actor", "named actors", "en")}.`;
  return { text, notes };
}

function goBetweenItem(context: ReportContext): Item | undefined {
  const { analysis, language } = context;
  const first = leader(analysis.values.between);
  if (first === undefined) return undefined;
  const name = nameOf(context, first);
  const share = percent(analysis.values.between[first] ?? 0, language, 1);
  const second = analysis.order
    .filter((v) => v !== first && (analysis.values.between[v] ?? 0) > 0)
    .sort((a, b) => (analysis.values.between[b] ?? 0) - (analysis.values.between[a] ?? 0))[0];
  if (language === "fr") {
    const next =
      second === undefined
        ? ""
        : ` ; vient ensuite ${nameOf(context, second)} (${percent(analysis.values.between[second] ?? 0, "fr", 1)})`;
    return {
      text: `Au centre du réseau : ${name}, par qui passent ${share} des plus courts chemins entre les autres${next}.`,
    };
  }
  const next =
    second === undefined
      ? ""
      : `; next comes ${nameOf(context, second)} (${percent(analysis.values.between[second] ?? 0, "en", 1)})`;
  return {
    text: `At the centre of the network: ${name}, through whom ${share} of the shortest ways between others run${next}.`,
  };
}

function answersItem({ analysis, language }: ReportContext): Item | undefined {
  const { replies, delays } = analysis.time;
  if (replies.length === 0) {
    return {
      text:
        language === "fr"
          ? "Aucun acte retenu n’est présenté comme la réponse à un autre."
          : "No act that was kept is presented as the answer to another.",
    };
  }
  const inferred = replies.filter(({ link }) => link.inferred).length;
  if (language === "fr") {
    const timing = delays
      ? ` Délai médian : ${plural(delays.median, "jour", "jours", "fr")} (de ${number(delays.shortest, "fr")} à ${number(delays.longest, "fr")}).`
      : "";
    const guess =
      inferred > 0
        ? `, dont ${plural(inferred, "déduit de l’enchaînement", "déduits de l’enchaînement", "fr")}`
        : "";
    return {
      text: `${plural(replies.length, "lien de réponse", "liens de réponse", "fr")} d’un acte à un autre${guess}.${timing}`,
    };
  }
  const timing = delays
    ? ` Median delay: ${plural(delays.median, "day", "days", "en")} (from ${number(delays.shortest, "en")} to ${number(delays.longest, "en")}).`
    : "";
  const guess = inferred > 0 ? `, ${number(inferred, "en")} of them inferred from sequence` : "";
  return {
    text: `${plural(replies.length, "answer", "answers", "en")} of one act to another${guess}.${timing}`,
  };
}

function lullItem(context: ReportContext): Item | undefined {
  const { analysis, language } = context;
  const lull = analysis.time.lulls[0];
  if (!lull) return undefined;
  const notes = citeActs(context, lull.brokenBy);
  const doers = doersOf(lull.brokenBy).map((id) => context.labels.entityInSentence(id));
  const who = listedFirst(doers, 3, language);
  const [from, to] = [day(shortDay(lull.after), language), day(shortDay(lull.until), language)];
  return {
    text:
      language === "fr"
        ? `Plus longue accalmie rapportée : ${plural(lull.days, "jour", "jours", "fr")} sans attaque entre le ${from} et le ${to}, rompue par ${who}.`
        : `Longest reported lull: ${plural(lull.days, "day", "days", "en")} without an attack between ${from} and ${to}, broken by ${who}.`,
    notes,
  };
}

function supportItem({ analysis, language }: ReportContext): Item | undefined {
  const { happenings } = analysis.time;
  if (happenings.length === 0) return undefined;
  const single = happenings.filter(({ event }) => event.sources.length <= 1).length;
  const share = percent(single / happenings.length, language);
  return {
    text:
      language === "fr"
        ? `${share} des faits ne reposent que sur une seule source indépendante ; ${plural(analysis.outlets.contested.length, "point est contesté", "points sont contestés", "fr")} d’une source à l’autre.`
        : `${share} of events rest on one independent source only; ${plural(analysis.outlets.contested.length, "point is contested", "points are contested", "en")} between sources.`,
  };
}
