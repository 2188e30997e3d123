/**
 * The fields of an event: every value that its claims give, who gives it, which is best supported, and whether
 * independent sources contradict each other.
 */
import {
  type Claim,
  type Effect,
  type EventField,
  type FieldValue,
  isAction,
  isFactual,
  type Quantity,
} from "../../ontology/index.ts";
import { compareBy, fold } from "../../shared/index.ts";
import { gapDays, spanOf } from "../days.ts";
import { akinSubtypes, countsMeet } from "../events/evidence.ts";
import type { Gazetteer } from "../gazetteer.ts";
import { countedQuantity } from "./counted.ts";
import { independentSources, type SourceKeys } from "../../ontology/index.ts";

/** One value as a claim gives it. `key`: values with one key are the same value. */
interface Given {
  readonly key: string;
  readonly value: string | Quantity;
  readonly claim: Claim;
}

interface FieldRule {
  readonly name: string;
  readonly given: (claim: Claim) => readonly Omit<Given, "claim">[];
  /** Says why two values cannot both hold; undefined where they can. */
  readonly conflict: (a: FieldValue, b: FieldValue, gazetteer: Gazetteer) => string | undefined;
}

const ids = (values: readonly string[]): Omit<Given, "claim">[] =>
  values.map((value) => ({ key: value, value }));
const textOf = (value: string | Quantity): string => (typeof value === "string" ? value : value.text);

const either = (a: FieldValue, b: FieldValue): string => `${textOf(a.value)} / ${textOf(b.value)}`;

/** A claim of responsibility names its speaker as the author, an accusation its target. */
function agentsGiven(claim: Claim): Omit<Given, "claim">[] {
  if (claim.type === "claim-responsibility" && claim.modality !== "negated") return ids(claim.speaker);
  if (claim.type === "accuse" && claim.modality !== "negated") return ids(claim.target);
  return isAction(claim.type) ? ids(claim.agent) : [];
}

const unrelated = (a: FieldValue, b: FieldValue, gazetteer: Gazetteer): string | undefined =>
  gazetteer.sameAuthor(textOf(a.value), textOf(b.value)) ? undefined : either(a, b);

function apartPlaces(a: FieldValue, b: FieldValue, gazetteer: Gazetteer): string | undefined {
  const [x, y] = [textOf(a.value), textOf(b.value)];
  if (gazetteer.nested(x, y)) return undefined;
  const km = gazetteer.distanceKm(x, y);
  return km !== undefined && km > 60 ? `${x} / ${y}: ${Math.round(km)} km apart` : undefined;
}

function apartDays(a: FieldValue, b: FieldValue): string | undefined {
  const [x, y] = [a, b].map(({ value }) => {
    const [start = "", end = start] = textOf(value).split("/");
    return spanOf({ start, end });
  });
  return x && y && gapDays(x, y) > 0 ? `${textOf(a.value)} / ${textOf(b.value)}` : undefined;
}

const wordsOf = (text: string): Set<string> =>
  new Set((fold(text).match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5)));

/**
 * Whether two counts contradict each other. « Au moins huit » is a count of about eight, not any number above: it
 * does not cover « des dizaines », so an open range ends at twice its start here.
 */
function apartCounts(a: FieldValue, b: FieldValue): string | undefined {
  if (typeof a.value === "string" || typeof b.value === "string") return undefined;
  if (countsMeet(closed(a.value), closed(b.value))) return undefined;
  return `« ${a.value.text} » / « ${b.value.text} »`;
}

const closed = (quantity: Quantity): Quantity =>
  quantity.max === undefined ? { ...quantity, max: 2 * quantity.min, approximate: false } : quantity;

/** Counts of unlike things (« quatre raids », « trois positions ») are no contradiction. */
function apartQuantities(a: FieldValue, b: FieldValue): string | undefined {
  const [x, y] = [wordsOf(textOf(a.value)), wordsOf(textOf(b.value))];
  const alike = x.size === 0 || y.size === 0 || [...x].some((word) => y.has(word));
  return alike ? apartCounts(a, b) : undefined;
}

const sideOf = ({ value }: FieldValue): string | undefined =>
  typeof value === "string" ? undefined : (value as Effect).side;

function count(field: "killed" | "wounded" | "missing"): FieldRule {
  return {
    name: field,
    given: ({ effects }) => {
      const effect = effects?.[field];
      if (!effect) return [];
      const { min, max, side } = effect;
      return [{ key: `${side ?? ""} ${min}-${max ?? ""}`, value: effect }];
    },
    conflict: (a, b) => {
      return sideOf(a) === sideOf(b) ? apartCounts(a, b) : undefined;
    },
  };
}

