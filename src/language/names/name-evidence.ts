/** What the words around a capitalised sequence tell of its type. */
import type { EntityType } from "../../ontology/index.ts";
import type { Word } from "../text/words.ts";
import type { CapitalRun } from "./capital-runs.ts";
import type { NameWords } from "./name-words.ts";
import {
  acts,
  hasAge,
  hasArticle,
  hasOfficeBehind,
  isCited,
  isPersonal,
  officeBefore,
  speaks,
  titleBefore,
} from "./person-signs.ts";
import { type RunReading, slice } from "./run-reading.ts";

export interface Evidence {
  readonly type: EntityType;
  readonly weight: number;
  readonly because: string;
  /** Holds although the capital may be the sentence's. */
  readonly sure?: boolean;
}

/** Evidence that a proposal needs. */
export const THRESHOLD = 2;
/** How much each kind of evidence counts. */
export const WEIGHT = {
  title: 5,
  head: 4,
  office: 4,
  ownHead: 4,
  apposition: 3,
  speech: 2,
  cited: 2,
  place: 2,
  givenName: 2,
  struck: 2,
  italics: 2,
  listed: 2,
  ending: 1.2,
  acronym: 3,
  weakPlace: 0.6,
  fullName: 1,
  acts: 1.1,
  recurs: 1,
} as const;

/** All evidence at one occurrence of a sequence. */
export function evidenceAt(reading: RunReading, run: CapitalRun): Evidence[] {
  const { words, around } = reading;
  const { start, end } = run;
  const personal = isPersonal(words, run);
  const found: Evidence[] = [];
  const add = (
    type: EntityType,
    weight: number,
    because: string,
    sure = weight >= WEIGHT.apposition,
  ): void => {
    found.push({ type, weight, because, sure });
  };
  const unusual = !around.isEveryday((words[start] as Word).key);
  const acronym = isAcronym(words, run);
  const title = acronym ? undefined : titleBefore(reading, start, personal);
  if (title) add("Person", WEIGHT.title, `title “${title}”`);
  const before = title ? undefined : around.headBefore(words, start);
  if (before) add(before.head.type, WEIGHT.head, `follows “${slice(reading, before.at, start)}”`);
  const after = around.headAfter(words, end);
  if (after && !before) add(after.type, WEIGHT.head, `precedes “${(words[end] as Word).form}”`);
  const locative = title || before ? undefined : locativeBefore(reading, run);
  const kind = before ? undefined : kindBehind(words, end, around);
  if (kind && (!locative?.strong || SITES.has(kind))) add(kind, WEIGHT.apposition, "followed by what it is");
  const own = ownHead(words, run, around);
  if (own) add(own, WEIGHT.ownHead, "holds the kind of thing in its name");
  if (personal && hasOfficeBehind(words, end, around)) add("Person", WEIGHT.office, "followed by an office");
  else if (personal && hasAge(words, end)) add("Person", WEIGHT.apposition, "followed by an age");
  else if (personal && !title && words[start]?.glue === ",") {
    const office = officeBefore(reading, start);
    if (office) add("Person", WEIGHT.apposition, `in apposition to “${office}”`);
  }
  if (personal && acts(words, run, around)) add("Person", WEIGHT.acts, "stands as a doer");
  const said = speaks(words, run, around);
  if (said && !acronym && !locative?.strong && !around.isDeterminer(words[start - 1]?.key ?? "")) {
    const clear = personal || (said === "after" && unusual);
    add("Person", clear ? WEIGHT.speech : WEIGHT.weakPlace, "beside a verb of saying", clear && unusual);
  }
  if (isCited(words, run, around))
    add(personal && !hasArticle(words, run, around) ? "Person" : "Media", WEIGHT.cited, "cited as a source");
  if (locative) add("Place", locative.strong ? WEIGHT.place : WEIGHT.weakPlace, `after “${locative.words}”`);
  const struck = title || before ? undefined : struckBy(reading, run);
  if (struck) add("Place", WEIGHT.struck, `object of “${struck}”`);
  if (isDateline(words, run, around)) add("Place", WEIGHT.apposition, "opens a date line");
  const stands = acronymFor(words, run, around);
  if (stands) add(stands, WEIGHT.acronym, "stands for a name before it");
  if (isItalic(reading, run)) add("Media", WEIGHT.italics, "set in italics", true);
  if (hasPlaceEnding(words, run, around)) add("Place", WEIGHT.ending, "ends like a place");
  if (personal && around.isGivenName((words[start] as Word).key))
    add("Person", WEIGHT.givenName, "begins with a given name", true);
  if (personal) add("Person", WEIGHT.fullName, "reads as a full name");
  return found;
}

/** « le Sounion, un pétrolier », "Solhan, a village": what it is, behind a comma; "a base commander" tells an office. */
function kindBehind(words: readonly Word[], end: number, around: NameWords): EntityType | undefined {
  const article = words[end];
  if (article?.glue !== "," || !around.isDeterminer(article.key) || words[end + 1]?.glue !== " ")
    return undefined;
  const head = around.heads.match(words, end + 1);
  if (!head) return undefined;
  const next = end + 1 + head.length;
  const office = around.offices.match(words, next) ?? around.titles.match(words, next);
  return office && words[next]?.glue === " " ? undefined : head.value.type;
}

