/** Numbers, days and lists as each language writes them; independent of the machine's locale. */
import { isoDay } from "../../graph/index.ts";
import type { Language } from "../../ontology/index.ts";
import type { BinUnit } from "../time/activity.ts";

const MONTHS = {
  fr: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const;

/** U+202F, the narrow space that French sets between thousands and before a percent sign. */
const NARROW_SPACE = "\u202F";

/** Thousands apart; at most `decimals` decimals, trailing zeros dropped. */
export function number(value: number, language: Language, decimals = 0): string {
  const [whole = "", fraction = ""] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === "fr" ? NARROW_SPACE : ",");
  const kept = fraction.replace(/0+$/, "");
  const sign = value < 0 && Number(`${whole}.${fraction}`) !== 0 ? "−" : "";
  return `${sign}${grouped}${kept && (language === "fr" ? "," : ".")}${kept}`;
}

/** A share in [0, 1] as a percentage. */
export function percent(share: number, language: Language, decimals = 0): string {
  return `${number(share * 100, language, decimals)}${language === "fr" ? `${NARROW_SPACE}%` : "%"}`;
}

/** Value and three significant digits, for measures without a unit. */
export function significant(value: number, language: Language): string {
  if (value === 0) return "0";
  const decimals = Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
  return number(value, language, decimals);
}

/** « 1er janvier 2020 », "1 January 2020". */
export function day(iso: string, language: Language): string {
  const [year = "", month = "", date = ""] = iso.slice(0, 10).split("-");
  const name = MONTHS[language][Number(month) - 1] ?? month;
  return `${Number(date) === 1 && language === "fr" ? "1er" : Number(date)} ${name} ${year}`;
}

/** Two days or one, as a person would write them. */
export function period(from: string, to: string, language: Language): string {
  if (from === to) return language === "fr" ? `le ${day(from, language)}` : `on ${day(from, language)}`;
  return language === "fr"
    ? `du ${day(from, language)} au ${day(to, language)}`
    : `from ${day(from, language)} to ${day(to, language)}`;
}

/** Days since 1970-01-01 as a short date for tables: 2020-01-31. */
export const shortDay = (epoch: number): string => isoDay(epoch);

/** Label of a bin of time, by its first day. */
export function binLabel(first: string, unit: BinUnit): string {
  if (unit === "year") return first.slice(0, 4);
  return unit === "month" ? first.slice(0, 7) : first;
}

/** « 1er », « 2e »; "1st", "2nd". */
export function ordinal(rank: number, language: Language): string {
  if (language === "fr") return rank === 1 ? "1er" : `${rank}e`;
  const teens = rank % 100 >= 11 && rank % 100 <= 13;
  const ending = teens ? "th" : (["th", "st", "nd", "rd"][rank % 10] ?? "th");
  return `${rank}${ending}`;
}

/** « a, b et c »; "a, b and c". */
export function listed(items: readonly string[], language: Language): string {
  const and = language === "fr" ? " et " : " and ";
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")}${and}${items.at(-1)}`;
}

/** « cité » or “quoted”. */
export const quoted = (text: string, language: Language): string =>
  language === "fr" ? `« ${text} »` : `“${text}”`;

/** With a capital first letter, to begin a sentence. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The first items, and how many more there are. */
export function listedFirst(items: readonly string[], most: number, language: Language): string {
  const more = items.length - most;
  if (more < 2) return listed(items, language);
  const others = language === "fr" ? `${number(more, "fr")} autres` : `${number(more, "en")} others`;
  return listed([...items.slice(0, most), others], language);
}

/** The form for one or for several; French takes the singular below two. */
export function plural(count: number, one: string, several: string, language: Language): string {
  const single = language === "fr" ? Math.abs(count) < 2 : Math.abs(count) === 1;
  return `${number(count, language, 1)} ${single ? one : several}`;
}
