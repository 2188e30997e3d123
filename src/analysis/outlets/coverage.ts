/** What each outlet reports, alone and with others; who is first; who agrees with whom. */
import type { CaseRecords } from "../../ontology/index.ts";
import { compareBy, compareText, sortedUnique } from "../../shared/index.ts";
import type { Happening } from "../time/happenings.ts";
import { outletNames, outletsOfClaims } from "./outlets.ts";

export interface OutletCoverage {
  readonly outlet: string;
  readonly reports: number;
  /** Events among the given ones that it reports. */
  readonly events: number;
  /** Events that no other outlet reports. */
  readonly alone: number;
  /** Events shared with others of which no field is contested. */
  readonly agreed: number;
  /** Events shared with others in which it gives a value that another contests. */
  readonly contested: number;
  /** Shared events whose first dated report is its own (a tie counts for all who share it). */
  readonly first: number;
}

export interface OutletPair {
  readonly a: string;
  readonly b: string;
  /** Events that both report. */
  readonly shared: number;
  /** Of these, events in which they give different values to a contested field. */
  readonly differing: number;
}

export interface OutletComparison {
  /** Most reports first. */
  readonly outlets: readonly OutletCoverage[];
  /** Pairs with events in common, most shared first. */
  readonly pairs: readonly OutletPair[];
}

export function compareOutlets(records: CaseRecords, happenings: readonly Happening[]): OutletComparison {
  const nameOf = outletNames(records.documents);
  const claimOutlet = outletsOfClaims(records);
  const published = new Map(records.documents.map(({ id, published: day }) => [id, day?.slice(0, 10)]));
  const rows = new Map<string, { -readonly [K in keyof OutletCoverage]: OutletCoverage[K] }>();
  const rowOf = (outlet: string) => {
    const row = rows.get(outlet) ?? {
      outlet,
      reports: 0,
      events: 0,
      alone: 0,
      agreed: 0,
      contested: 0,
      first: 0,
    };
    rows.set(outlet, row);
    return row;
  };
  const pairs = new Map<string, { a: string; b: string; shared: number; differing: number }>();
  for (const { id } of records.documents) rowOf(nameOf(id)).reports++;

  for (const { event } of happenings) {
    const outlets = sortedUnique(event.documents.map(nameOf));
    for (const outlet of outlets) rowOf(outlet).events++;
    if (outlets.length === 1) rowOf(outlets[0] ?? "").alone++;
    if (outlets.length < 2) continue;
    const contested = contestedValues(event.fields, claimOutlet);
    for (const outlet of outlets) {
      if (contested.length === 0) rowOf(outlet).agreed++;
      if (contested.some((values) => holdsOneOfSeveral(values, outlet))) rowOf(outlet).contested++;
    }
    const days = event.documents.flatMap((id) => published.get(id) ?? []).sort(compareText);
    const first = event.documents.filter((id) => days[0] !== undefined && published.get(id) === days[0]);
    for (const outlet of sortedUnique(first.map(nameOf))) rowOf(outlet).first++;
    for (const [i, a] of outlets.entries()) {
      for (const b of outlets.slice(i + 1)) {
        const key = `${a}\t${b}`;
        const pair = pairs.get(key) ?? { a, b, shared: 0, differing: 0 };
        pair.shared++;
        if (contested.some((values) => differ(values, a, b))) pair.differing++;
        pairs.set(key, pair);
      }
    }
  }
  return {
    outlets: [...rows.values()].sort(
      compareBy(
        ({ reports }) => -reports,
        ({ outlet }) => outlet,
      ),
    ),
    pairs: [...pairs.values()].sort(
      compareBy(
        ({ shared }) => -shared,
        ({ a }) => a,
        ({ b }) => b,
      ),
    ),
  };
}

/** For each contested field, the outlets behind each of its values. */
function contestedValues(
  fields: CaseRecords["events"][number]["fields"],
  claimOutlet: ReadonlyMap<string, string>,
): ReadonlySet<string>[][] {
  return Object.values(fields)
    .filter(({ contested }) => contested)
    .map(({ values }) =>
      values.map(({ claims }) => new Set(claims.flatMap((id) => claimOutlet.get(id) ?? []))),
    );
}

const holdsOneOfSeveral = (values: readonly ReadonlySet<string>[], outlet: string): boolean =>
  values.some((who) => who.has(outlet)) && values.some((who) => [...who].some((other) => other !== outlet));

/** Whether two outlets give a field, and no value in common. */
function differ(values: readonly ReadonlySet<string>[], a: string, b: string): boolean {
  const given = values.some((who) => who.has(a)) && values.some((who) => who.has(b));
  return given && !values.some((who) => who.has(a) && who.has(b));
}
