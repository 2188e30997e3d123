/**
 * Single sentences, each with the claims that an annotator makes of it: breadth that annotated reports do not have.
 *
 * A line of `test/golden/probes-LANGUAGE.txt` is `sentence => claims`, claims divided by ` ; ` (`-`: it tells none).
 * A claim is `types: doers > other sides @ places`: one of the types, and of each side any of those listed, by id or by
 * words of a name (`-`: nobody). A side that is left out is not asked for. `?` before a claim: neither asked for nor
 * counted against. `! ` before a sentence: not yet read so. Headings begin with `#`.
 */
import { readFileSync } from "node:fs";
import type { DraftClaim, Filler } from "../../src/extraction/index.ts";
import {
  CLAIM_TYPES,
  type ClaimType,
  familyOf,
  isAction,
  type Language,
  type Modality,
} from "../../src/ontology/index.ts";
import { packagePath } from "../../src/shared/index.ts";
import { extractText } from "./read-text.ts";

export interface ExpectedClaim {
  readonly text: string;
  readonly types: readonly ClaimType[];
  /** Who acts, or speaks. */
  readonly doers: readonly string[];
  /** Whom or what it is done to, and where. */
  readonly others: readonly string[];
  /** Neither asked for nor counted against, as in gold. */
  readonly optional: boolean;
}

export interface SentenceProbe {
  readonly text: string;
  readonly expected: readonly ExpectedClaim[];
  /** Not read as expected when the line was marked. */
  readonly notYet: boolean;
}

const NOT_YET = "! ";
const OPTIONAL = "?";
const NOBODY = "-";

export const probesPath = (language: Language): string => packagePath(`test/golden/probes-${language}.txt`);

export const readProbes = (language: Language): readonly SentenceProbe[] =>
  readFileSync(probesPath(language), "utf8")
    .split("\n")
    .flatMap((line) => parseProbe(line) ?? []);

/** The probe of a line, undefined for headings and empty lines; throws at a type of claim that there is not. */
export function parseProbe(line: string): SentenceProbe | undefined {
  const [left = "", claims] = line.split(" => ");
  if (claims === undefined || left.startsWith("#")) return undefined;
  const notYet = left.startsWith(NOT_YET);
  return {
    text: notYet ? left.slice(NOT_YET.length) : left,
    expected: claims.trim() === "-" ? [] : claims.split(" ; ").map((claim) => parseClaim(claim.trim())),
    notYet,
  };
}

/** The line with its mark set anew. */
export const markLine = (line: string, notYet: boolean): string =>
  `${notYet ? NOT_YET : ""}${line.startsWith(NOT_YET) ? line.slice(NOT_YET.length) : line}`;

function parseClaim(text: string): ExpectedClaim {
  const optional = text.startsWith(OPTIONAL);
  const [types, sides = ""] = (optional ? text.slice(OPTIONAL.length) : text).split(/:(.*)/su);
  const [named, places] = sides.split("@");
  const [doers, targets] = (named ?? "").split(">");
  return {
    text,
    types: listed(types).map((type) => {
      if (!isClaimType(type)) throw new Error(`no such type of claim: ${type} in « ${text} »`);
      return type;
    }),
    doers: listed(doers),
    others: [...listed(targets), ...listed(places)],
    optional,
  };
}

const listed = (list = ""): readonly string[] =>
  list
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);

const isClaimType = (type: string): type is ClaimType => (CLAIM_TYPES as readonly string[]).includes(type);

/** Types whose claims may hold an act that only they tell: what is demanded or threatened need not be a claim. */
const HOLDING: readonly ClaimType[] = [
  "demand",
  "threaten",
  "reject",
  "deny",
  "order",
  "accuse",
  "condemn",
  "announce",
];
const FACTUAL: readonly Modality[] = ["asserted", "reported", "alleged"];

/** What the claims expected and those read of the sentence do not have in common: nothing where it is read right. */
export function misreadings({ text, expected }: SentenceProbe, language: Language): readonly string[] {
  const open = [...extractText(text, language).claims];
  const missed = expected.filter(
    (wanted) => !wanted.optional && !take(open, (claim) => meets(wanted, claim)),
  );
  for (const wanted of expected.filter(({ optional }) => optional))
    take(open, (claim) => isOfType(wanted, claim));
  const holds = expected.some(({ types: [type] }) => type !== undefined && HOLDING.includes(type));
  const extra = open.filter(({ modality }) => !holds || FACTUAL.includes(modality));
  return [
    ...missed.map((claim) => `missed ${claim.text}`),
    ...extra.map((claim) => `read ${describe(claim)}`),
  ];
}

/** Takes the first claim that fits out of those still open; whether there was one. */
function take(open: DraftClaim[], fits: (claim: DraftClaim) => boolean): boolean {
  const at = open.findIndex(fits);
  if (at >= 0) open.splice(at, 1);
  return at >= 0;
}

const isOfType = ({ types }: ExpectedClaim, { type }: DraftClaim): boolean =>
  types.some((wanted) => familyOf(wanted) === familyOf(type));

function meets(wanted: ExpectedClaim, claim: DraftClaim): boolean {
  const { roles } = claim;
  return (
    isOfType(wanted, claim) &&
    isNamed(wanted.doers, (isAction(claim.type) ? roles.agent : roles.speaker) ?? []) &&
    isNamed(wanted.others, [...(roles.target ?? []), ...(roles.place ?? [])])
  );
}

/** Some of those wanted are named, and no more of others. */
function isNamed(wanted: readonly string[], given: readonly Filler[]): boolean {
  if (wanted.length === 0) return true;
  if (given.length === 0) return wanted.includes(NOBODY);
  const right = given.filter((filler) => wanted.some((name) => isSpelledIn(name, filler)));
  return 2 * right.length >= given.length;
}

function isSpelledIn(name: string, { mention: { text, proposed, candidates } }: Filler): boolean {
  if (name === NOBODY) return false;
  const spellings = [text, proposed?.name ?? "", ...candidates.slice(0, 2)].join(" | ").toLowerCase();
  return spellings.includes(name.toLowerCase());
}

const namesOf = (fillers: readonly Filler[] = []): string =>
  fillers.map(({ mention }) => mention.text).join(", ");

function describe({ type, modality, roles, rule }: DraftClaim): string {
  const doer = namesOf(isAction(type) ? roles.agent : roles.speaker);
  return `${type} (${modality}): ${doer} > ${namesOf(roles.target)} @ ${namesOf(roles.place)} by ${rule}`;
}
