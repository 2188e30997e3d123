/**
 * Whether reading depends on who is who: reports are read as they are, and again with the names of two parties
 * exchanged throughout. A claim is kept where the second reading has it at the same place, with the same type and rule
 * and with the two parties exchanged in its roles.
 *
 *   npx tsx scripts/swapped-sides.ts
 *
 * Two parties are exchanged where grammar allows it: of one type, each named by one spelling only (no nationality word
 * stands for them either), and after the same articles, so that no agreement or elision breaks.
 */
import { existsSync } from "node:fs";
import { groupCopies, readReports, type SourceDocument } from "../src/documents/index.ts";
import { createFramesExtractor, type DraftClaim, type Extraction } from "../src/extraction/index.ts";
import type { AnnotatedDocument, NameSpan } from "../src/language/index.ts";
import { LANGUAGES, ROLES } from "../src/ontology/index.ts";
import { loadLexicon, loadPacks, loadReadingModels, type PackSet } from "../src/packs/index.ts";
import { compareBy, packagePath, sha256 } from "../src/shared/index.ts";
import { EVALUATION_SETS, type EvaluationSet } from "./evaluate.ts";
import { analyserFor } from "./learning/annotated-set.ts";

export interface SwapFigure {
  readonly reports: number;
  /** Claims of the reports that could be swapped, and how many of them are kept. */
  readonly claims: number;
  readonly kept: number;
}

interface Party {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly NameSpan[];
}

/** Reads each report of the set in which two parties can be exchanged, twice. */
export async function swapSides(set: EvaluationSet): Promise<SwapFigure> {
  const packs = loadPacks(set.packs);
  const analyse = analyserFor(packs);
  const lexicons = new Map(LANGUAGES.map((language) => [language, loadLexicon(language)]));
  const extractor = createFramesExtractor({ packs, lexicons, models: loadReadingModels() });
  const read = (document: SourceDocument) => {
    const analysed = analyse(document);
    return { analysed, extraction: extractor.extract(analysed) };
  };
  const totals = { reports: 0, claims: 0, kept: 0 };
  for (const document of groupCopies((await readReports([set.reports])).documents)) {
    const { analysed, extraction } = read(document);
    const pair = partiesToSwap(analysed, packs);
    if (!pair) continue;
    const swap = swapIn(document.text, pair);
    const again = read({ ...document, text: swap.text, sha256: sha256(swap.text) });
    const kept = keptClaims(extraction, again.extraction, pair, swap.moved);
    totals.reports++;
    totals.claims += extraction.claims.length;
    totals.kept += kept;
  }
  return totals;
}

const isPlain = ({ text, candidates, demonym, variant }: NameSpan): boolean =>
  candidates.length === 1 && !demonym && !variant && /^\p{Lu}/u.test(text);

/** The two parties named most often that can stand in each other's place; undefined where there are none. */
function partiesToSwap(document: AnnotatedDocument, packs: PackSet): readonly [Party, Party] | undefined {
  const parties = new Map<string, NameSpan[]>();
  for (const name of document.names)
    for (const id of name.candidates) parties.set(id, [...(parties.get(id) ?? []), name]);
  const able = [...parties]
    .filter(([, spans]) => spans.every(isPlain) && new Set(spans.map(({ text }) => text)).size === 1)
    .map(([id, spans]): Party => ({ id, text: spans[0]?.text ?? "", spans }))
    .sort(
      compareBy(
        (party) => -party.spans.length,
        (party) => party.id,
      ),
    );
  const articles = (party: Party) =>
    new Set(party.spans.map(({ start }) => articleBefore(document.doc.text, start)));
  const typeOf = ({ id }: Party) => packs.byId.get(id)?.type;
  for (const [i, a] of able.entries()) {
    const type = typeOf(a);
    if (type !== "Country" && type !== "ArmedGroup" && type !== "MilitaryForce") continue;
    const both = (b: Party) => new Set([...articles(a), ...articles(b)]).size === 1;
    const b = able.slice(i + 1).find((other) => typeOf(other) === type && both(other));
    if (b) return [a, b];
  }
  return undefined;
}

/** The article that a name's grammar hangs on: its gender and number, or an elision. */
function articleBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 4), start).toLowerCase();
  if (/['’]$/u.test(before)) return "elided";
  return /(?:^|\P{L})(le|la|les|du|au|aux|des|the)\s$/u.exec(before)?.[1] ?? "none";
}

/** The text with the two parties exchanged, and where an offset of the old text lies in the new one. */
function swapIn(
  text: string,
  [a, b]: readonly [Party, Party],
): { text: string; moved: (offset: number) => number } {
  const edits = [
    ...a.spans.map(({ start, end }) => ({ start, end, by: b.text })),
    ...b.spans.map(({ start, end }) => ({ start, end, by: a.text })),
  ].sort(compareBy(({ start }) => start));
  let out = "";
  let at = 0;
  for (const { start, end, by } of edits) {
    out += text.slice(at, start) + by;
    at = end;
  }
  const shift = (offset: number) =>
    edits.reduce((sum, { start, end, by }) => (end <= offset ? sum + by.length - (end - start) : sum), 0);
  return { text: out + text.slice(at), moved: (offset) => offset + shift(offset) };
}

function keptClaims(
  before: Extraction,
  after: Extraction,
  [a, b]: readonly [Party, Party],
  moved: (offset: number) => number,
): number {
  const exchanged = (id: string) => (id === a.id ? b.id : id === b.id ? a.id : id);
  const keys = new Map<string, number>();
  for (const claim of after.claims) {
    const key = keyOf(
      claim,
      (offset) => offset,
      (id) => id,
    );
    keys.set(key, (keys.get(key) ?? 0) + 1);
  }
  let kept = 0;
  for (const claim of before.claims) {
    const key = keyOf(claim, moved, exchanged);
    const left = keys.get(key) ?? 0;
    if (left === 0) continue;
    keys.set(key, left - 1);
    kept++;
  }
  return kept;
}

/** What two readings of a claim must share: place, type, rule, and who fills which role. */
function keyOf(
  { evidence, type, rule, roles }: DraftClaim,
  moved: (offset: number) => number,
  exchanged: (id: string) => string,
): string {
  const who = ROLES.map((role) =>
    (roles[role] ?? [])
      .map(({ mention }) => exchanged(mention.candidates[0] ?? mention.text))
      .sort()
      .join("+"),
  );
  return [moved(evidence.start), type, rule, ...who].join(" ");
}

const line = (name: string, { reports, claims, kept }: SwapFigure): string =>
  `${name.padEnd(8)} ${reports} reports, ${claims} claims, kept ${((100 * kept) / (claims || 1)).toFixed(1)} %\n`;

async function main(): Promise<void> {
  const total = { reports: 0, claims: 0, kept: 0 };
  for (const set of EVALUATION_SETS) {
    if (!existsSync(set.gold)) continue;
    const figure = await swapSides(set);
    for (const key of ["reports", "claims", "kept"] as const) total[key] += figure[key];
    process.stdout.write(line(set.name, figure));
  }
  process.stdout.write(line("all", total));
}

if (process.argv[1] === packagePath("scripts/swapped-sides.ts")) await main();