/** « ils ont pilonné X », "they shelled X", a day between them or none. */
function struckBy(reading: RunReading, { start }: CapitalRun): string | undefined {
  const { words, around } = reading;
  if (words[start]?.glue !== " ") return undefined;
  const direct = around.placeVerbs.matchBefore(words, start);
  if (direct) return slice(reading, start - direct.length, start);
  const between = words[start - 1];
  if (!between || between.glue !== " " || !around.isOrdinary(between.key) || around.isDeterminer(between.key))
    return undefined;
  const distant = around.placeVerbs.matchBefore(words, start - 1);
  return distant && slice(reading, start - 1 - distant.length, start - 1);
}

/** « Mendhar, le 7 février », "Mendhar, 5 May": where a report was written. */
function isDateline(words: readonly Word[], { end, initial }: CapitalRun, around: NameWords): boolean {
  const next = words[end];
  if (!initial || next?.glue !== ",") return false;
  return /^\p{N}/u.test((around.isDeterminer(next.key) ? words[end + 1] : next)?.form ?? "");
}

/** One word of two to four capitals: « FNR », not a surname in capitals. */
const isAcronym = (words: readonly Word[], { start, end }: CapitalRun): boolean =>
  end - start === 1 && /^\p{Lu}{2,4}$/u.test((words[start] as Word).form);

/** Types of what has a site: a town, a base. */
const SITES: ReadonlySet<EntityType> = new Set<EntityType>(["Place", "Base", "Facility"]);

/** « près de X », "in X"; « dans le X » for a lone word that is no acronym. */
function locativeBefore(
  reading: RunReading,
  run: CapitalRun,
): { strong: boolean; words: string } | undefined {
  const { words, around } = reading;
  const { start, end } = run;
  if (!/^[ ']$/.test(words[start]?.glue ?? "")) return undefined;
  if (around.cited.matchBefore(words, start)) return undefined;
  const told = around.locatives.matchBefore(words, start, 5);
  if (told) return { strong: told.value === "strong", words: slice(reading, start - told.length, start) };
  if (
    end - start > 1 ||
    /^\p{Lu}{2,}$/u.test((words[start] as Word).form) ||
    !around.isDeterminer(words[start - 1]?.key ?? "")
  )
    return undefined;
  const distant = around.locatives.matchBefore(words, start - 1, 5);
  return distant?.value === "strong"
    ? { strong: true, words: slice(reading, start - 1 - distant.length, start) }
    : undefined;
}

/** « le Front national de résistance (FNR) »: the acronym behind a long name, whose kind of thing is told there. */
function acronymFor(
  words: readonly Word[],
  { start, end }: CapitalRun,
  around: NameWords,
): EntityType | undefined {
  if (end - start > 1 || words[start]?.glue !== "?" || words[end]?.glue === " ") return undefined;
  if (!/^\p{Lu}{2}/u.test(words[start].form)) return undefined;
  for (let at = start - 1; at >= Math.max(0, start - ACRONYM_REACH); at--) {
    const type =
      around.heads.matchBefore(words, at + 1)?.value.type ?? around.parts.matchBefore(words, at + 1)?.value;
    if (type && BODIES.has(type)) return type;
    if (!/^[ '-]$/.test((words[at] as Word).glue)) return undefined;
  }
  return undefined;
}

/** Words of the longest name that an acronym stands for. */
const ACRONYM_REACH = 9;
const BODIES: ReadonlySet<EntityType> = new Set<EntityType>([
  "ArmedGroup",
  "MilitaryForce",
  "Institution",
  "Media",
]);

/** « *L'Écho* »: between single asterisks, as titles of newspapers are. */
function isItalic({ text, words }: RunReading, { start, end }: CapitalRun): boolean {
  const before = text.slice(0, (words[start] as Word).start);
  const after = text.slice((words[end - 1] as Word).end, (words[end - 1] as Word).end + 2);
  return /(?:^|[^*])\*(?:(?:Le|La|Les|The) |L['’])?$/.test(before.slice(-6)) && /^\*(?!\*)/.test(after);
}

const hasPlaceEnding = (words: readonly Word[], { start, end }: CapitalRun, around: NameWords): boolean =>
  words.slice(start, end).some((word) => around.endsLikePlace(word.key) && !around.isEveryday(word.key));

/** « Brigade des… », « Camp Victory », "Green Village": the kind of thing is a word of the name. */
function ownHead(
  words: readonly Word[],
  { start, end }: CapitalRun,
  around: NameWords,
): EntityType | undefined {
  if (end - start < 2) return undefined;
  const first = around.heads.match(words, start, end - start - 1);
  if (first) return first.value.type;
  const reach = Math.min(2, end - start - 1);
  const last = around.heads.matchBefore(words, end, reach);
  if (last) return last.value.type;
  return (around.parts.matchBefore(words, end, reach) ?? around.parts.match(words, start, end - start - 1))
    ?.value;
}
