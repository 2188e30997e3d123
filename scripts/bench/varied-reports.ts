/**
 * Many reports out of few, for benchmarks of the build: the demonstration corpus told over and over, each time of
 * other people, places, groups and days.
 *
 * Each telling exchanges the names of the packs for others of their type, moves every date by whole weeks (so that
 * weekdays stay true), changes the counts, and leaves out a third of the sentences. Within a telling the reports
 * still speak of each other's happenings, as those of the corpus do; between tellings, states and their forces stay,
 * so that most accounts share a party, as in a real war. Harder than real life in one respect: the wording between
 * the names recurs in every telling, so copies and shared wording are weighed far more often than among real reports.
 */
import { Random } from "../../src/analysis/random.ts";
import type { SourceDocument } from "../../src/documents/index.ts";
import type { EntityType } from "../../src/ontology/index.ts";
import type { PackEntity, PackSet } from "../../src/packs/index.ts";

const EXCHANGED: readonly EntityType[] = ["Place", "Base", "Facility", "ArmedGroup", "Unit", "Person"];
/** Weeks between one telling and the next. */
const STEP_WEEKS = 1;
const DAY_MS = 86_400_000;
const KEPT_SENTENCES = 2 / 3;

const MONTHS = {
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
} as const;
const COUNTS = {
  fr: "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze vingt trente".split(
    " ",
  ),
  en: "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty".split(
    " ",
  ),
} as const;
type Language = keyof typeof MONTHS;

const NOT_WITHIN_WORD = ["(?<![\\p{L}\\p{N}-])", "(?![\\p{L}\\p{N}-])"] as const;
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join("|");

/** Reports of `corpus`, retold until there are `count`; sorted as the corpus is, telling after telling. */
export function variedReports(
  corpus: readonly SourceDocument[],
  packs: PackSet,
  count: number,
): SourceDocument[] {
  const random = new Random(1);
  const names = exchangedNames(packs);
  const reports: SourceDocument[] = [];
  for (let telling = 0; reports.length < count; telling++) {
    const counterparts = exchange(packs, random);
    for (const report of corpus.slice(0, count - reports.length))
      reports.push(retell(report, { telling, names, counterparts, random }));
  }
  return reports;
}

/** Who goes by a name, of those whose names are exchanged. */
function exchangedNames({ entities }: PackSet): ReadonlyMap<string, PackEntity> {
  const names = new Map<string, PackEntity>();
  for (const entity of entities)
    if (EXCHANGED.includes(entity.type))
      for (const name of [entity.names.fr, entity.names.en, ...entity.aliases.map((alias) => alias.name)])
        if (name.length > 3 && !names.has(name)) names.set(name, entity);
  return names;
}

/** For each entity another of its type and pack. */
function exchange({ entities }: PackSet, random: Random): ReadonlyMap<string, PackEntity> {
  const counterparts = new Map<string, PackEntity>();
  const others = [...random.permutation(entities.length)].map((at) => entities[at] as PackEntity);
  for (const type of EXCHANGED)
    for (const pack of new Set(entities.map((entity) => entity.pack))) {
      const ofKind = (entity: PackEntity): boolean => entity.type === type && entity.pack === pack;
      const to = others.filter(ofKind);
      for (const [at, { id }] of entities.filter(ofKind).entries())
        counterparts.set(id, to[at] as PackEntity);
    }
  return counterparts;
}

interface Telling {
  readonly telling: number;
  readonly names: ReadonlyMap<string, PackEntity>;
  readonly counterparts: ReadonlyMap<string, PackEntity>;
  readonly random: Random;
}

function retell(report: SourceDocument, { telling, names, counterparts, random }: Telling): SourceDocument {
  const language: Language = report.language ?? "fr";
  const published = report.published ?? "2020-01-01";
  const days = 7 * STEP_WEEKS * telling;
  const [months, counts] = [MONTHS[language], COUNTS[language]];
  const date = language === "fr" ? `\\d{1,2}(?:er)? (?:${anyOf(months)})` : `(?:${anyOf(months)}) \\d{1,2}`;
  const [start, end] = NOT_WITHIN_WORD;
  const varied = new RegExp(
    `${start}(?:(?<date>${date})|(?<name>${anyOf([...names.keys()])})|(?<word>${anyOf(counts)})|(?<digits>\\d{1,3}))${end}`,
    "gu",
  );
  const text = report.text
    .split("\n\n")
    .map((paragraph, at) =>
      paragraph
        .split(/(?<=[.!?]) (?=\p{Lu})/u)
        .filter((_, sentence) => at + sentence === 0 || random.next() < KEPT_SENTENCES)
        .join(" "),
    )
    .filter((paragraph) => paragraph !== "")
    .join("\n\n")
    .replace(varied, (found: string, ...rest) => {
      const groups = rest.at(-1) as Record<"date" | "name" | "word" | "digits", string | undefined>;
      if (groups.date) return movedDate(found, days, language, Number(published.slice(0, 4)));
      if (groups.name) return counterparts.get(names.get(found)?.id ?? "")?.names[language] ?? found;
      if (groups.word) return counts[(counts.indexOf(found) + telling) % counts.length] ?? found;
      return String(1 + ((Number(found) + 7 * telling) % (2 * Number(found) + 9)));
    });
  const { title: _untold, copyGroup: _own, ...rest } = report;
  const day = new Date(Date.parse(published.slice(0, 10)) + days * DAY_MS).toISOString().slice(0, 10);
  return { ...rest, id: `${report.id}-${telling}`, published: `${day}${published.slice(10)}`, text };
}

/** « 13 décembre », `January 16`, some days later. */
function movedDate(date: string, days: number, language: Language, year: number): string {
  const month = MONTHS[language].findIndex((name) => date.includes(name));
  const moved = new Date(Date.UTC(year, month, Number(/\d+/u.exec(date)?.[0])) + days * DAY_MS);
  const [day, name] = [moved.getUTCDate(), MONTHS[language][moved.getUTCMonth()]];
  return language === "fr" ? `${day} ${name}` : `${name} ${day}`;
}