/** The fields in the order in which they are shown. */
const FIELDS: readonly FieldRule[] = [
  { name: "agent", given: agentsGiven, conflict: unrelated },
  {
    name: "target",
    given: (claim) => (isAction(claim.type) ? ids(claim.target) : []),
    conflict: () => undefined,
  },
  { name: "place", given: (claim) => (isAction(claim.type) ? ids(claim.place) : []), conflict: apartPlaces },
  {
    name: "time",
    given: ({ type, time }) => {
      if (!time || !isAction(type)) return [];
      const value = time.start === time.end ? time.start : `${time.start}/${time.end}`;
      return [{ key: value, value }];
    },
    conflict: apartDays,
  },
  {
    name: "subtype",
    given: ({ type, subtype }) =>
      subtype && subtype !== "unspecified" && isAction(type) ? ids([subtype]) : [],
    conflict: (a, b) => (akinSubtypes(textOf(a.value), textOf(b.value)) ? undefined : either(a, b)),
  },
  { name: "instrument", given: ({ instrument }) => ids(instrument), conflict: () => undefined },
  {
    name: "quantity",
    given: (claim) => {
      const quantity = countedQuantity(claim);
      if (!quantity) return [];
      const { min, max, text } = quantity;
      return [{ key: `${min}-${max ?? ""} ${[...wordsOf(text)].join(" ")}`, value: quantity }];
    },
    conflict: apartQuantities,
  },
  count("killed"),
  count("wounded"),
  count("missing"),
  {
    name: "damage",
    given: ({ effects, modality }) => {
      const damage = effects?.damage;
      if (!damage) return [];
      const none = damage.none || modality === "negated";
      return [{ key: none ? "none" : fold(damage.text), value: none ? "none" : damage.text }];
    },
    conflict: (a, b) => ((a.value === "none") === (b.value === "none") ? undefined : either(a, b)),
  },
  {
    name: "reality",
    given: ({ type, modality, effects }) => {
      // « Aucune victime » denies a loss, not the attack.
      const denies = type === "deny" ? isFactual(modality) : isAction(type) && modality === "negated";
      if (denies) return effects === undefined ? [{ key: "denied", value: "denied" }] : [];
      return isAction(type) && (modality === "asserted" || modality === "reported")
        ? [{ key: "stated", value: "stated" }]
        : [];
    },
    conflict: either,
  },
];

/**
 * Fields of an event from its claims and the statements about it. A field that nobody fills is absent. Values come
 * best supported first: by independent sources, then claims, then the order of the claims. A denial by a party that
 * is named as the author contests who did it, any other denial of the act contests that it happened.
 */
export function fieldsOf(
  claims: readonly Claim[],
  statements: readonly Claim[],
  keysOf: SourceKeys,
  gazetteer: Gazetteer,
): Record<string, EventField> {
  const fields: Record<string, EventField> = {};
  const named = [...claims, ...statements].flatMap((claim) => agentsGiven(claim).map(({ key }) => key));
  const [ownPart, others] = splitBy(
    statements,
    ({ type, speaker }) =>
      type === "deny" && speaker.some((x) => named.some((y) => gazetteer.sameSide(x, y))),
  );
  const all = [...claims, ...others];
  for (const rule of FIELDS) {
    let groups: Map<string, { value: string | Quantity; claims: Claim[] }> | undefined;
    for (const claim of all)
      for (const { key, value } of rule.given(claim)) {
        const group = groups?.get(key);
        if (group) group.claims.push(claim);
        else (groups ??= new Map()).set(key, { value, claims: [claim] });
      }
    if (!groups) continue;
    const values = [...groups.values()]
      .map(({ value, claims: by }, at) => ({
        value: {
          value,
          claims: [...new Set(by.map(({ id }) => id))],
          sources: independentSources(by, keysOf),
        },
        at,
      }))
      .sort(
        compareBy(
          ({ value }) => -value.sources.length,
          ({ value }) => -value.claims.length,
          ({ at }) => at,
        ),
      )
      .map(({ value }): FieldValue => value);
    const [denial] = rule.name === "agent" ? ownPart : [];
    const denied = denial && `${denial.speaker.join(", ")}: « ${denial.evidence.text} »`;
    const why = contradiction(values, rule, gazetteer) ?? denied;
    fields[rule.name] = {
      values,
      shown: 0,
      contested: why !== undefined,
      ...(why === undefined ? {} : { why }),
    };
  }
  return fields;
}

function splitBy<T>(items: readonly T[], holds: (item: T) => boolean): [T[], T[]] {
  const [yes, no]: [T[], T[]] = [[], []];
  for (const item of items) (holds(item) ? yes : no).push(item);
  return [yes, no];
}

/** The first contradiction between values that do not come from one single source. */
function contradiction(
  values: readonly FieldValue[],
  rule: FieldRule,
  gazetteer: Gazetteer,
): string | undefined {
  for (const [i, a] of values.entries())
    for (const b of values.slice(i + 1)) {
      if (a.claims.some((id) => b.claims.includes(id))) continue;
      if (a.sources.length === 1 && b.sources.length === 1 && a.sources[0] === b.sources[0]) continue;
      const why = rule.conflict(a, b, gazetteer);
      if (why !== undefined) return why;
    }
  return undefined;
}
