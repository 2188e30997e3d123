/**
 * Names that no pack knows: capitalised sequences, typed by the words around them over the whole document.
 *
 * Every occurrence gives evidence (a title before it, « la base » before it, a verb of saying beside it); the type with
 * most evidence wins. A sequence without evidence takes the type of the names it is listed with, or the one that its
 * shape tells; where its capitals may have other reasons it is no proposal.
 */
import type { EntityType } from "../../ontology/index.ts";
import type { Word } from "../text/words.ts";
import type { CapitalRun } from "./capital-runs.ts";
import type { FoundName } from "./find-names.ts";
import { companionType, typeByShape } from "./name-shape.ts";
import { type RunReading, slice } from "./run-reading.ts";
import { type Evidence, evidenceAt, THRESHOLD, WEIGHT } from "./name-evidence.ts";
import type { NameWords } from "./name-words.ts";

/** What is known of the words of a report before names are proposed. */
export interface KnownNames {
  /** Whether the word belongs to a name or time already found. */
  readonly isTaken: (at: number) => boolean;
  /** Type of the name that the word belongs to. */
  readonly typeAt: (at: number) => EntityType | undefined;
}

type Proposal = NonNullable<FoundName["proposed"]>;

/** How often lists are gone through: « A, B, C et D » tells one item more each time. */
const LIST_PASSES = 3;

/** @returns proposed names in text order */
export function proposeNames(
  text: string,
  words: readonly Word[],
  runs: readonly CapitalRun[],
  around: NameWords,
  { isTaken, typeAt }: KnownNames,
): FoundName[] {
  const reading: RunReading = { text, words, around };
  const groups = new Map<string, CapitalRun[]>();
  for (const plain of runs) {
    const run = withHead(reading, plain, isTaken);
    const key = keyOf(words, run);
    const same = groups.get(key);
    if (same) same.push(run);
    else groups.set(key, [run]);
  }
  const proposals = new Map<readonly CapitalRun[], Proposal>();
  const types = new Map<number, EntityType>();
  const propose = (group: readonly CapitalRun[], proposed: Proposal): void => {
    proposals.set(group, proposed);
    for (const { start, end } of group) for (let at = start; at < end; at++) types.set(at, proposed.type);
  };
  const told = (at: number): EntityType | undefined => types.get(at) ?? typeAt(at);
  const undecided = (): CapitalRun[][] => [...groups.values()].filter((group) => !proposals.has(group));
  for (const group of groups.values()) {
    const proposed = judge(reading, group);
    if (proposed) propose(group, proposed);
  }
  for (let pass = 0; pass < LIST_PASSES; pass++)
    for (const group of undecided()) {
      const type = companionType(reading, group, told);
      if (type) propose(group, { type, name: nameOf(reading, group), because: "named together with others" });
    }
  for (const group of undecided()) {
    const type = typeByShape(reading, group);
    if (type) propose(group, { type, name: nameOf(reading, group), because: "written as a name" });
  }
  const found = [...proposals].flatMap(([group, proposed]) =>
    group.map(({ start, end }): FoundName => ({ start, end, candidates: [], proposed })),
  );
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
function withHead(
  { words, around }: RunReading,
  run: CapitalRun,
  isTaken: (at: number) => boolean,
): CapitalRun {
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

function judge(reading: RunReading, group: readonly CapitalRun[]): FoundName["proposed"] {
  if (group.every((run) => !run.plain && isEverydayOnly(reading, run))) return undefined;
  const evidence = group.flatMap((run) => evidenceAt(reading, run));
  const longest = Math.max(...group.map((run) => run.end - run.start));
  const sure = evidence.some((item) => item.sure);
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

/** "Army Post After Night": a piece of a headline, where everyday words have capitals. */
const isEverydayOnly = ({ words, around }: RunReading, { start, end }: CapitalRun): boolean =>
  words.slice(start, end).every(({ key }) => around.isEveryday(key) || around.isOrdinary(key));

/** The first spelling that is not all in capitals. */
function nameOf(reading: RunReading, group: readonly CapitalRun[]): string {
  const names = group.map(({ start, end }) => slice(reading, start, end));
  return names.find((name) => /\p{Ll}/u.test(name)) ?? (names[0] as string);
}
