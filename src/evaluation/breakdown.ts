/**
 * Where a reading is good and where not: edges by type of claim, modality, language and phenomenon, and every error by
 * its cause. Claims are matched as for the figures of the score.
 */
import {
  documentOf,
  evidenceOverlap,
  evidenceText,
  idsIn,
  isActionType,
  listOf,
  scoredFamily,
  union,
  withAccepted,
} from "./compare.ts";
import { type Figure, figure } from "./figures.ts";
import type { Annotation, ScoredClaim } from "./gold.ts";
import { type ClaimMatch, Comparison, type MatchOptions } from "./match.ts";

/** Recall of edges over the gold claims that a phenomenon holds of, in [0, 1], with how many these are. */
export interface Found {
  readonly share: number;
  readonly of: number;
}

export interface Breakdown {
  readonly byModality: Readonly<Record<string, Found>>;
  readonly byLanguage: Readonly<Record<string, Figure>>;
  readonly byPhenomenon: Readonly<Record<string, Found>>;
  /** Numbers of missed gold claims, of matched ones with wrong participants, and of predictions that meet none. */
  readonly causes: Readonly<Record<string, number>>;
}

/** Breaks a comparison down; pure. */
export function breakdown(gold: Annotation, predicted: Annotation, options: MatchOptions = {}): Breakdown {
  const comparison = new Comparison(gold, predicted, options);
  const right = new Set(
    comparison.matches.filter((m) => comparison.right(m.gold, m.predicted)).map((m) => m.gold.id),
  );
  const found = (claims: readonly ScoredClaim[]): Found => ({
    share: claims.length > 0 ? claims.filter((claim) => right.has(claim.id)).length / claims.length : 0,
    of: claims.length,
  });
  const { asked } = comparison;
  const phenomena = phenomenaOf(gold);
  return {
    byModality: grouped(asked, (claim) => [claim.modality ?? "none"], found),
    byLanguage: languageFigures(gold, comparison, right),
    byPhenomenon: grouped(asked, (claim) => PHENOMENA.filter((name) => phenomena[name](claim)), found),
    causes: causesOf(comparison),
  };
}

function grouped(
  claims: readonly ScoredClaim[],
  groupsOf: (claim: ScoredClaim) => readonly string[],
  found: (claims: readonly ScoredClaim[]) => Found,
): Record<string, Found> {
  const groups = new Map<string, ScoredClaim[]>();
  for (const claim of claims)
    for (const group of groupsOf(claim)) groups.set(group, [...(groups.get(group) ?? []), claim]);
  return Object.fromEntries([...groups].map(([group, members]) => [group, found(members)]));
}

function languageFigures(
  gold: Annotation,
  { asked, predicted }: Comparison,
  right: ReadonlySet<string>,
): Record<string, Figure> {
  const languageOf = new Map(
    (gold.documents ?? []).map(({ id, language }) => [documentOf({ doc: id }), language ?? "fr"]),
  );
  const languages = new Set(languageOf.values());
  const inLanguage = (claims: readonly ScoredClaim[], language: string) =>
    claims.filter((claim) => languageOf.get(documentOf(claim)) === language);
  return Object.fromEntries(
    [...languages].map((language) => {
      const own = inLanguage(asked, language);
      const hits = own.filter((claim) => right.has(claim.id)).length;
      return [language, figure(hits, inLanguage(predicted, language).length, own.length)];
    }),
  );
}

const PHENOMENA = [
  "an act that a statement tells",
  "told by a source",
  "doer named in its own words",
  "doer taken from context",
  "doer left open",
  "other side named in its own words",
  "other side taken from context",
  "several doers or targets",
  "answers another act",
  "with counts of victims or damage",
  "dated",
  "repeated elsewhere in the report",
] as const;

const filled = (claim: ScoredClaim, role: string): boolean => idsIn(claim[role]).length > 0;
const doer = (claim: ScoredClaim): string => (isActionType(claim.type) ? "agent" : "speaker");

const others = (claim: ScoredClaim): boolean =>
  isActionType(claim.type) && (filled(claim, "target") || filled(claim, "place"));

