/** The reader's language: words, dates, numbers and order. */
import { dateOf } from "../model/days.ts";
import { ALWAYS, type Language, type Model, UNDATED } from "../model/model.ts";
import { en, type Messages } from "./en.ts";
import { fr } from "./fr.ts";

export type { Messages } from "./en.ts";

export const MESSAGES: Readonly<Record<Language, Messages>> = { fr, en };

/** The language of a browser's list of languages; French where it is not English. */
export function preferredLanguage(languages: readonly string[]): Language {
  for (const language of languages) {
    if (/^fr\b/i.test(language)) return "fr";
    if (/^en\b/i.test(language)) return "en";
  }
  return "en";
}

const LOCALES: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, style: "long" | "short" | "month"): Intl.DateTimeFormat {
  const key = `${language} ${style}`;
  let known = formats.get(key);
  if (!known) {
    const options: Intl.DateTimeFormatOptions =
      style === "long"
        ? { day: "numeric", month: "long", year: "numeric" }
        : style === "short"
          ? { day: "numeric", month: "short", year: "numeric" }
          : { month: "short", year: "numeric" };
    known = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: "UTC" });
    formats.set(key, known);
  }
  return known;
}

export const formatDay = (
  day: number,
  firstDay: string,
  language: Language,
  style: "long" | "short" | "month" = "short",
) => format(language, style).format(dateOf(day, firstDay));

/** The date of a report, as far as it is known; what is no date is shown as it stands. */
export function formatPublished(text: string | undefined, language: Language): string {
  if (!text) return "";
  const date = new Date(text.length === 10 ? `${text}T00:00:00Z` : text);
  return Number.isNaN(date.getTime()) ? text : format(language, "long").format(date);
}

/** « 3 janvier 2020 », « du 3 au … »; undefined for what has no date. */
export function formatEdgeDates(model: Model, edge: number, language: Language): string | undefined {
  const start = model.edges.start[edge] ?? UNDATED;
  if (start === UNDATED || start === ALWAYS) return undefined;
  const end = model.edges.end[edge] ?? start;
  const { firstDay } = model.graph;
  return end === start
    ? formatDay(start, firstDay, language, "long")
    : format(language, "short").formatRange(dateOf(start, firstDay), dateOf(end, firstDay));
}

const collators: Partial<Record<Language, Intl.Collator>> = {};

export function compareNames(language: Language): (a: string, b: string) => number {
  collators[language] ??= new Intl.Collator(LOCALES[language], { sensitivity: "base", numeric: true });
  return collators[language].compare;
}
