/** Decisions as the stages ask for them, with what is wrong with them. */
import type { Claim } from "../../ontology/index.ts";
import { compareText } from "../../shared/index.ts";
import type { Notice } from "../types.ts";
import { contradictions } from "./contradictions.ts";
import type { Decision } from "./types.ts";

type Grouping = Extract<Decision, { ids: string[] }>;

/** Decisions name claims; the id of an event stands for its earliest claim, which it is made of. */
const asClaimId = (id: string): string => (id.startsWith("ev:") ? id.slice("ev:".length) : id);
const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
const placeOf = ({ place }: Decision): string => place ?? "decision";

/**
 * Merges and keep-aparts of one kind of record. Keeping apart wins over merging: it is the safer of two wishes that
 * cannot both be had, and the notice says so.
 */
class Groupings {
  readonly #root = new Map<string, string>();
  readonly #apart = new Set<string>();
  readonly merges: (readonly [string, string])[] = [];
  readonly notices: Notice[] = [];

  constructor(decisions: readonly Grouping[], idOf: (id: string) => string) {
    const kept = new Map<string, Decision>();
    for (const decision of decisions.filter(({ decide }) => decide === "keep-apart"))
      for (const [a, b] of pairsOf(decision.ids.map(idOf))) {
        this.#apart.add(pairKey(a, b));
        kept.set(pairKey(a, b), decision);
      }
    for (const decision of decisions.filter(({ decide }) => decide === "merge")) {
      const [first, ...rest] = decision.ids.map(idOf) as [string, ...string[]];
      for (const other of rest) {
        const against = this.#conflict(first, other);
        if (against === undefined) {
          this.merges.push([first, other]);
          this.#root.set(this.rootOf(other), this.rootOf(first));
          continue;
        }
        const by = kept.get(against);
        this.notices.push({
          code: "decision/conflict",
          message: `${placeOf(decision)}: merging ${first} and ${other} contradicts ${by ? placeOf(by) : "another decision"}, which keeps ${against.replace("\n", " and ")} apart; they stay apart: delete one of the two`,
        });
      }
    }
  }

  /** The id that a merged record goes by: the first one named. */
  rootOf(id: string): string {
    let top = id;
    for (let next = this.#root.get(top); next !== undefined && next !== top; next = this.#root.get(top))
      top = next;
    return top;
  }

  areApart(a: string, b: string): boolean {
    return this.#apart.size > 0 && this.#apart.has(pairKey(a, b));
  }

  get apart(): readonly (readonly [string, string])[] {
    return [...this.#apart].sort(compareText).map((key) => key.split("\n") as [string, string]);
  }

  /** The first kept-apart pair that a merge of two groups would join. */
  #conflict(a: string, b: string): string | undefined {
    const [x, y] = [this.rootOf(a), this.rootOf(b)];
    return [...this.#apart].sort(compareText).find((key) => {
      const [left = "", right = ""] = key.split("\n").map((id) => this.rootOf(id));
      return (left === x && right === y) || (left === y && right === x);
    });
  }
}

function pairsOf(ids: readonly string[]): (readonly [string, string])[] {
  return ids.flatMap((a, at) => ids.slice(at + 1).map((b) => [a, b] as const));
}

export class Ledger {
  readonly #decisions: readonly Decision[];
  readonly #claims: Groupings;
  readonly #entities: Groupings;
  readonly #entityIdOf: (id: string) => string;

  /** @param entityIdOf  the present id of an entity named in a decision (a new name's id can change with its cluster) */
  constructor(decisions: readonly Decision[], entityIdOf: (id: string) => string = (id) => id) {
    this.#decisions = decisions;
    this.#entityIdOf = entityIdOf;
    const groupings = decisions.filter(
      (decision) => decision.decide === "merge" || decision.decide === "keep-apart",
    );
    this.#claims = new Groupings(
      groupings.filter(({ kind }) => kind === "claims"),
      asClaimId,
    );
    this.#entities = new Groupings(
      groupings.filter(({ kind }) => kind === "entities"),
      entityIdOf,
    );
  }

  get claimMerges(): readonly (readonly [string, string])[] {
    return this.#claims.merges;
  }

  get claimsApart(): readonly (readonly [string, string])[] {
    return this.#claims.apart;
  }

  areClaimsApart(a: string, b: string): boolean {
    return this.#claims.areApart(a, b);
  }

  /** The entity that an entity was merged into; itself where it was not. */
  entityOf(id: string): string {
    return this.#entities.rootOf(id);
  }

  get entitiesApart(): readonly (readonly [string, string])[] {
    return this.#entities.apart;
  }

  /** Pairs of merged entities: the one kept, and the one that went into it. */
  get entityMerges(): readonly (readonly [string, string])[] {
    return this.#entities.merges;
  }

  /** The claim as decided; undefined where it was rejected. */
  applyTo(claim: Claim): Claim | undefined {
    let decided = claim;
    for (const decision of this.#decisions) {
      if (decision.decide === "reject" && asClaimId(decision.claim) === claim.id) return undefined;
      if (decision.decide === "retype" && asClaimId(decision.claim) === claim.id) {
        const { subtype: _dropped, ...rest } = decided;
        decided = {
          ...rest,
          type: decision.type,
          ...(decision.subtype ? { subtype: decision.subtype } : {}),
        };
      }
      if (decision.decide === "confirm" && asClaimId(decision.id) === claim.id)
        decided = { ...decided, confidence: 1 };
    }
    return decided;
  }

  /** Name and type as decided for an entity, and whether it was confirmed. */
  changesTo(
    entity: string,
    currentId: (id: string) => string,
  ): { readonly name?: string; readonly type?: string; readonly confirmed: boolean } {
    let name: string | undefined;
    let type: string | undefined;
    let confirmed = false;
    for (const decision of this.#decisions) {
      if (decision.decide === "rename" && currentId(decision.entity) === entity) name = decision.name;
      if (decision.decide === "retype-entity" && currentId(decision.entity) === entity) type = decision.type;
      if (decision.decide === "confirm" && currentId(decision.id) === entity) confirmed = true;
    }
    return { ...(name === undefined ? {} : { name }), ...(type === undefined ? {} : { type }), confirmed };
  }

  /** Everything wrong with the decisions, given what the build knows: what is gone, then what contradicts or repeats. */
  notices(isKnown: (id: string) => boolean): Notice[] {
    const notices: Notice[] = [];
    for (const decision of this.#decisions)
      for (const id of idsOf(decision))
        if (!isKnown(id))
          notices.push({
            code: "decision/unknown-id",
            message: `${placeOf(decision)}: ${decision.decide}: ${id} is not in this case any more; the decision has no effect on it`,
          });
    return [
      ...notices,
      ...this.#claims.notices,
      ...this.#entities.notices,
      ...contradictions(this.#decisions, (id) => this.#entityIdOf(asClaimId(id))),
    ];
  }
}

function idsOf(decision: Decision): string[] {
  switch (decision.decide) {
    case "merge":
    case "keep-apart":
      return decision.kind === "claims" ? decision.ids.map(asClaimId) : decision.ids;
    case "reject":
    case "retype":
      return [asClaimId(decision.claim)];
    case "rename":
    case "retype-entity":
    case "alias":
      return [decision.entity];
    case "add-entity":
      return [];
    case "confirm":
    default:
      return [asClaimId(decision.id)];
  }
}