/** Tests of what makes claims hard, from gold alone. */
function phenomenaOf(gold: Annotation): Record<(typeof PHENOMENA)[number], (claim: ScoredClaim) => boolean> {
  const names = new Map(
    gold.entities.map(({ id, name, aliases }) => [
      id,
      [name, ...listOf(aliases)].filter((each) => typeof each === "string"),
    ]),
  );
  const told = new Set(gold.claims.filter((c) => !isActionType(c.type)).flatMap((c) => idsIn(c.about)));
  const named = (claim: ScoredClaim, role: string) =>
    !listOf(claim.inferred).includes(role) &&
    idsIn(claim[role]).some((id) =>
      names.get(id)?.some((name) => evidenceText(claim.evidence).includes(name)),
    );
  const otherNamed = (claim: ScoredClaim) => named(claim, "target") || named(claim, "place");
  return {
    "an act that a statement tells": (claim) => isActionType(claim.type) && told.has(claim.id),
    "told by a source": (claim) => filled(claim, "source") || claim.source_text !== undefined,
    "doer named in its own words": (claim) => named(claim, doer(claim)),
    "doer taken from context": (claim) => filled(claim, doer(claim)) && !named(claim, doer(claim)),
    "doer left open": (claim) => !filled(claim, doer(claim)),
    "other side named in its own words": (claim) => others(claim) && otherNamed(claim),
    "other side taken from context": (claim) => others(claim) && !otherNamed(claim),
    "several doers or targets": (claim) =>
      idsIn(claim[doer(claim)]).length > 1 || idsIn(claim.target).length > 1,
    "answers another act": (claim) => claim.type === "retaliation" || idsIn(claim.response_to).length > 0,
    "with counts of victims or damage": (claim) => claim.effects !== undefined,
    dated: (claim) => (claim.time as { start?: string } | undefined)?.start !== undefined,
    "repeated elsewhere in the report": (claim) => listOf(claim.also_evidence).length > 0,
  };
}

/** Every error once: what was missed and why, what is wrong in a matched claim, what was read too much. */
function causesOf(comparison: Comparison): Record<string, number> {
  const { asked, answered, predicted, used, matches, gold } = comparison;
  const causes = new Map<string, number>();
  const count = (cause: string) => causes.set(cause, (causes.get(cause) ?? 0) + 1);
  for (const claim of asked)
    if (!answered.has(claim.id)) count(`missed: ${missedBecause(claim, predicted, used)}`);
  for (const match of matches)
    if (!comparison.right(match.gold, match.predicted)) count(`wrong: ${wrongIn(comparison, match)}`);
  for (const claim of predicted)
    if (!used.has(claim.id)) {
      const there = gold.filter((other) => sameWords(other, claim));
      const alike = there.some((other) => scoredFamily(other.type) === scoredFamily(claim.type));
      count(
        `too much: ${alike ? "read twice" : there.length > 0 ? "beside claims of other types" : "no claim there"}`,
      );
    }
  return Object.fromEntries(causes);
}

function missedBecause(
  claim: ScoredClaim,
  predicted: readonly ScoredClaim[],
  used: ReadonlySet<string>,
): string {
  const there = predicted.filter((other) => sameWords(claim, other));
  if (there.length === 0) return "nothing read in its words";
  if (there.some((other) => scoredFamily(other.type) === scoredFamily(claim.type)))
    return "its words count for another claim of its type";
  return there.some((other) => !used.has(other.id))
    ? "read as another type"
    : "another claim read in its words";
}

const sameWords = (a: ScoredClaim, b: ScoredClaim): boolean =>
  documentOf(a) === documentOf(b) &&
  evidenceOverlap(evidenceText(a.evidence), evidenceText(b.evidence)) >= 0.5;

function wrongIn(comparison: Comparison, { gold, predicted }: ClaimMatch): string {
  const wanted = comparison.participants(gold, "gold");
  const given = withAccepted(wanted, comparison.participants(predicted, "predicted"), comparison.accept);
  if (!isActionType(gold.type)) return `speaker ${given.speaker.size > 0 ? "is another" : "not found"}`;
  const doing = sideOf(wanted.agent, given.agent);
  const other = sideOf(union(wanted.target, wanted.place), union(given.target, given.place));
  if (doing !== "right" && other !== "right") return "both sides";
  return doing === "right" ? `other side ${other === "right" ? "too many" : other}` : `doer ${doing}`;
}

function sideOf(wanted: ReadonlySet<string>, given: ReadonlySet<string>): string {
  if (wanted.size === 0) return given.size === 0 ? "right" : "too much";
  if ([...given].some((id) => wanted.has(id))) return "right";
  return given.size > 0 ? "is another" : "not found";
}
