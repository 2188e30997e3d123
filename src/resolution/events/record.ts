/** Makes the event record of a group of claims. */
import {
  type Claim,
  type ConflictEvent,
  isFactual,
  MODALITIES,
  type Modality,
  type TimeRange,
} from "../../ontology/index.ts";
import { compareBy, sortedUnique } from "../../shared/index.ts";
import { fieldsOf } from "../fields/values.ts";
import { independentSources, type SourceKeys } from "../../ontology/index.ts";
import type { Gazetteer } from "../gazetteer.ts";

/** Earliest first: day of the report (undated reports last), document, place in the text. */
export function byReport(
  publishedOf: ReadonlyMap<string, string | undefined>,
): (a: Claim, b: Claim) => number {
  return compareBy<Claim>(
    (claim) => publishedOf.get(claim.document)?.slice(0, 10) ?? "9999",
    (claim) => claim.document,
    (claim) => claim.evidence.start,
    (claim) => claim.evidence.end,
    (claim) => claim.id,
  );
}

/** Id of the event whose earliest claim this is. */
export const eventIdOf = (claim: Claim): string => `ev:${claim.id}`;

/** Entities of a role by number of claims that name them, most first; claims that deny the act add nothing. */
function roleOf(claims: readonly Claim[], role: "agent" | "target" | "place"): string[] {
  const votes = new Map<string, number>();
  const telling = claims.filter(({ modality }) => isFactual(modality));
  for (const claim of telling.length > 0 ? telling : claims)
    for (const id of claim[role]) votes.set(id, (votes.get(id) ?? 0) + 1);
  return [...votes]
    .sort(
      compareBy(
        ([, n]) => -n,
        ([id]) => id,
      ),
    )
    .map(([id]) => id);
}

function mostFrequent<T>(values: readonly T[]): T | undefined {
  const votes = new Map<T, number>();
  for (const value of values) votes.set(value, (votes.get(value) ?? 0) + 1);
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The time that the best supported value gives. */
function shownTime(fields: ConflictEvent["fields"]): TimeRange | undefined {
  const shown = fields["time"]?.values[0]?.value;
  if (typeof shown !== "string") return undefined;
  const [start = "", end = start] = shown.split("/");
  return { start, end };
}

/** The strongest modality: the earliest in the table of modalities. */
const strongest = (claims: readonly Claim[]): Modality =>
  MODALITIES.find((modality) => claims.some((claim) => claim.modality === modality)) ?? "asserted";

/** `claims` must be in report order (`byReport`); `statements` are those about it. Links are added later. */
export function eventOf(
  claims: readonly [Claim, ...Claim[]],
  statements: readonly Claim[],
  keysOf: SourceKeys,
  gazetteer: Gazetteer,
): ConflictEvent {
  const [first] = claims;
  const fields = fieldsOf(claims, statements, keysOf, gazetteer);
  const time = shownTime(fields);
  const subtypes = claims.flatMap(({ subtype }) => (subtype && subtype !== "unspecified" ? [subtype] : []));
  const subtype = mostFrequent(subtypes) ?? claims.find((claim) => claim.subtype)?.subtype;
  return {
    id: eventIdOf(first),
    type: claims.some(({ type }) => type === "retaliation") ? "retaliation" : first.type,
    ...(subtype ? { subtype } : {}),
    claims: claims.map(({ id }) => id),
    agent: roleOf(claims, "agent"),
    target: roleOf(claims, "target"),
    place: roleOf(claims, "place"),
    ...(time ? { time } : {}),
    modality: strongest(claims),
    responseTo: [],
    partOf: [],
    fields,
    documents: sortedUnique(claims.map(({ document }) => document)),
    sources: independentSources(claims, keysOf),
    confidence: confidenceOf(claims),
  };
}

/** Probability that at least one of its claims is right, taking reports (not sentences) as independent. */
function confidenceOf(claims: readonly Claim[]): number {
  const best = new Map<string, number>();
  for (const { document, confidence } of claims)
    best.set(document, Math.max(best.get(document) ?? 0, confidence));
  const wrong = [...best.values()].reduce((product, confidence) => product * (1 - confidence), 1);
  return Math.round((1 - wrong) * 1000) / 1000;
}
