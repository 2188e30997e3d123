/**
 * An account: what one or more claims say of one happening, gathered so that two of them can be compared.
 * A single claim is an account of its own; the claims of a document that speak of one happening make a larger one.
 */
import { type Claim, familyOf, isFactual, isLocation, type Quantity } from "../../ontology/index.ts";
import { fold } from "../../shared/index.ts";
import { type DaySpan, spanOf } from "../days.ts";
import type { Gazetteer } from "../gazetteer.ts";

export interface Account {
  readonly claims: readonly Claim[];
  readonly document: string;
  /** Day on which the document was published, if known. */
  readonly published: number | undefined;
  readonly family: string;
  readonly subtypes: ReadonlySet<string>;
  readonly instruments: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  /** Targets that are no places. */
  readonly targets: ReadonlySet<string>;
  /** Those targets that are one of a kind: persons, convoys, vehicles. */
  readonly individuals: ReadonlySet<string>;
  /** Bases, installations, places and states that it happened at or hit. */
  readonly where: ReadonlySet<string>;
  /** Bases and installations among them. */
  readonly sites: ReadonlySet<string>;
  /** Those that are no states. */
  readonly specific: ReadonlySet<string>;
  /** Days that its claims give, each once. */
  readonly spans: readonly DaySpan[];
  readonly factual: boolean;
  /** Whether it only says that the happening did not take place. */
  readonly denied: boolean;
  /** Whether it is told as an answer to an earlier act. */
  readonly answers: boolean;
  readonly counts: { readonly [C in CountField]: readonly Quantity[] };
  readonly sources: ReadonlySet<string>;
}

export const COUNT_FIELDS = ["killed", "wounded", "missing", "quantity"] as const;
export type CountField = (typeof COUNT_FIELDS)[number];

const SITES = new Set(["Base", "Facility"]);

const one = (quantity: Quantity | undefined): readonly Quantity[] => (quantity ? [quantity] : []);

export function accountOf(claim: Claim, published: number | undefined, gazetteer: Gazetteer): Account {
  const located = (id: string): boolean => {
    const type = gazetteer.typeOf(id);
    return type !== undefined && isLocation(type);
  };
  const where = new Set([...claim.place, ...claim.target.filter(located)]);
  const span = spanOf(claim.time);
  const { killed, wounded, missing } = claim.effects ?? {};
  return {
    claims: [claim],
    document: claim.document,
    published,
    family: familyOf(claim.type),
    subtypes: new Set(claim.subtype && claim.subtype !== "unspecified" ? [claim.subtype] : []),
    instruments: new Set(claim.instrument),
    agents: new Set(claim.agent),
    targets: new Set(claim.target.filter((id) => !located(id))),
    individuals: new Set(
      claim.target.filter((id) => ["Person", "Unit"].includes(gazetteer.typeOf(id) ?? "")),
    ),
    where,
    sites: new Set([...where].filter((id) => SITES.has(gazetteer.typeOf(id) ?? ""))),
    specific: new Set([...where].filter((id) => gazetteer.typeOf(id) !== "Country")),
    spans: span ? [span] : [],
    factual: isFactual(claim.modality),
    denied: claim.modality === "negated",
    answers: claim.type === "retaliation",
    counts: {
      killed: one(killed),
      wounded: one(wounded),
      missing: one(missing),
      quantity: one(claim.quantity),
    },
    sources: new Set([...claim.source, ...(claim.sourceText ? [fold(claim.sourceText)] : [])]),
  };
}

/** One account of several of the same family; claims stay in the order given. */
export function mergeAccounts(accounts: readonly [Account, ...Account[]]): Account {
  const [first] = accounts;
  if (accounts.length === 1) return first;
  const union = (pick: (account: Account) => ReadonlySet<string>): Set<string> =>
    new Set(accounts.flatMap((account) => [...pick(account)]));
  const spans = new Map(
    accounts.flatMap(({ spans: all }) => all.map((span) => [`${span.from} ${span.to}`, span])),
  );
  const gather = (field: CountField): Quantity[] => accounts.flatMap(({ counts }) => counts[field]);
  return {
    claims: accounts.flatMap(({ claims }) => claims),
    document: first.document,
    published: first.published,
    family: first.family,
    subtypes: union((account) => account.subtypes),
    instruments: union((account) => account.instruments),
    agents: union((account) => account.agents),
    targets: union((account) => account.targets),
    individuals: union((account) => account.individuals),
    where: union((account) => account.where),
    sites: union((account) => account.sites),
    specific: union((account) => account.specific),
    spans: [...spans.values()],
    factual: accounts.some(({ factual }) => factual),
    denied: accounts.every(({ denied }) => denied),
    answers: accounts.some(({ answers }) => answers),
    counts: {
      killed: gather("killed"),
      wounded: gather("wounded"),
      missing: gather("missing"),
      quantity: gather("quantity"),
    },
    sources: union((account) => account.sources),
  };
}
