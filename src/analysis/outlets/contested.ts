import type { CaseRecords, Quantity } from "../../ontology/index.ts";
import { compareBy, sortedUnique } from "../../shared/index.ts";
import type { Happening } from "../time/happenings.ts";
import { outletsOfClaims } from "./outlets.ts";

export interface ContestedField {
  readonly happening: Happening;
  /** Name of the field (`killed`, `time`, `agent` …). */
  readonly field: string;
  /** Best supported first. */
  readonly values: readonly {
    readonly value: string | Quantity;
    readonly outlets: readonly string[];
    readonly claims: readonly string[];
  }[];
}

/** Fields on which independent sources contradict each other; those with most voices first. */
export function contestedFields(records: CaseRecords, happenings: readonly Happening[]): ContestedField[] {
  const claimOutlet = outletsOfClaims(records);
  return happenings
    .flatMap((happening) =>
      Object.entries(happening.event.fields).flatMap(([field, { contested, values }]): ContestedField[] => {
        if (!contested) return [];
        return [
          {
            happening,
            field,
            values: values.map(({ value, claims }) => ({
              value,
              claims,
              outlets: sortedUnique(claims.flatMap((id) => claimOutlet.get(id) ?? [])),
            })),
          },
        ];
      }),
    )
    .sort(
      compareBy(
        ({ values }) => -values.reduce((sum, { claims }) => sum + claims.length, 0),
        ({ happening }) => happening.event.id,
        ({ field }) => field,
      ),
    );
}
