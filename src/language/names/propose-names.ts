/**
 * Names that no pack knows: capitalised sequences, typed by the words around them over the whole document.
 *
 * Every occurrence gives evidence (a title before it, « la base » before it, a verb of saying beside it); the type with
 * most evidence wins. A sequence without evidence is no proposal.
 */
import type { EntityType } from "../../ontology/index.ts";
import type { Word } from "../text/words.ts";
import type { CapitalRun } from "./capital-runs.ts";
import type { FoundName } from "./find-names.ts";
import { isArticle } from "./name-key.ts";
import type { NameWords } from "./name-words.ts";

interface Evidence {
  readonly type: EntityType;
  readonly weight: number;
  readonly because: string;
}

/** Evidence that a proposal needs. */
const THRESHOLD = 2;
const WEIGHT = {
  title: 5,
  head: 4,
  office: 4,
  ownHead: 4,
  apposition: 3,
  speech: 2,
  cited: 2,
  place: 2,
  weakPlace: 0.6,
  fullName: 1,
  acts: 1.1,
  recurs: 1,
} as const;
/** Words between an office and the name in apposition to it. */
const APPOSITION_REACH = 8;

interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly around: NameWords;
}

/**
 * @param isTaken  whether the word belongs to a name or time already found
 * @returns proposed names in text order
 */
export function proposeNames(
  text: string,
  words: readonly Word[],
  runs: readonly CapitalRun[],
  around: NameWords,
  isTaken: (at: number) => boolean,
): FoundName[] {
  const reading: Reading = { text, words, around };
  const groups = new Map<string, CapitalRun[]>();
  for (const plain of runs) {
    const run = withHead(reading, plain, isTaken);
    const key = keyOf(words, run);
    const same = groups.get(key);
    if (same) same.push(run);
    else groups.set(key, [run]);
  }
  const found: FoundName[] = [];
  for (const group of groups.values()) {
    const proposed = judge(reading, group);
    if (!proposed) continue;
    for (const { start, end } of group) found.push({ start, end, candidates: [], proposed });
  }
  return joinSurnames(words, found).sort((a, b) => a.start - b.start);
}

/** « M. Kirby » beside « John Kirby » is the same person. */
function joinSurnames(words: readonly Word[], found: readonly FoundName[]): FoundName[] {
  const bySurname = new Map<string, FoundName["proposed"]>();
  for (const { start, end, proposed } of found) {
    if (proposed?.type === "Person" && end - start > 1) bySurname.set((words[end - 1] as Word).key, proposed);
  }
  return found.map((name) => {
    const full = name.end - name.start === 1 ? bySurname.get((words[name.start] as Word).key) : undefined;
    return full && name.proposed?.type === "Person" ? { ...name, proposed: full } : name;
  });
}

/** « le camp de Boulkessi » is a name of its own, not Boulkessi: its head noun joins the run. */
function withHead({ words, around }: Reading, run: CapitalRun, isTaken: (at: number) => boolean): CapitalRun {
  const before = around.headBefore(words, run.start);
  if (!before?.head.keep || around.titles.matchBefore(words, run.start)) return run;
  for (let at = before.at; at < run.start; at++) if (isTaken(at)) return run;
  return words[run.start]?.glue === "?" ? run : { ...run, start: before.at };
}

const keyOf = (words: readonly Word[], { start, end }: CapitalRun): string =>
  words
    .slice(start, end)
    .map((word) => word.key)
    .join(" ");

function judge(reading: Reading, group: readonly CapitalRun[]): FoundName["proposed"] {
  const evidence = group.flatMap((run) => evidenceAt(reading, run));
  const longest = Math.max(...group.map((run) => run.end - run.start));
  const sure = evidence.some((item) => item.weight >= WEIGHT.apposition);
  // A lone capital at the head of a sentence is an ordinary word until something else shows a name.
  if (!sure && longest === 1 && group.every((run) => run.initial)) return undefined;
  const totals = new Map<EntityType, { weight: number; best: Evidence; shapeCounted: boolean }>();
  for (const item of evidence) {
    const shape = item.weight === WEIGHT.fullName;
    const total = totals.get(item.type);
    if (!total) totals.set(item.type, { weight: item.weight, best: item, shapeCounted: shape });
    else {
      totals.set(item.type, {
        weight: total.weight + (shape && total.shapeCounted ? 0 : item.weight),
        best: item.weight > total.best.weight ? item : total.best,
        shapeCounted: total.shapeCounted || shape,
      });
    }
  }
  let winner: { weight: number; best: Evidence } | undefined;
  for (const total of totals.values()) if (!winner || total.weight > winner.weight) winner = total;
  if (!winner) return undefined;
  const recurring = group.length > 1 ? WEIGHT.recurs : 0;
  if (winner.weight + recurring < THRESHOLD) return undefined;
  const { type, because } = winner.best;
  return { type, name: nameOf(reading, group), because };
}

