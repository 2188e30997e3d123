/**
 * From figures to a report in one language:
 *
 *   case records ─ analyzeCase ─▶ CaseAnalysis ─ composeReport ─▶ ReportDocument ─ toHtml, toMarkdown, toCsv, toJson
 */
import type { Language } from "../../ontology/index.ts";
import { VERSION } from "../../shared/index.ts";
import type { CaseAnalysis } from "../case-analysis.ts";
import { contextOf, type ReportContext } from "./context.ts";
import type { ReportDocument, Section } from "./document.ts";
import { capitalized, day, number, percent, period, plural } from "./format.ts";
import { spanOf } from "../time/happenings.ts";
import { PROJECTION_LABELS } from "./phrases.ts";
import { activitySection } from "./sections/activity.ts";
import { actorsSection } from "./sections/actors.ts";
import { answersSection } from "./sections/answers.ts";
import { type Comparison, comparisonSection } from "./sections/comparison.ts";
import { methodSection } from "./sections/method.ts";
import { outletsSection } from "./sections/outlets.ts";
import { summarySection } from "./sections/summary.ts";
import { supportSection } from "./sections/support.ts";

export interface ReportOptions {
  readonly language: Language;
  /** Default: what is counted. */
  readonly title?: string;
  /** Whether the reports were written for demonstration: the page says so first. */
  readonly synthetic?: boolean;
  readonly comparison?: Comparison;
  /** Rows that tables show on a page. Default 15. */
  readonly shown?: number;
}

export function composeReport(analysis: CaseAnalysis, options: ReportOptions): ReportDocument {
  const { language, comparison, shown = 15 } = options;
  const context = contextOf(analysis, language, shown);
  const sections: Section[] = [
    summarySection(context),
    ...(comparison ? [comparisonSection(context, comparison)] : []),
    actorsSection(context),
    supportSection(context),
    activitySection(context),
    answersSection(context),
    outletsSection(context),
    methodSection(context),
  ];
  return {
    language,
    title: options.title ?? defaultTitle(context),
    subtitle: subtitleOf(context),
    notices: noticesOf(context, options.synthetic ?? false),
    sections,
    notes: context.footnotes.notes,
    colophon: `Riposte ${VERSION}`,
  };
}

function defaultTitle({ analysis, language }: ReportContext): string {
  const { name } = analysis.projection.options;
  const fr = language === "fr";
  if (name === "actions") return fr ? "Qui agit, qui répond" : "Who acts, who answers";
  const counted = PROJECTION_LABELS[name][language];
  return fr ? `Qui vise qui : ${counted}` : `Who aims at whom: ${counted}`;
}

function subtitleOf({ analysis, language }: ReportContext): string {
  const { from, to, minConfidence, types } = analysis.projection.options;
  const fr = language === "fr";
  const parts: string[] = [];
  if (from && to)
    parts.push(fr ? `du ${day(from, "fr")} au ${day(to, "fr")}` : `${day(from, "en")} to ${day(to, "en")}`);
  else if (from) parts.push(fr ? `depuis le ${day(from, "fr")}` : `since ${day(from, "en")}`);
  else if (to) parts.push(fr ? `jusqu’au ${day(to, "fr")}` : `until ${day(to, "en")}`);
  else {
    const span = spanOf(analysis.time.happenings);
    if (span) parts.push(period(...span, language));
  }
  if (types) parts.push(types.join(", "));
  const { lowConfidence } = analysis.projection.leftOut;
  const left = fr
    ? ` (en dessous : ${plural(lowConfidence, "lien écarté", "liens écartés", "fr")})`
    : ` (below it: ${plural(lowConfidence, "tie", "ties", "en")} left out)`;
  parts.push(
    (fr
      ? `confiance d’au moins ${percent(minConfidence, "fr")}`
      : `confidence of at least ${percent(minConfidence, "en")}`) + (lowConfidence > 0 ? left : ""),
  );
  return capitalized(parts.join(" · "));
}

function noticesOf({ analysis, language }: ReportContext, synthetic: boolean): string[] {
  const fr = language === "fr";
  const notices: string[] = [];
  if (synthetic) {
    notices.push(
      fr
        ? "Comptes rendus de démonstration, écrits pour ce projet : ce n’est pas une source."
        : "Demonstration reports written for this project; not a source.",
    );
  }
  const { nodes, leftOut } = analysis.projection;
  if (nodes.length === 0) {
    const reasons = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
    notices.push(
      fr
        ? `Rien à mesurer : aucun lien ne répond à ce qui est demandé${reasons > 0 ? ` (${number(reasons, "fr")} écartés, voir la méthode)` : ""}.`
        : `Nothing to measure: no tie meets what is asked for${reasons > 0 ? ` (${number(reasons, "en")} left out, see the method)` : ""}.`,
    );
  } else if (nodes.length < 10) {
    notices.push(
      fr
        ? `Réseau de ${nodes.length} membres seulement : les rangs y disent peu.`
        : `A network of ${nodes.length} members only: ranks say little in it.`,
    );
  }
  return notices;
}
