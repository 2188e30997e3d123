/**
 * Which of the entities that a name may denote is meant here: additive evidence from the report around it.
 *
 * The order of the candidates is the name index's own (exact and outlet-specific names first); context can overturn
 * it. Name keys only propose, and never across types: that is settled before, where candidates are found.
 */
import type { SourceDocument } from "../../documents/index.ts";
import type { Mention } from "../../extraction/index.ts";
import { isActor, isLocation, type Role } from "../../ontology/index.ts";
import type { PackAlias, PackEntity, PackSet } from "../../packs/index.ts";
import { fold, once } from "../../shared/index.ts";
import { addUp, type Scored, type Weights } from "../events/score.ts";
import type { Level } from "../events/evidence.ts";

/** Log odds, set by hand: packs hold too few ambiguous names to fit them. */
export const CANDIDATE_WEIGHTS: Weights = {
  "listed: first": 0.5,
  "listed: later": 0,
  "role: fits": 0.5,
  "role: does not fit": -2,
  "name: own": 1,
  "name: outlet's own": 2.5,
  "name: another outlet's": -2,
  "name: weak": -0.5,
  "name: variant": -0.5,
  "office: held then": 1,
  "office: not held then": -2,
  "country: of the report": 1,
  "country: elsewhere": -0.5,
  "company: related": 1,
  "theatre: of the report": 0.5,
  "theatre: elsewhere": -1,
};

/** What the rest of a report gives away about who is meant. */
export interface ReportContext {
  readonly document: SourceDocument;
  /** Entities that some mention of the report denotes beyond doubt. */
  readonly company: ReadonlySet<string>;
  /** Countries of that company. */
  readonly countries: ReadonlySet<string>;
  /** What contains somebody of that company, and the first that it contains. */
  readonly containers: ReadonlyMap<string, string>;
  /** How many of that company each pack defines. */
  readonly packs: ReadonlyMap<string, number>;
}

/** Company that tells which theatre a report is of, and the share of the leading pack that makes a pack one of them. */
const TELLING_COMPANY = 3;
const SHARE_OF_THEATRE = 1 / 3;

const countryOf = ({ id, type, country }: PackEntity): string | undefined =>
  type === "Country" ? id : country;

/** @param sure  entities that mentions of the report denote beyond doubt, in text order */
export function contextOf(document: SourceDocument, sure: readonly PackEntity[]): ReportContext {
  const containers = new Map<string, string>();
  for (const { id, within } of sure)
    if (within !== undefined && !containers.has(within)) containers.set(within, id);
  const packs = new Map<string, number>();
  for (const { pack } of new Set(sure)) packs.set(pack, (packs.get(pack) ?? 0) + 1);
  return {
    document,
    packs,
    company: new Set(sure.map(({ id }) => id)),
    countries: new Set(sure.flatMap((entity) => countryOf(entity) ?? [])),
    containers,
  };
}

const BOTH_SIDES = new Set<Role>(["agent", "speaker", "source"]);

/** Aliases by folded name, and `own` for the names themselves. A case asks for few of the entities of its packs. */
const foldedNamesOf = once((entity: PackEntity): ReadonlyMap<string, PackAlias | "own"> => {
  const names = new Map<string, PackAlias | "own">();
  for (const alias of entity.aliases) {
    const name = fold(alias.name);
    if (!names.has(name)) names.set(name, alias);
  }
  for (const name of [entity.names.fr, entity.names.en]) names.set(fold(name), "own");
  return names;
});

function nameLevel({ text }: Mention, entity: PackEntity, publisher: string | undefined): Level {
  const alias = foldedNamesOf(entity).get(fold(text));
  if (alias === "own") return { level: "own", why: text };
  if (!alias) return { level: "variant", why: text };
  if (alias.usedBy && alias.usedBy.length > 0) {
    const own = publisher !== undefined && alias.usedBy.some((outlet) => fold(outlet) === fold(publisher));
    return own
      ? { level: "outlet's own", why: publisher }
      : { level: "another outlet's", why: alias.usedBy.join(", ") };
  }
  return { level: alias.weak ? "weak" : "own", why: text };
}

function officeLevel({ offices }: PackEntity, published: string | undefined): Level {
  const dated = offices.filter(({ from, to }) => from !== undefined || to !== undefined);
  if (dated.length === 0 || published === undefined) return { level: "unknown" };
  const day = published.slice(0, 10);
  const held = dated.find(({ from = "", to = "9999" }) => from <= day && day <= `${to}~`);
  return held ? { level: "held then", why: held.position } : { level: "not held then" };
}

function countryLevel(entity: PackEntity, { countries }: ReportContext): Level {
  if (entity.country === undefined || countries.size === 0) return { level: "unknown" };
  return countries.has(entity.country)
    ? { level: "of the report", why: entity.country }
    : { level: "elsewhere" };
}

function companyLevel(entity: PackEntity, { company, containers }: ReportContext): Level {
  const near = [entity.within, ...entity.offices.map(({ organization }) => organization)].find(
    (id) => id !== undefined && company.has(id),
  );
  if (near !== undefined) return { level: "related", why: near };
  const inside = containers.get(entity.id);
  return inside === undefined ? { level: "none" } : { level: "related", why: inside };
}

/** Whether the report tells of the theatre whose pack defines the entity: « la coalition » is another in each. */
function theatreLevel({ pack }: PackEntity, { company, packs }: ReportContext): Level {
  if (company.size < TELLING_COMPANY) return { level: "unknown" };
  const own = packs.get(pack) ?? 0;
  if (own === 0) return { level: "elsewhere", why: pack };
  return own >= SHARE_OF_THEATRE * Math.max(...packs.values())
    ? { level: "of the report", why: pack }
    : { level: "unknown" };
}

export interface WeighedCandidate extends Scored {
  readonly entity: string;
}

/** A state and its forces, its capital or its seat of power: reading chose between them by the words around. */
function oneParty(a: PackEntity, b: PackEntity): boolean {
  if (a.within === b.id || b.within === a.id) return true;
  return a.type !== b.type && countryOf(a) !== undefined && countryOf(a) === countryOf(b);
}

/** The candidates that rival the first, and the first, best first; ties keep the order given. */
export function weighCandidates(
  mention: Mention,
  role: Role,
  context: ReportContext,
  packs: PackSet,
): WeighedCandidate[] {
  const [first, ...others] = mention.candidates.flatMap((id) => packs.byId.get(id) ?? []);
  if (!first) return [];
  const known = [first, ...others.filter((other) => !oneParty(first, other))];
  return known
    .map((entity, at): WeighedCandidate => {
      const fits = BOTH_SIDES.has(role)
        ? isActor(entity.type)
        : role === "place" || role === "origin" || role === "destination"
          ? isLocation(entity.type)
          : true;
      const scored = addUp(
        [
          ["listed", { level: at === 0 ? "first" : "later" }],
          ["role", { level: fits ? "fits" : "does not fit", why: role }],
          ["name", nameLevel(mention, entity, context.document.publisher)],
          ["office", officeLevel(entity, context.document.published)],
          ["country", countryLevel(entity, context)],
          ["company", companyLevel(entity, context)],
          ["theatre", theatreLevel(entity, context)],
        ],
        CANDIDATE_WEIGHTS,
      );
      return { entity: entity.id, ...scored };
    })
    .map((candidate, at) => ({ candidate, at }))
    .sort((a, b) => b.candidate.score - a.candidate.score || a.at - b.at)
    .map(({ candidate }) => candidate);
}