/** The first spelling that is not all in capitals. */
function nameOf(reading: Reading, group: readonly CapitalRun[]): string {
  const names = group.map(({ start, end }) => slice(reading, start, end));
  return names.find((name) => /\p{Ll}/u.test(name)) ?? (names[0] as string);
}

/** Text from one word to another, spaces made one. */
function slice({ text, words }: Reading, start: number, end: number): string {
  return text.slice((words[start] as Word).start, (words[end - 1] as Word).end).replace(/\s+/g, " ");
}

function evidenceAt(reading: Reading, run: CapitalRun): Evidence[] {
  const { words, around } = reading;
  const { start, end } = run;
  const personal = isPersonal(words, run);
  const found: Evidence[] = [];
  const add = (type: EntityType, weight: number, because: string): void => {
    found.push({ type, weight, because });
  };
  const gap = words[start]?.glue;
  const title = titleBefore(reading, start, personal);
  if (title) add("Person", WEIGHT.title, `title “${title}”`);
  const before = title ? undefined : around.headBefore(words, start);
  if (before) add(before.head.type, WEIGHT.head, `follows “${slice(reading, before.at, start)}”`);
  const after = around.headAfter(words, end);
  if (after && !before) add(after.type, WEIGHT.head, `precedes “${(words[end] as Word).form}”`);
  const kind = before ? undefined : kindBehind(words, end, around);
  if (kind) add(kind, WEIGHT.apposition, "followed by what it is");
  const own = ownHead(words, run, around);
  if (own) add(own, WEIGHT.ownHead, "holds the kind of thing in its name");
  if (personal && words[end]?.glue === "," && around.offices.match(words, end))
    add("Person", WEIGHT.office, "followed by an office");
  else if (personal && !title && words[start]?.glue === ",") {
    const office = officeBefore(reading, start);
    if (office) add("Person", WEIGHT.apposition, `in apposition to “${office}”`);
  }
  if (personal && acts(words, run, around)) add("Person", WEIGHT.acts, "stands as a doer");
  if (speaks(words, run, around))
    add("Person", personal ? WEIGHT.speech : WEIGHT.weakPlace, "beside a verb of saying");
  if (isCited(words, run, around))
    add(personal && !hasArticle(words, run, around) ? "Person" : "Media", WEIGHT.cited, "cited as a source");
  const locative = gap === " " || gap === "'" ? around.locatives.matchBefore(words, start, 5) : undefined;
  if (locative && !title && !before)
    add(
      "Place",
      locative.value === "strong" ? WEIGHT.place : WEIGHT.weakPlace,
      `after “${slice(reading, start - locative.length, start)}”`,
    );
  if (personal) add("Person", WEIGHT.fullName, "reads as a full name");
  return found;
}

/** « le Sounion, un pétrolier », "Solhan, a village": what it is, behind a comma; "a base commander" tells an office. */
function kindBehind(words: readonly Word[], end: number, around: NameWords): EntityType | undefined {
  const article = words[end];
  if (article?.glue !== "," || !around.isOrdinary(article.key) || words[end + 1]?.glue !== " ")
    return undefined;
  const head = around.heads.match(words, end + 1);
  if (!head) return undefined;
  const next = end + 1 + head.length;
  const office = around.offices.match(words, next) ?? around.titles.match(words, next);
  return office && words[next]?.glue === " " ? undefined : head.value.type;
}

/** Two to four words, none of them an acronym or figure; Arabic articles count for nothing. */
function isPersonal(words: readonly Word[], { start, end }: CapitalRun): boolean {
  const inside = words.slice(start, end);
  const bearing = inside.filter((word) => !isArticle(word.key)).length;
  return bearing >= 2 && bearing <= 4 && !inside.some((word) => /^\p{N}|^\p{Lu}{2,}$/u.test(word.form));
}

