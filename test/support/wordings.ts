/** Sentences with the claims that a reader by the guide would make of them, one a line, and whether a reading meets them. */
import { type ClaimType, familyOf, isAction } from "../../src/ontology/index.ts";
import type { ShortClaim } from "./read-text.ts";

/** A claim asked for: any of the ids fits; a role without ids may be filled or not, but a doer that nobody names stays empty. */
interface Asked {
  readonly type: ClaimType;
  readonly doer: readonly string[];
  readonly other: readonly string[];
  /** Neither asked for nor counted against, as in gold. */
  readonly optional: boolean;
}

export interface Wording {
  readonly text: string;
  readonly asked: readonly Asked[];
  /** Whether it was read right when the line was marked. */
  readonly marked: boolean;
}

/** Parses lines like `+ attack jnim > gao ; ?condemn mali :: Sentence.`; `-` for claims: the sentence tells none. */
export function parseWordings(text: string): Wording[] {
  return text
    .split("\n")
    .filter((line) => line.includes(" :: "))
    .map((line) => {
      const [head = "", sentence = ""] = line.split(" :: ");
      const claims = head.slice(2).trim();
      return {
        text: sentence.trim(),
        asked: claims === "-" ? [] : claims.split(" ; ").map(parseAsked),
        marked: head.startsWith("+"),
      };
    });
}

function parseAsked(claim: string): Asked {
  const [left = "", right = ""] = claim.replace(/^\?/, "").split(" > ");
  const [type = "", doer] = left.trim().split(" ");
  const ids = (words: string | undefined) => (words ? words.trim().split("|") : []);
  return { type: type as ClaimType, doer: ids(doer), other: ids(right), optional: claim.startsWith("?") };
}

/** Whether every claim asked for is there with its participants, and no other. */
export function isReadRight({ asked }: Wording, claims: readonly ShortClaim[]): boolean {
  const left = [...claims];
  for (const claim of asked.filter(({ optional }) => !optional)) {
    const found = left.findIndex((read) => meets(claim, read));
    if (found < 0) return false;
    left.splice(found, 1);
  }
  for (const claim of asked.filter(({ optional }) => optional)) {
    const found = left.findIndex((read) => sameKind(claim, read));
    if (found >= 0) left.splice(found, 1);
  }
  return left.length === 0;
}

const sameKind = ({ type }: Asked, read: ShortClaim): boolean =>
  familyOf(type) === familyOf(read.type as ClaimType);

function meets(claim: Asked, read: ShortClaim): boolean {
  const statement = !isAction(claim.type);
  const doers = statement ? read.speaker : read.agent;
  const others = [...read.target, ...read.place];
  const meetsAny = (ids: readonly string[], given: readonly string[]) => ids.some((id) => given.includes(id));
  return (
    sameKind(claim, read) &&
    (claim.doer.length > 0 ? meetsAny(claim.doer, doers) : statement || doers.length === 0) &&
    (claim.other.length === 0 || meetsAny(claim.other, others))
  );
}
