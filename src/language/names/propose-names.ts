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
import type { NameWords } from "./name-words.ts";

interface Evidence {
  readonly type: EntityType;
  readonly weight: number;
  readonly because: string;
  /** Words before the run that are part of the name: « base » of « base K1 ». */
  readonly head?: string;
}

/** Evidence that a proposal needs. */
const THRESHOLD = 2;
const WEIGHT = {
  title: 5,
  head: 4,
  office: 4,
  ownHead: 4,
  speech: 2,
  place: 2,
  weakPlace: 0.6,
  fullName: 1,
  recurs: 1,
} as const;

/** @returns proposed names in text order */
export function proposeNames(
  words: readonly Word[],
  runs: readonly CapitalRun[],
  around: NameWords,
): FoundName[] {
  const groups = new Map<string, CapitalRun[]>();
  for (const run of runs) {
    const key = keyOf(words, run);
    const same = groups.get(key);
    if (same) same.push(run);
    else groups.set(key, [run]);
  }
  const found: FoundName[] = [];
  for (const group of groups.values()) {
    const proposed = judge(words, group, around);
    if (!proposed) continue;
    for (const { start, end } of group) found.push({ start, end, candidates: [], proposed });
  }
  return found.sort((a, b) => a.start - b.start);
}

const keyOf = (words: readonly Word[], { start, end }: CapitalRun): string =>
  words
    .slice(start, end)
    .map((word) => word.key)
    .join(" ");

function judge(
  words: readonly Word[],
  group: readonly CapitalRun[],
  around: NameWords,
): FoundName["proposed"] {
  const evidence = group.flatMap((run) => evidenceAt(words, run, around));
  const longest = Math.max(...group.map((run) => run.end - run.start));
  const sure = evidence.some((item) => item.weight >= WEIGHT.head);
  // A lone capital at the head of a sentence is an ordinary word until something else shows a name.
  if (!sure && longest === 1 && group.every((run) => run.initial)) return undefined;
  const totals = new Map<EntityType, { weight: number; best: Evidence }>();
  for (const item of evidence) {
    const total = totals.get(item.type);
    if (!total) totals.set(item.type, { weight: item.weight, best: item });
    else
      totals.set(item.type, {
        weight: total.weight + item.weight,
        best: item.weight > total.best.weight ? item : total.best,
      });
  }
  let winner: { weight: number; best: Evidence } | undefined;
  for (const total of totals.values()) if (!winner || total.weight > winner.weight) winner = total;
  if (!winner) return undefined;
  const recurring = group.length > 1 ? WEIGHT.recurs : 0;
  if (winner.weight + recurring < THRESHOLD) return undefined;
  const name = nameOf(words, group[0] as CapitalRun);
  const { type, because, head } = winner.best;
  return { type, name: head ? `${head} ${name}` : name, because };
}

function nameOf(words: readonly Word[], { start, end }: CapitalRun): string {
  return words
    .slice(start, end)
    .map((word, index) => (index === 0 ? "" : word.glue === "?" ? " " : word.glue) + word.form)
    .join("");
}

function evidenceAt(words: readonly Word[], run: CapitalRun, around: NameWords): Evidence[] {
  const { start, end } = run;
  const length = end - start;
  const personal = length >= 2 && length <= 4 && !hasFigureOrAcronym(words, run);
  const found: Evidence[] = [];
  const add = (type: EntityType, weight: number, because: string, head?: string): void => {
    found.push({ type, weight, because, ...(head && { head }) });
  };
  const gap = words[start]?.glue;
  const title =
    gap === " " || gap === "." || gap === "," ? around.titles.matchBefore(words, start) : undefined;
  if (title && (gap !== "," || personal))
    add("Person", WEIGHT.title, `title “${textOf(words, start - title.length, start)}”`);
  const before = title ? undefined : around.headBefore(words, start);
  if (before) {
    const noun = textOf(words, before.at, start);
    add(before.head.type, WEIGHT.head, `follows “${noun}”`, before.head.keep ? noun : undefined);
  }
  const after = around.headAfter(words, end);
  if (after && !before) add(after.type, WEIGHT.head, `precedes “${(words[end] as Word).form}”`);
  const own = ownHead(words, run, around);
  if (own) add(own, WEIGHT.ownHead, "holds the kind of thing in its name");
  if (personal && words[end]?.glue === "," && around.offices.match(words, end))
    add("Person", WEIGHT.office, "followed by an office");
  if (speaks(words, run, around))
    add("Person", personal ? WEIGHT.speech : WEIGHT.weakPlace, "beside a verb of saying");
  const locative = gap === " " || gap === "'" ? around.locatives.matchBefore(words, start, 5) : undefined;
  if (locative && !title && !before)
    add(
      "Place",
      locative.value === "strong" ? WEIGHT.place : WEIGHT.weakPlace,
      `after “${textOf(words, start - locative.length, start)}”`,
    );
  if (personal) add("Person", WEIGHT.fullName, "reads as a full name");
  return found;
}

function textOf(words: readonly Word[], start: number, end: number): string {
  return words
    .slice(start, end)
    .map((word) => word.form)
    .join(" ");
}

function hasFigureOrAcronym(words: readonly Word[], { start, end }: CapitalRun): boolean {
  return words.slice(start, end).some((word) => /^\p{N}|^\p{Lu}{2,}$/u.test(word.form));
}

/** « Brigade des… », « Camp Victory », "Green Village": the kind of thing is a word of the name. */
function ownHead(
  words: readonly Word[],
  { start, end }: CapitalRun,
  around: NameWords,
): EntityType | undefined {
  if (end - start < 2) return undefined;
  const first = around.heads.match(words, start);
  if (first && start + first.length < end) return first.value.type;
  return around.heads.matchBefore(words, end, 2)?.value.type;
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