/** « le général X », « le secrétaire d'État américain X », "M. X"; before a comma only for a full name. */
function titleBefore(reading: Reading, start: number, personal: boolean): string | undefined {
  const { words, around } = reading;
  const gap = words[start]?.glue;
  if (gap !== " " && gap !== "." && !(gap === "," && personal)) return undefined;
  const direct = around.titles.matchBefore(words, start);
  if (direct) {
    // « il l'a dit. Kazimi… »: only a short title takes a full stop.
    const long = gap === "." && (words[start - 1] as Word).form.length > LONGEST_ABBREVIATION;
    return long ? undefined : slice(reading, start - direct.length, start);
  }
  const adjective = words[start - 1];
  if (
    !personal ||
    !adjective ||
    adjective.glue !== " " ||
    !/^\p{Ll}/u.test(adjective.form) ||
    around.isOrdinary(adjective.key)
  )
    return undefined;
  const distant = around.titles.matchBefore(words, start - 1);
  return distant && slice(reading, start - 1 - distant.length, start);
}

const LONGEST_ABBREVIATION = 4;

/** « le chef du gouvernement sortant, X »: an office a few words back, in the same phrase. */
function officeBefore(reading: Reading, start: number): string | undefined {
  const { words, around } = reading;
  for (let at = start - 1; at >= Math.max(0, start - APPOSITION_REACH); at--) {
    const word = words[at] as Word;
    const office = around.offices.match(words, at);
    if (office) return slice(reading, at, at + office.length);
    if (around.isAuxiliary(word.key) || around.isSpeech(word.key)) return undefined;
    if (word.glue !== " " && word.glue !== "'" && word.glue !== "-") return undefined;
  }
  return undefined;
}

/** « Brigade des… », « Camp Victory », "Green Village": the kind of thing is a word of the name. */
function ownHead(
  words: readonly Word[],
  { start, end }: CapitalRun,
  around: NameWords,
): EntityType | undefined {
  if (end - start < 2) return undefined;
  const first = around.heads.match(words, start, end - start - 1);
  if (first) return first.value.type;
  const last = around.heads.matchBefore(words, end, Math.min(2, end - start - 1));
  return last?.value.type;
}

/** « X a reporté », « par X ». */
function acts(words: readonly Word[], { start, end }: CapitalRun, around: NameWords): boolean {
  if (words[end]?.glue === " " && around.isAuxiliary(words[end].key)) return true;
  return words[start]?.glue === " " && around.isAgentPreposition(words[start - 1]?.key ?? "");
}

/** « X a déclaré », "X said", « a déclaré X ». */
function speaks(words: readonly Word[], { start, end }: CapitalRun, around: NameWords): boolean {
  let at = end;
  if (words[at]?.glue === "," || words[at]?.glue === " ") {
    if (around.isAuxiliary(words[at]?.key ?? "")) at++;
    if (words[at] && around.isSpeech((words[at] as Word).key) && words[at]?.glue === " ") return true;
  }
  return words[start]?.glue === " " && around.isSpeech(words[start - 1]?.key ?? "");
}

/** « selon X », « cité par l'Écho »: a lone capital without an article may be a surname, a town or a word. */
function isCited(words: readonly Word[], run: CapitalRun, around: NameWords): boolean {
  const article = articleBefore(words, run.start, around);
  if (run.end - run.start < 2 && (!article || around.isEveryday(words[run.start]?.key ?? ""))) return false;
  return around.cited.matchBefore(words, article ? run.start - 1 : run.start) !== undefined;
}

/** « l'Écho », « Le Phénicien »: what goes by an article is no person. */
const hasArticle = (words: readonly Word[], { start }: CapitalRun, around: NameWords): boolean =>
  articleBefore(words, start, around) ||
  ((words[start]?.form.length ?? 0) < LONGEST_ARTICLE + 1 && around.isParticle(words[start]?.key ?? ""));

function articleBefore(words: readonly Word[], start: number, around: NameWords): boolean {
  const before = words[start - 1];
  const joined = words[start]?.glue === " " || words[start]?.glue === "'";
  return (
    joined && before !== undefined && before.form.length <= LONGEST_ARTICLE && around.isParticle(before.key)
  );
}

/** Letters of the longest article (« les », "the"): particles of Arabic names are told apart by `isPersonal`. */
const LONGEST_ARTICLE = 3;
